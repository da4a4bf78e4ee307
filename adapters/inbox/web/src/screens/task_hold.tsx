import { useState } from 'preact/hooks';
import { say } from '../parts/notice';
import { useNames } from '../parts/people';
import { problemWords } from '../parts/states';
import { queries } from '../server/query';
import { holdTask, releaseTask } from '../server/requests';
import { isOperator, session } from '../server/session';
import type { CurrentElement, UserTask } from '../server/types';
import { momentWords } from '../words/dates';
import { t } from '../words/words';

type Held = Pick<CurrentElement, 'heldBy' | 'heldUntil'>;

/** Whether a hold has neither been ended nor come to its end. */
export const isHeld = (one: Held | undefined): one is Held & { heldBy: string } =>
  Boolean(one?.heldBy) && (!one?.heldUntil || new Date(one.heldUntil) > new Date());

export function heldWords(one: Held, names: (username: string) => string): string {
  const name = names(one.heldBy ?? '');
  return one.heldUntil
    ? t('held_until', { name, moment: momentWords(new Date(one.heldUntil)) })
    : t('held_open', { name });
}

/** 2026-04-02T09:00 as it was typed, which is a time of Tokyo. */
const momentOf = (typed: FormDataEntryValue | null) => (typed ? `${typed}:00+09:00` : null);

/** 保留: puts the task on hold, or says that it is and ends that. */
export function TaskHold({ task, held }: { task: UserTask; held: Held | undefined }) {
  const names = useNames();
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);

  async function attempt(act: () => Promise<void>, done: string): Promise<void> {
    setBusy(true);
    setFault('');
    try {
      await act();
      say(done);
      await queries.invalidateQueries();
    } catch (caught) {
      setFault(problemWords(caught));
    } finally {
      setBusy(false);
    }
  }

  async function hold(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const values = new FormData(event.currentTarget as HTMLFormElement);
    const reason = String(values.get('reason')).trim();
    if (!reason) return setFault(t('error_required', { label: t('hold_reason') }));
    return attempt(() => holdTask(task.userTaskKey, reason, momentOf(values.get('until'))), t('held_done'));
  }

  const problem = fault && (
    <p class="fault" role="alert">
      {fault}
    </p>
  );
  if (isHeld(held)) {
    const mayEnd = held.heldBy === session.value?.username || isOperator.value;
    return (
      <div class="hint">
        <p>{heldWords(held, names)}</p>
        <p class="small">{t('hold_consequence')}</p>
        {mayEnd && (
          <button
            type="button"
            disabled={busy}
            onClick={() => attempt(() => releaseTask(task.userTaskKey), t('released_done'))}
          >
            {t('release')}
          </button>
        )}
        {problem}
      </div>
    );
  }
  return (
    <details class="proxy">
      <summary>{t('hold')}</summary>
      <form noValidate onSubmit={hold}>
        <p id="hold-consequence">{t('hold_consequence')}</p>
        <div class="field">
          <label for="hold-reason">
            {t('hold_reason')} <span class="required">{t('required')}</span>
          </label>
          <input
            id="hold-reason"
            name="reason"
            type="text"
            maxLength={500}
            required
            aria-describedby="hold-consequence"
          />
        </div>
        <div class="field">
          <label for="hold-until">{t('hold_until')}</label>
          <input id="hold-until" name="until" type="datetime-local" />
        </div>
        {problem}
        <button type="submit" disabled={busy}>
          {t('hold_do')}
        </button>
      </form>
    </details>
  );
}
