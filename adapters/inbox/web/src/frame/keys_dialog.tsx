import { useEffect, useRef } from 'preact/hooks';
import { lettersOn } from '../parts/keys';
import { t, type Word } from '../words/words';

const rows: [string[], Word][] = [
  [['?'], 'key_help'],
  [['/'], 'key_search'],
  [['g i', 'g s', 'g c', 'g o'], 'key_go'],
  [['j', 'k', '↓', '↑'], 'key_rows'],
  [['Enter'], 'key_open'],
  [['a'], 'key_approve'],
  [['r'], 'key_return'],
  [['e'], 'key_next'],
  [['u'], 'key_undo'],
  [['+', '-', '0'], 'key_diagram'],
  [['Ctrl+Enter'], 'key_send'],
  [['Esc'], 'key_close'],
];

/** The list of keys, with the switch that turns letters off. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t('keys_title')}</h2>
      <p>{t('keys_lead')}</p>
      <label class="choice">
        <input
          type="checkbox"
          checked={lettersOn.value}
          onChange={(event) => (lettersOn.value = event.currentTarget.checked)}
        />{' '}
        {t('keys_on')}
      </label>
      <dl class="keys">
        {rows.map(([keys, word]) => (
          <div key={word}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={() => dialog.current?.close()}>
        {t('close')}
      </button>
    </dialog>
  );
}
