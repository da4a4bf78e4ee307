import { useState } from 'preact/hooks';
import { say } from '../parts/notice';
import { Heading, useTitle } from '../parts/page';
import { problemWords } from '../parts/states';
import { Problem } from '../server/http';
import { changePassword } from '../server/requests';
import { session } from '../server/session';
import { t } from '../words/words';

const lengthMin = 12;

/** 0: too short; more than that comes with length, as long as the characters differ. */
function strengthOf(password: string): 0 | 1 | 2 | 3 {
  const characters = [...password];
  if (characters.length < lengthMin) return 0;
  const counted = Math.min(characters.length, 2.5 * new Set(characters).size);
  return counted < 16 ? 1 : counted < 22 ? 2 : 3;
}

/** Change one's password. */
export function AccountScreen() {
  useTitle(t('account'));
  const [fault, setFault] = useState('');
  const [typed, setTyped] = useState('');
  const strength = strengthOf(typed);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const values = new FormData(form);
    const next = String(values.get('new'));
    if ([...next].length < lengthMin) return setFault(t('password_rule'));
    try {
      await changePassword(String(values.get('current')), next);
      form.reset();
      setTyped('');
      setFault('');
      say(t('password_changed'));
    } catch (caught) {
      setFault(caught instanceof Problem && caught.status === 401 ? t('current_wrong') : problemWords(caught));
    }
    return undefined;
  }

  if (session.value && !session.value.hasPassword) {
    return (
      <div class="column">
        <Heading>{t('account')}</Heading>
        <p>{t('password_elsewhere')}</p>
      </div>
    );
  }
  return (
    <div class="column">
      <Heading>{t('account')}</Heading>
      <form onSubmit={submit}>
        <input type="hidden" name="username" autocomplete="username" value={session.value?.username ?? ''} />
        <div class="field">
          <label for="current">{t('current_password')}</label>
          <input id="current" name="current" type="password" autocomplete="current-password" required />
        </div>
        <div class="field">
          <label for="new">{t('new_password')}</label>
          <p class="help" id="new-help">
            {t('password_rule')}
          </p>
          <input
            id="new"
            name="new"
            type="password"
            autocomplete="new-password"
            required
            maxLength={128}
            aria-describedby="new-help new-strength"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <p class="strength" id="new-strength">
            <meter min={0} max={3} low={1} high={2} optimum={3} value={strength} aria-label={t('password_strength')} />
            <span aria-live="polite">{typed ? t(`strength_${strength}`) : ''}</span>
          </p>
        </div>
        <p class={fault ? 'fault' : 'no-fault'} role="alert">
          {fault}
        </p>
        <button type="submit" class="primary">
          {t('change_password')}
        </button>
      </form>
    </div>
  );
}
