// The shapes on the wire that the screens read. Ours are described in API.md; those under /v2 keep Camunda's names.

/** How many there are in all: counted up to 10,000, `hasMoreTotalItems` says that there are more. */
export interface Total {
  totalItems: number;
  hasMoreTotalItems: boolean;
}

export interface Page<T> {
  items: T[];
  page: Total;
}

export interface UserTask {
  userTaskKey: string;
  name: string | null;
  state: string;
  assignee: string | null;
  elementId: string;
  candidateGroups: string[];
  candidateUsers: string[];
  processDefinitionId: string;
  processDefinitionKey: string;
  processInstanceKey: string;
  processName: string | null;
  creationDate: string;
  completionDate: string | null;
  dueDate: string | null;
  priority: number;
  formKey: string | null;
}

export interface CountedPeriod {
  calendar: string;
  count: number;
  from: string;
  until: string;
  days: { date: string; counted: boolean; reason?: string; source?: string }[];
}

export interface TaskDeadlines {
  dueDate: string | null;
  /** Before other calendars moved it. */
  dueBefore: string | null;
  reckoning: { periods?: CountedPeriod[] };
  timers: { elementId: string; dueDate: string; dueBefore: string | null; reckoning: { periods?: CountedPeriod[] } }[];
}

/** What was done with a task beside deciding on it; here: a question, or an answer to it (相談). */
export interface TaskEvent {
  taskEventKey: string;
  userTaskKey: string;
  processInstanceKey: string;
  elementId: string;
  kind: 'ASKED' | 'ANSWERED';
  actor: string | null;
  people: string[];
  text: string;
  about: string | null;
  happenedAt: string;
}

/** What needs to be seen of a task before it is decided on with many others. */
export interface SeenTask {
  userTaskKey: string;
  documentVersion: string | null;
  hindrance: string | null;
  fields: Values;
}

export interface BulkResult {
  userTaskKey: string;
  done: boolean;
  code: string | null;
  reason: string | null;
}

/** One row that an act would write; `before` and `after` hold what differs. */
export interface Effect {
  kind: string;
  change: 'CREATED' | 'CHANGED' | 'DELETED';
  elementId: string | null;
  before: Values | null;
  after: Values | null;
}

export interface Form {
  formId: string;
  formKey: string;
  schema: string;
}

export interface Variable {
  name: string;
  value: string;
  scopeKey: string;
  processInstanceKey: string;
  isTruncated: boolean;
}

export interface ElementInstance {
  elementInstanceKey: string;
  elementId: string;
  elementName: string;
  type: string;
  state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED';
  startDate: string;
  endDate: string | null;
  hasIncident: boolean;
}

export interface Incident {
  incidentKey: string;
  errorType: string;
  errorMessage: string;
  elementId: string;
  creationTime: string;
  processDefinitionId: string;
  processDefinitionKey: string;
  processInstanceKey: string;
  jobKey: string | null;
}

export interface CurrentElement {
  elementId: string;
  elementName: string;
  type: string;
  userTaskKey: string | null;
  assignee: string | null;
  candidateGroups: string[];
  since: string;
  dueAt: string | null;
  heldBy: string | null;
  heldUntil: string | null;
  hasIncident: boolean;
}

export interface Case {
  caseNo: string;
  kind: string;
  title: string;
  processInstanceKey: string;
  processDefinitionId: string;
  processDefinitionKey: string;
  processName: string;
  state: string;
  startDate: string;
  endDate: string | null;
  dueAt: string | null;
  requester: { name: string; party?: string | null; organisation?: string | null; mail?: string | null } | null;
  priority?: string | null;
  hasIncident: boolean;
  currentElements: CurrentElement[];
}

export interface HistoryEntry {
  time: string;
  elementId?: string | null;
  elementName?: string | null;
  type?: string | null;
  what: string;
  actor?: string | null;
  actorName?: string | null;
  outcome?: string | null;
  text?: string | null;
  /** 版: which version of the case was decided on. */
  version?: number | null;
  isOfEarlierVersion?: boolean;
  technical?: boolean;
}

export interface Mail {
  mailKey: string;
  direction: 'IN' | 'OUT';
  state: string;
  from: string;
  to: string[];
  subject: string;
  date: string;
  caseNo: string | null;
  processInstanceKey: string | null;
  failure?: string | null;
}

export interface MailText extends Mail {
  cc: string[];
  text: string;
  attachments: { name: string; type: string; size: number }[];
  reason?: string | null;
}

/** What may be done to a whole case. */
export type CaseAct = 'withdrawal' | 'stop';

export interface CaseDocument {
  documentId: string;
  fileName: string;
  contentType: string;
  size: number;
  createdAt: string;
}

export interface CaseDetail extends Case {
  history: HistoryEntry[];
  mails: Mail[];
  documents: CaseDocument[];
  acts: CaseAct[];
}

export interface StartForm {
  processDefinitionId: string;
  processDefinitionKey: string;
  name: string;
  description: string | null;
  kind: string;
  formSchema: string;
}

export interface Person {
  username: string;
  name: string;
  post?: string | null;
  groups: string[];
}

export interface Started {
  caseNo: string;
  processInstanceKey: string;
}

export type SubstitutionActs = 'BOTH' | 'APPROVE' | 'APPLY';

export interface NewSubstitution {
  principal: string;
  substitutes: string[];
  from: string;
  until: string;
  processDefinitionIds: string[];
  acts: SubstitutionActs;
  reason: string;
}

export interface Substitution extends NewSubstitution {
  substitutionKey: string;
  grantedBy: string;
  createdAt: string;
  revokedAt: string | null;
}

export interface OpenSession {
  sessionId: string;
  createdAt: string;
  expiresAt: string;
  address: string | null;
  userAgent: string | null;
  isThis: boolean;
}

export interface AccessToken {
  tokenId: string;
  name: string;
  createdAt: string;
  expiresAt: string | null;
}

export interface NewAccessToken extends AccessToken {
  token: string;
}

export interface Definition {
  processDefinitionId: string;
  name: string | null;
}

export type Values = Record<string, unknown>;

/** 人事異動 as it is kept until its day, and after. */
export interface PersonnelChange {
  changeId: string;
  effectiveAt: string;
  scheduledAt: string;
  scheduledBy: string | null;
  fileName: string | null;
  people: number;
  state: 'SCHEDULED' | 'DONE' | 'TAKEN_BACK';
  endedAt: string | null;
}

/** What a personnel change does. */
export interface PersonnelRehearsal {
  accounts: {
    change: 'JOINS' | 'MOVES' | 'LEAVES';
    username: string;
    name: string;
    groupsBefore: string[];
    groupsAfter: string[];
    postBefore: string | null;
    postAfter: string | null;
    sessions: number;
    accessTokens: number;
  }[];
  tasks: {
    userTaskKey: string;
    caseNo: string;
    processName: string;
    name: string;
    username: string;
    act: 'HAND_OVER' | 'GIVE_BACK' | 'NO_CANDIDATE';
    successor: string | null;
    isForNobody: boolean;
  }[];
  emptyGroups: { group: string; isEmptied: boolean; openTasks: number; processes: string[] }[];
  substitutions: { substitutionKey: string; principal: string; substitutes: string[]; from: string; until: string }[];
  newGroups: string[];
}

/** A file that answers request forms, as it is read now. `lines` is missing where it is for the desk alone. */
export interface FormAnswer {
  answerId: string;
  fileName: string;
  uploadedAt: string;
  uploadedBy: string | null;
  cameBy: 'UPLOAD' | 'MAIL' | 'FOLDER';
  formTitle: string | null;
  formVersion: number | null;
  problem: string | null;
  notes: string[];
  lines?: FormAnswerLine[];
  state: 'WAITING' | 'CLOSED';
}

export interface FormAnswerLine {
  place: string;
  state: 'NEW' | 'SAME' | 'DIFFERENT' | 'UNMATCHED' | 'UNREADABLE';
  caseNo: string | null;
  lineNo: string | null;
  candidates: { caseNo: string; lineNo: string }[];
  result: string | null;
  issuedId: string | null;
  answeredOn: string | null;
  message: string | null;
  earlierResult: string | null;
  earlierId: string | null;
  about: { label: string; value: string }[];
  faults: string[];
}

/** Which case's line a line of an answer is for, as a person says; `index` from 0. */
export interface FormAnswerChoice {
  index: number;
  caseNo: string;
  lineNo: string;
}

/** A table of data: reference data or a ledger. */
export interface DataTable {
  tableId: string;
  title: string;
  titleEn: string | null;
  description: string | null;
  descriptionEn: string | null;
  version: number;
  rowCount: number;
  changedAt: string;
  isEditable: boolean;
  hasOffer: boolean;
  processes: string[];
}

export interface TableColumn {
  name: string;
  title: string | null;
  titleEn: string | null;
  type: 'text' | 'integer' | 'boolean' | 'date' | 'month' | 'time' | 'list';
  isKey: boolean;
  isRequired: boolean;
  refersTo: { tableId: string; column: string | null } | null;
  values: { value: string; title: string | null; titleEn: string | null }[];
}

export interface DescribedTable extends DataTable {
  columns: TableColumn[];
  readers: string[];
  editors: string[];
}

export type CellValue = string | number | boolean | string[] | null;
export type Cells = Record<string, CellValue>;

export interface DataTableRow {
  rowId: string;
  fromVersion: number;
  cells: Cells;
}

export interface DataTableVersion {
  version: number;
  madeAt: string;
  madeBy: string | null;
  origin: 'FOLDER' | 'PERSON' | 'IMPORT' | 'PROCESS';
  reason: string | null;
  added: number;
  changed: number;
  removed: number;
  isRedefined: boolean;
  processDefinitionId: string | null;
  caseNo: string | null;
}

export interface RowDifference {
  rowId: string;
  idBefore: string | null;
  act: 'ADDED' | 'CHANGED' | 'REMOVED';
  before: Cells | null;
  after: Cells | null;
}

export interface TableDifferences {
  differences: RowDifference[];
  added: number;
  changed: number;
  removed: number;
}

export interface ChangedTable extends TableDifferences {
  version: number;
  isPreview: boolean;
  problems: { rowId: string; column: string | null; text: string }[];
}

export interface TableChange {
  version: number;
  reason: string;
  rows: { act: 'PUT' | 'ADD' | 'CHANGE' | 'REMOVE'; rowId?: string; cells?: Cells }[];
}
