import { useEffect, useRef, useState } from 'preact/hooks';
import { type Draft, draftOf, dropDraft, saveDraft } from '../server/requests';
import type { Values } from '../server/types';

const restMs = 2_000;

export interface DraftState {
  /** When the draft on the server was saved; undefined if there is none. */
  savedAt: Date | undefined;
  /** The draft that was found when the form was opened. */
  found: Draft | null | undefined;
  save: (values: Values) => void;
  drop: () => Promise<void>;
}

/** Keeps typed text on the server: two seconds after the last key, and on leaving the page. */
export function useDraft(id: string): DraftState {
  const [found, setFound] = useState<Draft | null>();
  const [savedAt, setSavedAt] = useState<Date>();
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; values: Values } | undefined>(undefined);

  async function send(values: Values): Promise<void> {
    waiting.current = undefined;
    try {
      await saveDraft(id, values);
      setSavedAt(new Date());
    } catch {
      // The text is still on the screen; the next key tries again.
    }
  }

  function flush(): void {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    void send(waiting.current.values);
  }

  useEffect(() => {
    let open = true;
    draftOf(id)
      .catch(() => null)
      .then((draft) => {
        if (open) setFound(draft);
      });
    addEventListener('pagehide', flush);
    return () => {
      open = false;
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [id]);

  return {
    savedAt,
    found,
    save(values) {
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { values, timer: setTimeout(() => void send(values), restMs) };
    },
    async drop() {
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = undefined;
      setSavedAt(undefined);
      await dropDraft(id).catch(() => undefined);
    },
  };
}
