import { useLocation, useRoute } from 'preact-iso';
import { useOutcomeWords } from '../diagram/outcomes';
import { Badge, StateBadge } from '../parts/badge';
import { Icon } from '../parts/icon';
import { Heading, useTitle } from '../parts/page';
import { useNames } from '../parts/people';
import { Empty, Failed, Loading, Shown } from '../parts/states';
import { Problem } from '../server/http';
import { useQuery } from '../server/query';
import { caseOf, searchCases, variablesOf } from '../server/requests';
import { isOperator, session } from '../server/session';
import type { Case, CaseDetail, CurrentElement, HistoryEntry, Mail } from '../server/types';
import { dueGroup, dueWords, momentWords } from '../words/dates';
import { groupWords } from '../words/roles';
import { named, t, type Word } from '../words/words';
import { CaseActs } from './case_acts';
import { CaseDocuments } from './case_documents';
import { CaseMoves } from './case_moves';
import { CaseRoute } from './case_route';
import { Consultation } from './consultation';
import { MailRead } from './mail_read';
import { heldWords, isHeld } from './task_hold';

type View = 'overview' | 'route' | 'history' | 'case_mails' | 'variables';

function hrefOf(one: Case, view: View): string {
  const path = `/cases/${encodeURIComponent(one.caseNo)}`;
  return view === 'overview' ? path : `${path}?view=${view}`;
}

function Now({ element }: { element: CurrentElement }) {
  const names = useNames();
  const { username = '', groups = [] } = session.value ?? {};
  const who = element.assignee ? names(element.assignee) : element.candidateGroups.map(groupWords).join('、');
  const since = momentWords(new Date(element.since));
  const mine = element.assignee
    ? element.assignee === username
    : element.candidateGroups.some((group) => groups.includes(group));
  return (
    <li>
      {element.hasIncident && (
        <Badge tone="danger" icon="stop">
          {t('has_incident')}
        </Badge>
      )}
      <span>
        {who
          ? t('now_words', { element: element.elementName, who, since })
          : t('now_nobody', { element: element.elementName, since })}
      </span>
      {isHeld(element) && <p class="small">{heldWords(element, names)}</p>}
      {element.userTaskKey && mine && <a href={`/tasks/${element.userTaskKey}`}>{t('my_task')}</a>}
    </li>
  );
}

function Fact({ word, children }: { word: Word; children: preact.ComponentChildren }) {
  return children ? (
    <div class="shown">
      <dt>{t(word)}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
}

function Overview({ one }: { one: CaseDetail }) {
  const now = new Date();
  const recent = one.history.filter((entry) => !entry.technical).slice(-5);
  return (
    <div class="overview">
      <CaseActs one={one} />
      <CaseMoves one={one} />
      <Consultation
        processInstanceKey={one.processInstanceKey}
        openTasks={one.currentElements.map((each) => each.userTaskKey)}
      />
      <section class="now-box">
        <h2>{t('now_at')}</h2>
        {one.endDate ? (
          <p>{t('ended_words', { moment: momentWords(new Date(one.endDate), now) })}</p>
        ) : one.currentElements.length ? (
          <ul class="now">
            {one.currentElements.map((element) => (
              <Now key={`${element.elementId}${element.since}`} element={element} />
            ))}
          </ul>
        ) : (
          <p>{t('nothing_waiting')}</p>
        )}
      </section>
      <dl class="facts">
        <Fact word="process">{one.processName}</Fact>
        <Fact word="priority">{one.priority}</Fact>
        <Fact word="requester">{[one.requester?.name, one.requester?.organisation].filter(Boolean).join('、')}</Fact>
        <Fact word="started_at">{momentWords(new Date(one.startDate), now)}</Fact>
        <Fact word="ended_at">{one.endDate && momentWords(new Date(one.endDate), now)}</Fact>
      </dl>
      <CaseDocuments one={one} />
      {recent.length > 0 && (
        <section>
          <h2>{t('history')}</h2>
          <HistoryTable entries={recent} of={one} />
        </section>
      )}
    </div>
  );
}

function whatWords(entry: HistoryEntry, outcomeWords: (elementId: string, outcome: string) => string): string {
  if (entry.what === 'TASK_COMPLETED' && entry.outcome)
    return t('h_task_outcome', { outcome: outcomeWords(entry.elementId ?? '', entry.outcome) });
  return named('h_', entry.what.toLowerCase(), entry.what);
}

const groupsWords = (groups: string) => groups.split(', ').map(groupWords).join('、');

function remarkWords(entry: HistoryEntry): string {
  const text = entry.text ?? '';
  if (entry.what === 'TASK_CREATED' && text) return groupsWords(text);
  if (entry.what === 'TASK_WIDENED') return text.split(' + ').map(groupsWords).join(' ＋ ');
  return text;
}

function HistoryTable({ entries, of }: { entries: HistoryEntry[]; of: Case }) {
  const outcomeWords = useOutcomeWords(of.processDefinitionKey);
  const names = useNames();
  const now = new Date();
  return (
    <div class="table-box">
      <table class="cards history">
        <caption class="hidden-words">{t('history')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('step')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('remark')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <tr key={index}>
              <td class="when" data-label={t('when')}>
                {momentWords(new Date(entry.time), now)}
              </td>
              <td data-label={t('step')}>{entry.elementName || '—'}</td>
              <td data-label={t('what')}>{whatWords(entry, outcomeWords)}</td>
              <td data-label={t('who')}>{entry.actor ? (entry.actorName ?? names(entry.actor)) : t('system')}</td>
              <td data-label={t('remark')}>
                {remarkWords(entry)}
                {entry.version != null && entry.version + (entry.isOfEarlierVersion ? 1 : 0) > 1 && (
                  <>
                    {' '}
                    <span class="quiet small">
                      {t(entry.isOfEarlierVersion ? 'of_earlier_version' : 'of_version', { version: entry.version })}
                    </span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function History({ one }: { one: CaseDetail }) {
  const { query, route } = useLocation();
  const technical = query.technical === 'yes';
  const entries = technical ? one.history : one.history.filter((entry) => !entry.technical);
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={technical}
          onChange={() => route(`${hrefOf(one, 'history')}${technical ? '' : '&technical=yes'}`, true)}
        />{' '}
        {t('show_technical')}
      </label>
      {entries.length ? <HistoryTable entries={entries} of={one} /> : <Empty>{t('history_empty')}</Empty>}
    </>
  );
}

function Variables({ one }: { one: Case }) {
  const query = useQuery(['variables', one.processInstanceKey], () => variablesOf(one.processInstanceKey));
  return (
    <Shown query={query}>
      {({ items }) =>
        items.length ? (
          <div class="table-box">
            <table class="variables">
              <caption class="hidden-words">{t('variables')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('variable_name')}</th>
                  <th scope="col">{t('variable_value')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((variable) => (
                  <tr key={`${variable.scopeKey}${variable.name}`}>
                    <th scope="row">
                      <code>{variable.name}</code>
                    </th>
                    <td>
                      <code>{variable.value}</code> {variable.isTruncated && t('truncated')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : (
          <Empty>{t('variables_empty')}</Empty>
        )
      }
    </Shown>
  );
}

function CaseMails({ mails }: { mails: Mail[] }) {
  const now = new Date();
  if (!mails.length) return <Empty>{t('mail_none')}</Empty>;
  return (
    <ul class="mails">
      {mails.map((mail) => (
        <li key={mail.mailKey}>
          <details>
            <summary>
              <span class="mail-way">{t(mail.direction === 'IN' ? 'direction_in' : 'direction_out')}</span>
              <span class="mail-subject">{mail.subject || t('no_subject')}</span>
              <span class="quiet small">
                {momentWords(new Date(mail.date), now)} · {mail.direction === 'IN' ? mail.from : mail.to.join('、')} ·{' '}
                {named('mail_state_', mail.state.toLowerCase(), mail.state)}
              </span>
            </summary>
            <MailRead mailKey={mail.mailKey} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function CaseBody({ one, view }: { one: CaseDetail; view: View }) {
  switch (view) {
    case 'route':
      return <CaseRoute one={one} />;
    case 'history':
      return <History one={one} />;
    case 'case_mails':
      return <CaseMails mails={one.mails} />;
    case 'variables':
      return <Variables one={one} />;
    default:
      return <Overview one={one} />;
  }
}

/** Not found, as typed, with cases whose numbers are near. */
function NoCase({ caseNo }: { caseNo: string }) {
  const near = useQuery(['cases', 'near', caseNo], () => searchCases({ text: caseNo.replace(/\d{1,2}$/, '') }, 0, 5));
  useTitle(t('not_found', { what: caseNo }));
  return (
    <>
      <Heading>{t('not_found', { what: caseNo })}</Heading>
      <p>{t('no_right')}</p>
      {near.data?.items.length ? (
        <>
          <h2>{t('near_matches')}</h2>
          <ul>
            {near.data.items.map((one) => (
              <li key={one.caseNo}>
                <a href={`/cases/${encodeURIComponent(one.caseNo)}`}>{one.caseNo}</a> {one.title}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function CasePage({ one }: { one: CaseDetail }) {
  const { query } = useLocation();
  const views: View[] = [
    'overview',
    'route',
    'history',
    'case_mails',
    ...(isOperator.value ? ['variables' as const] : []),
  ];
  const view = views.find((name) => name === query.view) ?? 'overview';
  const now = new Date();
  const overdue = dueGroup(one.dueAt, now) === 'overdue';
  useTitle(one.caseNo, one.title, t('cases'));
  return (
    <>
      <header class="case-head">
        <p class="eyebrow">
          <span>{one.processName}</span> <span class="number">{one.caseNo}</span>
        </p>
        <Heading>{one.title}</Heading>
        <p class="task-facts">
          <StateBadge state={one.state} />
          {one.hasIncident && (
            <Badge tone="danger" icon="stop">
              {t('has_incident')}
            </Badge>
          )}
          {one.dueAt && !one.endDate && (
            <span class={overdue ? 'row-due overdue' : 'row-due'}>
              <Icon name={overdue ? 'overdue' : 'clock'} /> {t('due', { moment: dueWords(one.dueAt, now) })}
            </span>
          )}
        </p>
      </header>
      <nav class="tabs" aria-label={t('case_views')}>
        {views.map((name) => (
          <a key={name} href={hrefOf(one, name)} aria-current={name === view ? 'page' : undefined}>
            {t(name)} {name === 'case_mails' && one.mails.length > 0 && <span class="count">{one.mails.length}</span>}
          </a>
        ))}
      </nav>
      <CaseBody one={one} view={view} />
    </>
  );
}

/** `/cases/INC-R08-00001`: the one page and address of a case. */
export function CaseScreen() {
  const { params } = useRoute();
  const caseNo = params.caseNo ?? '';
  const query = useQuery(['case', caseNo], () => caseOf(caseNo));
  if (query.data) return <CasePage one={query.data} />;
  if (query.error instanceof Problem && query.error.status === 404) return <NoCase caseNo={caseNo} />;
  if (query.isError) return <Failed query={query} />;
  return <Loading />;
}
