import { useQuery } from '../server/query';
import { people } from '../server/requests';
import { session } from '../server/session';
import type { Person, UserTask } from '../server/types';
import { t } from '../words/words';

/** Whose words are typed in, and how they came. */
export interface ProxyEntry {
  principal: string;
  evidence: string;
}

interface Props {
  task: UserTask;
  entry: ProxyEntry | null;
  onChange: (entry: ProxyEntry | null) => void;
}

/** 代行入力 of an answer: by whoever might have given it themselves. */
export function TaskProxy({ task, entry, onChange }: Props) {
  const isTheirs = (person: Person) =>
    task.assignee !== null
      ? task.assignee === person.username
      : task.candidateUsers.includes(person.username) ||
        task.candidateGroups.some((group) => person.groups.includes(group));
  return <ProxyFields isTheirs={isTheirs} entry={entry} onChange={onChange} />;
}

interface FieldsProps {
  isTheirs: (person: Person) => boolean;
  entry: ProxyEntry | null;
  onChange: (entry: ProxyEntry | null) => void;
}

/** The desk types what somebody else has said by phone, on paper or by mail: who, and how that is known. */
export function ProxyFields({ isTheirs, entry, onChange }: FieldsProps) {
  const { data } = useQuery(['people'], people, { refresh: false });
  const mayAnswer = (data?.items ?? []).filter(
    (person) => person.username !== session.value?.username && isTheirs(person),
  );
  if (!mayAnswer.length) return null;
  return (
    <details
      class="proxy"
      open={entry !== null}
      onToggle={(event) => {
        const { open } = event.currentTarget;
        if (open !== (entry !== null))
          onChange(open ? { principal: mayAnswer[0]?.username ?? '', evidence: '' } : null);
      }}
    >
      <summary>{t('proxy_title')}</summary>
      {entry && (
        <>
          <p id="proxy-consequence">{t('proxy_consequence')}</p>
          <div class="field">
            <label for="proxy-principal">{t('proxy_principal')}</label>
            <select
              id="proxy-principal"
              value={entry.principal}
              onChange={(event) => onChange({ ...entry, principal: event.currentTarget.value })}
            >
              {mayAnswer.map((person) => (
                <option key={person.username} value={person.username}>
                  {person.post ? `${person.name}（${person.post}）` : person.name}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="proxy-evidence">
              {t('proxy_evidence')} <span class="required">{t('required')}</span>
            </label>
            <input
              id="proxy-evidence"
              type="text"
              maxLength={500}
              required
              aria-describedby="proxy-consequence"
              value={entry.evidence}
              onInput={(event) => onChange({ ...entry, evidence: event.currentTarget.value })}
            />
          </div>
        </>
      )}
    </details>
  );
}
