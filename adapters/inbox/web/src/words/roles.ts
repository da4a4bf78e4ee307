import { language } from './words';

const parties: Record<string, [string, string]> = {
  ward_dept: ['業務主管課', 'Business owner'],
  ward_is: ['情報システム課', 'Information Systems'],
  iom: ['統合運用', 'Operations desk'],
  single_db: ['共通DB', 'Common DB'],
  joint_asp: ['共同利用ASP', 'Joint ASP'],
  network: ['ネットワーク', 'Network'],
  infra: ['インフラ統合基盤', 'Infrastructure'],
  nonstd: ['標準化対象外', 'Other systems'],
  helpdesk: ['ヘルプデスク', 'Help desk'],
};
const roles: Record<string, [string, string]> = {
  staff: ['担当', 'staff'],
  operator: ['担当', 'operator'],
  oncall: ['当番', 'on call'],
  chief: ['係長', 'chief'],
  leader: ['責任者', 'leader'],
  manager: ['課長', 'manager'],
};

/** A candidate group as a person reads it: `ward_dept/税務課.manager` is 税務課 課長. An unknown one stands as it is. */
export function groupWords(group: string): string {
  const [party = '', role] = group.split(/\.(?=[^.]*$)/);
  const [kind = '', name] = party.split('/');
  const pick = (pair: [string, string] | undefined) => pair?.[language.value === 'en' ? 1 : 0];
  const partyName = kind === 'ward_dept' && name ? name : [pick(parties[kind]), name].filter(Boolean).join(' ');
  const roleName = role && pick(roles[role]);
  return partyName && roleName ? `${partyName} ${roleName}` : group;
}
