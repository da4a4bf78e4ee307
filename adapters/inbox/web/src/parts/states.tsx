import type { QueryObserverResult } from '@tanstack/query-core';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../server/http';
import { queries } from '../server/query';
import { t } from '../words/words';

/** The words for a refusal: the server's own where it gave some. */
export function problemWords(fault: unknown): string {
  if (!(fault instanceof Problem)) return t('failed');
  if (fault.status === 0) return t('server_down');
  if (fault.status === 403 || fault.status === 404) return fault.detail || t('no_right');
  if (fault.status === 429 || fault.status >= 500) return t('server_busy');
  return fault.detail || t('failed');
}

function useElapsed(ms: number): boolean {
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return elapsed;
}

/** Quiet rows after 200 ms, words for screen readers after 1 s, an offer to stop after 10 s. */
export function Loading({ rows = 8 }: { rows?: number }) {
  const visible = useElapsed(200);
  const spoken = useElapsed(1_000);
  const long = useElapsed(10_000);
  return (
    <div class="loading" aria-busy="true">
      <p class="hidden-words" role="status">
        {spoken ? t('loading') : ''}
      </p>
      {visible && Array.from({ length: rows }, (_, row) => <div class="quiet-row" key={row} />)}
      {long && (
        <button type="button" onClick={() => queries.cancelQueries()}>
          {t('stop_loading')}
        </button>
      )}
    </div>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="empty">{children}</div>;
}

/** Nothing could be read: what is wrong, and the way to try again. */
export function Failed({ query }: { query: QueryObserverResult<unknown> }) {
  const { error } = query;
  const gone = error instanceof Problem && (error.status === 403 || error.status === 404);
  return (
    <div class="failed" role="alert">
      <p>{gone ? t('no_right') : problemWords(error)}</p>
      {!gone && (
        <button type="button" onClick={() => query.refetch()}>
          {t('reload')}
        </button>
      )}
    </div>
  );
}

/** Shows what was read; before that the quiet rows, and if it never came what is wrong. */
export function Shown<T>(props: {
  query: QueryObserverResult<T>;
  rows?: number;
  children: (data: T) => ComponentChildren;
}) {
  const { query, rows, children } = props;
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Failed query={query} />;
  if (query.fetchStatus === 'idle') {
    return (
      <div class="failed">
        <p>{t('stopped')}</p>
        <button type="button" onClick={() => query.refetch()}>
          {t('reload')}
        </button>
      </div>
    );
  }
  return <Loading {...(rows ? { rows } : {})} />;
}
