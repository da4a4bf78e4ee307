import { useEffect, useRef } from 'preact/hooks';
import { lazy, useLocation } from 'preact-iso';
import { Icon } from '../parts/icon';
import { useKeys } from '../parts/keys';
import { Heading, useTitle } from '../parts/page';
import { useNames } from '../parts/people';
import { Empty, Shown } from '../parts/states';
import { useWide } from '../parts/wide';
import { useQuery } from '../server/query';
import { casesOfInstances, modelOf, searchCases, type TaskView, tasksOf } from '../server/requests';
import { session } from '../server/session';
import type { Case, UserTask } from '../server/types';
import { dueGroup, dueGroups, dueWords, momentWords } from '../words/dates';
import { groupWords } from '../words/roles';
import { t, type Word } from '../words/words';
import { Asked } from './asked';
import { heldWords, isHeld } from './task_hold';

const TaskPane = lazy(() => import('./task').then((screen) => screen.TaskPane));

const pageSize = 50;
type View = TaskView | 'asked';
const views: [View, Word][] = [
  ['todo', 'todo'],
  ['others', 'todo_others'],
  ['asked', 'consult'],
  ['done', 'todo_done'],
];

/** Whether a task's process lets it be approved with many others. */
async function someInBulk(tasks: UserTask[]): Promise<boolean> {
  const ofProcess = new Map(tasks.map((task) => [task.processDefinitionKey, new Set<string>()]));
  for (const task of tasks) ofProcess.get(task.processDefinitionKey)?.add(task.elementId);
  const models = await Promise.all([...ofProcess.keys()].map(modelOf));
  return [...ofProcess.values()].some((steps, place) =>
    [...steps].some((step) => models[place]?.property(step, 'approval.bulk') === 'true'),
  );
}

function BulkLink({ tasks }: { tasks: UserTask[] }) {
  const steps = [...new Set(tasks.map((task) => `${task.processDefinitionKey} ${task.elementId}`))];
  const some = useQuery(['bulk-link', ...steps], () => someInBulk(tasks), { refresh: false });
  return some.data ? (
    <p>
      <a href="/bulk">{t('bulk')}</a>
    </p>
  ) : null;
}

function hrefOf(view: string, task?: string, from = 0): string {
  const query = new URLSearchParams();
  if (view !== 'todo') query.set('view', view);
  if (task) query.set('task', task);
  if (from) query.set('from', String(from));
  const text = query.toString();
  return text ? `/inbox?${text}` : '/inbox';
}

interface RowProps {
  task: UserTask;
  ofCase: Case | undefined;
  href: string;
  current: boolean;
  names: (username: string) => string;
}

function TaskRow({ task, ofCase, href, current, names }: RowProps) {
  const now = new Date();
  const overdue = !task.completionDate && dueGroup(task.dueDate, now) === 'overdue';
  const soon = !task.completionDate && dueGroup(task.dueDate, now) === 'today';
  const mine = task.assignee === session.value?.username;
  const who = task.completionDate
    ? t('done_at', { moment: momentWords(new Date(task.completionDate)) })
    : mine
      ? t('mine')
      : task.assignee
        ? t('assigned_to', { name: names(task.assignee) })
        : task.candidateGroups.map(groupWords).join('、');
  const held = ofCase?.currentElements.find((element) => element.userTaskKey === task.userTaskKey);
  return (
    <li>
      <a class="row" href={href} aria-current={current ? 'true' : undefined} data-task={task.userTaskKey}>
        <span class={`row-due${overdue ? ' overdue' : soon ? ' soon' : ''}`}>
          {task.dueDate && !task.completionDate && (
            <>
              <Icon name={overdue ? 'overdue' : 'clock'} />
              {dueWords(task.dueDate, now)}
            </>
          )}
        </span>
        <span class="row-title">{ofCase?.title ?? task.processName ?? task.processDefinitionId}</span>
        <span class="row-step">{task.name ?? task.elementId}</span>
        <span class="row-facts">
          <span class="number">{ofCase?.caseNo ?? ''}</span>
          <span>{ofCase?.processName ?? task.processName}</span>
          <span>{who}</span>
          {isHeld(held) && <span>{heldWords(held, names)}</span>}
        </span>
      </a>
    </li>
  );
}

function NextDeadline() {
  const query = useQuery(['cases', 'next'], () => searchCases({ open: true }, 0, 200));
  const due = query.data?.items
    .filter((one) => one.dueAt)
    .sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))[0];
  if (!due?.dueAt) return null;
  return <p class="quiet">{t('inbox_empty_next', { what: `${dueWords(due.dueAt, new Date())}（${due.title}）` })}</p>;
}

function EmptyInbox({ view }: { view: TaskView }) {
  return (
    <Empty>
      <p>{t(view === 'todo' ? 'inbox_empty' : view === 'others' ? 'inbox_empty_others' : 'inbox_empty_done')}</p>
      {view === 'todo' && <NextDeadline />}
      {view === 'todo' && (
        <p>
          <a href="/start">{t('start')}</a>
        </p>
      )}
    </Empty>
  );
}

function grouped(tasks: UserTask[], view: TaskView): [Word, UserTask[]][] {
  if (view === 'done') return [['done_recently', tasks]];
  const now = new Date();
  return dueGroups
    .map((group): [Word, UserTask[]] => [
      group,
      tasks
        .filter((task) => dueGroup(task.dueDate, now) === group)
        .sort((a, b) => (a.dueDate ?? a.creationDate).localeCompare(b.dueDate ?? b.creationDate)),
    ])
    .filter(([, members]) => members.length > 0);
}

function TaskList({ tasks, view, chosen, from }: { tasks: UserTask[]; view: TaskView; chosen: string; from: number }) {
  const wide = useWide();
  const names = useNames();
  const ordered = grouped(tasks, view).flatMap(([, members]) => members);
  const page = ordered.slice(from, from + pageSize);
  const keys = page.map((task) => task.processInstanceKey);
  const cases = useQuery(['cases', 'of', ...keys], () => casesOfInstances(keys), { enabled: keys.length > 0 });
  const hrefFor = (task: UserTask) =>
    wide ? hrefOf(view, task.userTaskKey, from) : `/tasks/${task.userTaskKey}${view === 'todo' ? '' : `?view=${view}`}`;
  return (
    <>
      {grouped(page, view).map(([group, members]) => (
        <section key={group}>
          <h2 class={group === 'overdue' ? 'group-head overdue' : 'group-head'}>
            {t(group)} <span class="count">{members.length}</span>
          </h2>
          <ul class="list">
            {members.map((task) => (
              <TaskRow
                key={task.userTaskKey}
                task={task}
                ofCase={cases.data?.get(task.processInstanceKey)}
                href={hrefFor(task)}
                current={wide && task.userTaskKey === chosen}
                names={names}
              />
            ))}
          </ul>
        </section>
      ))}
      <nav class="pages" aria-label={t('shown_of', { total: ordered.length, from: from + 1, to: from + page.length })}>
        <span class="quiet">{t('shown_of', { total: ordered.length, from: from + 1, to: from + page.length })}</span>
        {from > 0 && <a href={hrefOf(view, '', from - pageSize)}>{t('previous_page')}</a>}
        {from + pageSize < ordered.length && <a href={hrefOf(view, '', from + pageSize)}>{t('next_page')}</a>}
      </nav>
    </>
  );
}

/** Moves the focus along the rows; the list is whatever links the screen shows in order. */
function moveRow(list: HTMLElement | null, step: number): void {
  const rows = [...(list?.querySelectorAll<HTMLAnchorElement>('a.row') ?? [])];
  const focused = rows.indexOf(document.activeElement as HTMLAnchorElement);
  const current = focused >= 0 ? focused : rows.findIndex((row) => row.ariaCurrent === 'true');
  rows[Math.max(0, Math.min(rows.length - 1, current + step))]?.focus();
}

/** 受信箱: what waits for this person, by deadline. */
export function InboxScreen() {
  const { query, route } = useLocation();
  const shown = views.find(([name]) => name === query.view)?.[0] ?? 'todo';
  const view: TaskView = shown === 'asked' ? 'todo' : shown;
  const chosen = query.task ?? '';
  const from = Math.max(0, Number.parseInt(query.from ?? '0', 10) || 0);
  const wide = useWide();
  const tasks = useQuery(['tasks', view], () => tasksOf(view));
  const todo = useQuery(['tasks', 'todo'], () => tasksOf('todo'));
  const list = useRef<HTMLDivElement>(null);
  const count = todo.data?.length ?? 0;
  useTitle(count ? `(${count}) ${t('inbox')}` : t('inbox'));

  // A link with a task that was made on a wide screen still leads to it on a narrow one.
  useEffect(() => {
    if (!wide && chosen) route(`/tasks/${chosen}`, true);
  }, [wide, chosen]);

  /** The task after this one in the order of the screen, for going on when this one is done. */
  function nextOf(key: string): string | undefined {
    const ordered = grouped(tasks.data ?? [], view).flatMap(([, members]) => members);
    const place = ordered.findIndex((task) => task.userTaskKey === key);
    return (ordered[place + 1] ?? ordered[place - 1])?.userTaskKey;
  }
  function goNext(next: string | undefined): void {
    route(hrefOf(view, next, from), true);
    if (next) setTimeout(() => list.current?.querySelector<HTMLElement>(`[data-task="${next}"]`)?.focus());
  }

  useKeys({
    j: () => moveRow(list.current, 1),
    k: () => moveRow(list.current, -1),
    e: () => goNext(nextOf(chosen)),
  });

  function onListKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    moveRow(list.current, event.key === 'ArrowDown' ? 1 : -1);
  }

  return (
    <div class={wide && shown !== 'asked' ? 'side-by-side' : ''}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows only help along; the rows are links */}
      <div class="list-side" ref={list} onKeyDown={onListKey}>
        <Heading>{t('inbox')}</Heading>
        <nav class="tabs" aria-label={t('inbox_views')}>
          {views.map(([name, word]) => (
            <a key={name} href={hrefOf(name)} aria-current={name === shown ? 'page' : undefined}>
              {t(word)} {name === 'todo' && count > 0 && <span class="count">{count}</span>}
            </a>
          ))}
        </nav>
        {shown === 'asked' ? (
          <Asked />
        ) : (
          <Shown query={tasks}>
            {(found) =>
              found.length ? (
                <>
                  {view === 'todo' && <BulkLink tasks={found} />}
                  <TaskList tasks={found} view={view} chosen={chosen} from={from} />
                </>
              ) : (
                <EmptyInbox view={view} />
              )
            }
          </Shown>
        )}
      </div>
      {wide && shown !== 'asked' && (
        <section class="pane" aria-label={t('task_pane')}>
          {chosen ? (
            <TaskPane key={chosen} taskKey={chosen} onDone={() => goNext(nextOf(chosen))} />
          ) : (
            <p class="quiet pane-empty">{t('choose_task')}</p>
          )}
        </section>
      )}
    </div>
  );
}
