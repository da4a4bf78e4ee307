// A process written by Camunda Modeler's own libraries, with everything in it that its properties panel can set.
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

const zeebe = createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json');

/** The names of all extension elements that the vocabulary has. */
export const vocabulary = zeebe.types
  .filter((type) => type.superClass && !type.isAbstract)
  .map(({ name }) => `zeebe:${name}`);

const moddle = new BpmnModdle({ zeebe });
const make = (type, attributes = {}) => moddle.create(type, attributes);
const extensions = (...values) => make('bpmn:ExtensionElements', { values });
const expression = (body) => make('bpmn:FormalExpression', { body });

const mapping = (inputs, outputs) =>
  make('zeebe:IoMapping', {
    inputParameters: inputs.map(([source, target]) => make('zeebe:Input', { source, target })),
    outputParameters: outputs.map(([source, target]) => make('zeebe:Output', { source, target })),
  });
const headers = (key, value) => make('zeebe:TaskHeaders', { values: [make('zeebe:Header', { key, value })] });
const properties = (name, value) => make('zeebe:Properties', { properties: [make('zeebe:Property', { name, value })] });
const listeners = (eventType, type) =>
  make('zeebe:ExecutionListeners', {
    listeners: [make('zeebe:ExecutionListener', { eventType, type, retries: '2', headers: headers('of', 'listener') })],
  });

const answered = make('bpmn:Message', {
  ...{ id: 'Message_answered', name: 'answered' },
  extensionElements: extensions(make('zeebe:Subscription', { correlationKey: '=number' })),
});

const elements = [
  make('bpmn:StartEvent', {
    id: 'start',
    extensionElements: extensions(
      make('zeebe:FormDefinition', { formId: 'order-check', bindingType: 'latest' }),
      properties('colour', 'blue'),
    ),
  }),
  make('bpmn:ServiceTask', {
    ...{ id: 'pack', name: 'Pack', 'zeebe:modelerTemplate': 'urn:a-template', 'zeebe:modelerTemplateVersion': 3 },
    ...{ 'zeebe:modelerTemplateIcon': 'data:image/svg+xml,%3Csvg/%3E', 'zeebe:retryCounter': '3' },
    extensionElements: extensions(
      make('zeebe:TaskDefinition', { type: 'pack', retries: '3' }),
      mapping([['=item', 'parcel']], [['=weight', 'grams']]),
      headers('box', 'small'),
      properties('shown', 'in the panel'),
      listeners('start', 'pack-listener'),
      make('zeebe:LinkedResources', {
        values: [
          make('zeebe:LinkedResource', {
            resourceId: 'robot',
            resourceType: 'RPA',
            linkName: 'robot',
            bindingType: 'latest',
          }),
        ],
      }),
      make('zeebe:JobPriorityDefinition', { priority: '10' }),
      make('zeebe:AgentDefinition', { agentType: 'packer' }),
    ),
    loopCharacteristics: make('bpmn:MultiInstanceLoopCharacteristics', {
      isSequential: true,
      extensionElements: extensions(
        make('zeebe:LoopCharacteristics', {
          inputCollection: '=items',
          inputElement: 'item',
          outputCollection: 'weights',
          outputElement: '=weight',
        }),
      ),
      completionCondition: expression('=numberOfCompletedInstances = 9'),
    }),
  }),
  make('bpmn:ScriptTask', {
    id: 'sum',
    extensionElements: extensions(make('zeebe:Script', { expression: '=sum(weights)', resultVariable: 'amount' })),
  }),
  make('bpmn:BusinessRuleTask', {
    id: 'decide',
    extensionElements: extensions(
      make('zeebe:CalledDecision', { decisionId: 'discount', resultVariable: 'percent', bindingType: 'deployment' }),
    ),
  }),
  make('bpmn:UserTask', {
    ...{ id: 'look', name: 'Look at it' },
    extensionElements: extensions(
      make('zeebe:UserTask'),
      make('zeebe:FormDefinition', { formId: 'order-check', bindingType: 'deployment' }),
      make('zeebe:AssignmentDefinition', {
        assignee: '=boss',
        candidateGroups: '=["clerks"]',
        candidateUsers: 'hanako, ken',
      }),
      make('zeebe:PriorityDefinition', { priority: '=40 + 2' }),
      make('zeebe:TaskSchedule', {
        dueDate: '2030-01-31T09:00:00Z',
        followUpDate: '=date and time("2030-01-15T09:00:00Z")',
      }),
      make('zeebe:TaskListeners', {
        listeners: [make('zeebe:TaskListener', { eventType: 'creating', type: 'look-listener', retries: '1' })],
      }),
      headers('screen', 'wide'),
      mapping([['=percent', 'shown']], []),
    ),
  }),
  make('bpmn:CallActivity', {
    id: 'call',
    extensionElements: extensions(
      make('zeebe:CalledElement', {
        processId: 'order',
        propagateAllChildVariables: false,
        propagateAllParentVariables: true,
        bindingType: 'deployment',
      }),
    ),
  }),
  make('bpmn:ReceiveTask', { id: 'wait', messageRef: answered }),
  make('bpmn:AdHocSubProcess', {
    id: 'choose',
    extensionElements: extensions(
      make('zeebe:AdHoc', { activeElementsCollection: '=["mark"]', outputCollection: 'marks', outputElement: '=1' }),
    ),
    flowElements: [make('bpmn:ManualTask', { id: 'mark' })],
  }),
  make('bpmn:IntermediateCatchEvent', {
    id: 'dry',
    eventDefinitions: [
      make('bpmn:ConditionalEventDefinition', {
        id: 'dry-condition',
        condition: expression('=amount > 0'),
        extensionElements: extensions(
          make('zeebe:ConditionalFilter', { variableNames: 'amount', variableEvents: 'create, update' }),
        ),
      }),
    ],
  }),
  make('bpmn:EndEvent', { id: 'end' }),
];

const flows = elements
  .slice(1)
  .map((targetRef, i) => make('bpmn:SequenceFlow', { id: `flow-${i + 1}`, sourceRef: elements[i], targetRef }));
for (const flow of flows) {
  flow.sourceRef.outgoing = [flow];
  flow.targetRef.incoming = [flow];
}

const process = make('bpmn:Process', {
  ...{ id: 'modeled', name: 'Modeled', isExecutable: true, 'zeebe:modelerTemplate': 'urn:a-process-template' },
  extensionElements: extensions(
    make('zeebe:UserTaskForm', { id: 'UserTaskForm_1', body: '{"components": [], "type": "default"}' }),
    make('zeebe:VersionTag', { value: 'v1' }),
    make('zeebe:JobPriorityDefinition', { priority: '=5' }),
    listeners('end', 'process-listener'),
  ),
  flowElements: [...elements, ...flows],
});

const shapes = elements.map((bpmnElement, i) =>
  make('bpmndi:BPMNShape', {
    id: `${bpmnElement.id}_di`,
    bpmnElement,
    bounds: make('dc:Bounds', { x: 100 + 160 * i, y: 100, width: 100, height: 80 }),
  }),
);
const edges = flows.map((bpmnElement, i) =>
  make('bpmndi:BPMNEdge', {
    id: `${bpmnElement.id}_di`,
    bpmnElement,
    waypoint: [0, 60].map((x) => make('dc:Point', { x: 200 + 160 * i + x, y: 140 })),
  }),
);

const definitions = make('bpmn:Definitions', {
  ...{
    id: 'Definitions_1',
    targetNamespace: 'http://bpmn.io/schema/bpmn',
    exporter: 'Camunda Modeler',
    exporterVersion: '5.40.0',
  },
  ...{ 'xmlns:modeler': 'http://camunda.org/schema/modeler/1.0' },
  ...{ 'modeler:executionPlatform': 'Camunda Cloud', 'modeler:executionPlatformVersion': '8.9.0' },
  rootElements: [process, answered],
  diagrams: [
    make('bpmndi:BPMNDiagram', {
      id: 'BPMNDiagram_1',
      plane: make('bpmndi:BPMNPlane', { id: 'BPMNPlane_1', bpmnElement: process, planeElement: [...shapes, ...edges] }),
    }),
  ],
});

/** The file, as the Modeler saves it. */
export const modeledXml = async () => (await moddle.toXML(definitions, { format: true })).xml;
