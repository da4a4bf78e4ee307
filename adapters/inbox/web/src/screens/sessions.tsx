import { ActsTable } from '../parts/acts_table';
import { AskTwice } from '../parts/ask_twice';
import { Badge } from '../parts/badge';
import { say } from '../parts/notice';
import { Heading, useTitle } from '../parts/page';
import { problemWords, Shown } from '../parts/states';
import { queries, useQuery } from '../server/query';
import { endSession, openSessions } from '../server/requests';
import type { OpenSession } from '../server/types';
import { momentWords } from '../words/dates';
import { t } from '../words/words';

const programs: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** `Edge – Windows`, of what a browser calls itself; all of that where it is none we know. */
export function browserWords(userAgent: string | null): string {
  if (!userAgent) return t('unknown_browser');
  const program = programs.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  return program ? [program, system].filter(Boolean).join(' – ') : userAgent.slice(0, 80);
}

function SessionRow({ one }: { one: OpenSession }) {
  async function end(): Promise<void> {
    try {
      await endSession(one.sessionId);
      say(t('session_ended'));
    } catch (fault) {
      say(problemWords(fault));
    }
    await queries.invalidateQueries();
  }
  const browser = browserWords(one.userAgent);
  return (
    <tr>
      <th scope="row">
        {browser}{' '}
        {one.isThis && (
          <Badge tone="ok" icon="check">
            {t('this_session')}
          </Badge>
        )}
      </th>
      <td data-label={t('address')}>{one.address ?? '—'}</td>
      <td data-label={t('signed_in_at')}>{momentWords(new Date(one.createdAt))}</td>
      <td data-label={t('ends_at')}>{momentWords(new Date(one.expiresAt))}</td>
      <td>
        {!one.isThis && (
          <AskTwice label={t('session_end')} about={browser} question={t('session_end_question')} onSure={end} />
        )}
      </td>
    </tr>
  );
}

/** サインイン中の端末: one's own sessions, each to be ended. */
export function SessionsScreen() {
  useTitle(t('sessions'));
  const all = useQuery(['sessions'], openSessions);
  return (
    <>
      <Heading>{t('sessions')}</Heading>
      <p class="lead">{t('sessions_lead')}</p>
      <Shown query={all}>
        {({ items }) => (
          <ActsTable caption={t('sessions')} columns={[t('browser'), t('address'), t('signed_in_at'), t('ends_at')]}>
            {items.map((one) => (
              <SessionRow key={one.sessionId} one={one} />
            ))}
          </ActsTable>
        )}
      </Shown>
    </>
  );
}
