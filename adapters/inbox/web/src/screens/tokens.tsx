import { useEffect, useRef, useState } from 'preact/hooks';
import { ActsTable } from '../parts/acts_table';
import { AskTwice } from '../parts/ask_twice';
import { say } from '../parts/notice';
import { Heading, useTitle } from '../parts/page';
import { Empty, problemWords, Shown } from '../parts/states';
import { Problem } from '../server/http';
import { queries, useQuery } from '../server/query';
import { accessTokens, createAccessToken, revokeAccessToken } from '../server/requests';
import { session } from '../server/session';
import type { AccessToken, NewAccessToken } from '../server/types';
import { momentWords } from '../words/dates';
import { t } from '../words/words';

function TokenRow({ one }: { one: AccessToken }) {
  async function revoke(): Promise<void> {
    try {
      await revokeAccessToken(one.tokenId);
      say(t('token_revoked', { name: one.name }));
    } catch (fault) {
      say(problemWords(fault));
    }
    await queries.invalidateQueries();
  }
  return (
    <tr>
      <th scope="row">{one.name}</th>
      <td data-label={t('made_at')}>{momentWords(new Date(one.createdAt))}</td>
      <td data-label={t('ends_at')}>{one.expiresAt ? momentWords(new Date(one.expiresAt)) : t('never_ends')}</td>
      <td>
        <AskTwice
          label={t('token_revoke')}
          about={one.name}
          question={t('token_revoke_question', { name: one.name })}
          onSure={revoke}
        />
      </td>
    </tr>
  );
}

/** The only time that the text is seen. */
function ShownOnce({ token, onDone }: { token: NewAccessToken; onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(token.token);
      say(t('token_copied'));
    } catch {
      say(t('token_copy_by_hand'));
    }
  }
  return (
    <section class="sheet" aria-labelledby="token-made">
      <h2 id="token-made" tabIndex={-1} ref={heading}>
        {t('token_made', { name: token.name })}
      </h2>
      <p>{t('token_once')}</p>
      <div class="field">
        <label for="token-text">{t('token')}</label>
        <input
          id="token-text"
          class="raw"
          readOnly
          value={token.token}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <div class="actions">
        <button type="button" class="primary" onClick={copy}>
          {t('token_copy')}
        </button>
        <button type="button" onClick={onDone}>
          {t('close')}
        </button>
      </div>
    </section>
  );
}

function TokenForm({ onMade }: { onMade: (token: NewAccessToken) => void }) {
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const needsPassword = session.value?.hasPassword ?? false;

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const values = new FormData(event.currentTarget as HTMLFormElement);
    const name = String(values.get('name')).trim();
    if (!name) return setFault(t('error_required', { label: t('token_name') }));
    setBusy(true);
    setFault('');
    try {
      const days = String(values.get('days'));
      onMade(
        await createAccessToken({
          name,
          ...(days && { expiresInDays: Number(days) }),
          ...(needsPassword && { password: String(values.get('password')) }),
        }),
      );
      await queries.invalidateQueries();
    } catch (caught) {
      setFault(caught instanceof Problem && caught.status === 403 ? t('current_wrong') : problemWords(caught));
    } finally {
      setBusy(false);
    }
    return undefined;
  }

  return (
    <form class="sheet" noValidate onSubmit={submit} aria-labelledby="token-new">
      <h2 id="token-new">{t('token_new')}</h2>
      <div class="field">
        <label for="token-name">{t('token_name')}</label>
        <p class="help" id="token-name-help">
          {t('token_name_help')}
        </p>
        <input
          id="token-name"
          name="name"
          maxLength={100}
          autocomplete="off"
          required
          aria-describedby="token-name-help"
        />
      </div>
      <div class="field">
        <label for="token-days">{t('token_days')}</label>
        <select id="token-days" name="days">
          {[30, 90, 365].map((days) => (
            <option key={days} value={days}>
              {t('days', { days })}
            </option>
          ))}
          <option value="">{t('never_ends')}</option>
        </select>
      </div>
      {needsPassword && (
        <div class="field">
          <label for="token-password">{t('current_password')}</label>
          <p class="help" id="token-password-help">
            {t('password_again')}
          </p>
          <input
            id="token-password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            aria-describedby="token-password-help"
          />
        </div>
      )}
      <p class={fault ? 'fault' : 'no-fault'} role="alert">
        {fault}
      </p>
      <button type="submit" class="primary" disabled={busy}>
        {t('token_do')}
      </button>
    </form>
  );
}

/** アクセストークン: what programs of one's own sign in with. */
export function TokensScreen() {
  useTitle(t('tokens'));
  const all = useQuery(['tokens'], accessTokens);
  const [made, setMade] = useState<NewAccessToken>();
  return (
    <>
      <Heading>{t('tokens')}</Heading>
      <p class="lead">{t('tokens_lead')}</p>
      {made && <ShownOnce token={made} onDone={() => setMade(undefined)} key={made.tokenId} />}
      <Shown query={all}>
        {({ items }) =>
          items.length ? (
            <ActsTable caption={t('tokens')} columns={[t('token_name'), t('made_at'), t('ends_at')]}>
              {items.map((one) => (
                <TokenRow key={one.tokenId} one={one} />
              ))}
            </ActsTable>
          ) : (
            <Empty>
              <p>{t('tokens_empty')}</p>
            </Empty>
          )
        }
      </Shown>
      {!made && <TokenForm onMade={setMade} />}
    </>
  );
}
