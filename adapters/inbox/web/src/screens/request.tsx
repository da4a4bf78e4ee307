import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { useDraft } from '../form/draft';
import { FaultSummary, FormView } from '../form/form';
import { answerOf, type Schema, withDefaults } from '../form/schema';
import { withTableChoices } from '../form/table_choices';
import { type Fault, faultsOf } from '../form/validate';
import { useKeys } from '../parts/keys';
import { Heading, useTitle } from '../parts/page';
import { useNames } from '../parts/people';
import { Failed, Loading, problemWords } from '../parts/states';
import { queries, useQuery } from '../server/query';
import { caseOf, startCase, startForms } from '../server/requests';
import { isOperator } from '../server/session';
import type { Started, StartForm, Values } from '../server/types';
import { clock, momentWords } from '../words/dates';
import { groupWords } from '../words/roles';
import { t } from '../words/words';
import { NotFoundScreen } from './not_found';
import { type ProxyEntry, ProxyFields } from './task_proxy';

/** A heading of a step on the way, which takes the focus when the step begins. */
function StepHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}

function Submitted({ started, onAnother }: { started: Started; onAnother: () => void }) {
  const names = useNames();
  const query = useQuery(['case', started.caseNo], () => caseOf(started.caseNo));
  const [current] = query.data?.currentElements ?? [];
  const who = current?.assignee ? names(current.assignee) : current?.candidateGroups.map(groupWords).join('、');
  return (
    <div class="submitted">
      <StepHeading>{t('submitted_title')}</StepHeading>
      <dl>
        <div class="shown">
          <dt>{t('submitted_number')}</dt>
          <dd class="big-number">{started.caseNo}</dd>
        </div>
        {current && (
          <div class="shown">
            <dt>{t('submitted_now')}</dt>
            <dd>
              {current.elementName}
              {who && ` — ${who}`}
            </dd>
          </div>
        )}
      </dl>
      <p>{t('submitted_lead')}</p>
      <div class="actions">
        <a class="button primary" href={`/cases/${started.caseNo}`}>
          {t('open_case')}
        </a>
        <button type="button" onClick={onAnother}>
          {t('another')}
        </button>
      </div>
    </div>
  );
}

type Stage = 'fill' | 'check' | Started;

function Request({ form, schema, onAnother }: { form: StartForm; schema: Schema; onAnother: () => void }) {
  // A link may bring what the request is about, such as the number of another case.
  const { query } = useLocation();
  const [data, setData] = useState<Values>(() => withDefaults(schema.components, { ...query }));
  const [typed, setTyped] = useState(false);
  const [proxy, setProxy] = useState<ProxyEntry | null>(null);
  const [stage, setStage] = useState<Stage>('fill');
  const [faults, setFaults] = useState<Fault[]>([]);
  const [sent, setSent] = useState(0);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const draft = useDraft(`start-${form.processDefinitionId}`);
  const names = useNames();
  useTitle(form.name, t('start'));

  useEffect(() => {
    if (draft.found && !typed) setData({ ...data, ...draft.found.values });
  }, [draft.found]);

  function change(next: Values): void {
    setTyped(true);
    setData(next);
    draft.save(answerOf(schema, next));
    if (faults.length) setFaults(faultsOf(schema, next));
  }

  function check(): void {
    const found = faultsOf(schema, data);
    setFaults(found);
    setSent((count) => count + 1);
    if (proxy && !proxy.evidence.trim()) {
      document.getElementById('proxy-evidence')?.focus();
      return;
    }
    if (!found.length) setStage('check');
  }

  async function submit(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem('');
    try {
      const started = await startCase(form.processDefinitionKey, answerOf(schema, data), proxy);
      await draft.drop();
      setStage(started);
      void queries.invalidateQueries();
    } catch (fault) {
      setProblem(problemWords(fault));
    } finally {
      setBusy(false);
    }
  }

  function startOver(): void {
    setData(withDefaults(schema.components, {}));
    setTyped(true);
    setStage('fill');
    void draft.drop();
  }

  useKeys({ 'Ctrl+Enter': () => (stage === 'fill' ? check() : stage === 'check' ? void submit() : undefined) });

  if (typeof stage === 'object') return <Submitted started={stage} onAnother={onAnother} />;

  if (stage === 'check') {
    return (
      <>
        <StepHeading>{t('check_title')}</StepHeading>
        <p>{t('check_lead')}</p>
        <div class="sheet">
          <h2>{form.name}</h2>
          {proxy && <p class="hint">{t('proxy_for', { name: names(proxy.principal), evidence: proxy.evidence })}</p>}
          <FormView components={schema.components} data={data} readOnly onChange={() => undefined} />
        </div>
        {problem && (
          <p class="fault boxed" role="alert">
            {problem}
          </p>
        )}
        <div class="actions">
          <button type="button" class="primary" disabled={busy} onClick={submit}>
            {t('submit')}
          </button>
          <button type="button" onClick={() => setStage('fill')}>
            {t('mend')}
          </button>
        </div>
      </>
    );
  }

  return (
    <>
      <p class="way-back">
        <a href="/start">← {t('start')}</a>
      </p>
      {typed ? <StepHeading>{form.name}</StepHeading> : <Heading>{form.name}</Heading>}
      {form.description && <p class="lead">{form.description}</p>}
      <FaultSummary faults={faults} sent={sent} />
      {draft.found && !typed && (
        <div class="hint">
          <p>{t('draft_restored', { time: momentWords(new Date(draft.found.savedAt)) })}</p>
          <button type="button" class="plain" onClick={startOver}>
            {t('draft_discard')}
          </button>
        </div>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        {isOperator.value && <ProxyFields isTheirs={() => true} entry={proxy} onChange={setProxy} />}
        <h2 class="hidden-words">{t('request_content')}</h2>
        <FormView components={schema.components} data={data} faults={faults} onChange={change} />
        <div class="actions">
          <button type="submit" class="primary">
            {t('to_check')}
          </button>
          <span class="quiet small draft-words" role="status">
            {draft.savedAt ? t('draft_saved', { time: clock(draft.savedAt) }) : ''}
          </span>
        </div>
      </form>
    </>
  );
}

/** `/start/…`: the form of a request, the check before it goes, and its number afterwards. */
export function RequestScreen() {
  const { params } = useRoute();
  const [round, setRound] = useState(0);
  const forms = useQuery(['start-forms'], startForms, { refresh: false });
  const form = forms.data?.items.find((one) => one.processDefinitionId === params.id);
  const schema = useQuery(
    ['start-forms', params.id, 'schema'],
    () => withTableChoices(JSON.parse(form?.formSchema ?? '{"components": []}') as Schema),
    { refresh: false, enabled: form !== undefined },
  );
  if (forms.isError) return <Failed query={forms} />;
  if (forms.data && !form) return <NotFoundScreen />;
  if (!form || !schema.data) return <Loading />;
  return (
    <div class="column">
      <Request key={round} form={form} schema={schema.data} onAnother={() => setRound(round + 1)} />
    </div>
  );
}
