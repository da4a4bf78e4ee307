import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Icon, type IconName } from '../parts/icon';
import { useKeys } from '../parts/keys';
import { Notices, say, undoLast } from '../parts/notice';
import { totalWords } from '../parts/total';
import { isStale, readAt, refreshAll, useQuery } from '../server/query';
import { activeIncidents, tasksOf, trayMails } from '../server/requests';
import { isOperator } from '../server/session';
import { clock } from '../words/dates';
import { t, type Word } from '../words/words';
import { KeysDialog } from './keys_dialog';
import { PersonMenu } from './person_menu';

interface Place {
  path: string;
  word: Word;
  short: Word;
  icon: IconName;
  count?: string | undefined;
}

function usePlaces(): Place[] {
  const operator = isOperator.value;
  const todo = useQuery(['tasks', 'todo'], () => tasksOf('todo'));
  const tray = useQuery(['mails', 'tray'], trayMails, { enabled: operator });
  const incidents = useQuery(['incidents'], activeIncidents, { enabled: operator });
  const places: Place[] = [
    { path: '/inbox', word: 'inbox', short: 'inbox', icon: 'inbox', count: todo.data && String(todo.data.length) },
    { path: '/start', word: 'start', short: 'start_short', icon: 'start' },
    { path: '/cases', word: 'cases', short: 'cases', icon: 'cases' },
  ];
  if (!operator) return places;
  return [
    ...places,
    {
      path: '/mails',
      word: 'mails',
      short: 'mails_short',
      icon: 'mails',
      count: tray.data && totalWords(tray.data.page),
    },
    {
      path: '/operations',
      word: 'operations',
      short: 'operations_short',
      icon: 'operations',
      count: incidents.data && totalWords(incidents.data.page),
    },
  ];
}

function Navigation({ places }: { places: Place[] }) {
  const { path } = useLocation();
  return (
    <nav class="places" aria-label={t('navigation')}>
      <ul>
        {places.map((place) => (
          <li key={place.path}>
            <a href={place.path} aria-current={path.startsWith(place.path) ? 'page' : undefined}>
              <Icon name={place.icon} />
              <span class="long">{t(place.word)}</span>
              <span class="short">{t(place.short)}</span>
              {place.count && place.count !== '0' ? <span class="count">{place.count}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Freshness() {
  const time = readAt.value ? clock(new Date(readAt.value)) : '';
  async function refresh(): Promise<void> {
    await refreshAll();
    if (!isStale.peek()) say(t('refreshed'));
  }
  return (
    <p class="freshness">
      {time && <span>{t('as_of', { time })}</span>}
      <span class="quiet">{t('auto_refresh')}</span>
      <button type="button" class="plain" onClick={refresh}>
        <Icon name="refresh" /> {t('refresh')}
      </button>
    </p>
  );
}

/** What stands round every screen: skip link, search, places, notices, and when it was read. */
export function Frame({ children }: { children: ComponentChildren }) {
  const { route, query, path } = useLocation();
  const search = useRef<HTMLInputElement>(null);
  const [keysShown, setKeysShown] = useState(false);
  const places = usePlaces();
  const go = (to: string) => () => {
    if (places.some((place) => place.path === to)) route(to);
  };
  useKeys({
    '/': () => search.current?.focus(),
    '?': () => setKeysShown(true),
    'g i': go('/inbox'),
    'g s': go('/start'),
    'g c': go('/cases'),
    'g o': go('/operations'),
    u: () => void undoLast(),
  });

  function find(event: SubmitEvent): void {
    event.preventDefault();
    const text = search.current?.value.trim() ?? '';
    const number = /^[A-Z]{3}-R\d{2}-\d{5}$/i.exec(text.normalize('NFKC'));
    route(number ? `/cases/${number[0].toUpperCase()}` : `/cases?text=${encodeURIComponent(text)}&open=all`);
  }

  return (
    <div class="frame">
      <a class="skip" href="#content">
        {t('skip')}
      </a>
      <header class="bar">
        <a class="mark" href="/inbox">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          <span>{t('product')}</span>{' '}
          <span class="latin" lang="en">
            Dandori
          </span>
        </a>
        <search>
          <form onSubmit={find}>
            <Icon name="search" />
            <input
              type="search"
              aria-label={t('search')}
              aria-keyshortcuts="/"
              placeholder={t('search')}
              ref={search}
              defaultValue={path === '/cases' ? (query.text ?? '') : ''}
            />
            <button type="submit" class="hidden-words">
              {t('search_go')}
            </button>
          </form>
        </search>
        <PersonMenu onKeys={() => setKeysShown(true)} />
      </header>
      <Navigation places={places} />
      <main id="content" tabIndex={-1}>
        {isStale.value && (
          <div class="stale" role="alert">
            <p>{t('stale', { time: clock(new Date(readAt.value)) })}</p>
            <button type="button" onClick={() => refreshAll()}>
              {t('reload')}
            </button>
          </div>
        )}
        {children}
      </main>
      <footer>
        <Freshness />
      </footer>
      <Notices />
      {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
    </div>
  );
}
