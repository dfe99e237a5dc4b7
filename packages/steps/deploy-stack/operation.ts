import type { StackState } from '@cutover/aws/stacks';
import { inProgress, isSettled, type StackEvent } from '@cutover/domain/stack';
import { wait, type WaitResult } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import { ServiceWatch } from './service-watch.ts';
import type { StuckService } from './stuck-service.ts';

export interface Pace {
  /** Epoch milliseconds. */
  readonly deadline: number;
  readonly intervalMs: number;
}

/** Result of an operation on a stack. */
export interface Operation {
  /** Undefined when the stack is gone. */
  readonly stack: StackState | undefined;
  /** This operation's events, oldest first. */
  readonly events: readonly StackEvent[];
  /** Why the tasks of a service that failed didn't start, seen when it failed: the rollback deletes the service. */
  readonly service: StuckService;
}

/** How following an operation ended; on a timeout with what is known at that moment. */
export type FollowedOperation = { readonly kind: 'done' | 'timedOut'; readonly value: Operation };

/**
 * Follows a stack until nothing goes on there, and reports its events on the way.
 * @param known ids of the events that were there before
 * @param token the operation's own; its end is the stack's event that carries it. Without one any end will do.
 */
export async function followStack(
  id: string,
  known: ReadonlySet<string>,
  token: string | undefined,
  pace: Pace,
  world: World,
): Promise<FollowedOperation> {
  const { aws, clock, progress, signal } = world;
  const seen = new Set(known);
  const events: StackEvent[] = [];
  const watch = new ServiceWatch(world);
  let next = 30_000;
  const result: WaitResult<Operation> = await wait(
    async () => {
      // The status is read first: what happened before it became final is then among the events.
      const stack = await aws.stacks.describe(id);
      for (const event of await aws.stacks.events(id, seen)) {
        seen.add(event.id);
        // Some implementations leave the token out; only another's token is surely not ours.
        if (token !== undefined && event.token !== undefined && event.token !== token) continue;
        events.push(event);
        const { resource, resourceType, status, reason } = event;
        progress.report({
          type: 'stack.event',
          resource,
          resourceType,
          status,
          ...(reason === undefined ? {} : { reason }),
        });
        await watch.failed(event);
      }
      await watch.look(inProgress(events));
      const ended = token === undefined || events.some(({ isStack, status }) => isStack && isOver(status));
      if (
        stack === undefined ||
        (isSettled(stack.status) && ended && (token === undefined || isOver(stack.status)))
      )
        return { state: 'done', value: { stack, events, service: watch.verdict } };
      return { state: 'pending', reason: stack.status };
    },
    {
      clock,
      signal,
      deadline: pace.deadline,
      intervalMs: pace.intervalMs,
      onPending: (_, waitedMs) => {
        if (waitedMs < next) return;
        next = waitedMs + 30_000;
        progress.report({
          type: 'still.waiting',
          what: 'CloudFormation',
          seconds: Math.round(waitedMs / 1000),
          budgetSeconds: Math.round((waitedMs + pace.deadline - clock.now()) / 1000),
        });
      },
    },
  );
  if (result.kind === 'done') return result;
  return {
    kind: 'timedOut',
    value: { stack: await aws.stacks.describe(id), events, service: watch.verdict },
  };
}

/** Whether the executed operation has ended; REVIEW_IN_PROGRESS is the time before it. */
function isOver(status: string): boolean {
  return isSettled(status) && status !== 'REVIEW_IN_PROGRESS';
}
