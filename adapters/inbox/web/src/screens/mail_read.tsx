import { Shown } from '../parts/states';
import { useQuery } from '../server/query';
import { mailOf } from '../server/requests';
import { momentWords } from '../words/dates';
import { named, t } from '../words/words';

const kilobyte = 1024;

/** A mail as text: who wrote to whom, when, and what. Never its HTML. */
export function MailRead({ mailKey }: { mailKey: string }) {
  const query = useQuery(['mail', mailKey], () => mailOf(mailKey));
  return (
    <Shown query={query} rows={4}>
      {(mail) => (
        <div class="mail">
          <dl class="facts">
            <div class="shown">
              <dt>{t('from')}</dt>
              <dd>{mail.from}</dd>
            </div>
            <div class="shown">
              <dt>{t('to')}</dt>
              <dd>{[...mail.to, ...mail.cc].join('、')}</dd>
            </div>
            <div class="shown">
              <dt>{t('date')}</dt>
              <dd>{momentWords(new Date(mail.date))}</dd>
            </div>
            {(mail.reason || mail.failure) && (
              <div class="shown">
                <dt>{t(mail.reason ? 'mail_reason' : 'mail_state_failed')}</dt>
                <dd>{mail.reason ? named('tray_', mail.reason, mail.reason) : mail.failure}</dd>
              </div>
            )}
            {mail.attachments.length > 0 && (
              <div class="shown">
                <dt>{t('attachments')}</dt>
                <dd>
                  {mail.attachments.map((one) => `${one.name}（${Math.ceil(one.size / kilobyte)} KB）`).join('、')}
                </dd>
              </div>
            )}
          </dl>
          <p class="mail-text">{mail.text}</p>
          <p>
            <a href={`/api/mails/${mail.mailKey}/raw`} download>
              {t('mail_raw')}
            </a>
          </p>
        </div>
      )}
    </Shown>
  );
}
