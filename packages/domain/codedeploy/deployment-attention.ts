import { isTerminal } from './deployment.ts';
import { eventOf, greenOf, replacementIdOf, replacementOf, type CodeDeployLook } from './deployment-look.ts';
import { primaryTaskSet } from '../task/ecs-service.ts';

/** Questions to AWS about a deployment; each is one call. */
export type Question = 'deployment' | 'target' | 'service' | 'tasks';

/** After how many polls something is asked although nothing shows that it changed. */
export interface Cadence {
  /** The deployment, while its target tells how it goes: that the target tells every end at once is not documented. */
  readonly sure: number;
  /** The service, while tasks start, and in the waits before and after the shift. */
  readonly often: number;
  /** The service and its tasks, while traffic moves and nothing else does. */
  readonly seldom: number;
  /** Whether the service is asked what it says whenever its tasks come and go. */
  readonly tellsAll: boolean;
}

/** An interval from which on few calls matter more than every event of the service, in milliseconds. */
const SPARING_MS = 10_000;

/** @param intervalMs of the polls */
export function cadenceOf(intervalMs: number): Cadence {
  return intervalMs >= SPARING_MS
    ? { sure: 60, often: 40, seldom: 80, tellsAll: false }
    : { sure: 6, often: 4, seldom: 12, tellsAll: true };
}

/** The most that is added to an interval, as a share of it; who polls sparingly gets less than one call an interval. */
export function jitterOf(intervalMs: number): number {
  return intervalMs >= SPARING_MS ? 0.5 : 0.1;
}

/**
 * The one question of a poll in which nothing happens. While events run, the target tells every change, and its own
 * status tells the deployment's end; in a wait, before the start and after the last event only the deployment changes.
 */
export function firstQuestion(before: CodeDeployLook | undefined): 'deployment' | 'target' {
  const { target, deployment } = before ?? {};
  return target === undefined || deployment === undefined || isResting(before) ? 'deployment' : 'target';
}

/** In a wait only the deployment changes, and the service tells whether its tasks still run. */
function isResting(look: CodeDeployLook | undefined): boolean {
  return look?.deployment.status === 'Ready' || isOver(look);
}

/** Whether the last event is done, so that the target tells no more. */
function isOver(look: CodeDeployLook | undefined): boolean {
  if (look?.target === undefined) return false;
  return (
    ['Succeeded', 'Failed', 'Skipped'].includes(look.target.status) ||
    eventOf(look, 'AfterAllowTraffic')?.status === 'Succeeded'
  );
}

/**
 * Of deployment and target, the one that was not asked first, when the answer to the first may have changed it.
 * @param now the look before, with the first answer in it
 * @param poll number of this poll, from 0
 */
export function secondQuestion(
  before: CodeDeployLook | undefined,
  now: CodeDeployLook,
  asked: 'deployment' | 'target',
  poll: number,
  cadence: Cadence,
): 'deployment' | 'target' | undefined {
  if (asked === 'deployment') {
    if (['Created', 'Queued'].includes(now.deployment.status)) return undefined;
    const changed =
      now.deployment.status !== before?.deployment.status ||
      now.deployment.terminationWaitStarted !== before.deployment.terminationWaitStarted;
    return now.target === undefined || (changed && !isOver(before)) ? 'target' : undefined;
  }
  // Between two events the deployment may be in a wait, or at its end.
  const runs = now.target?.events.some(({ status }) => status === 'InProgress') === true;
  return !runs || hasMoved(before, now) || poll % cadence.sure === 0 ? 'deployment' : undefined;
}

/**
 * Whether the service and the failed tasks are to be asked about in this poll.
 * @param now the look before, with the answers of this poll in it
 * @param poll number of this poll, from 0
 */
export function asksForService(
  before: CodeDeployLook | undefined,
  now: CodeDeployLook,
  poll: number,
  cadence: Cadence,
): boolean {
  if (before === undefined || hasArrived(before, now)) return true;
  if (isNotKnownYet(now, cadence) || (cadence.tellsAll && hasOtherCounts(before, now))) return true;
  // Once traffic has shifted, ECS may still tell what was before.
  const serves = primaryTaskSet(now.service)?.externalId === now.deployment.id;
  if (eventOf(now, 'AllowTraffic')?.status === 'Succeeded' && !serves) return true;
  return poll % (isStarting(now) || isResting(now) ? cadence.often : cadence.seldom) === 0;
}

/** @param now with the service's answer, if it was asked */
export function asksForTasks(
  before: CodeDeployLook | undefined,
  now: CodeDeployLook,
  poll: number,
  cadence: Cadence,
): boolean {
  if (replacementIdOf(now) === undefined || now.deployment.status === 'Succeeded') return false;
  if (isTerminal(now.deployment.status)) return true;
  if (before === undefined || isStarting(now) || hasOtherCounts(before, now)) return true;
  // A task that failed and was replaced between two polls leaves an event.
  if (now.service.events[0]?.id !== before.service.events[0]?.id) return true;
  return poll % cadence.seldom === 0;
}

/** Whether the replacement task set's id is still unknown. With `tellsAll`, CodeDeploy's answer is not enough: ECS must list it too. */
function isNotKnownYet(look: CodeDeployLook, { tellsAll }: Cadence): boolean {
  if (look.target === undefined || isOver(look)) return false;
  return tellsAll
    ? replacementOf(look.service, look.deployment.id) === undefined
    : replacementIdOf(look) === undefined;
}

/** Fewer tasks run than should: what the replacement starts may be failing. */
function isStarting(look: CodeDeployLook): boolean {
  const green = isResting(look) ? undefined : greenOf(look);
  const counts = green ?? replacementOf(look.service, look.deployment.id);
  return counts !== undefined && counts.running < counts.desired;
}

function hasMoved(before: CodeDeployLook | undefined, now: CodeDeployLook): boolean {
  if (before === undefined) return true;
  return picture(before) !== picture(now);
}

/** Whether a wait, the traffic's new place, or the end is new: what runs and serves has to be seen at that moment. */
function hasArrived(before: CodeDeployLook, now: CodeDeployLook): boolean {
  if (isResting(now) && !isResting(before)) return true;
  const last = (look: CodeDeployLook): boolean =>
    isTerminal(look.deployment.status) || eventOf(look, 'AfterAllowTraffic')?.status === 'Succeeded';
  return (
    last(now) && (!last(before) || isTerminal(now.deployment.status) !== isTerminal(before.deployment.status))
  );
}

/** Everything that decides about a deployment; the traffic's weight does not. */
function picture({ deployment, target }: CodeDeployLook): string {
  return [
    deployment.status,
    deployment.terminationWaitStarted,
    target?.status,
    ...(target?.events ?? []).map(({ status }) => status),
  ].join();
}

function hasOtherCounts(before: CodeDeployLook, now: CodeDeployLook): boolean {
  const counts = (look: CodeDeployLook): string => {
    const green = greenOf(look);
    const set = replacementOf(look.service, look.deployment.id);
    return [green?.running, green?.desired, green?.pending, set?.running, set?.desired].join();
  };
  return counts(before) !== counts(now);
}
