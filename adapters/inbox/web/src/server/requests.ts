import { ProcessModel } from '../diagram/model';
import { ask, askText, Problem } from './http';
import { queries } from './query';
import { type Session, session, sessionOver } from './session';
import type {
  AccessToken,
  BulkResult,
  Case,
  CaseAct,
  CaseDetail,
  ChangedTable,
  DataTable,
  DataTableRow,
  DataTableVersion,
  Definition,
  DescribedTable,
  Effect,
  ElementInstance,
  Form,
  FormAnswer,
  FormAnswerChoice,
  Incident,
  Mail,
  MailText,
  NewAccessToken,
  NewSubstitution,
  OpenSession,
  Page,
  Person,
  PersonnelChange,
  PersonnelRehearsal,
  SeenTask,
  Started,
  StartForm,
  Substitution,
  TableChange,
  TableDifferences,
  TaskDeadlines,
  TaskEvent,
  UserTask,
  Values,
  Variable,
} from './types';

// ---- session

export async function readSession(): Promise<void> {
  try {
    session.value = await ask<Session>('GET', '/api/session');
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.status !== 401) throw fault;
    session.value = null;
  }
}

export async function signIn(username: string, password: string): Promise<void> {
  session.value = await ask<Session>('POST', '/api/session', { username, password });
  sessionOver.value = false;
}

/** Besides by a password: what people call the identity provider, if there is one. */
export const readWaysIn = () => ask<{ provider: string | null }>('GET', '/api/session/ways');

export async function signOut(): Promise<void> {
  await ask('DELETE', '/api/session');
  session.value = null;
}

export const changePassword = (current: string, next: string) =>
  ask<void>('POST', '/api/session/password', { current, new: next });

// ---- user tasks

export type TaskView = 'todo' | 'others' | 'done';

const taskPage = { limit: 1000 };

function searchTasks(filter: object, sort: object[]): Promise<Page<UserTask>> {
  return ask('POST', '/v2/user-tasks/search', { filter, sort, page: taskPage });
}

/**
 * The tasks of one view of the inbox: mine and my groups' free ones, my groups' taken ones, or what I completed. Those of
 * whoever is away and has me act in their place are mine, too.
 */
export async function tasksOf(view: TaskView): Promise<UserTask[]> {
  const { username = '', groups = [], standsFor = [] } = session.value ?? {};
  if (view === 'done') {
    const { items } = await searchTasks({ state: 'COMPLETED', assignee: username }, [
      { field: 'completionDate', order: 'DESC' },
    ]);
    return items;
  }
  const byDue = [{ field: 'dueDate' }];
  const people = [{ username, groups }, ...standsFor];
  const found = await Promise.all(
    people.flatMap((one) => [
      searchTasks({ state: 'CREATED', assignee: one.username }, byDue),
      searchTasks({ state: 'CREATED', candidateUser: one.username }, byDue),
      ...(one.groups.length ? [searchTasks({ state: 'CREATED', candidateGroup: { $in: one.groups } }, byDue)] : []),
    ]),
  );
  const all = new Map(found.flatMap(({ items }) => items).map((task) => [task.userTaskKey, task]));
  const forMe = (task: UserTask) => !task.assignee || people.some((one) => task.assignee === one.username);
  return [...all.values()].filter((task) => forMe(task) === (view === 'todo'));
}

export const taskOf = (key: string) => ask<UserTask>('GET', `/v2/user-tasks/${key}`);
export const formOf = (key: string) => ask<Form | undefined>('GET', `/v2/user-tasks/${key}/form`);

export async function taskVariables(key: string): Promise<Values> {
  const { items } = await ask<Page<Variable>>(
    'POST',
    `/v2/user-tasks/${key}/effective-variables/search?truncateValues=false`,
    { page: { limit: 1000 } },
  );
  return Object.fromEntries(items.map(({ name, value }) => [name, JSON.parse(value)]));
}

export const assign = (key: string, assignee: string, allowOverride: boolean) =>
  ask<void>('POST', `/v2/user-tasks/${key}/assignment`, { assignee, allowOverride, action: 'assign' });
export const unassign = (key: string) => ask<void>('DELETE', `/v2/user-tasks/${key}/assignee`);
export const complete = (key: string, variables: Values, action: string) =>
  ask<void>('POST', `/v2/user-tasks/${key}/completion`, { variables, action });
export const completeFor = (
  key: string,
  proxy: { principal: string; evidence: string },
  variables: Values,
  action: string,
) => ask<void>('POST', `/api/user-tasks/${key}/proxy-completion`, { ...proxy, variables, action });
export const deadlinesOf = (key: string) => ask<TaskDeadlines>('GET', `/api/user-tasks/${key}/deadlines`);
export const holdTask = (key: string, reason: string, until: string | null) =>
  ask<void>('POST', `/api/user-tasks/${key}/hold`, { reason, ...(until ? { until } : {}) });
export const releaseTask = (key: string) => ask<void>('DELETE', `/api/user-tasks/${key}/hold`);
export const addApprover = (key: string, member: unknown, reason: string) =>
  ask<void>('POST', `/api/user-tasks/${key}/approvers`, { member, reason });

/** 一括承認: at most so many at once. */
export const bulkMax = 50;
export const lookAtTasks = (userTaskKeys: string[]) =>
  ask<{ items: SeenTask[] }>('POST', '/api/user-tasks/bulk-look', { userTaskKeys });
export const completeMany = (outcome: string, tasks: { userTaskKey: string; documentVersion: string }[]) =>
  ask<{ items: BulkResult[] }>('POST', '/api/user-tasks/bulk-completion', { outcome, tasks });

const talk = { kind: { $in: ['ASKED', 'ANSWERED'] } };
const oldestFirst = { sort: [{ field: 'taskEventKey' }], page: { limit: 500 } };
/** The questions about the tasks of a case, and their answers. */
export const questionsOf = (processInstanceKey: string) =>
  ask<Page<TaskEvent>>('POST', '/api/task-events/search', { filter: { processInstanceKey, ...talk }, ...oldestFirst });
/** What others ask me, and what I have answered. */
export async function questionsToMe(): Promise<{ asked: TaskEvent[]; answered: TaskEvent[] }> {
  const username = session.value?.username ?? '';
  const newestFirst = { sort: [{ field: 'taskEventKey', order: 'DESC' }], page: { limit: 200 } };
  const [asked, answered] = await Promise.all([
    ask<Page<TaskEvent>>('POST', '/api/task-events/search', {
      filter: { kind: 'ASKED', people: username },
      ...newestFirst,
    }),
    ask<Page<TaskEvent>>('POST', '/api/task-events/search', {
      filter: { kind: 'ANSWERED', actor: username },
      ...newestFirst,
    }),
  ]);
  return { asked: asked.items, answered: answered.items };
}
export const consult = (key: string, people: string[], text: string) =>
  ask<void>('POST', `/api/user-tasks/${key}/questions`, { people, text });
export const answerQuestion = (key: string, text: string) =>
  ask<void>('POST', `/api/task-events/${key}/answer`, { text });
export const takeUp = (key: string) => ask<void>('POST', `/api/user-tasks/${key}/take-up`, {});
export const pullBack = (processInstanceKey: string) =>
  ask<void>('POST', `/api/process-instances/${processInstanceKey}/pull-back`, {});

const effectsOf = async (path: string) => (await ask<{ effects: Effect[] }>('POST', `/api/dry-run${path}`, {})).effects;
export const effectsOfTakeUp = (key: string) => effectsOf(`/api/user-tasks/${key}/take-up`);
export const effectsOfPullBack = (processInstanceKey: string) =>
  effectsOf(`/api/process-instances/${processInstanceKey}/pull-back`);

// ---- cases

export interface CaseFilter {
  text?: string;
  kind?: string;
  caseNo?: string;
  open?: boolean;
  processInstanceKey?: string | { $in: string[] };
}

export const searchCases = (filter: CaseFilter, from = 0, limit = 50) =>
  ask<Page<Case>>('POST', '/api/cases/search', { filter, page: { from, limit } });
export const caseOf = (caseNo: string) => ask<CaseDetail>('GET', `/api/cases/${encodeURIComponent(caseNo)}`);
export const actOnCase = (caseNo: string, act: CaseAct, reason: string) =>
  ask<void>('POST', `/api/cases/${encodeURIComponent(caseNo)}/${act}`, { reason });

/** The cases of these process instances, by key; those that may not be seen are missing. */
export async function casesOfInstances(keys: string[]): Promise<Map<string, Case>> {
  const cases = new Map<string, Case>();
  const wanted = [...new Set(keys)];
  for (let from = 0; from < wanted.length; from += 200) {
    const some = wanted.slice(from, from + 200);
    const { items } = await searchCases({ processInstanceKey: { $in: some } }, 0, 200);
    for (const one of items) cases.set(one.processInstanceKey, one);
  }
  return cases;
}

export const startForms = () => ask<{ items: StartForm[] }>('GET', '/api/start-forms');
export const startCase = (
  processDefinitionKey: string,
  variables: Values,
  onBehalfOf: { principal: string; evidence: string } | null,
) => ask<Started>('POST', '/api/cases', { processDefinitionKey, variables, ...(onBehalfOf ? { onBehalfOf } : {}) });

export const processXml = (key: string) => askText(`/v2/process-definitions/${key}/xml`);
/** The process of a definition; read once, since it never changes. */
export const modelOf = async (processDefinitionKey: string) =>
  new ProcessModel(
    await queries.fetchQuery({
      queryKey: ['xml', processDefinitionKey],
      queryFn: () => processXml(processDefinitionKey),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
export const takenFlows = (key: string) =>
  ask<{ items: { elementId: string }[] }>('GET', `/v2/process-instances/${key}/sequence-flows`);
export const elementInstances = (processInstanceKey: string) =>
  ask<Page<ElementInstance>>('POST', '/v2/element-instances/search', {
    filter: { processInstanceKey },
    sort: [{ field: 'startDate' }],
    page: { limit: 1000 },
  });
export const variablesOf = (processInstanceKey: string) =>
  ask<Page<Variable>>('POST', '/v2/variables/search', {
    filter: { processInstanceKey },
    sort: [{ field: 'name' }],
    page: { limit: 1000 },
  });

// ---- mails

export const trayMails = () =>
  ask<Page<Mail>>('POST', '/api/mails/search', { filter: { state: 'TRAY' }, page: { limit: 100 } });
export const mailOf = (key: string) => ask<MailText>('GET', `/api/mails/${key}`);
export const assignMail = (key: string, caseNo: string) =>
  ask<void>('POST', `/api/mails/${key}/assignment`, { caseNo });
export const startFromMail = (key: string, processDefinitionId: string) =>
  ask<Started>('POST', `/api/mails/${key}/start`, { processDefinitionId });

// ---- answers to request forms

export const sendFormAnswer = (file: File, caseNo: string) =>
  ask<FormAnswer>(
    'POST',
    `/api/form-answers?fileName=${encodeURIComponent(file.name)}&caseNo=${encodeURIComponent(caseNo)}`,
    file,
  );
export const waitingFormAnswers = () => ask<{ items: FormAnswer[] }>('GET', '/api/form-answers');
export const formAnswerOf = (id: string) => ask<FormAnswer>('GET', `/api/form-answers/${id}`);
export const confirmFormAnswer = (id: string, choices: FormAnswerChoice[]) =>
  ask<{ cases: string[]; lines: number; left: number }>('POST', `/api/form-answers/${id}/confirmation`, { choices });
export const closeFormAnswer = (id: string, reason: string) =>
  ask<void>('POST', `/api/form-answers/${id}/closing`, { reason });

// ---- incidents

export const activeIncidents = () =>
  ask<Page<Incident>>('POST', '/v2/incidents/search', {
    filter: { state: 'ACTIVE' },
    sort: [{ field: 'creationTime', order: 'DESC' }],
    page: { limit: 200 },
  });

/** Lets the step that failed try again; a job gets one more try first. */
export async function retry(incident: Incident): Promise<void> {
  if (incident.jobKey) await ask('PATCH', `/v2/jobs/${incident.jobKey}`, { changeset: { retries: 1 } });
  await ask('POST', `/v2/incidents/${incident.incidentKey}/resolution`, {});
}

// ---- one's own: who acts for me, where I am signed in, what my programs use

export const substitutions = () =>
  ask<Page<Substitution>>('POST', '/api/substitutions/search', {
    sort: [{ field: 'until', order: 'DESC' }],
    page: { limit: 200 },
  });
export const substitute = (one: NewSubstitution) =>
  ask<Substitution & { warnings: string[] }>('POST', '/api/substitutions', one);
export const revokeSubstitution = (key: string) => ask<void>('DELETE', `/api/substitutions/${key}`);
export const definitions = () =>
  ask<Page<Definition>>('POST', '/v2/process-definitions/search', {
    filter: { isLatestVersion: true },
    page: { limit: 200 },
  });

export const openSessions = () => ask<{ items: OpenSession[] }>('GET', '/api/sessions');
export const endSession = (id: string) => ask<void>('DELETE', `/api/sessions/${encodeURIComponent(id)}`);

export const accessTokens = () => ask<{ items: AccessToken[] }>('GET', '/api/access-tokens');
export const createAccessToken = (wanted: { name: string; expiresInDays?: number; password?: string }) =>
  ask<NewAccessToken>('POST', '/api/access-tokens', wanted);
export const revokeAccessToken = (id: string) => ask<void>('DELETE', `/api/access-tokens/${encodeURIComponent(id)}`);

// ---- personnel changes

export const personnelChanges = () => ask<{ items: PersonnelChange[] }>('GET', '/api/personnel-changes');
export const personnelChange = (id: string) =>
  ask<{ change: PersonnelChange; rehearsal: PersonnelRehearsal | null; refused: string[] }>(
    'GET',
    `/api/personnel-changes/${encodeURIComponent(id)}`,
  );
export const rehearsePersonnelChange = (form: FormData) =>
  ask<PersonnelRehearsal>('POST', '/api/personnel-changes/rehearsal', form);
export const schedulePersonnelChange = (form: FormData) =>
  ask<{ change: PersonnelChange; passwords: Record<string, string> }>('POST', '/api/personnel-changes', form);
export const takeBackPersonnelChange = (id: string) =>
  ask<void>('DELETE', `/api/personnel-changes/${encodeURIComponent(id)}`);

// ---- tables: reference data and ledgers

const tablePath = (id: string, rest = '') => `/api/tables/${encodeURIComponent(id)}${rest}`;
export const dataTables = () => ask<{ items: DataTable[] }>('GET', '/api/tables');
export const dataTable = (id: string) => ask<DescribedTable>('GET', tablePath(id));
export const dataTableRows = (id: string, query: Record<string, string>) =>
  ask<{ version: number; total: number; items: DataTableRow[] }>(
    'GET',
    tablePath(id, `/rows?${new URLSearchParams(query)}`),
  );
export const dataTableVersions = (id: string) =>
  ask<{ total: number; items: DataTableVersion[] }>('GET', tablePath(id, '/versions'));
export const dataTableDifferences = (id: string, version: number) =>
  ask<TableDifferences>('GET', tablePath(id, `/differences?to=${version}`));
export const changeDataTable = (id: string, change: TableChange) =>
  ask<ChangedTable>('PATCH', tablePath(id, '/rows'), change);
export const importDataTable = (id: string, form: FormData, isPreview: boolean) =>
  ask<ChangedTable>('POST', tablePath(id, `/import?preview=${isPreview}`), form);
export const dataTableOffer = (id: string) => ask<ChangedTable>('GET', tablePath(id, '/offer'));
export const settleDataTableOffer = (id: string, version: number, isTaken: boolean) =>
  ask<ChangedTable>('POST', tablePath(id, '/offer'), { version, isTaken });

// ---- people and drafts

export const people = () => ask<{ items: Person[] }>('GET', '/api/people');

export interface Draft {
  values: Values;
  savedAt: string;
}

export async function draftOf(id: string): Promise<Draft | null> {
  try {
    return await ask<Draft>('GET', `/api/drafts/${encodeURIComponent(id)}`);
  } catch (fault) {
    if (fault instanceof Problem && fault.status === 404) return null;
    throw fault;
  }
}

export const saveDraft = (id: string, values: Values) =>
  ask<void>('PUT', `/api/drafts/${encodeURIComponent(id)}`, { values });
export const dropDraft = (id: string) => ask<void>('DELETE', `/api/drafts/${encodeURIComponent(id)}`);
