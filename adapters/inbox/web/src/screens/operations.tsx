import { useState } from 'preact/hooks';
import { ProcessModel } from '../diagram/model';
import { Badge } from '../parts/badge';
import { say } from '../parts/notice';
import { Heading, useTitle } from '../parts/page';
import { Empty, problemWords, Shown } from '../parts/states';
import { queries, useQuery } from '../server/query';
import { activeIncidents, casesOfInstances, processXml, retry } from '../server/requests';
import type { Case, Incident } from '../server/types';
import { momentWords } from '../words/dates';
import { named, t } from '../words/words';

interface Cause {
  errorType: string;
  message: string;
  incidents: Incident[];
}

/** What stopped for the same reason, newest first. */
function causesOf(incidents: Incident[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const incident of incidents) {
    const id = `${incident.errorType}\n${incident.processDefinitionKey}\n${incident.elementId}\n${incident.errorMessage}`;
    const cause = causes.get(id) ?? { errorType: incident.errorType, message: incident.errorMessage, incidents: [] };
    cause.incidents.push(incident);
    causes.set(id, cause);
  }
  return [...causes.values()];
}

function StepName({ incident }: { incident: Incident }) {
  const key = incident.processDefinitionKey;
  const xml = useQuery(['xml', key], () => processXml(key), { refresh: false });
  return <>{xml.data ? new ProcessModel(xml.data).name(incident.elementId) : incident.elementId}</>;
}

function CauseBox({ cause, cases }: { cause: Cause; cases: Map<string, Case> | undefined }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [first] = cause.incidents;

  async function retryAll(incidents: Incident[]): Promise<void> {
    setBusy(true);
    setProblem('');
    const faults: unknown[] = [];
    for (const incident of incidents) await retry(incident).catch((fault) => faults.push(fault));
    const went = incidents.length - faults.length;
    if (went) say(t('retried', { n: went }));
    if (faults.length) setProblem(`${t('retry_again', { n: faults.length })} ${problemWords(faults[0])}`);
    await queries.invalidateQueries();
    setBusy(false);
  }

  if (!first) return null;
  return (
    <section class="cause">
      <div class="cause-head">
        <h2>
          <Badge tone="danger" icon="stop">
            {named('e_', cause.errorType.toLowerCase(), t('e_unknown'))}
          </Badge>{' '}
          <StepName incident={first} />
        </h2>
        <button type="button" class="primary" disabled={busy} onClick={() => retryAll(cause.incidents)}>
          {cause.incidents.length > 1 ? t('retry_all', { n: cause.incidents.length }) : t('retry')}
        </button>
      </div>
      {problem && (
        <p class="fault boxed" role="alert">
          {problem}
        </p>
      )}
      <h3>{t('affected')}</h3>
      <ul class="affected">
        {cause.incidents.map((incident) => {
          const one = cases?.get(incident.processInstanceKey);
          return (
            <li key={incident.incidentKey}>
              {one ? (
                <a href={`/cases/${encodeURIComponent(one.caseNo)}?view=route`}>
                  <span class="number">{one.caseNo}</span> {one.title}
                </a>
              ) : (
                <span class="number">{incident.processInstanceKey}</span>
              )}{' '}
              <span class="quiet small">{t('since', { moment: momentWords(new Date(incident.creationTime)) })}</span>
            </li>
          );
        })}
      </ul>
      <details>
        <summary>{t('raw_text')}</summary>
        <p class="raw">{cause.message}</p>
      </details>
    </section>
  );
}

/** 運用モニター: what has stopped, grouped by cause, and the way to let it go on. */
export function OperationsScreen() {
  useTitle(t('operations'));
  const incidents = useQuery(['incidents'], activeIncidents);
  const keys = incidents.data?.items.map((incident) => incident.processInstanceKey) ?? [];
  const cases = useQuery(['cases', 'of', ...keys], () => casesOfInstances(keys), { enabled: keys.length > 0 });
  return (
    <div class="column broad">
      <Heading>{t('operations')}</Heading>
      <Shown query={incidents}>
        {({ items }) =>
          items.length ? (
            <>
              <p class="lead">{t('operations_lead')}</p>
              {causesOf(items).map((cause) => (
                <CauseBox key={cause.incidents[0]?.incidentKey} cause={cause} cases={cases.data} />
              ))}
            </>
          ) : (
            <Empty>{t('operations_empty')}</Empty>
          )
        }
      </Shown>
    </div>
  );
}
