import { useState } from 'preact/hooks';
import { say } from '../parts/notice';
import { problemWords } from '../parts/states';
import { Problem } from '../server/http';
import { queries, useQuery } from '../server/query';
import { effectsOfPullBack, effectsOfTakeUp, pullBack, startForms, takeUp } from '../server/requests';
import { session } from '../server/session';
import type { CaseDetail, CurrentElement, Effect } from '../server/types';
import { t } from '../words/words';

/** What would happen; null where it may not be done, or not any more. */
async function asked(effects: Promise<Effect[]>): Promise<Effect[] | null> {
  try {
    return await effects;
  } catch (fault) {
    if (fault instanceof Problem && [400, 403, 404, 409].includes(fault.status)) return null;
    throw fault;
  }
}

/** The steps whose work ends, and those that are opened, by the names the process gives them. */
function stepsOf(effects: Effect[], change: Effect['change'], state?: string): string {
  const names = effects
    .filter((one) => one.kind === 'userTask' && one.change === change && (!state || one.after?.state === state))
    .map((one) => String(one.after?.name ?? one.before?.name ?? one.elementId));
  return [...new Set(names)].join('、');
}

interface MoveProps {
  title: string;
  words: string;
  act: () => Promise<void>;
  done: string;
}

function Move({ title, words, act, done }: MoveProps) {
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  async function doIt(): Promise<void> {
    setBusy(true);
    try {
      await act();
      say(done);
    } catch (caught) {
      setFault(problemWords(caught));
    }
    await queries.invalidateQueries();
    setBusy(false);
  }
  return (
    <div class="move">
      <button type="button" onClick={doIt} disabled={busy}>
        {title}
      </button>{' '}
      <span class="quiet small">{words}</span>
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

/** 引戻し: offered while the server says that it would be done. */
function PullBackMove({ one }: { one: CaseDetail }) {
  const query = useQuery(['pull-back', one.processInstanceKey], () => asked(effectsOfPullBack(one.processInstanceKey)));
  if (!query.data) return null;
  const opened = stepsOf(query.data, 'CREATED');
  const ended = stepsOf(query.data, 'CHANGED', 'CANCELED');
  return (
    <Move
      title={t('pull_back')}
      words={ended ? t('pull_back_words', { opened, ended }) : t('pull_back_words_alone', { opened })}
      act={() => pullBack(one.processInstanceKey)}
      done={t('pull_back_done', { step: opened })}
    />
  );
}

/** 引上げ of one step that lies with somebody below. */
function TakeUpMove({ element, taskKey }: { element: CurrentElement; taskKey: string }) {
  const query = useQuery(['take-up', taskKey], () => asked(effectsOfTakeUp(taskKey)));
  if (!query.data) return null;
  const step = stepsOf(query.data, 'CREATED');
  return (
    <Move
      title={t('take_up')}
      words={t('take_up_words', { from: element.elementName, step })}
      act={() => takeUp(taskKey)}
      done={t('take_up_done', { step })}
    />
  );
}

const cancellation = 'cancellation-request';

/** 取消申請: what was decided is cancelled by a case of its own, where there is such a process. */
function CancellationLink({ one }: { one: CaseDetail }) {
  const forms = useQuery(['start-forms'], startForms);
  if (!forms.data?.items.some((form) => form.processDefinitionId === cancellation)) return null;
  const about = new URLSearchParams({ cancelsCaseNo: one.caseNo, title: one.title });
  return (
    <p class="move">
      <a class="button" href={`/start/${cancellation}?${about}`}>
        {t('cancellation')}
      </a>{' '}
      <span class="quiet small">{t('cancellation_words')}</span>
    </p>
  );
}

const isDecided = (one: CaseDetail) =>
  one.kind !== 'CNL' &&
  one.history.some(
    (entry) => entry.what === 'TASK_COMPLETED' && /^(approved|approved_with_conditions)$/.test(entry.outcome ?? ''),
  );

/** What one may do to the way of a case: take one's own act back, take it up from below, ask for its cancellation. */
export function CaseMoves({ one }: { one: CaseDetail }) {
  const { username = '', groups = [] } = session.value ?? {};
  if (one.endDate) return isDecided(one) ? <CancellationLink one={one} /> : null;
  const isMine = (element: CurrentElement) =>
    element.assignee ? element.assignee === username : element.candidateGroups.some((group) => groups.includes(group));
  const took = one.history.some((entry) => entry.actor === username);
  return (
    <>
      {took && <PullBackMove one={one} />}
      {one.currentElements.map((element) =>
        element.userTaskKey && !isMine(element) ? (
          <TakeUpMove key={element.userTaskKey} element={element} taskKey={element.userTaskKey} />
        ) : null,
      )}
    </>
  );
}
