import type { StackState } from '@cutover/aws/stacks';
import type { Outcome } from '@cutover/domain/outcome';
import type { World } from '../world.ts';
import { discard, type ChangeSet } from './change-set.ts';
import { changesText, countOf, frozenServiceChanges } from './changes.ts';
import type { StackInputs } from './inputs.ts';
import { followStack, type Pace } from './operation.ts';
import { failed, operationFailed, succeeded, timedOut, unchanged, type StackOutputs } from './outcomes.ts';
import type { Template } from './template.ts';

/** How far a run came, for when it is cancelled. */
export interface Running {
  stack: StackState | undefined;
  changeSet?: ChangeSet;
  executing: boolean;
}

/** Shows a change set, and executes it unless there is a reason not to. */
export async function carryOut(
  changeSet: ChangeSet,
  template: Template,
  stack: StackState | undefined,
  given: StackInputs,
  pace: Pace,
  world: World,
  state: Running,
): Promise<Outcome<StackOutputs>> {
  const { aws, progress } = world;
  const { name } = given;
  state.changeSet = changeSet;
  const { region } = aws;
  switch (changeSet.kind) {
    case 'timedOut':
      await discard(changeSet, world);
      return timedOut(name, 'preparing its change set', given['wait-for-minutes'], region, stack);
    case 'failed':
      await discard(changeSet, world);
      return failed(
        `CloudFormation refused the change set for stack ${name}: ${changeSet.reason}`,
        'Nothing was changed. Mend the template or its parameters and run the job again.',
        region,
        stack,
      );
    case 'empty':
      await discard(changeSet, world);
      return given['fail-on-empty-changeset']
        ? failed(
            `Stack ${name} already is as the template says, and fail-on-empty-changeset is true.`,
            'Nothing was changed. Set fail-on-empty-changeset to false to accept this.',
            region,
            stack,
            [],
          )
        : unchanged(`Stack ${name} already is as the template says.`, stack, []);
    case 'ready':
      break;
  }
  const { changes } = changeSet;
  progress.report({
    type: 'document',
    title: `Change set for stack ${name}: ${countOf(changes)}`,
    language: 'text',
    text: changesText(changes),
  });
  const frozen = frozenServiceChanges(changes, template.codeDeployServices);
  if (frozen.length > 0) {
    await discard(changeSet, world);
    return failed(
      `The change set would modify ${frozen.map(({ resource, causes }) => `${resource}${causes.length === 0 ? '' : ` (${causes.join(', ')})`}`).join(', ')}, an ECS service that CodeDeploy deploys to; CloudFormation can't do that.`,
      'Nothing was changed. Take the change back: subnets, security groups, capacity and platform version are changed by a deployment, the desired count by ECS itself.',
      region,
      stack,
      changes,
    );
  }
  if (given['dry-run']) {
    await discard(changeSet, world);
    return unchanged(`Dry run: ${countOf(changes)} to stack ${name} would be made.`, stack, changes);
  }
  if (given['no-execute-changeset']) {
    return unchanged(
      `Change set ${changeSet.name} with ${countOf(changes)} waits in stack ${name}.`,
      stack ?? (await aws.stacks.describe(name)),
      changes,
    );
  }
  const target = await aws.stacks.describe(name);
  const id = target?.id ?? name;
  state.stack = target;
  const known = new Set((await aws.stacks.events(id, new Set())).map((event) => event.id));
  world.signal.throwIfAborted();
  state.executing = true;
  await aws.stacks.executeChangeSet(name, changeSet.name, changeSet.name);
  const result = await followStack(id, known, changeSet.name, pace, world);
  state.executing = false;
  if (result.kind === 'timedOut')
    return timedOut(name, result.reason, given['wait-for-minutes'], region, target, changes);
  const { value } = result;
  const wanted = changeSet.type === 'CREATE' ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE';
  if (value.stack === undefined || value.stack.status !== wanted)
    return operationFailed(value, name, region, changes);
  return succeeded(`Stack ${name} is ${value.stack.status}: ${countOf(changes)}.`, value.stack, changes);
}
