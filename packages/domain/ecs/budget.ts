import type { BudgetQuestion, DeploymentBudget } from '../deployment/budget.ts';
import type { DeploymentSettings } from './service-deployment.ts';

const MINUTE = 60_000;
/** Time for the new tasks to be started and found healthy. ECS itself waits for ever, or 24 hours a stage. */
const SCALE_UP_MINUTES = 60;
/** A Lambda hook answers within minutes as a rule; AWS waits for it up to a day. */
const HOOK_MINUTES = 15;
/** For the deregistration delay and the end of the old tasks. */
const CLEAN_UP_MINUTES = 15;
/** For everything that has no time of its own: recording, starting, the last look. */
const SLACK_MINUTES = 5;

/** How long a deployment with these settings may take. */
export function serviceDeploymentBudget(
  settings: DeploymentSettings | undefined,
  { gateMinutes, minutes, waitUntil }: BudgetQuestion,
): DeploymentBudget {
  if (minutes !== undefined) return { totalMs: minutes * MINUTE, reason: `wait-for-minutes ${minutes}` };
  const rolling = settings === undefined || settings.strategy === 'ROLLING';
  const hooks = settings?.hooks ?? [];
  const pauses = hooks.filter(({ type }) => type === 'PAUSE');
  const parts: (readonly [name: string, minutes: number])[] = [
    [rolling ? 'roll-out' : 'scale-up', SCALE_UP_MINUTES],
    ['hooks', (hooks.length - pauses.length) * HOOK_MINUTES],
    ...(waitUntil === 'ready'
      ? []
      : ([
          ['gate', gateMinutes ?? 0],
          ['pauses', gateMinutes === undefined ? sum(pauses.map(({ timeoutMinutes }) => timeoutMinutes)) : 0],
          ['steps', settings === undefined ? 0 : (settings.steps - 1) * settings.stepMinutes],
          // A rolling deployment succeeds after its bake, and says nothing certain before.
          ['bake', waitUntil === 'completed' || rolling ? (settings?.bakeMinutes ?? 0) : 0],
        ] as const)),
    ...(waitUntil === 'completed' ? ([['clean-up', CLEAN_UP_MINUTES]] as const) : []),
    ['slack', SLACK_MINUTES],
  ];
  const counted = parts.filter(([, length]) => length > 0);
  return {
    totalMs: sum(counted.map(([, length]) => length)) * MINUTE,
    reason: counted.map(([name, length]) => `${name} ${length} min`).join(' + '),
  };
}

/** Minutes that a deployment takes at least by its settings, however fast the tasks are. */
export function leastMinutes(
  settings: DeploymentSettings | undefined,
  waitUntil: BudgetQuestion['waitUntil'],
): number {
  if (settings === undefined || waitUntil === 'ready') return 0;
  return (settings.steps - 1) * settings.stepMinutes + (waitUntil === 'completed' ? settings.bakeMinutes : 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
