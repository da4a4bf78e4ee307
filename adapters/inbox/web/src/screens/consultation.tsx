import { useState } from 'preact/hooks';
import { say } from '../parts/notice';
import { useNames } from '../parts/people';
import { problemWords } from '../parts/states';
import { queries, useQuery } from '../server/query';
import { answerQuestion, consult, people, questionsOf } from '../server/requests';
import { session } from '../server/session';
import type { TaskEvent } from '../server/types';
import { momentWords } from '../words/dates';
import { t } from '../words/words';

/** A text that is sent; empty again once it was. */
function TextForm({
  id,
  label,
  button,
  send,
  children,
}: {
  id: string;
  label: string;
  button: string;
  send: (text: string, values: FormData) => Promise<string>;
  children?: preact.ComponentChildren;
}) {
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const values = new FormData(form);
    const text = String(values.get('text')).trim();
    if (!text) return setFault(t('error_required', { label }));
    setBusy(true);
    setFault('');
    try {
      say(await send(text, values));
      form.reset();
      await queries.invalidateQueries();
    } catch (caught) {
      setFault(problemWords(caught));
    } finally {
      setBusy(false);
    }
    return undefined;
  }
  return (
    <form noValidate onSubmit={submit}>
      {children}
      <div class="field">
        <label for={id}>{label}</label>
        <textarea id={id} name="text" rows={3} maxLength={3000} required />
      </div>
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" disabled={busy}>
        {button}
      </button>
    </form>
  );
}

function Question({ one, answers, isOpen }: { one: TaskEvent; answers: TaskEvent[]; isOpen: boolean }) {
  const names = useNames();
  const mine = one.people.includes(session.value?.username ?? '');
  const head = (event: TaskEvent) =>
    `${names(event.actor ?? '')}${event.kind === 'ASKED' ? ` → ${event.people.map(names).join('、')}` : ''}`;
  const line = (event: TaskEvent) => (
    <>
      <p class="quiet small">
        {head(event)} <time dateTime={event.happenedAt}>{momentWords(new Date(event.happenedAt))}</time>
      </p>
      <p class="said">{event.text}</p>
    </>
  );
  return (
    <li>
      {line(one)}
      {answers.length > 0 && (
        <ul class="answers">
          {answers.map((answer) => (
            <li key={answer.taskEventKey}>{line(answer)}</li>
          ))}
        </ul>
      )}
      {mine && isOpen && (
        <TextForm
          id={`answer-${one.taskEventKey}`}
          label={t('consult_answer')}
          button={t('consult_answer_do')}
          send={async (text) => {
            await answerQuestion(one.taskEventKey, text);
            return t('consult_answered');
          }}
        />
      )}
    </li>
  );
}

function Ask({ taskKey }: { taskKey: string }) {
  const everybody = useQuery(['people'], people, { refresh: false });
  const others = everybody.data?.items.filter(({ username }) => username !== session.value?.username) ?? [];
  return (
    <details class="proxy">
      <summary>{t('consult_ask')}</summary>
      <TextForm
        id="consult-text"
        label={t('consult_text')}
        button={t('consult_ask_do')}
        send={async (text, values) => {
          await consult(taskKey, values.getAll('people').map(String), text);
          return t('consult_asked');
        }}
      >
        <p>{t('consult_consequence')}</p>
        <div class="field">
          <label for="consult-people">{t('consult_people')}</label>
          <select id="consult-people" name="people" multiple size={5} required>
            {others.map((person) => (
              <option key={person.username} value={person.username}>
                {person.post ? `${person.name}（${person.post}）` : person.name}
              </option>
            ))}
          </select>
        </div>
      </TextForm>
    </details>
  );
}

interface Props {
  processInstanceKey: string;
  /** Whose questions still wait for answers. */
  openTasks: (string | null)[];
  /** The task that the person may ask about. */
  askAbout?: string | undefined;
}

/** 相談: what was asked about the tasks of a case and what was answered; asking, and answering what one was asked. */
export function Consultation({ processInstanceKey, openTasks, askAbout }: Props) {
  const { data } = useQuery(['questions', processInstanceKey], () => questionsOf(processInstanceKey));
  const events = data?.items ?? [];
  const asked = events.filter((one) => one.kind === 'ASKED');
  if (!asked.length && !askAbout) return null;
  return (
    <section class="consultation" aria-label={t('consult')}>
      {asked.length > 0 && (
        <>
          <h2>{t('consult')}</h2>
          <ul class="questions">
            {asked.map((one) => (
              <Question
                key={one.taskEventKey}
                one={one}
                answers={events.filter(({ about }) => about === one.taskEventKey)}
                isOpen={openTasks.includes(one.userTaskKey)}
              />
            ))}
          </ul>
        </>
      )}
      {askAbout && <Ask taskKey={askAbout} />}
    </section>
  );
}
