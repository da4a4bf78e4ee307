import { useNames } from '../parts/people';
import { Empty, Shown } from '../parts/states';
import { useQuery } from '../server/query';
import { casesOfInstances, questionsToMe } from '../server/requests';
import type { Case, TaskEvent } from '../server/types';
import { momentWords } from '../words/dates';
import { t } from '../words/words';

interface Question {
  one: TaskEvent;
  ofCase: Case | undefined;
  answered: boolean;
  isOpen: boolean;
}

async function readQuestions(): Promise<Question[]> {
  const { asked, answered } = await questionsToMe();
  const cases = await casesOfInstances(asked.map((one) => one.processInstanceKey));
  const questions = asked.map((one) => {
    const ofCase = cases.get(one.processInstanceKey);
    return {
      one,
      ofCase,
      answered: answered.some(({ about }) => about === one.taskEventKey),
      isOpen: Boolean(ofCase?.currentElements.some(({ userTaskKey }) => userTaskKey === one.userTaskKey)),
    };
  });
  const waits = (question: Question) => question.isOpen && !question.answered;
  return [...questions.filter(waits), ...questions.filter((question) => !waits(question))];
}

/** 相談: what others ask me. It is answered on the page of the case. */
export function Asked() {
  const names = useNames();
  const query = useQuery(['asked'], readQuestions);
  return (
    <Shown query={query}>
      {(questions) =>
        questions.length ? (
          <ul class="list">
            {questions.map(({ one, ofCase, answered, isOpen }) => (
              <li key={one.taskEventKey}>
                <a class="row" href={ofCase ? `/cases/${encodeURIComponent(ofCase.caseNo)}` : '/cases'}>
                  <span class="row-due">{t(answered ? 'asked_answered' : isOpen ? 'asked_open' : 'asked_over')}</span>
                  <span class="row-title">{one.text}</span>
                  <span class="row-step">{ofCase?.title}</span>
                  <span class="row-facts">
                    <span class="number">{ofCase?.caseNo ?? ''}</span>
                    <span>{names(one.actor ?? '')}</span>
                    <span>{momentWords(new Date(one.happenedAt))}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <Empty>{t('asked_empty')}</Empty>
        )
      }
    </Shown>
  );
}
