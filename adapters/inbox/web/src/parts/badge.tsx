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
  deemed_approved: ['ok', 'check'],
  passed: ['ok', 'check'],
  failed_then_passed: ['ok', 'check'],
  done: ['ok', 'check'],
  done_late: ['warn', 'check'],
  released: ['ok', 'check'],
  rolled_out: ['ok', 'check'],
  partly_rolled_out: ['warn', 'check'],
  rolled_back: ['danger', 'back'],
  all_set: ['ok', 'check'],
  partly_set: ['warn', 'check'],
  resolved: ['ok', 'check'],
  taken_over: ['ok', 'check'],
  accepted_as_is: ['quiet', 'check'],
  ended: ['ok', 'check'],
  drill_done: ['quiet', 'check'],
  issued: ['ok', 'check'],
  clean: ['ok', 'check'],
  corrected: ['ok', 'check'],
  open_findings: ['warn', 'check'],
  no_show: ['danger', 'away'],
  not_applicable: ['quiet', 'check'],
  superseded: ['quiet', 'away'],
  converted: ['quiet', 'check'],
  answered: ['ok', 'check'],
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
