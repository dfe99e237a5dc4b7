import { isTerminal } from './deployment.ts';
import type { WaitUntil } from './deployment-budget.ts';
import { eventOf, greenOf, serving, type DeploymentLook } from './deployment-look.ts';

/** What is expected of a deployment. */
export interface Expectation {
  readonly waitUntil: WaitUntil;
  /** ARN that has to serve in the end. */
  readonly revision: string;
  /** ARN that served before. */
  readonly previous: string;
  /** So many failed tasks of the replacement are a crash loop; 0: never. */
  readonly maxFailedTasks: number;
}

export type DeploymentVerdict =
  | { readonly kind: 'pending'; readonly reason: string }
  /** The milestone is reached and, unless it is `ready`, our revision serves. */
  | { readonly kind: 'reached' }
  /** The milestone is reached, yet the old revision is still reported as serving: stale, or wrong. */
  | { readonly kind: 'unproven'; readonly serving: string | undefined }
  /** A third revision serves. */
  | { readonly kind: 'superseded'; readonly serving: string }
  /** It ended otherwise than it should. */
  | { readonly kind: 'ended'; readonly status: 'Failed' | 'Stopped' }
  | { readonly kind: 'crashLoop'; readonly failed: number };

/** Judges one look at our deployment. Success needs both our deployment's milestone and our revision in service. */
export function judgeDeployment(look: DeploymentLook, expected: Expectation): DeploymentVerdict {
  const { deployment, failedTasks } = look;
  const { status } = deployment;
  if (status === 'Failed' || status === 'Stopped')
    return { kind: 'ended', status: status as 'Failed' | 'Stopped' };
  if (hasReached(look, expected.waitUntil)) return proof(look, expected);
  if (eventOf(look, 'AllowTraffic')?.status === 'Succeeded') {
    const overtaken = proof(look, expected);
    if (overtaken.kind === 'superseded') return overtaken;
  }
  // As long as the deployment is active, the old task set is there to go back to, after the shift too.
  if (expected.maxFailedTasks > 0 && failedTasks.length >= expected.maxFailedTasks) {
    return { kind: 'crashLoop', failed: failedTasks.length };
  }
  return { kind: 'pending', reason: progressOf(look) };
}

function hasReached(look: DeploymentLook, waitUntil: WaitUntil): boolean {
  const { status } = look.deployment;
  if (status === 'Succeeded') return true;
  switch (waitUntil) {
    case 'completed':
      return false;
    case 'traffic-shifted':
      return (
        eventOf(look, 'AllowTraffic')?.status === 'Succeeded' &&
        eventOf(look, 'AfterAllowTraffic')?.status === 'Succeeded'
      );
    case 'ready':
      // Somebody may have continued it between two polls.
      return (
        status === 'Ready' ||
        ['InProgress', 'Succeeded'].includes(eventOf(look, 'AllowTraffic')?.status ?? '')
      );
  }
}

function proof(look: DeploymentLook, { waitUntil, revision, previous }: Expectation): DeploymentVerdict {
  const now = serving(look);
  if (waitUntil === 'ready' && !isTerminal(look.deployment.status)) return { kind: 'reached' };
  if (now === revision) return { kind: 'reached' };
  return now === undefined || now === previous
    ? { kind: 'unproven', serving: now }
    : { kind: 'superseded', serving: now };
}

/** What a deployment that goes well is doing. */
export function progressOf(look: DeploymentLook): string {
  const { deployment, target } = look;
  if (deployment.status === 'Ready') return 'the shift waits to be continued';
  if (target === undefined) return `the deployment is ${deployment.status || 'being created'}`;
  if (deployment.terminationWaitStarted) return 'the old task set waits for its termination';
  const current =
    target.events.find(({ status }) => status === 'InProgress') ??
    target.events.find(({ status }) => status === 'Pending');
  if (current === undefined) return `the deployment is ${deployment.status}`;
  const green = greenOf(look);
  const counts =
    green === undefined
      ? ''
      : ` (${green.running} of ${green.desired} tasks run, ${green.trafficWeight} % of traffic)`;
  return `${current.name} is ${current.status}${counts}`;
}
