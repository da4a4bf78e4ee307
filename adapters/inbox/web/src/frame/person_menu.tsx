import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/icon';
import { queries } from '../server/query';
import { signOut } from '../server/requests';
import { session } from '../server/session';
import { language, t } from '../words/words';

export function LanguageSwitch() {
  const other = language.value === 'ja' ? 'en' : 'ja';
  return (
    <button type="button" class="plain" lang={other} onClick={() => (language.value = other)}>
      {t('other_language')}
    </button>
  );
}

/** A disclosure under the person's name; Esc and a press elsewhere close it. */
export function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => details.current?.removeAttribute('open');

  useEffect(() => {
    const onPress = (event: Event) => {
      if (!details.current?.contains(event.target as Node)) close();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !details.current?.open) return;
    event.preventDefault();
    close();
    details.current.querySelector('summary')?.focus();
  }

  async function leave(): Promise<void> {
    await signOut();
    queries.clear();
  }

  const { name = '', post } = session.value ?? {};
  return (
    <details class="person" ref={details} onKeyDown={onKeyDown}>
      <summary aria-label={t('person_menu', { name })}>
        <Icon name="person" />
        <span class="person-name">{name}</span>
        <Icon name="down" />
      </summary>
      <div class="menu">
        <p class="small quiet">
          {name}
          {post && <br />}
          {post}
        </p>
        <LanguageSwitch />
        <button
          type="button"
          class="plain"
          onClick={() => {
            close();
            onKeys();
          }}
        >
          {t('keys')} <kbd>?</kbd>
        </button>
        <a href="/tables" onClick={close}>
          {t('tables')}
        </a>
        <a href="/substitutions" onClick={close}>
          {t('substitutions')}
        </a>
        {session.value?.groups.includes('administrators') && (
          <a href="/personnel" onClick={close}>
            {t('personnel')}
          </a>
        )}
        <a href="/account" onClick={close}>
          {t('account')}
        </a>
        <a href="/sessions" onClick={close}>
          {t('sessions')}
        </a>
        <a href="/tokens" onClick={close}>
          {t('tokens')}
        </a>
        <button type="button" class="plain" onClick={leave}>
          {t('sign_out')}
        </button>
      </div>
    </details>
  );
}
