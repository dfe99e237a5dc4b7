import type { BudgetQuestion, DeploymentBudget } from '../deployment/budget.ts';
import type { DeploymentGroup, TrafficRouting } from './deployment.ts';

const MINUTE = 60_000;
/** CodeDeploy itself gives up on an installation, and on each hook, after an hour. */
const INSTALL_MINUTES = 60;
const HOOK_MINUTES = 60;
/** For everything that has no time of its own: creation, start, the last poll. */
const SLACK_MINUTES = 5;

/** Minutes from the first to the last step of the shift; a linear step happens at the start of its interval. */
export function shiftMinutes(routing: TrafficRouting): number {
  switch (routing.type) {
    case 'AllAtOnce':
      return 0;
    case 'TimeBasedCanary':
      return routing.intervalMinutes;
    case 'TimeBasedLinear':
      return (Math.ceil(100 / Math.max(routing.percentage, 1)) - 1) * routing.intervalMinutes;
  }
}

export function deploymentBudget(
  options: BudgetQuestion & { readonly group: DeploymentGroup; readonly routing: TrafficRouting },
): DeploymentBudget {
  const { group, routing, waitUntil, hooks, minutes, gateMinutes } = options;
  if (minutes !== undefined) return { totalMs: minutes * MINUTE, reason: `wait-for-minutes ${minutes}` };
  const readyWait = group.readyAction === 'STOP_DEPLOYMENT' ? group.readyWaitMinutes : 0;
  const parts: (readonly [name: string, minutes: number])[] = [
    ['install', INSTALL_MINUTES],
    ['hooks', hooks * HOOK_MINUTES],
    ...(waitUntil === 'ready'
      ? []
      : ([
          // The gate ends the wait.
          ['ready wait', gateMinutes === undefined ? readyWait : 0],
          ['gate', gateMinutes ?? 0],
          ['shift', shiftMinutes(routing)],
        ] as const)),
    ...(waitUntil === 'completed' ? ([['termination wait', group.terminationWaitMinutes]] as const) : []),
    ['slack', SLACK_MINUTES],
  ];
  const counted = parts.filter(([, length]) => length > 0);
  return {
    totalMs: counted.reduce((sum, [, length]) => sum + length, 0) * MINUTE,
    reason: counted.map(([name, length]) => `${name} ${length} min`).join(' + '),
  };
}
