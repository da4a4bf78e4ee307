import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../words/words';

interface Asking {
  label: string;
  /** What it is done to, for who hears the button without its row. */
  about: string;
  question: string;
  onSure: () => Promise<void>;
}

/** A button for what can't be taken back: it asks once more, in its place. */
export function AskTwice({ label, about, question, onSure }: Asking) {
  const [asks, setAsks] = useState(false);
  const [busy, setBusy] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  // Before the next key: an Escape pressed at once must find the question, not the page.
  useLayoutEffect(() => {
    if (asks) sure.current?.focus();
    else if (asked.current) first.current?.focus();
    asked.current = asks;
  }, [asks]);

  async function doIt(): Promise<void> {
    setBusy(true);
    await onSure();
    setBusy(false);
    setAsks(false);
  }

  if (!asks) {
    return (
      <button type="button" class="plain" ref={first} aria-label={`${label}: ${about}`} onClick={() => setAsks(true)}>
        {label}
      </button>
    );
  }
  return (
    <fieldset
      class="ask-twice"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsks(false);
      }}
    >
      <p class="small">{question}</p>
      <button type="button" class="danger" ref={sure} disabled={busy} onClick={doIt}>
        {label}
      </button>
      <button type="button" class="plain" onClick={() => setAsks(false)}>
        {t('cancel')}
      </button>
    </fieldset>
  );
}
