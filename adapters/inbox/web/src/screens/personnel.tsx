import { useEffect, useRef, useState } from 'preact/hooks';
import { ActsTable } from '../parts/acts_table';
import { AskTwice } from '../parts/ask_twice';
import { Badge } from '../parts/badge';
import { say } from '../parts/notice';
import { Heading, useTitle } from '../parts/page';
import { useNames } from '../parts/people';
import { Rehearsal } from '../parts/rehearsal';
import { Empty, problemWords, Shown } from '../parts/states';
import { queries, useQuery } from '../server/query';
import {
  personnelChange,
  personnelChanges,
  rehearsePersonnelChange,
  schedulePersonnelChange,
  takeBackPersonnelChange,
} from '../server/requests';
import { session } from '../server/session';
import type { PersonnelChange, PersonnelRehearsal } from '../server/types';
import { dayWords } from '../words/dates';
import { t } from '../words/words';

const states = { SCHEDULED: ['wait', 'here'], DONE: ['ok', 'check'], TAKEN_BACK: ['quiet', 'away'] } as const;

/** What is shown below the form: a rehearsal that may be scheduled, or a kept change. */
interface Looked {
  told: PersonnelRehearsal;
  title: string;
  note: string;
  refused: string[];
  form?: FormData;
}

function ChangeRow({ one, onLook }: { one: PersonnelChange; onLook: (id: string) => Promise<void> }) {
  const nameOf = useNames();
  const day = dayWords(new Date(one.effectiveAt));
  async function takeBack(): Promise<void> {
    try {
      await takeBackPersonnelChange(one.changeId);
      say(t('personnel_taken_back', { day }));
    } catch (fault) {
      say(problemWords(fault));
    }
    await queries.invalidateQueries();
  }
  return (
    <tr>
      <th scope="row">{day}</th>
      <td data-label={t('personnel_file')}>{one.fileName ?? '–'}</td>
      <td data-label={t('personnel_people')}>{t('personnel_count', { count: one.people })}</td>
      <td data-label={t('personnel_by')}>{one.scheduledBy ? nameOf(one.scheduledBy) : '–'}</td>
      <td data-label={t('state')}>
        <Badge tone={states[one.state][0]} icon={states[one.state][1]}>
          {t(`personnel_state_${one.state}`)}
        </Badge>
      </td>
      <td>
        {one.state !== 'TAKEN_BACK' && (
          <button
            type="button"
            class="plain"
            aria-label={`${t('personnel_look')}: ${day}`}
            onClick={() => onLook(one.changeId)}
          >
            {t('personnel_look')}
          </button>
        )}
        {one.state === 'SCHEDULED' && (
          <AskTwice
            label={t('personnel_take_back')}
            about={day}
            question={t('personnel_take_back_question', { day })}
            onSure={takeBack}
          />
        )}
      </td>
    </tr>
  );
}

function RehearsalForm({ onTold }: { onTold: (looked: Looked) => void }) {
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const file = form.get('file') as File;
    if (!file.size) return setFault(t('error_required', { label: t('personnel_file') }));
    if (!form.get('effectiveAt')) return setFault(t('error_required', { label: t('personnel_day') }));
    form.append('fileName', file.name);
    setBusy(true);
    setFault('');
    try {
      onTold({
        told: await rehearsePersonnelChange(form),
        title: t('personnel_rehearsed'),
        note: t('personnel_rehearsed_note'),
        refused: [],
        form,
      });
    } catch (caught) {
      setFault(problemWords(caught));
    } finally {
      setBusy(false);
    }
    return undefined;
  }

  return (
    <form class="sheet act" noValidate onSubmit={submit} aria-labelledby="personnel-new">
      <h2 id="personnel-new">{t('personnel_new')}</h2>
      <div class="field">
        <label for="personnel-file">{t('personnel_file')}</label>
        <p class="help" id="personnel-file-help">
          {t('personnel_file_help')}
        </p>
        <input
          id="personnel-file"
          name="file"
          type="file"
          accept=".csv,text/csv"
          required
          aria-describedby="personnel-file-help"
        />
      </div>
      <div class="field">
        <label for="personnel-day">{t('personnel_day')}</label>
        <p class="help" id="personnel-day-help">
          {t('personnel_day_help')}
        </p>
        <input id="personnel-day" name="effectiveAt" type="date" required aria-describedby="personnel-day-help" />
      </div>
      {/* A line for each fault of the table. */}
      <p class={fault ? 'fault' : 'no-fault'} role="alert">
        {fault.split('\n').map((line) => (
          <span key={line}>
            {line}
            <br />
          </span>
        ))}
      </p>
      <button type="submit" class="primary" disabled={busy}>
        {t('personnel_rehearse')}
      </button>
    </form>
  );
}

/** The only time that they are seen. */
function Passwords({ passwords, onDone }: { passwords: Record<string, string>; onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="sheet act" aria-labelledby="personnel-passwords">
      <h2 id="personnel-passwords" tabIndex={-1} ref={heading}>
        {t('personnel_passwords')}
      </h2>
      <p>{t('personnel_passwords_note')}</p>
      <dl class="first-passwords">
        {Object.entries(passwords).map(([username, password]) => (
          <div key={username}>
            <dt>{username}</dt>
            <dd class="raw">{password}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={onDone}>
        {t('close')}
      </button>
    </section>
  );
}

function LookedAt({ looked, onScheduled }: { looked: Looked; onScheduled: (form: FormData) => Promise<void> }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [busy, setBusy] = useState(false);
  // Where the eye and the screen reader go once it has been told.
  useEffect(() => heading.current?.focus(), [looked]);
  const { form } = looked;
  return (
    <section class="told" aria-labelledby="personnel-told">
      <h2 id="personnel-told" tabIndex={-1} ref={heading}>
        {looked.title}
      </h2>
      <p>{looked.note}</p>
      {looked.refused.length > 0 && (
        <>
          <h3>{t('personnel_refused')}</h3>
          <ul class="fault">
            {looked.refused.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      <Rehearsal told={looked.told} />
      {form && (
        <p>
          <button
            type="button"
            class="primary"
            disabled={busy}
            onClick={async () => {
              setBusy(true);
              await onScheduled(form);
              setBusy(false);
            }}
          >
            {t('personnel_schedule')}
          </button>
        </p>
      )}
    </section>
  );
}

/** 人事異動: rehearsed from a table, scheduled for its day, taken back before it. */
export function PersonnelScreen() {
  useTitle(t('personnel'));
  const [looked, setLooked] = useState<Looked>();
  const [passwords, setPasswords] = useState<Record<string, string>>({});
  const isAdministrator = session.value?.groups.includes('administrators') ?? false;
  const kept = useQuery(['personnel'], personnelChanges, { enabled: isAdministrator });

  async function look(id: string): Promise<void> {
    try {
      const { change, rehearsal, refused } = await personnelChange(id);
      const isDone = change.state === 'DONE';
      const title = t(isDone ? 'personnel_done' : 'personnel_rehearsed');
      const note = t(isDone ? 'personnel_done_note' : 'personnel_rehearsed_note');
      if (rehearsal) setLooked({ told: rehearsal, title, note, refused });
    } catch (fault) {
      say(problemWords(fault));
    }
  }

  async function schedule(form: FormData): Promise<void> {
    try {
      const made = await schedulePersonnelChange(form);
      say(t('personnel_scheduled', { day: dayWords(new Date(made.change.effectiveAt)) }));
      setPasswords(made.passwords);
      setLooked(undefined);
      await queries.invalidateQueries();
    } catch (fault) {
      say(problemWords(fault));
    }
  }

  if (!isAdministrator) {
    return (
      <>
        <Heading>{t('personnel')}</Heading>
        <p class="lead">{t('personnel_no_right')}</p>
      </>
    );
  }
  return (
    <>
      <Heading>{t('personnel')}</Heading>
      <p class="lead">{t('personnel_lead')}</p>
      {Object.keys(passwords).length > 0 && <Passwords passwords={passwords} onDone={() => setPasswords({})} />}
      <RehearsalForm onTold={setLooked} />
      {looked && <LookedAt looked={looked} onScheduled={schedule} />}
      <section class="told" aria-labelledby="personnel-kept">
        <h2 id="personnel-kept">{t('personnel_kept')}</h2>
        <Shown query={kept}>
          {({ items }) =>
            items.length ? (
              <ActsTable
                caption={t('personnel_kept')}
                columns={[
                  t('personnel_day'),
                  t('personnel_file'),
                  t('personnel_people'),
                  t('personnel_who'),
                  t('state'),
                ]}
              >
                {items.map((one) => (
                  <ChangeRow key={one.changeId} one={one} onLook={look} />
                ))}
              </ActsTable>
            ) : (
              <Empty>
                <p>{t('personnel_empty')}</p>
              </Empty>
            )
          }
        </Shown>
      </section>
    </>
  );
}
