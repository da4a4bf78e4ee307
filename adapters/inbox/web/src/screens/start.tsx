import { useLocation } from 'preact-iso';
import { Heading, useTitle } from '../parts/page';
import { Empty, Shown } from '../parts/states';
import { useQuery } from '../server/query';
import { startForms } from '../server/requests';
import { t } from '../words/words';

/** 申請する: which requests this person may start. The keyword is in the address. */
export function StartScreen() {
  const { query, route } = useLocation();
  const forms = useQuery(['start-forms'], startForms, { refresh: false });
  const text = (query.text ?? '').normalize('NFKC').toLowerCase();
  useTitle(t('start'));
  return (
    <div class="column">
      <Heading>{t('start')}</Heading>
      <Shown query={forms}>
        {({ items }) => {
          const found = items.filter((one) =>
            `${one.name} ${one.description ?? ''} ${one.kind}`.normalize('NFKC').toLowerCase().includes(text),
          );
          if (!items.length) return <Empty>{t('start_empty')}</Empty>;
          return (
            <>
              <p>{t('start_lead')}</p>
              {items.length > 5 && (
                <div class="field">
                  <label for="keyword">{t('start_search')}</label>
                  <input
                    id="keyword"
                    type="search"
                    value={query.text ?? ''}
                    onInput={(event) => route(`/start?text=${encodeURIComponent(event.currentTarget.value)}`, true)}
                  />
                </div>
              )}
              {found.length ? (
                <ul class="requests">
                  {found.map((one) => (
                    <li key={one.processDefinitionId}>
                      <a class="request" href={`/start/${encodeURIComponent(one.processDefinitionId)}`}>
                        <span class="request-name">{one.name}</span>
                        {one.description && <span class="request-words">{one.description}</span>}
                        <span class="request-go" aria-hidden="true">
                          {t('apply')} →
                        </span>
                      </a>
                    </li>
                  ))}
                </ul>
              ) : (
                <Empty>
                  <p>{t('nothing_matches')}</p>
                  <a href="/start">{t('clear_filter')}</a>
                </Empty>
              )}
            </>
          );
        }}
      </Shown>
    </div>
  );
}
