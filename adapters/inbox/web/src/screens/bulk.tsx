import { useState } from 'preact/hooks';
import type { Field, Schema } from '../form/schema';
import { say } from '../parts/notice';
import { Heading, useTitle } from '../parts/page';
import { Empty, problemWords, Shown } from '../parts/states';
import { queries, useQuery } from '../server/query';
import { bulkMax, casesOfInstances, completeMany, formOf, lookAtTasks, tasksOf } from '../server/requests';
import type { BulkResult, Case, SeenTask, UserTask } from '../server/types';
import { dueWords } from '../words/dates';
import { named, t } from '../words/words';

const noForm: Schema = { components: [] };

interface Choice {
  task: UserTask;
  seen: SeenTask & { documentVersion: string };
  ofCase: Case | undefined;
  schema: Schema;
}

/** Those of the inbox that may be approved many at once, as they are now: the first that the server takes in one go. */
async function readChoices(): Promise<Choice[]> {
  const tasks = await tasksOf('todo');
  const choices: Choice[] = [];
  for (let from = 0; from < tasks.length && choices.length < bulkMax; from += bulkMax) {
    const some = tasks.slice(from, from + bulkMax);
    const { items } = await lookAtTasks(some.map((task) => task.userTaskKey));
    items.forEach((seen, place) => {
      const task = some[place];
      if (task && !seen.hindrance && seen.documentVersion && choices.length < bulkMax)
        choices.push({
          task,
          seen: { ...seen, documentVersion: seen.documentVersion },
          ofCase: undefined,
          schema: noForm,
        });
    });
  }
  const forms = new Map(choices.map(({ task }) => [task.formKey ?? '', task.userTaskKey]));
  const [cases, schemas] = await Promise.all([
    casesOfInstances(choices.map(({ task }) => task.processInstanceKey)),
    Promise.all(
      [...forms].map(async ([formKey, taskKey]): Promise<[string, Schema]> => {
        const form = formKey ? await formOf(taskKey) : undefined;
        return [formKey, form ? (JSON.parse(form.schema) as Schema) : noForm];
      }),
    ).then((found) => new Map(found)),
  ]);
  return choices.map((one) => ({
    ...one,
    ofCase: cases.get(one.task.processInstanceKey),
    schema: schemas.get(one.task.formKey ?? '') ?? noForm,
  }));
}

function fieldIn(components: Field[], key: string): Field | undefined {
  for (const field of components) {
    if (field.key === key) return field;
    const inside = fieldIn(field.components ?? [], key);
    if (inside) return inside;
  }
  return undefined;
}

/** A value as the form of the task shows it. */
function fieldWords(field: Field | undefined, value: unknown): string {
  const choice = field?.values?.find((one) => one.value === value);
  if (choice) return choice.label;
  return value === null || value === undefined || value === ''
    ? '—'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
}

function ChoiceRow({
  one,
  chosen,
  result,
  onChange,
}: {
  one: Choice;
  chosen: boolean;
  result: BulkResult | undefined;
  onChange: (chosen: boolean) => void;
}) {
  const { task, seen, ofCase, schema } = one;
  const title = ofCase?.title ?? task.processName ?? task.processDefinitionId;
  const fields = Object.entries(seen.fields);
  return (
    <tr>
      <td>
        <label class="choice">
          <input
            type="checkbox"
            checked={chosen}
            disabled={result !== undefined}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />{' '}
          <span>{title}</span>
        </label>
      </td>
      <td data-label={t('case_no')}>
        <span class="number">{ofCase?.caseNo}</span>
      </td>
      <td data-label={t('step')}>
        <a href={`/tasks/${task.userTaskKey}`}>{task.name ?? task.elementId}</a>
      </td>
      <td data-label={t('bulk_content')}>
        {fields.length > 0 && (
          <ul class="bulk-fields">
            {fields.map(([name, value]) => {
              const field = fieldIn(schema.components, name);
              return (
                <li key={name}>
                  <span class="quiet">{field?.label ?? name}:</span> {fieldWords(field, value)}
                </li>
              );
            })}
          </ul>
        )}
        {task.dueDate && <span class="quiet small">{t('due', { moment: dueWords(task.dueDate, new Date()) })}</span>}
      </td>
      <td data-label={t('bulk_result')}>
        {result &&
          (result.done ? (
            t('bulk_done_one')
          ) : (
            <>
              <span class="fault">{named('bulk_', (result.code ?? '').toLowerCase(), t('bulk_refused'))}</span>{' '}
              <span class="quiet small">{result.reason}</span>
            </>
          ))}
      </td>
    </tr>
  );
}

function Choices({ choices }: { choices: Choice[] }) {
  // As they were when the page was opened: what is decided on is what was seen.
  const [shown] = useState(choices);
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [results, setResults] = useState<Map<string, BulkResult>>(new Map());
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const open = shown.filter(({ task }) => !results.has(task.userTaskKey));

  function choose(keys: string[], isChosen: boolean): void {
    const next = new Set(chosen);
    for (const key of keys) {
      if (isChosen) next.add(key);
      else next.delete(key);
    }
    setChosen(next);
  }

  async function approve(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!chosen.size) return setFault(t('bulk_none_chosen'));
    setBusy(true);
    setFault('');
    try {
      const sent = open
        .filter(({ task }) => chosen.has(task.userTaskKey))
        .map(({ seen }) => ({ userTaskKey: seen.userTaskKey, documentVersion: seen.documentVersion }));
      const { items } = await completeMany('approved', sent);
      setResults(new Map([...results, ...items.map((one): [string, BulkResult] => [one.userTaskKey, one])]));
      setChosen(new Set());
      const done = items.filter((one) => one.done).length;
      say(t('bulk_done', { done, refused: items.length - done }));
      await queries.invalidateQueries({ queryKey: ['tasks'] });
    } catch (caught) {
      setFault(problemWords(caught));
    } finally {
      setBusy(false);
    }
    return undefined;
  }

  return (
    <form onSubmit={approve}>
      <p>{t('bulk_lead')}</p>
      <label class="choice">
        <input
          type="checkbox"
          checked={open.length > 0 && open.every(({ task }) => chosen.has(task.userTaskKey))}
          disabled={!open.length}
          onChange={(event) =>
            choose(
              open.map(({ task }) => task.userTaskKey),
              event.currentTarget.checked,
            )
          }
        />{' '}
        {t('bulk_all', { count: open.length })}
      </label>
      <div class="table-box">
        <table class="cards bulk">
          <caption class="hidden-words">{t('bulk')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('title')}</th>
              <th scope="col">{t('case_no')}</th>
              <th scope="col">{t('step')}</th>
              <th scope="col">{t('bulk_content')}</th>
              <th scope="col">{t('bulk_result')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <ChoiceRow
                key={one.task.userTaskKey}
                one={one}
                chosen={chosen.has(one.task.userTaskKey)}
                result={results.get(one.task.userTaskKey)}
                onChange={(isChosen) => choose([one.task.userTaskKey], isChosen)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {fault && (
        <p class="fault boxed" role="alert">
          {fault}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="primary" disabled={busy || !open.length}>
          {t('bulk_do', { count: chosen.size })}
        </button>
      </div>
    </form>
  );
}

/** `/bulk`: 一括承認 of what waits for me where the process allows it. Each is decided by itself. */
export function BulkScreen() {
  const [opened] = useState(Date.now);
  const query = useQuery(['bulk', opened], readChoices, { refresh: false });
  useTitle(t('bulk'), t('inbox'));
  return (
    <>
      <p class="way-back">
        <a href="/inbox">← {t('inbox')}</a>
      </p>
      <Heading>{t('bulk')}</Heading>
      <Shown query={query}>
        {(choices) => (choices.length ? <Choices choices={choices} /> : <Empty>{t('bulk_empty')}</Empty>)}
      </Shown>
    </>
  );
}
