import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { say } from '../parts/notice';
import { Heading, useTitle } from '../parts/page';
import { Empty, problemWords, Shown } from '../parts/states';
import { queries, useQuery } from '../server/query';
import {
  closeFormAnswer,
  confirmFormAnswer,
  formAnswerOf,
  sendFormAnswer,
  waitingFormAnswers,
} from '../server/requests';
import { isOperator } from '../server/session';
import type { FormAnswer, FormAnswerLine } from '../server/types';
import { momentWords } from '../words/dates';
import { named, t } from '../words/words';

const resultWords = (result: string | null): string => (result ? named('form_result_', result, result) : '');

function stateWords(line: FormAnswerLine): string {
  const earlier = [resultWords(line.earlierResult), line.earlierId].filter(Boolean).join(' ');
  if (line.state === 'DIFFERENT') return t('form_answer_state_different', { earlier });
  return named('form_answer_state_', line.state.toLowerCase(), line.state);
}

function Fault({ children }: { children: string }) {
  if (!children) return null;
  return (
    <p class="fault boxed" role="alert">
      {children}
    </p>
  );
}

function Upload({ caseNo, onRead }: { caseNo: string; onRead: (id: string) => void }) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const file = new FormData(event.currentTarget as HTMLFormElement).get('file');
    if (!(file instanceof File) || !file.name) return setProblem(t('form_answer_choose'));
    setBusy(true);
    setProblem('');
    try {
      const answer = await sendFormAnswer(file, caseNo);
      if (answer.lines) onRead(answer.answerId);
      else say(t('form_answer_kept', { file: answer.fileName }));
      await queries.invalidateQueries({ queryKey: ['form-answers'] });
    } catch (fault) {
      setProblem(problemWords(fault));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={send} noValidate>
      <Fault>{problem}</Fault>
      <div class="field">
        <label for="answer-file">{t('form_answer_file')}</label>
        <input id="answer-file" type="file" name="file" accept=".xlsx,.csv" />
      </div>
      <button type="submit" class="primary" disabled={busy}>
        {t('form_answer_read')}
      </button>
    </form>
  );
}

/** Whose line it is: found, or to be said by the desk. */
function CaseOfLine({ line, index }: { line: FormAnswerLine; index: number }) {
  if (line.state !== 'UNMATCHED' || !isOperator.value)
    return <>{[line.caseNo, line.lineNo].filter(Boolean).join(' / ')}</>;
  return (
    <>
      <label for={`case-${index}`}>{t('case_no')}</label>
      <input
        id={`case-${index}`}
        name={`case-${index}`}
        list={`candidates-${index}`}
        aria-label={t('form_answer_case_of', { place: line.place })}
        autocomplete="off"
      />
      <label for={`line-${index}`}>{t('form_answer_line_no')}</label>
      <input
        id={`line-${index}`}
        name={`line-${index}`}
        inputMode="numeric"
        aria-label={t('form_answer_line_of', { place: line.place })}
      />
      <datalist id={`candidates-${index}`}>
        {line.candidates.map(({ caseNo, lineNo }) => (
          <option key={`${caseNo}/${lineNo}`} value={caseNo}>
            {`${caseNo} / ${lineNo}`}
          </option>
        ))}
      </datalist>
    </>
  );
}

function Lines({ lines }: { lines: FormAnswerLine[] }) {
  return (
    <section class="table-box" tabIndex={0} aria-label={t('form_answer_lines')}>
      <table class="cards">
        <caption class="hidden-words">{t('form_answer_lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('form_answer_place')}</th>
            <th scope="col">{t('form_answer_case')}</th>
            <th scope="col">{t('form_answer_result')}</th>
            <th scope="col">{t('form_answer_id')}</th>
            <th scope="col">{t('form_answer_message')}</th>
            <th scope="col">{t('form_answer_state')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.place}>
              <td data-label={t('form_answer_place')}>
                <div>
                  {line.place}
                  {line.about.map(({ label, value }) => (
                    <div class="quiet" key={label}>{`${label}: ${value}`}</div>
                  ))}
                </div>
              </td>
              <td data-label={t('form_answer_case')}>
                <div>
                  <CaseOfLine line={line} index={index} />
                </div>
              </td>
              <td data-label={t('form_answer_result')}>{resultWords(line.result)}</td>
              <td data-label={t('form_answer_id')}>{line.issuedId}</td>
              <td data-label={t('form_answer_message')}>{line.message}</td>
              <td data-label={t('form_answer_state')}>
                <div>
                  {stateWords(line)}
                  {line.faults.map((fault) => (
                    <div class="fault" key={fault}>
                      {fault}
                    </div>
                  ))}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Preview({ answer, onDone }: { answer: FormAnswer; onDone: () => void }) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const lines = answer.lines ?? [];
  const isOpen = answer.state === 'WAITING';

  async function attempt(act: () => Promise<boolean>): Promise<void> {
    setBusy(true);
    setProblem('');
    try {
      if (await act()) onDone();
      await queries.invalidateQueries();
    } catch (fault) {
      setProblem(problemWords(fault));
    } finally {
      setBusy(false);
    }
  }

  function confirm(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const said = (name: string) =>
      String(form.get(name) ?? '')
        .normalize('NFKC')
        .trim()
        .toUpperCase();
    const choices = lines
      .map((_, index) => ({ index, caseNo: said(`case-${index}`), lineNo: said(`line-${index}`) || '1' }))
      .filter(({ caseNo }) => caseNo);
    void attempt(async () => {
      const done = await confirmFormAnswer(answer.answerId, choices);
      const counts = { lines: done.lines, left: done.left, cases: done.cases.join('、') };
      say(t(done.left ? 'form_answer_confirmed_left' : 'form_answer_confirmed', counts));
      return !done.left;
    });
  }

  function close(event: SubmitEvent): void {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget as HTMLFormElement).get('reason')).trim();
    if (!reason) return setProblem(t('error_required', { label: t('form_answer_reason') }));
    void attempt(async () => {
      await closeFormAnswer(answer.answerId, reason);
      say(t('form_answer_closed_now', { file: answer.fileName }));
      return true;
    });
  }

  return (
    <section class="group">
      <h2>{answer.fileName}</h2>
      {answer.formTitle && (
        <p>{t('form_answer_form_words', { title: answer.formTitle, version: answer.formVersion ?? 1 })}</p>
      )}
      <p>
        <a href={`/api/form-answers/${answer.answerId}/file`} download>
          {t('form_answer_as_came')}
        </a>
      </p>
      {answer.notes.map((note) => (
        <p class="quiet" key={note}>
          {note}
        </p>
      ))}
      <Fault>{answer.problem ? t('form_answer_problem', { problem: answer.problem }) : problem}</Fault>
      {!isOpen && <p>{t('form_answer_closed')}</p>}
      {lines.length > 0 && (
        <form class="group" onSubmit={confirm} noValidate>
          <Lines lines={lines} />
          {isOpen && (
            <button type="submit" class="primary" disabled={busy}>
              {t('form_answer_confirm')}
            </button>
          )}
        </form>
      )}
      {isOpen && isOperator.value && (
        <form class="group" onSubmit={close} noValidate>
          <div class="field">
            <label for="close-reason">{t('form_answer_reason')}</label>
            <input id="close-reason" name="reason" autocomplete="off" />
          </div>
          <button type="submit" disabled={busy}>
            {t('form_answer_close')}
          </button>
        </form>
      )}
    </section>
  );
}

/** 照合待ち: files that came back for request forms; each is looked at before its cases are told. */
export function FormAnswersScreen() {
  const { query, route } = useLocation();
  const chosen = query.answer ?? '';
  const caseNo = query.caseNo ?? '';
  const waiting = useQuery(['form-answers'], waitingFormAnswers, { enabled: isOperator.value });
  const answer = useQuery(['form-answers', chosen], () => formAnswerOf(chosen), { enabled: chosen !== '' });
  const here = (id: string) =>
    `/form-answers?${new URLSearchParams({ ...(caseNo && { caseNo }), ...(id && { answer: id }) })}`;
  useTitle(t('form_answers'));
  return (
    <>
      <Heading>{t('form_answers')}</Heading>
      <p class="lead">{t('form_answers_lead')}</p>
      <Upload caseNo={caseNo} onRead={(id) => route(here(id))} />
      {chosen && (
        <Shown query={answer}>{(one) => <Preview answer={one} onDone={() => route(here(''))} key={chosen} />}</Shown>
      )}
      {isOperator.value && (
        <section class="group">
          <h2>{t('form_answers_waiting')}</h2>
          <Shown query={waiting}>
            {({ items }) =>
              items.length ? (
                <ul class="list">
                  {items.map((one) => (
                    <li key={one.answerId}>
                      <a
                        class="row"
                        href={here(one.answerId)}
                        aria-current={one.answerId === chosen ? 'true' : undefined}
                      >
                        <span class="row-due">{momentWords(new Date(one.uploadedAt))}</span>
                        <span class="row-title">{one.fileName}</span>
                        <span class="row-step">{one.formTitle ?? ''}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              ) : (
                <Empty>{t('form_answers_empty')}</Empty>
              )
            }
          </Shown>
        </section>
      )}
    </>
  );
}
