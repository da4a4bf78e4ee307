import { named } from '../words/words';
import { Icon, type IconName } from './icon';

type Tone = 'ok' | 'wait' | 'warn' | 'danger' | 'quiet';

const tones: Record<string, [Tone, IconName]> = {
  completed: ['ok', 'check'],
  closed: ['ok', 'check'],
  approved: ['ok', 'check'],
  approved_with_conditions: ['ok', 'check'],
  recovered: ['ok', 'check'],
  recovered_closed: ['ok', 'check'],
  closed_without_cause: ['ok', 'check'],
  handed_to_helpdesk: ['quiet', 'check'],
  no_action: ['quiet', 'check'],
  infeasible: ['danger', 'away'],
  returned: ['warn', 'back'],
  rejected: ['danger', 'away'],
  expired: ['danger', 'overdue'],
  draft: ['quiet', 'draft'],
  withdrawn: ['quiet', 'away'],
  terminated: ['quiet', 'away'],
  stopped: ['quiet', 'away'],
  cancelled: ['quiet', 'away'],
};

/** A word with its icon and tint. */
export function Badge({ tone, icon, children }: { tone: Tone; icon: IconName; children: preact.ComponentChildren }) {
  return (
    <span class={`badge ${tone}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}

/** The state of a case: the words of the dictionary, or the state as the process names it. */
export function StateBadge({ state }: { state: string }) {
  const name = state.toLowerCase();
  const [tone, icon] = tones[name] ?? ['wait', 'here'];
  return (
    <Badge tone={tone} icon={icon}>
      {named('s_', name, state)}
    </Badge>
  );
}
