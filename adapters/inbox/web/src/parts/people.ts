import { useQuery } from '../server/query';
import { people } from '../server/requests';
import { session } from '../server/session';

/** Names beside user names: 佐藤 誠（統合運用 責任者）; the user name itself for somebody unknown. */
export function useNames(): (username: string) => string {
  const { data } = useQuery(['people'], people, { refresh: false, enabled: !!session.value });
  const byName = new Map(data?.items.map((person) => [person.username, person]));
  return (username) => {
    const person = byName.get(username);
    if (!person) return username;
    return person.post ? `${person.name}（${person.post}）` : person.name;
  };
}
