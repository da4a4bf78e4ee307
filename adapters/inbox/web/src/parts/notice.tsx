import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../words/words';

interface Notice {
  text: string;
  undo?: (() => Promise<unknown>) | undefined;
}

const notice = signal<Notice | null>(null);
const shownMs = 10_000;

/** Says what happened, with a way back where there is one. Replaces the notice before. */
export function say(text: string, undo?: () => Promise<unknown>): void {
  notice.value = { text, undo };
}

/** Takes back the last act, where its notice is still there; the key `u`. */
export async function undoLast(): Promise<void> {
  const { undo } = notice.peek() ?? {};
  if (!undo) return;
  notice.value = null;
  await undo();
}

/** The place of notices: one polite live region. A notice goes after ten seconds, but not while focus is on it. */
export function Notices() {
  const region = useRef<HTMLDivElement>(null);
  const shown = notice.value;

  useEffect(() => {
    if (!shown) return undefined;
    const leave = () => {
      if (region.current?.contains(document.activeElement)) return;
      notice.value = null;
    };
    const timer = setTimeout(leave, shownMs);
    const element = region.current;
    const onFocusOut = () => setTimeout(leave, shownMs / 2);
    element?.addEventListener('focusout', onFocusOut);
    return () => {
      clearTimeout(timer);
      element?.removeEventListener('focusout', onFocusOut);
    };
  }, [shown]);

  return (
    <div class="notices" role="status" ref={region}>
      {shown && (
        <div class="notice">
          <span>{shown.text}</span>
          {shown.undo && (
            <button type="button" class="plain" onClick={undoLast}>
              {t('undo')}
            </button>
          )}
          <button type="button" class="plain" onClick={() => (notice.value = null)}>
            {t('close')}
          </button>
        </div>
      )}
    </div>
  );
}
