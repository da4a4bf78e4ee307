import { ProcessModel } from '../diagram/model';
import { useQuery } from '../server/query';
import { deadlinesOf, processXml } from '../server/requests';
import type { CountedPeriod, UserTask } from '../server/types';
import { momentWords } from '../words/dates';
import { named, t } from '../words/words';

function Period({ period }: { period: CountedPeriod }) {
  return (
    <>
      <p class="small">
        {t('period_words', {
          from: period.from,
          count: period.count,
          calendar: named('calendar_', period.calendar, period.calendar),
        })}
      </p>
      <ol class="counted-days small">
        {period.days.map((day) => (
          <li key={day.date} class={day.counted ? undefined : 'quiet'}>
            {day.date} {day.counted ? t('day_counted') : t('day_not_counted', { reason: day.reason ?? '' })}
            {day.source && <span class="quiet"> （{day.source}）</span>}
          </li>
        ))}
      </ol>
    </>
  );
}

interface Deadline {
  name: string;
  dueDate: string;
  dueBefore: string | null;
  periods: CountedPeriod[];
  legalBasis: string;
  isDeemed: boolean;
}

async function readDeadlines(task: UserTask): Promise<Deadline[]> {
  const [told, xml] = await Promise.all([deadlinesOf(task.userTaskKey), processXml(task.processDefinitionKey)]);
  const model = new ProcessModel(xml);
  const own: Deadline[] = told.dueDate
    ? [
        {
          name: t('due_of_task'),
          dueDate: told.dueDate,
          dueBefore: told.dueBefore,
          periods: told.reckoning.periods ?? [],
          legalBasis: '',
          isDeemed: false,
        },
      ]
    : [];
  const ofTimers = told.timers.map(({ elementId, dueDate, dueBefore, reckoning }) => ({
    name: model.name(elementId),
    dueDate,
    dueBefore,
    periods: reckoning.periods ?? [],
    legalBasis: model.property(elementId, 'approval.legalBasis') ?? '',
    isDeemed: (model.property(elementId, 'approval.deemed') ?? 'false') !== 'false',
  }));
  return [...own, ...ofTimers];
}

/** When the task and what hangs at it falls due, and by which days that was counted. Asked for when it is opened. */
export function TaskDeadlines({ task }: { task: UserTask }) {
  const query = useQuery(['deadlines', task.userTaskKey], () => readDeadlines(task));
  const deadlines = query.data ?? [];
  if (!deadlines.some((one) => one.periods.length || one.isDeemed)) return null;
  return (
    <details class="deadlines">
      <summary>{t('deadlines_why')}</summary>
      {deadlines.map((one) => (
        <section key={`${one.name}${one.dueDate}`}>
          <h3>
            {one.name}: {momentWords(new Date(one.dueDate))}
          </h3>
          {one.dueBefore && (
            <p class="small">{t('deadline_before', { moment: momentWords(new Date(one.dueBefore)) })}</p>
          )}
          {one.isDeemed && <p>{t('deadline_deemed', { basis: one.legalBasis })}</p>}
          {one.periods.map((period, index) => (
            <Period key={index} period={period} />
          ))}
          {!one.periods.length && <p class="quiet small">{t('no_calendar_asked')}</p>}
        </section>
      ))}
    </details>
  );
}
