import { useEffect, useRef, useState } from 'preact/hooks';
import { problemWords } from '../parts/states';
import { Problem } from '../server/http';
import { queries } from '../server/query';
import { readWaysIn, signIn } from '../server/requests';
import { session, sessionOver } from '../server/session';
import { t } from '../words/words';
import { LanguageSwitch } from './person_menu';

function refusalWords(fault: unknown): string {
  if (!(fault instanceof Problem)) return problemWords(fault);
  if (fault.status === 401) return t('wrong_password');
  if (fault.status === 429) return t('too_many', { seconds: fault.retryAfter || 60 });
  return problemWords(fault);
}

/** Asks who is there: at first, and again over the same page when the session is over. */
export function SignIn() {
  const wasRefused = new URLSearchParams(location.search).get('signIn') === 'refused';
  const [fault, setFault] = useState(wasRefused ? t('sign_in_refused') : '');
  const [provider, setProvider] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const alert = useRef<HTMLParagraphElement>(null);
  const again = sessionOver.value;
  const known = again ? session.value?.username : undefined;

  useEffect(() => {
    document.title = `${t('sign_in')} – ${t('product')}`;
    first.current?.focus();
    // Without an answer there is still the form.
    readWaysIn().then(
      (ways) => setProvider(ways.provider),
      () => undefined,
    );
  }, []);

  const here = wasRefused ? '/' : location.pathname + location.search;

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    setFault('');
    try {
      await signIn(String(form.get('username')), String(form.get('password')));
      await queries.invalidateQueries();
    } catch (caught) {
      setFault(refusalWords(caught));
      setBusy(false);
      alert.current?.focus();
    }
  }

  return (
    <main class="sign-in" id="content">
      <div class="sign-in-head">
        <p class="mark">
          <img src="/favicon.svg" alt="" width="40" height="40" /> {t('product')} <span lang="en">Dandori</span>
        </p>
        <LanguageSwitch />
      </div>
      <h1>{t('sign_in')}</h1>
      <p class="quiet">{again ? t('session_over') : t('sign_in_lead')}</p>
      <p class={fault ? 'fault' : 'no-fault'} role="alert" tabIndex={-1} ref={alert}>
        {fault}
      </p>
      {provider && (
        <a class="button primary wide" href={`/api/session/provider?to=${encodeURIComponent(here)}`}>
          {t('sign_in_with', { name: provider })}
        </a>
      )}
      <form onSubmit={submit}>
        <div class="field">
          <label for="username">{t('username')}</label>
          <input
            id="username"
            name="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            required
            ref={first}
            {...(known ? { value: known, readOnly: true } : {})}
          />
        </div>
        <div class="field">
          <label for="password">{t('password')}</label>
          <input
            id="password"
            name="password"
            type={shown ? 'text' : 'password'}
            autocomplete="current-password"
            required
          />
          <label class="choice">
            <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} /> {t('show_password')}
          </label>
        </div>
        <button type="submit" class="primary wide" disabled={busy}>
          {t('sign_in')}
        </button>
      </form>
      <p class="quiet small">{t('forgotten')}</p>
    </main>
  );
}
