// The page of the Modeler's properties panel, as Camunda's own modelers put it together; bundled by modeler.mjs.
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule } from 'bpmn-js-properties-panel';
import BpmnModeler from 'bpmn-js/lib/Modeler';
import ZeebeBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';

const modeler = new BpmnModeler({
  container: '#canvas',
  propertiesPanel: { parent: '#panel' },
  additionalModules: [BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule, ZeebeBehaviors],
  moddleExtensions: { zeebe },
});

window.modeler = {
  open: (xml) => modeler.importXML(xml).then(({ warnings }) => warnings.map(({ message }) => message)),
  /** As a click on the diagram does. */
  select: (id) => modeler.get('selection').select(modeler.get('elementRegistry').get(id)),
  save: () => modeler.saveXML({ format: true }).then(({ xml }) => xml),
};
