import { CutoverError } from '@cutover/domain/errors';
import { inProgress } from '@cutover/domain/stack';
import type { StackState } from '@cutover/aws/stacks';
import type { World } from '../world.ts';
import type { Operation } from './operation.ts';
import type { Unfinished } from './outcomes.ts';
import { explainService, NOTHING } from './stuck-service.ts';

/** Present state of an operation that takes too long. */
export async function unfinished(
  { events, stack }: Pick<Operation, 'events' | 'stack'>,
  world: World,
): Promise<Unfinished> {
  const working = inProgress(events);
  const service = working.find(({ resourceType }) => resourceType === 'AWS::ECS::Service');
  return { stack, working, service: service === undefined ? NOTHING : await explainService(service, world) };
}

/** The stack as it is now, for the outputs of a step that ends early; undefined when it can't be read any more. */
export async function stackNow(stack: StackState | undefined, world: World): Promise<StackState | undefined> {
  if (stack === undefined) return undefined;
  try {
    return await world.aws.stacks.describe(stack.id);
  } catch (error) {
    if (error instanceof CutoverError || world.signal.aborted) return undefined;
    throw error;
  }
}
