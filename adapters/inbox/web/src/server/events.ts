import { effect, signal } from '@preact/signals';
import { refreshAll } from './query';
import { session, sessionOver } from './session';

/** Changes come in bursts: what is on the screen is read anew once for all of them. */
const restMs = 400;

/**
 * Reads what is on the screen anew when the server tells that something changed which the person may see. Heard only while
 * somebody is signed in and looks: a browser has six connections to a server for all its tabs. Where the stream can't be had (a
 * proxy that cuts it), the screens' own refreshing remains.
 */
export function listenToChanges(): void {
  const isLookedAt = signal(!document.hidden);
  document.addEventListener('visibilitychange', () => {
    isLookedAt.value = !document.hidden;
  });
  let isDue = false;
  const refreshSoon = () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      void refreshAll();
    }, restMs);
  };
  effect(() => {
    if (sessionOver.value || !session.value?.username || !isLookedAt.value) return undefined;
    const stream = new EventSource('/api/events');
    stream.addEventListener('change', refreshSoon);
    return () => stream.close();
  });
}
