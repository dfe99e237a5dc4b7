import type {
  CancelUpdateStackInput,
  ContinueUpdateRollbackInput,
  CreateStackInput,
  CreateStackOutput,
  DeleteStackInput,
  DescribeStacksInput,
  DescribeStacksOutput,
  ListStacksInput,
  ListStacksOutput,
  RollbackStackInput,
  RollbackStackOutput,
  Stack as StackDescription,
  StackDriftStatus,
  StackSummary,
  UpdateStackInput,
  UpdateStackOutput,
  UpdateTerminationProtectionInput,
  UpdateTerminationProtectionOutput,
} from '@aws-sdk/client-cloudformation';
import { ApiError } from '../kernel/api-error.ts';
import { changesOf } from './deploy/changes.ts';
import { outputsChange } from './deploy/outputs-change.ts';
import type { DeployOptions } from './deploy/deploy.ts';
import { deleteStack } from './deploy/remove.ts';
import { rollBackCreation, rollBackUpdate } from './deploy/roll-back.ts';
import { definitionOf, flag, list } from './request.ts';
import { begin, inBackground, startDeployment } from './run.ts';
import { makeObsolete, moveStack, type Stack } from './stack.ts';
import type { Stacks } from './stacks.ts';
import { requireIdle, requireUpdatable } from './state-checks.ts';
import { showParameters } from './template/parameters.ts';
import { validation } from './template/parse-template.ts';

/** Operations on whole stacks. */
export function stackOperations(stacks: Stacks) {
  return {
    CreateStack: (input: CreateStackInput): CreateStackOutput => {
      const name = input.StackName ?? '';
      const existing = stacks.find(name);
      if (existing !== undefined) {
        if (input.ClientRequestToken !== undefined && existing.token === input.ClientRequestToken) {
          return { StackId: existing.id };
        }
        throw new ApiError('AlreadyExistsException', `Stack [${name}] already exists`);
      }
      const target = definitionOf(
        stacks,
        input,
        { id: stacks.sim.arn('cloudformation', `stack/${name}`), name },
        undefined,
      );
      const stack = stacks.add(name);
      stack.terminationProtection = flag(input.EnableTerminationProtection);
      const onFailure = onFailureOf(input);
      startDeployment(stacks, stack, target, { kind: 'create', onFailure }, input.ClientRequestToken);
      return { StackId: stack.id, OperationId: stack.operationId };
    },

    UpdateStack: (input: UpdateStackInput): UpdateStackOutput => {
      const stack = stacks.find(input.StackName ?? '');
      if (stack === undefined) throw validation(`Stack [${input.StackName ?? ''}] does not exist`);
      if (input.ClientRequestToken !== undefined && stack.token === input.ClientRequestToken) {
        return { StackId: stack.id };
      }
      requireUpdatable(stack);
      const target = definitionOf(stacks, input, stack, stack);
      const failed = stack.status.endsWith('_FAILED');
      if (!failed && changesOf(stacks, stack, target).length === 0 && !outputsChange(stacks, stack, target)) {
        throw validation('No updates are to be performed.');
      }
      makeObsolete(stack);
      const onFailure = flag(input.DisableRollback) ? 'DO_NOTHING' : 'ROLLBACK';
      startDeployment(stacks, stack, target, { kind: 'update', onFailure }, input.ClientRequestToken);
      return { StackId: stack.id, OperationId: stack.operationId };
    },

    DeleteStack: (input: DeleteStackInput): object => {
      const stack = stacks.find(input.StackName ?? '');
      // Deleting what isn't there succeeds.
      if (stack === undefined || stack.status === 'DELETE_COMPLETE' || stack.status === 'DELETE_IN_PROGRESS')
        return {};
      if (stack.terminationProtection) {
        throw validation(`Stack [${stack.id}] cannot be deleted while TerminationProtection is enabled`);
      }
      const retained = new Set(list(input.RetainResources));
      if (retained.size > 0 && stack.status !== 'DELETE_FAILED') {
        throw validation(
          `Invalid operation on stack [${stack.id}]: RetainResources can only be used with a stack in DELETE_FAILED state`,
        );
      }
      // A creation can be given up; an update must end first.
      if (stack.status !== 'CREATE_IN_PROGRESS') requireIdle(stack, 'deleted');
      begin(stacks, stack, 'DELETE_IN_PROGRESS', input.ClientRequestToken);
      if (stack.cancel !== undefined) {
        stack.cancel();
        return {};
      }
      inBackground(stacks, async () => await deleteStack(stacks.sim, stack, retained));
      return {};
    },

    ContinueUpdateRollback: (input: ContinueUpdateRollbackInput): object => {
      const stack = stacks.require(input.StackName);
      if (stack.status !== 'UPDATE_ROLLBACK_FAILED') {
        throw validation(
          `Stack:${stack.id} is in ${stack.status} state and can not continue update rollback. It must be in UPDATE_ROLLBACK_FAILED state.`,
        );
      }
      const skipped = new Set(list(input.ResourcesToSkip));
      const unknown = [...skipped].filter((id) => stack.resources.get(id)?.status !== 'UPDATE_FAILED');
      if (unknown.length > 0) {
        throw validation(
          `[${unknown.join(', ')}] can not be skipped during rollback because they are not in UPDATE_FAILED state`,
        );
      }
      begin(stacks, stack, 'UPDATE_ROLLBACK_IN_PROGRESS', input.ClientRequestToken);
      inBackground(stacks, async () => await rollBackUpdate(stacks, stack, skipped));
      return {};
    },

    CancelUpdateStack: (input: CancelUpdateStackInput): object => {
      const stack = stacks.require(input.StackName);
      if (stack.status !== 'UPDATE_IN_PROGRESS' || stack.cancel === undefined) {
        throw validation('CancelUpdateStack cannot be called from current stack status');
      }
      moveStack(stack, 'UPDATE_ROLLBACK_IN_PROGRESS', stacks.sim.clock.date(), 'User Initiated');
      stack.cancel();
      return {};
    },

    RollbackStack: (input: RollbackStackInput): RollbackStackOutput => {
      const stack = stacks.require(input.StackName);
      const { current } = stack;
      if (stack.status === 'CREATE_FAILED' && current !== undefined) {
        begin(stacks, stack, 'ROLLBACK_IN_PROGRESS', input.ClientRequestToken);
        inBackground(stacks, async () => await rollBackCreation(stacks, stack, current, '', 'ROLLBACK'));
      } else if (stack.status === 'UPDATE_FAILED' && stack.pendingRollback !== undefined) {
        begin(stacks, stack, 'UPDATE_ROLLBACK_IN_PROGRESS', input.ClientRequestToken);
        inBackground(stacks, async () => await rollBackUpdate(stacks, stack, new Set()));
      } else {
        throw validation(
          `Stack:${stack.id} is in ${stack.status} state and can not be rolled back. It must be in CREATE_FAILED or UPDATE_FAILED state.`,
        );
      }
      return { StackId: stack.id, OperationId: stack.operationId };
    },

    DescribeStacks: (input: DescribeStacksInput): DescribeStacksOutput => {
      const found =
        input.StackName === undefined
          ? stacks.all().filter(({ status }) => status !== 'DELETE_COMPLETE')
          : [stacks.require(input.StackName)];
      return { Stacks: found.map(describeStack) };
    },

    ListStacks: (input: ListStacksInput): ListStacksOutput => {
      const filter = new Set<string>(list(input.StackStatusFilter));
      return {
        StackSummaries: stacks
          .all()
          .filter(({ status }) => filter.size === 0 || filter.has(status))
          .map(summarize),
      };
    },

    UpdateTerminationProtection: (
      input: UpdateTerminationProtectionInput,
    ): UpdateTerminationProtectionOutput => {
      const stack = stacks.require(input.StackName);
      stack.terminationProtection = flag(input.EnableTerminationProtection);
      return { StackId: stack.id };
    },
  };
}

function onFailureOf(input: CreateStackInput): DeployOptions['onFailure'] {
  if (flag(input.DisableRollback)) return 'DO_NOTHING';
  return input.OnFailure ?? 'ROLLBACK';
}

function driftInformation({ drift }: Stack): {
  StackDriftStatus: StackDriftStatus;
  LastCheckTimestamp?: Date;
} {
  if (drift?.status !== 'DETECTION_COMPLETE') return { StackDriftStatus: 'NOT_CHECKED' };
  const drifted = drift.drifts.some(({ StackResourceDriftStatus }) => StackResourceDriftStatus !== 'IN_SYNC');
  return { StackDriftStatus: drifted ? 'DRIFTED' : 'IN_SYNC', LastCheckTimestamp: drift.startedAt };
}

function summarize(stack: Stack): StackSummary {
  return {
    StackId: stack.id,
    StackName: stack.name,
    CreationTime: stack.createdAt,
    LastUpdatedTime: stack.updatedAt,
    DeletionTime: stack.deletedAt,
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    TemplateDescription: stack.current?.template.Description,
    DriftInformation: driftInformation(stack),
  };
}

function describeStack(stack: Stack): StackDescription {
  const { current } = stack;
  return {
    StackId: stack.id,
    StackName: stack.name,
    ChangeSetId: stack.changeSetId,
    Description: current?.template.Description,
    Parameters: current === undefined ? [] : showParameters(current),
    CreationTime: stack.createdAt,
    LastUpdatedTime: stack.updatedAt,
    DeletionTime: stack.deletedAt,
    RollbackConfiguration: {},
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    DisableRollback: stack.disableRollback,
    NotificationARNs: [],
    Capabilities: [...(current?.capabilities ?? [])] as StackDescription['Capabilities'],
    Outputs: [...stack.outputs],
    RoleARN: current?.roleArn,
    Tags: [...(current?.tags ?? [])],
    EnableTerminationProtection: stack.terminationProtection,
    DriftInformation: driftInformation(stack),
  };
}
