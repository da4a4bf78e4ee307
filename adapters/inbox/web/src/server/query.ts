import { computed, signal } from '@preact/signals';
import { QueryClient, type QueryKey, QueryObserver, type QueryObserverResult } from '@tanstack/query-core';
import { useEffect, useState } from 'preact/hooks';
import { Problem } from './http';

const refreshMs = 30_000;

/** What the screens have read, shared by all of them. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Refusals don't get better by asking again; a server that is down is asked with growing pauses.
      retry: (failures, fault) =>
        fault instanceof Problem && (fault.status === 0 || fault.status >= 502) && failures < 2,
      retryDelay: (failures) => Math.min(1000 * 2 ** failures, 15_000),
      networkMode: 'always',
      staleTime: 2_000,
    },
  },
});
queries.mount();

interface Reading {
  updatedAt: number;
  failed: boolean;
}

const readings = signal<ReadonlyMap<string, Reading>>(new Map());

/** When what is on the screen was read: the oldest of it. 0 before anything was read. */
export const readAt = computed(() => {
  const times = [...readings.value.values()].map(({ updatedAt }) => updatedAt).filter((time) => time > 0);
  return times.length ? Math.min(...times) : 0;
});

/** Something on the screen could not be read anew and is older than it says. */
export const isStale = computed(() =>
  [...readings.value.values()].some(({ failed, updatedAt }) => failed && updatedAt > 0),
);

function note(hash: string, reading: Reading | undefined): void {
  const next = new Map(readings.peek());
  if (reading) next.set(hash, reading);
  else next.delete(hash);
  readings.value = next;
}

interface Options {
  /** False: don't ask yet. */
  enabled?: boolean;
  /** False: what never changes (a process's XML), read once and not counted for 「現在」. */
  refresh?: boolean;
}

/** Reads something of the server for as long as the screen is open, again every 30 seconds. */
export function useQuery<T>(key: QueryKey, read: () => Promise<T>, options: Options = {}): QueryObserverResult<T> {
  const { enabled = true, refresh = true } = options;
  const hash = JSON.stringify(key);
  const [observer] = useState(() => new QueryObserver<T>(queries, { queryKey: key, queryFn: read, enabled }));
  const [, redraw] = useState(0);

  observer.setOptions({
    queryKey: key,
    queryFn: read,
    enabled,
    refetchInterval: refresh ? refreshMs : false,
    refetchOnWindowFocus: refresh,
    staleTime: refresh ? 2_000 : Number.POSITIVE_INFINITY,
  });

  useEffect(() => observer.subscribe(() => redraw((count) => count + 1)), [observer]);
  const result = observer.getCurrentResult();
  useEffect(() => {
    if (!refresh || !enabled) return undefined;
    note(hash, { updatedAt: result.dataUpdatedAt, failed: result.failureCount > 0 || result.isError });
    return () => note(hash, undefined);
  }, [hash, refresh, enabled, result.dataUpdatedAt, result.isError, result.failureCount]);
  return result;
}

/** Reads everything on the screen anew. */
export const refreshAll = () => queries.refetchQueries({ type: 'active' });
