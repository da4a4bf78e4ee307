import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { type Outcome, ProcessModel, readOutcomes } from '../diagram/model';
import { useDraft } from '../form/draft';
import { FaultSummary, FormView } from '../form/form';
import {
  answerOf,
  type Field,
  fieldId,
  isInput,
  isReadOnly,
  pathWords,
  placedFields,
  type Schema,
  withDefaults,
} from '../form/schema';
import { withTableChoices } from '../form/table_choices';
import { type Fault, faultsOf } from '../form/validate';
import { Icon } from '../parts/icon';
import { useKeys } from '../parts/keys';
import { say } from '../parts/notice';
import { Heading, useTitle } from '../parts/page';
import { useNames } from '../parts/people';
import { problemWords, Shown } from '../parts/states';
import { Problem } from '../server/http';
import { queries, useQuery } from '../server/query';
import {
  assign,
  casesOfInstances,
  complete,
  completeFor,
  formOf,
  processXml,
  pullBack,
  taskOf,
  taskVariables,
  unassign,
} from '../server/requests';
import { isOperator, session } from '../server/session';
import type { Case, UserTask, Values } from '../server/types';
import { clock, dueGroup, dueWords, momentWords } from '../words/dates';
import { groupWords } from '../words/roles';
import { named, t } from '../words/words';
import { Consultation } from './consultation';
import { TaskApprovers } from './task_approvers';
import { TaskDeadlines } from './task_deadlines';
import { isHeld, TaskHold } from './task_hold';
import { type ProxyEntry, TaskProxy } from './task_proxy';

const noForm: Schema = { components: [] };

function outcomeField(components: Field[]): Field | undefined {
  for (const field of components) {
    if (field.key === 'outcome' && field.values) return field;
    const inside = field.type === 'group' ? outcomeField(field.components ?? []) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

/** The buttons of a task: from the process, else from the form's field `outcome`, else just 「完了する」. */
function outcomesOf(task: UserTask, xml: string, schema: Schema): Outcome[] {
  const inProcess = readOutcomes(new ProcessModel(xml).property(task.elementId, 'approval.outcomes'));
  if (inProcess.length) return inProcess;
  return (outcomeField(schema.components)?.values ?? []).map(({ value, label }) => ({
    value: String(value),
    label: named('o_', String(value), label),
  }));
}

const reload = () => queries.invalidateQueries();

/** For whom the person acts on the task: nobody where it is their own. */
function actsFor(task: UserTask): string | undefined {
  const { username = '', groups = [], standsFor = [] } = session.value ?? {};
  const isOf = (name: string, theirs: string[]) =>
    task.assignee !== null
      ? task.assignee === name
      : task.candidateUsers.includes(name) || task.candidateGroups.some((group) => theirs.includes(group));
  if (isOf(username, groups)) return undefined;
  return standsFor.find((principal) => isOf(principal.username, principal.groups))?.username;
}

function WhyMe({ task }: { task: UserTask }) {
  const { username = '', groups = [] } = session.value ?? {};
  const mine = task.candidateGroups.filter((group) => groups.includes(group));
  const words =
    task.assignee === username
      ? t('why_assigned')
      : task.candidateUsers.includes(username)
        ? t('why_user')
        : mine.length
          ? t('why_group', { groups: mine.map(groupWords).join('、') })
          : '';
  if (!words) return null;
  return (
    <p class="why">
      <span class="quiet">{t('why_me')}:</span> {words}
    </p>
  );
}

/** The case's word on a task, which tells whether it is on hold. */
const heldIn = (ofCase: Case | undefined, task: UserTask) =>
  ofCase?.currentElements.find((element) => element.userTaskKey === task.userTaskKey);

interface WorkProps {
  task: UserTask;
  ofCase: Case | undefined;
  schema: Schema;
  variables: Values;
  outcomes: Outcome[];
  step: string;
  onDone: () => void;
}

/** The form of a task with its buttons, while it is open. */
function TaskWork({ task, ofCase, schema, variables, outcomes, step, onDone }: WorkProps) {
  const names = useNames();
  const username = session.value?.username ?? '';
  const [data, setData] = useState<Values>(() => withDefaults(schema.components, variables));
  const [typed, setTyped] = useState(false);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [sent, setSent] = useState(0);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const draft = useDraft(`task-${task.userTaskKey}`);
  const principal = actsFor(task);
  const [proxy, setProxy] = useState<ProxyEntry | null>(null);
  const byOther = task.assignee !== null && task.assignee !== username && !principal && !proxy;
  const held = heldIn(ofCase, task);
  const isHeldByOther = isHeld(held) && held.heldBy !== username && held.heldBy !== principal;
  const isLocked = byOther || isHeldByOther;
  const canPullBack = step !== '' && step !== 'decide' && !proxy;
  const without = outcomes.length ? ['outcome'] : [];
  const hasFields = placedFields(schema.components, data).length > 0;

  // What a person typed before beats what the form would begin with, but never what was just typed.
  useEffect(() => {
    if (draft.found && !typed) setData({ ...data, ...draft.found.values });
  }, [draft.found]);

  function change(next: Values): void {
    setTyped(true);
    setData(next);
    draft.save(answerOf(schema, next));
    if (faults.length) setFaults(faultsOf(schema, next, without));
  }

  async function attempt(act: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    setProblem('');
    try {
      await act();
      return true;
    } catch (fault) {
      const gone = fault instanceof Problem && (fault.status === 404 || fault.status === 409);
      const refused = fault instanceof Problem && fault.status === 403;
      setProblem(gone ? `${t('task_gone')} ${fault.detail}` : refused ? t('not_allowed') : problemWords(fault));
      return false;
    } finally {
      setBusy(false);
    }
  }

  async function claim(override: boolean): Promise<void> {
    const done = await attempt(() => assign(task.userTaskKey, username, override));
    await reload();
    if (!done) return;
    const undo = override ? undefined : () => unassign(task.userTaskKey).then(reload);
    say(t('claimed'), undo);
  }

  async function giveBack(): Promise<void> {
    if (!(await attempt(() => unassign(task.userTaskKey)))) return;
    await reload();
    say(t('unclaimed'), () => assign(task.userTaskKey, username, false).then(reload));
  }

  async function send(outcome?: Outcome): Promise<void> {
    if (isLocked || busy) return;
    const answered: Values = outcome ? { ...data, outcome: outcome.value } : data;
    const found = faultsOf(schema, answered, without);
    const shown = (values: Values) =>
      placedFields(schema.components, values).filter((one) => isInput(one.field) && !isReadOnly(one));
    const before = new Set(shown(data).map((one) => pathWords(one.path)));
    const fresh = shown(answered).filter(
      (one) => !before.has(pathWords(one.path)) && pathWords(one.path) !== 'outcome',
    );
    setData(answered);
    // A choice may ask for more (a reason, conditions): show it first, send on the next press.
    if (outcome && fresh[0] && data.outcome !== outcome.value) {
      setFaults([]);
      setProblem(t('more_needed', { outcome: outcome.label }));
      const place = fieldId(fresh[0].path);
      setTimeout(() => document.getElementById(place)?.focus());
      return;
    }
    setFaults(found);
    setSent((count) => count + 1);
    if (found.length) return;
    const variables = { ...answerOf(schema, answered), ...(outcome ? { outcome: outcome.value } : {}) };
    if (proxy && !proxy.evidence.trim()) {
      setProblem(t('error_required', { label: t('proxy_evidence') }));
      document.getElementById('proxy-evidence')?.focus();
      return;
    }
    const done = await attempt(async () => {
      if (proxy) {
        await completeFor(task.userTaskKey, proxy, variables, outcome?.value ?? 'complete');
        return;
      }
      if (!task.assignee && !principal) await assign(task.userTaskKey, username, false);
      await complete(task.userTaskKey, variables, outcome?.value ?? 'complete');
    });
    if (!done) {
      await queries.invalidateQueries({ queryKey: ['tasks'] });
      return;
    }
    await draft.drop();
    const name = task.name ?? task.elementId;
    const words = outcome
      ? t('completed_notice', { task: name, outcome: outcome.label })
      : t('completed_plain', { task: name });
    // What is decided is written down, and may be pulled back as long as nobody has gone on from there.
    const undo = async () => {
      try {
        await pullBack(task.processInstanceKey);
        say(t('pull_back_done', { step: name }));
      } catch (fault) {
        say(fault instanceof Problem && fault.detail ? fault.detail : problemWords(fault));
      }
      await reload();
    };
    say(words, canPullBack ? undo : undefined);
    onDone();
    await reload();
  }

  const [first] = outcomes;
  const returned = outcomes.find((one) => one.value === 'returned');
  useKeys({
    a: () => void send(first),
    ...(returned ? { r: () => void send(returned) } : {}),
    'Ctrl+Enter': () => void send(first),
  });

  return (
    <form
      class="task-work"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(first);
      }}
    >
      {principal && <p class="hint">{t('acts_for', { name: names(principal) })}</p>}
      {isOperator.value && <TaskProxy task={task} entry={proxy} onChange={setProxy} />}
      {byOther && (
        <div class="hint">
          <p>{t('others_task', { name: names(task.assignee ?? '') })}</p>
          <button type="button" onClick={() => claim(true)} disabled={busy}>
            {t('take_over')}
          </button>
        </div>
      )}
      <h2>{t('task_content')}</h2>
      <FaultSummary faults={faults} sent={sent} />
      {draft.found && typed === false && (
        <p class="hint">{t('draft_restored', { time: momentWords(new Date(draft.found.savedAt)) })}</p>
      )}
      {hasFields ? (
        <FormView
          components={schema.components}
          data={data}
          faults={faults}
          without={without}
          readOnly={isLocked}
          onChange={change}
        />
      ) : (
        <p class="quiet">{t('no_form')}</p>
      )}
      {problem && (
        <p class="fault boxed" role="alert">
          {problem}
        </p>
      )}
      <div class="actions">
        {outcomes.map((outcome, index) => (
          <button
            key={outcome.value}
            type={index === 0 ? 'submit' : 'button'}
            class={index === 0 ? 'primary' : outcome.value === 'rejected' ? 'danger' : ''}
            disabled={isLocked || busy}
            onClick={index === 0 ? undefined : () => send(outcome)}
          >
            {outcome.label}
          </button>
        ))}
        {!outcomes.length && (
          <button type="submit" class="primary" disabled={isLocked || busy}>
            {t('complete')}
          </button>
        )}
        {!task.assignee && !principal && !proxy && (
          <button type="button" class="plain" onClick={() => claim(false)} disabled={busy}>
            {t('claim')}
          </button>
        )}
        {task.assignee === username && (
          <button type="button" class="plain" onClick={giveBack} disabled={busy}>
            {t('unclaim')}
          </button>
        )}
        <span class="quiet small draft-words" role="status">
          {busy ? t('sending') : draft.savedAt ? t('draft_saved', { time: clock(draft.savedAt) }) : ''}
        </span>
      </div>
    </form>
  );
}

function TaskHead({ task, ofCase, Title }: { task: UserTask; ofCase: Case | undefined; Title: 'h1' | 'h2' }) {
  const now = new Date();
  const overdue = dueGroup(task.dueDate, now) === 'overdue';
  const title = ofCase?.title ?? task.processName ?? task.processDefinitionId;
  return (
    <header class="task-head">
      <p class="eyebrow">
        <span>{ofCase?.processName ?? task.processName}</span> <span class="number">{ofCase?.caseNo}</span>
      </p>
      {Title === 'h1' ? (
        <Heading>{task.name ?? task.elementId}</Heading>
      ) : (
        <h2 class="task-title">{task.name ?? task.elementId}</h2>
      )}
      <p class="task-case">{title}</p>
      <p class="task-facts">
        {task.dueDate && (
          <span class={overdue ? 'row-due overdue' : 'row-due'}>
            <Icon name={overdue ? 'overdue' : 'clock'} /> {t('due', { moment: dueWords(task.dueDate, now) })}
          </span>
        )}
        {ofCase && <a href={`/cases/${ofCase.caseNo}`}>{t('open_case')}</a>}
      </p>
      <WhyMe task={task} />
      <TaskDeadlines task={task} />
    </header>
  );
}

/** What may be done with a task beside deciding on it: hold it, ask about it, have one more asked. */
function TaskAside({ task, ofCase, member }: Read) {
  const held = heldIn(ofCase, task);
  const { username = '', groups = [] } = session.value ?? {};
  const isTheirs = task.assignee
    ? task.assignee === username
    : task.candidateUsers.includes(username) || task.candidateGroups.some((group) => groups.includes(group));
  const mayAct = isTheirs || actsFor(task) !== undefined;
  return (
    <div class="task-aside">
      {(mayAct || isHeld(held)) && <TaskHold task={task} held={held} />}
      {mayAct && member !== null && <TaskApprovers task={task} member={member} />}
      <Consultation
        processInstanceKey={task.processInstanceKey}
        openTasks={[task.userTaskKey]}
        askAbout={mayAct ? task.userTaskKey : undefined}
      />
    </div>
  );
}

interface Read {
  task: UserTask;
  ofCase: Case | undefined;
  schema: Schema;
  variables: Values;
  outcomes: Outcome[];
  /** `approval.step` of the process; empty where it is no step of an approval. */
  step: string;
  /** For which item of the list of an agreement it is, where that is a text. */
  member: string | null;
}

async function readTask(key: string): Promise<Read> {
  const task = await taskOf(key);
  const [form, variables, xml, cases] = await Promise.all([
    formOf(key),
    taskVariables(key),
    queries.fetchQuery({
      queryKey: ['xml', task.processDefinitionKey],
      queryFn: () => processXml(task.processDefinitionKey),
      staleTime: Number.POSITIVE_INFINITY,
    }),
    casesOfInstances([task.processInstanceKey]),
  ]);
  const schema = form ? await withTableChoices(JSON.parse(form.schema) as Schema) : noForm;
  const model = new ProcessModel(xml);
  const item = variables[model.inputElement(task.elementId) ?? ''];
  return {
    task,
    schema,
    variables,
    outcomes: outcomesOf(task, xml, schema),
    step: model.property(task.elementId, 'approval.step') ?? '',
    member: model.property(task.elementId, 'approval.step') === 'agree' && typeof item === 'string' ? item : null,
    ofCase: cases.get(task.processInstanceKey),
  };
}

/** A task wherever it is shown: beside the list, or on its own page. */
export function TaskPane({
  taskKey,
  onDone,
  Title = 'h2',
}: {
  taskKey: string;
  onDone: () => void;
  Title?: 'h1' | 'h2';
}) {
  const query = useQuery(['task', taskKey], () => readTask(taskKey));
  const { task, ofCase } = query.data ?? {};
  const words = useMemo(() => [task?.name ?? undefined, ofCase?.caseNo], [task, ofCase]);
  useTitle(...words, t('inbox'));
  return (
    <Shown query={query} rows={6}>
      {(read) => (
        <article>
          <TaskHead task={read.task} ofCase={read.ofCase} Title={Title} />
          {read.task.state === 'COMPLETED' || read.task.state === 'CANCELED' ? (
            <>
              <p class="hint">
                {t('task_finished', { moment: momentWords(new Date(read.task.completionDate ?? Date.now())) })}
              </p>
              <FormView components={read.schema.components} data={read.variables} readOnly onChange={() => undefined} />
            </>
          ) : (
            <>
              <TaskWork {...read} onDone={onDone} />
              <TaskAside {...read} />
            </>
          )}
        </article>
      )}
    </Shown>
  );
}

/** `/tasks/…`: a task on its own page, for windows too narrow for list and pane. */
export function TaskScreen() {
  const { params } = useRoute();
  const { route, query } = useLocation();
  const back = query.view ? `/inbox?view=${query.view}` : '/inbox';
  return (
    <div class="column">
      <p class="way-back">
        <a href={back}>← {t('inbox')}</a>
      </p>
      <TaskPane taskKey={params.key ?? ''} onDone={() => route(back)} Title="h1" />
    </div>
  );
}
