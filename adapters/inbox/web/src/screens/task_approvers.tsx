import { useState } from 'preact/hooks';
import { say } from '../parts/notice';
import { problemWords } from '../parts/states';
import { queries, useQuery } from '../server/query';
import { addApprover, people } from '../server/requests';
import type { Person, UserTask } from '../server/types';
import { groupWords } from '../words/roles';
import { t } from '../words/words';

const sectionOf = (group: string) => group.slice(0, Math.max(0, group.lastIndexOf('.')));

/** What may stand in the list of an agreement, as those do who are asked: people, posts or sections; a value and its words. */
function choicesLike(member: string, everybody: Person[]): [string, string][] {
  if (everybody.some(({ username }) => username === member))
    return everybody.map(({ username, name, post }) => [username, post ? `${name}（${post}）` : name]);
  const groups = [...new Set(everybody.flatMap((person) => person.groups))].sort();
  if (groups.includes(member)) return groups.map((group) => [group, groupWords(group)]);
  const sections = [...new Set(groups.map(sectionOf).filter(Boolean))].map((section): [string, string] => [
    section,
    section,
  ]);
  if (sections.some(([section]) => section === member)) return sections;
  // A department without the words in front that its posts have.
  return sections.flatMap(([section]): [string, string][] => {
    const slash = section.indexOf('/');
    return slash < 0 ? [] : [[section.slice(slash + 1), section.slice(slash + 1)]];
  });
}

/** 承認者の追加: one more is asked in an agreement. `member` is the item of the list that this task is for. */
export function TaskApprovers({ task, member }: { task: UserTask; member: string }) {
  const everybody = useQuery(['people'], people, { refresh: false });
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const choices = choicesLike(member, everybody.data?.items ?? []).filter(([value]) => value !== member);
  if (!choices.length) return null;

  async function add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const values = new FormData(event.currentTarget as HTMLFormElement);
    const added = String(values.get('member'));
    setBusy(true);
    setFault('');
    try {
      await addApprover(task.userTaskKey, added, String(values.get('reason')).trim());
      say(t('approver_added', { who: choices.find(([value]) => value === added)?.[1] ?? added }));
      await queries.invalidateQueries();
    } catch (caught) {
      setFault(problemWords(caught));
    } finally {
      setBusy(false);
    }
  }

  return (
    <details class="proxy">
      <summary>{t('approver_add')}</summary>
      <form noValidate onSubmit={add}>
        <p>{t('approver_consequence')}</p>
        <div class="field">
          <label for="approver-member">{t('approver_member')}</label>
          <select id="approver-member" name="member">
            {choices.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="approver-reason">{t('reason')}</label>
          <input id="approver-reason" name="reason" type="text" maxLength={500} />
        </div>
        {fault && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        <button type="submit" disabled={busy}>
          {t('approver_add_do')}
        </button>
      </form>
    </details>
  );
}
