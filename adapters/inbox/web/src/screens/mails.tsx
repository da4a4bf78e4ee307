import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useKeys } from '../parts/keys';
import { say } from '../parts/notice';
import { Heading, useTitle } from '../parts/page';
import { Empty, problemWords, Shown } from '../parts/states';
import { useWide } from '../parts/wide';
import { Problem } from '../server/http';
import { queries, useQuery } from '../server/query';
import { assignMail, searchCases, startForms, startFromMail, trayMails } from '../server/requests';
import type { Mail } from '../server/types';
import { momentWords } from '../words/dates';
import { t } from '../words/words';
import { MailRead } from './mail_read';

function MailActions({ mail, onDone }: { mail: Mail; onDone: () => void }) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const forms = useQuery(['start-forms'], startForms, { refresh: false });
  const open = useQuery(['cases', 'open'], () => searchCases({ open: true }, 0, 200));

  async function attempt(act: () => Promise<string>, notFound: string): Promise<void> {
    setBusy(true);
    setProblem('');
    try {
      say(await act());
      onDone();
      await queries.invalidateQueries();
    } catch (fault) {
      const status = fault instanceof Problem ? fault.status : 0;
      setProblem(status === 404 && notFound ? notFound : status === 409 ? t('mail_gone') : problemWords(fault));
    } finally {
      setBusy(false);
    }
  }

  function link(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const caseNo = String(form.get('caseNo')).normalize('NFKC').trim().toUpperCase();
    if (!caseNo) return setProblem(t('error_required', { label: t('case_no') }));
    void attempt(
      async () => {
        await assignMail(mail.mailKey, caseNo);
        return t('linked', { caseNo });
      },
      t('link_unknown', { caseNo }),
    );
  }

  function start(event: SubmitEvent): void {
    event.preventDefault();
    const process = String(new FormData(event.currentTarget as HTMLFormElement).get('process'));
    void attempt(async () => {
      const { caseNo } = await startFromMail(mail.mailKey, process);
      return t('mail_started', { caseNo });
    }, '');
  }

  return (
    <div class="mail-actions">
      {problem && (
        <p class="fault boxed" role="alert">
          {problem}
        </p>
      )}
      <form onSubmit={link} noValidate>
        <h3>{t('link_to_case')}</h3>
        <div class="field">
          <label for="link-number">{t('link_number')}</label>
          <input id="link-number" name="caseNo" list="open-cases" autocomplete="off" />
          <datalist id="open-cases">
            {open.data?.items.map((one) => (
              <option key={one.caseNo} value={one.caseNo}>
                {one.title}
              </option>
            ))}
          </datalist>
        </div>
        <button type="submit" class="primary" disabled={busy}>
          {t('link')}
        </button>
      </form>
      {forms.data?.items.length ? (
        <form onSubmit={start}>
          <h3>{t('start_from_mail')}</h3>
          <div class="field">
            <label for="start-process">{t('start_process')}</label>
            <select id="start-process" name="process">
              {forms.data.items.map((one) => (
                <option key={one.processDefinitionId} value={one.processDefinitionId}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" disabled={busy}>
            {t('start_from_mail_do')}
          </button>
        </form>
      ) : null}
    </div>
  );
}

/** メールトレイ: mails that fit no case, each to be linked to one or to start one. */
export function MailsScreen() {
  const { query, route } = useLocation();
  const chosen = query.mail ?? '';
  const wide = useWide();
  const tray = useQuery(['mails', 'tray'], trayMails);
  const mail = tray.data?.items.find((one) => one.mailKey === chosen);
  const list = useRef<HTMLUListElement>(null);
  useTitle(t('mails'));

  function move(step: number): void {
    const rows = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a.row') ?? [])];
    const focused = rows.indexOf(document.activeElement as HTMLAnchorElement);
    rows[Math.max(0, Math.min(rows.length - 1, focused + step))]?.focus();
  }
  useKeys({ j: () => move(1), k: () => move(-1) });

  const reading = mail && (
    <>
      <h2 class="task-title">{mail.subject || t('no_subject')}</h2>
      <MailRead mailKey={mail.mailKey} />
      <MailActions mail={mail} onDone={() => route('/mails', true)} key={mail.mailKey} />
    </>
  );

  return (
    <div class={wide ? 'side-by-side' : ''}>
      <div class="list-side">
        <Heading>{t('mails')}</Heading>
        <p>
          <a href="/form-answers">{t('form_answers_open')}</a>
        </p>
        {!wide && reading ? (
          <>
            <p class="way-back">
              <a href="/mails">← {t('mails')}</a>
            </p>
            {reading}
          </>
        ) : (
          <Shown query={tray}>
            {({ items }) =>
              items.length ? (
                <>
                  <p class="lead">{t('mails_lead')}</p>
                  <ul class="list" ref={list}>
                    {items.map((one) => (
                      <li key={one.mailKey}>
                        <a
                          class="row"
                          href={`/mails?mail=${one.mailKey}`}
                          aria-current={one.mailKey === chosen ? 'true' : undefined}
                        >
                          <span class="row-due">{momentWords(new Date(one.date))}</span>
                          <span class="row-title">{one.subject || t('no_subject')}</span>
                          <span class="row-step">{one.from}</span>
                        </a>
                      </li>
                    ))}
                  </ul>
                </>
              ) : (
                <Empty>{t('mails_empty')}</Empty>
              )
            }
          </Shown>
        )}
      </div>
      {wide && (
        <section class="pane" aria-label={t('mail_pane')}>
          {reading ?? <p class="quiet pane-empty">{t('choose_mail')}</p>}
        </section>
      )}
    </div>
  );
}
