import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { say } from '../parts/notice';
import { problemWords } from '../parts/states';
import { queries } from '../server/query';
import { actOnCase } from '../server/requests';
import type { CaseAct, CaseDetail } from '../server/types';
import { t } from '../words/words';

/** What happens, the reason it needs, and the button that does it: this can't be taken back. */
function ActForm({ one, act }: { one: CaseDetail; act: CaseAct }) {
  const { route } = useLocation();
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const place = `/cases/${encodeURIComponent(one.caseNo)}`;

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('reason') as HTMLTextAreaElement;
    const reason = field.value.trim();
    if (!reason) {
      setFault(t('error_required', { label: t('reason') }));
      field.focus();
      return;
    }
    setBusy(true);
    try {
      await actOnCase(one.caseNo, act, reason);
      say(t(`${act}_done`, { caseNo: one.caseNo }));
      route(place);
      await queries.invalidateQueries();
    } catch (caught) {
      setFault(problemWords(caught));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form class="sheet act" noValidate onSubmit={submit} aria-labelledby="act-title">
      <h2 id="act-title">{t(`${act}_title`)}</h2>
      <p id="act-consequence">{t(`${act}_consequence`)}</p>
      <div class="field">
        <label for="reason">
          {t('reason')} <span class="required">{t('required')}</span>
        </label>
        <textarea
          id="reason"
          name="reason"
          rows={3}
          maxLength={1000}
          required
          aria-invalid={fault ? true : undefined}
          aria-describedby="act-consequence act-fault"
        />
      </div>
      <p id="act-fault" class={fault ? 'fault' : 'no-fault'} role="alert">
        {fault}
      </p>
      <div class="actions">
        <button type="submit" class="danger" disabled={busy}>
          {t(`${act}_do`)}
        </button>
        <a class="button" href={place}>
          {t('cancel')}
        </a>
      </div>
    </form>
  );
}

/** 取下げ and 中止: links that open the form of the act; which one is open stands in the address. */
export function CaseActs({ one }: { one: CaseDetail }) {
  const { query } = useLocation();
  const open = one.acts.find((act) => act === query.act);
  if (open) return <ActForm key={open} one={one} act={open} />;
  if (!one.acts.length) return null;
  return (
    <p class="actions">
      {one.acts.map((act) => (
        <a key={act} class="button" href={`/cases/${encodeURIComponent(one.caseNo)}?act=${act}`}>
          {t(`${act}_title`)}
        </a>
      ))}
    </p>
  );
}
