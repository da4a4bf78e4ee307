import { useLocation } from 'preact-iso';
import { StateBadge } from '../parts/badge';
import { Heading, useTitle } from '../parts/page';
import { Empty, Shown } from '../parts/states';
import { totalWords } from '../parts/total';
import { useQuery } from '../server/query';
import { type CaseFilter, searchCases } from '../server/requests';
import type { Case } from '../server/types';
import { dayWords, dueGroup, dueWords } from '../words/dates';
import { named, t } from '../words/words';

const pageSize = 50;
const kinds = ['INC', 'INF'];

function CaseRow({ one }: { one: Case }) {
  const now = new Date();
  const overdue = !one.endDate && dueGroup(one.dueAt, now) === 'overdue';
  return (
    <tr>
      <th scope="row" class="number">
        <a href={`/cases/${encodeURIComponent(one.caseNo)}`}>{one.caseNo}</a>
      </th>
      <td class="case-title" data-label={t('title')}>
        {one.title}
        <span class="quiet small">{one.processName}</span>
      </td>
      <td data-label={t('state')}>
        <StateBadge state={one.state} />
      </td>
      <td data-label={t('now_at')}>{one.currentElements.map((element) => element.elementName).join('、') || '—'}</td>
      <td data-label={t('due_at')} class={overdue ? 'overdue' : ''}>
        {one.dueAt && !one.endDate ? dueWords(one.dueAt, now) : '—'}
      </td>
      <td data-label={t('requester')}>{one.requester?.name ?? '—'}</td>
      <td data-label={t('started_at')}>{dayWords(new Date(one.startDate), now)}</td>
    </tr>
  );
}

/** 案件: every case one may see; the filter is in the address. */
export function CasesScreen() {
  const { query, route } = useLocation();
  const { text = '', kind = '', open = 'open' } = query;
  const from = Math.max(0, Number.parseInt(query.from ?? '0', 10) || 0);
  const filter: CaseFilter = {
    ...(text && { text }),
    ...(kind && { kind }),
    ...(open === 'open' ? { open: true } : open === 'ended' ? { open: false } : {}),
  };
  const cases = useQuery(['cases', 'list', filter, from], () => searchCases(filter, from, pageSize));
  const filtered = Boolean(text || kind || open !== 'all');
  useTitle(t('cases'));

  function hrefOf(change: Record<string, string>): string {
    const next = { text, kind, open, ...change };
    return `/cases?${new URLSearchParams(Object.entries(next).filter(([, value]) => value))}`;
  }

  function find(event: Event): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    route(hrefOf({ text: String(form.get('text')), kind: String(form.get('kind')), open: String(form.get('open')) }));
  }

  return (
    <>
      <Heading>{t('cases')}</Heading>
      <search>
        <form class="filter" key={`${text}|${kind}|${open}`} onSubmit={find} aria-label={t('cases_lead')}>
          <div class="field">
            <label for="case-text">{t('cases_search')}</label>
            <input id="case-text" name="text" type="search" defaultValue={text} />
          </div>
          <div class="field">
            <label for="case-kind">{t('kind')}</label>
            <select id="case-kind" name="kind">
              <option value="">{t('kind_all')}</option>
              {kinds.map((one) => (
                <option key={one} value={one} selected={one === kind}>
                  {named('k_', one, one)}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="case-open">{t('state')}</label>
            <select id="case-open" name="open">
              {(['open', 'ended', 'all'] as const).map((one) => (
                <option key={one} value={one} selected={one === open}>
                  {t(`state_${one}`)}
                </option>
              ))}
            </select>
          </div>
          <button type="submit">{t('search_go')}</button>
        </form>
      </search>
      <Shown query={cases}>
        {({ items, page }) =>
          items.length ? (
            <>
              <div class="table-box">
                <table class="cards">
                  <caption class="hidden-words">{t('cases')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('case_no')}</th>
                      <th scope="col">{t('title')}</th>
                      <th scope="col">{t('state')}</th>
                      <th scope="col">{t('now_at')}</th>
                      <th scope="col">{t('due_at')}</th>
                      <th scope="col">{t('requester')}</th>
                      <th scope="col" aria-sort="descending">
                        {t('started_at')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((one) => (
                      <CaseRow key={one.processInstanceKey} one={one} />
                    ))}
                  </tbody>
                </table>
              </div>
              <p class="pages">
                <span class="quiet">
                  {t('shown_of', { total: totalWords(page), from: from + 1, to: from + items.length })}
                </span>
                {from > 0 && <a href={hrefOf({ from: String(from - pageSize) })}>{t('previous_page')}</a>}
                {(from + items.length < page.totalItems || page.hasMoreTotalItems) && (
                  <a href={hrefOf({ from: String(from + pageSize) })}>{t('next_page')}</a>
                )}
              </p>
            </>
          ) : (
            <Empty>
              <p>{t(filtered ? 'nothing_matches' : 'cases_empty')}</p>
              {filtered && <a href="/cases?open=all">{t('clear_filter')}</a>}
            </Empty>
          )
        }
      </Shown>
    </>
  );
}
