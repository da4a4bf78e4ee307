import { useState } from 'preact/hooks';
import { ActsTable } from '../parts/acts_table';
import { AskTwice } from '../parts/ask_twice';
import { Badge } from '../parts/badge';
import { say } from '../parts/notice';
import { Heading, useTitle } from '../parts/page';
import { useNames } from '../parts/people';
import { Empty, problemWords, Shown } from '../parts/states';
import { queries, useQuery } from '../server/query';
import { definitions, people, revokeSubstitution, substitute, substitutions } from '../server/requests';
import { session } from '../server/session';
import type { Substitution, SubstitutionActs } from '../server/types';
import { momentWords } from '../words/dates';
import { t } from '../words/words';

const mayForOthers = () => session.value?.groups.includes('administrators') ?? false;

type Standing = 'coming' | 'holds' | 'over' | 'revoked';

function standingOf({ from, until, revokedAt }: Substitution, now: Date): Standing {
  if (revokedAt) return 'revoked';
  if (new Date(until) <= now) return 'over';
  return new Date(from) > now ? 'coming' : 'holds';
}

const standings = {
  coming: ['wait', 'here', 'substitution_coming'],
  holds: ['ok', 'check', 'substitution_holds'],
  over: ['quiet', 'away', 'substitution_over'],
  revoked: ['quiet', 'away', 'substitution_revoked_state'],
} as const;

function SubstitutionRow({ one, names }: { one: Substitution; names: ReturnType<typeof useScopeNames> }) {
  const nameOf = useNames();
  const standing = standingOf(one, new Date());
  const mayRevoke =
    (standing === 'coming' || standing === 'holds') &&
    (mayForOthers() || [one.principal, one.grantedBy].includes(session.value?.username ?? ''));

  async function revoke(): Promise<void> {
    try {
      await revokeSubstitution(one.substitutionKey);
      say(t('substitution_revoked', { name: nameOf(one.principal) }));
    } catch (fault) {
      say(problemWords(fault));
    }
    await queries.invalidateQueries();
  }

  return (
    <tr>
      <th scope="row">{nameOf(one.principal)}</th>
      <td data-label={t('substitutes')}>{one.substitutes.map(nameOf).join('、') || t('nobody_acts')}</td>
      <td data-label={t('period')}>
        {momentWords(new Date(one.from))} – {momentWords(new Date(one.until))}
      </td>
      <td data-label={t('scope')}>
        {t(`acts_${one.acts}`)}
        {one.processDefinitionIds.length > 0 && <br />}
        {one.processDefinitionIds.map((id) => names.get(id) ?? id).join('、')}
      </td>
      <td data-label={t('state')}>
        <Badge tone={standings[standing][0]} icon={standings[standing][1]}>
          {t(standings[standing][2])}
        </Badge>
      </td>
      <td>
        {mayRevoke && (
          <AskTwice
            label={t('revoke')}
            about={nameOf(one.principal)}
            question={t('revoke_question', { name: nameOf(one.principal) })}
            onSure={revoke}
          />
        )}
      </td>
    </tr>
  );
}

/** What processes are called, by id. */
function useScopeNames(): Map<string, string> {
  const found = useQuery(['definitions'], definitions, { refresh: false });
  return new Map(found.data?.items.map((one) => [one.processDefinitionId, one.name ?? one.processDefinitionId]));
}

const actsOfAll: SubstitutionActs[] = ['BOTH', 'APPROVE', 'APPLY'];

/** 2026-04-02T09:00 as it was typed, which is a time of Tokyo. */
const momentOf = (typed: FormDataEntryValue | null) => (typed ? `${typed}:00+09:00` : '');

function SubstitutionForm({ names }: { names: Map<string, string> }) {
  const everybody = useQuery(['people'], people, { refresh: false });
  const [fault, setFault] = useState('');
  const [warnings, setWarnings] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [principal, setPrincipal] = useState(session.value?.username ?? '');
  const others = everybody.data?.items.filter(({ username }) => username !== principal) ?? [];

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const values = new FormData(form);
    const [from, until] = [momentOf(values.get('from')), momentOf(values.get('until'))];
    if (!from || !until) return setFault(t('error_required', { label: t('period') }));
    if (from >= until) return setFault(t('period_backwards'));
    setBusy(true);
    setFault('');
    try {
      const made = await substitute({
        principal,
        substitutes: values.getAll('substitutes').map(String),
        from,
        until,
        processDefinitionIds: values.getAll('processes').map(String),
        acts: String(values.get('acts')) as SubstitutionActs,
        reason: String(values.get('reason')).trim(),
      });
      form.reset();
      setWarnings(made.warnings);
      say(t('substitution_made'));
      await queries.invalidateQueries();
    } catch (caught) {
      setFault(problemWords(caught));
    } finally {
      setBusy(false);
    }
    return undefined;
  }

  return (
    <form class="sheet" noValidate onSubmit={submit} aria-labelledby="substitution-new">
      <h2 id="substitution-new">{t('substitution_new')}</h2>
      {mayForOthers() && (
        <div class="field">
          <label for="principal">{t('who_is_away')}</label>
          <select
            id="principal"
            name="principal"
            value={principal}
            onChange={(event) => setPrincipal(event.currentTarget.value)}
          >
            {everybody.data?.items.map((one) => (
              <option key={one.username} value={one.username}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="period">
        <div class="field">
          <label for="from">{t('away_from')}</label>
          <input id="from" name="from" type="datetime-local" required />
        </div>
        <div class="field">
          <label for="until">{t('away_until')}</label>
          <input id="until" name="until" type="datetime-local" required />
        </div>
      </div>
      <fieldset class="field">
        <legend>{t('substitutes')}</legend>
        <p class="help">{t('substitutes_help')}</p>
        <div class="choices long">
          {others.map((one) => (
            <label class="choice" key={one.username}>
              <input type="checkbox" name="substitutes" value={one.username} />
              <span>
                {one.name} {one.post && <span class="small quiet">{one.post}</span>}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset class="field">
        <legend>{t('acts')}</legend>
        <div class="choices">
          {actsOfAll.map((acts) => (
            <label class="choice" key={acts}>
              <input type="radio" name="acts" value={acts} defaultChecked={acts === 'BOTH'} />
              {t(`acts_${acts}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {names.size > 0 && (
        <fieldset class="field">
          <legend>{t('only_processes')}</legend>
          <p class="help">{t('only_processes_help')}</p>
          <div class="choices">
            {[...names].map(([id, name]) => (
              <label class="choice" key={id}>
                <input type="checkbox" name="processes" value={id} />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div class="field">
        <label for="reason">{t('reason')}</label>
        <input id="reason" name="reason" maxLength={200} autocomplete="off" />
      </div>
      <p class={fault ? 'fault' : 'no-fault'} role="alert">
        {fault}
      </p>
      {warnings.length > 0 && (
        <ul class="help" role="status">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <button type="submit" class="primary" disabled={busy}>
        {t('substitution_do')}
      </button>
    </form>
  );
}

/** 不在と代理: who is away, who acts for them, and one's own absence. */
export function SubstitutionsScreen() {
  useTitle(t('substitutions'));
  const names = useScopeNames();
  const all = useQuery(['substitutions'], substitutions);
  return (
    <>
      <Heading>{t('substitutions')}</Heading>
      <p class="lead">{t('substitutions_lead')}</p>
      <Shown query={all}>
        {({ items }) =>
          items.length ? (
            <ActsTable
              caption={t('substitutions')}
              columns={[t('who_is_away'), t('substitutes'), t('period'), t('scope'), t('state')]}
            >
              {items.map((one) => (
                <SubstitutionRow key={one.substitutionKey} one={one} names={names} />
              ))}
            </ActsTable>
          ) : (
            <Empty>
              <p>{t('substitutions_empty')}</p>
            </Empty>
          )
        }
      </Shown>
      <SubstitutionForm names={names} />
    </>
  );
}
