import type { ElementInstance, HistoryEntry } from '../server/types';

export type StepState = 'passed' | 'here' | 'failed' | 'withdrawn';

/** One line of 「手順（文章）」: a step that was, or is being, taken. */
export interface Step {
  key: string;
  elementId: string;
  name: string;
  state: StepState;
  since: string;
  until: string | null;
  actor: string | undefined;
  outcome: string | undefined;
  /** Steps that a person only sees with the technical ones. */
  technical: boolean;
}

const plainTypes = new Set([
  'USER_TASK',
  'SEND_TASK',
  'RECEIVE_TASK',
  'SERVICE_TASK',
  'BUSINESS_RULE_TASK',
  'SCRIPT_TASK',
  'MANUAL_TASK',
  'TASK',
  'CALL_ACTIVITY',
  'START_EVENT',
  'END_EVENT',
  'INTERMEDIATE_CATCH_EVENT',
  'BOUNDARY_EVENT',
]);

function stateOf(instance: ElementInstance): StepState {
  if (instance.hasIncident) return 'failed';
  if (instance.state === 'ACTIVE') return 'here';
  return instance.state === 'TERMINATED' ? 'withdrawn' : 'passed';
}

/** The steps in the order in which they began, with who completed them taken from the history. */
export function stepsOf(instances: ElementInstance[], history: HistoryEntry[]): Step[] {
  const done = history.filter((entry) => entry.what === 'TASK_COMPLETED');
  const taken = new Set<HistoryEntry>();
  return [...instances]
    .sort(
      (a, b) =>
        a.startDate.localeCompare(b.startDate) || Number(BigInt(a.elementInstanceKey) - BigInt(b.elementInstanceKey)),
    )
    .filter((instance) => instance.type !== 'PROCESS')
    .map((instance) => {
      // A step that came round twice was completed twice: each completion belongs to one of them.
      const entry =
        instance.state === 'COMPLETED'
          ? done.find(
              (one) => one.elementId === instance.elementId && !taken.has(one) && one.time >= instance.startDate,
            )
          : undefined;
      if (entry) taken.add(entry);
      const unnamed = instance.elementName === instance.elementId;
      return {
        key: instance.elementInstanceKey,
        elementId: instance.elementId,
        name: instance.elementName,
        state: stateOf(instance),
        since: instance.startDate,
        until: instance.endDate,
        actor: entry?.actorName ?? entry?.actor ?? undefined,
        outcome: entry?.outcome ?? undefined,
        technical: !plainTypes.has(instance.type) || (unnamed && instance.type !== 'USER_TASK'),
      };
    });
}
