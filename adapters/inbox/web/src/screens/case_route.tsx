import { useMemo } from 'preact/hooks';
import { lazy, useLocation } from 'preact-iso';
import { useOutcomeWords } from '../diagram/outcomes';
import { type Step, stepsOf } from '../diagram/steps';
import { Icon, type IconName } from '../parts/icon';
import { useNames } from '../parts/people';
import { Shown } from '../parts/states';
import { useQuery } from '../server/query';
import { elementInstances, processXml, takenFlows } from '../server/requests';
import type { CaseDetail, ElementInstance } from '../server/types';
import { momentWords } from '../words/dates';
import { t } from '../words/words';

const Diagram = lazy(() => import('../diagram/diagram'));

const icons: Record<Step['state'], IconName> = { passed: 'check', here: 'here', failed: 'stop', withdrawn: 'away' };

interface StepLineProps {
  step: Step;
  outcome: string | undefined;
  chosen: boolean;
  onChoose: () => void;
}

function StepLine({ step, outcome, chosen, onChoose }: StepLineProps) {
  const names = useNames();
  const words = t(`step_${step.state}`);
  return (
    <li class={`step ${step.state}`}>
      <button type="button" class="step-button" aria-pressed={chosen} onClick={onChoose}>
        <Icon name={icons[step.state]} />
        <span class="step-name">{step.name}</span>
        <span class="step-facts">
          <span class="step-state">{words}</span>
          {outcome && <span>{outcome}</span>}
          {step.actor && <span>{names(step.actor)}</span>}
          <span>{momentWords(new Date(step.until ?? step.since))}</span>
        </span>
      </button>
    </li>
  );
}

interface Read {
  xml: string;
  flows: string[];
  instances: ElementInstance[];
}

function RouteViews({ one, xml, flows, instances }: Read & { one: CaseDetail }) {
  const { query, route } = useLocation();
  const technical = query.technical === 'yes';
  const steps = useMemo(() => stepsOf(instances, one.history), [instances, one.history]);
  const listed = technical ? steps : steps.filter((step) => !step.technical);
  const selected = query.element;
  const outcomeWords = useOutcomeWords(one.processDefinitionKey);

  function go(change: Record<string, string>): void {
    const next = {
      view: 'route',
      ...(technical && { technical: 'yes' }),
      ...(selected && { element: selected }),
      ...change,
    };
    const text = new URLSearchParams(Object.entries(next).filter(([, value]) => value)).toString();
    route(`/cases/${encodeURIComponent(one.caseNo)}?${text}`, true);
  }
  const choose = (elementId: string) => go({ element: elementId === selected ? '' : elementId });

  return (
    <div class="route">
      <section class="route-diagram" aria-labelledby="diagram-title">
        <h2 id="diagram-title">{t('diagram')}</h2>
        <Diagram
          xml={xml}
          name={one.processName}
          steps={steps}
          takenFlows={flows}
          selected={selected}
          onSelect={choose}
        />
      </section>
      <section class="route-steps" aria-labelledby="steps-title">
        <h2 id="steps-title">{t('steps')}</h2>
        <label class="choice">
          <input type="checkbox" checked={technical} onChange={() => go({ technical: technical ? '' : 'yes' })} />{' '}
          {t('show_technical')}
        </label>
        <ol class="steps">
          {listed.map((step) => (
            <StepLine
              key={step.key}
              step={step}
              outcome={step.outcome && outcomeWords(step.elementId, step.outcome)}
              chosen={step.elementId === selected}
              onChoose={() => choose(step.elementId)}
            />
          ))}
        </ol>
      </section>
    </div>
  );
}

/** 経路と図: the diagram and the same as text; choosing in one moves the other. */
export function CaseRoute({ one }: { one: CaseDetail }) {
  const key = one.processInstanceKey;
  const xml = useQuery(['xml', one.processDefinitionKey], () => processXml(one.processDefinitionKey), {
    refresh: false,
  });
  const progress = useQuery(['progress', key], async () => {
    const [instances, flows] = await Promise.all([elementInstances(key), takenFlows(key)]);
    return { instances: instances.items, flows: flows.items.map((flow) => flow.elementId) };
  });
  return (
    <Shown query={progress}>
      {(read) => <Shown query={xml}>{(text) => <RouteViews one={one} xml={text} {...read} />}</Shown>}
    </Shown>
  );
}
