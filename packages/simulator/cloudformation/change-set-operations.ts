import { randomUUID } from 'node:crypto';
import type {
  CreateChangeSetInput,
  CreateChangeSetOutput,
  DeleteChangeSetInput,
  DescribeChangeSetInput,
  DescribeChangeSetOutput,
  ExecuteChangeSetInput,
  ListChangeSetsInput,
  ListChangeSetsOutput,
} from '@aws-sdk/client-cloudformation';
import { ApiError } from '../kernel/api-error.ts';
import { changesOf } from './deploy/changes.ts';
import { outputsChange } from './deploy/outputs-change.ts';
import { resolveProperties } from './deploy/resolve.ts';
import { page } from './page.ts';
import { definitionOf, flag } from './request.ts';
import { startDeployment } from './run.ts';
import { type ChangeSet, makeObsolete, moveStack, type Stack } from './stack.ts';
import type { Stacks } from './stacks.ts';
import { requireIdle, requireUpdatable } from './state-checks.ts';
import { showParameters } from './template/parameters.ts';
import { validation } from './template/parse-template.ts';
import { activeResources, NOTHING } from './template/scope.ts';

/** How long a change set is computed, in AWS milliseconds (assumption). */
const COMPUTE_MS = 3000;
const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";
const INVALID =
  'The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.';

/** Operations on change sets. */
export function changeSetOperations(stacks: Stacks) {
  const find = (input: {
    ChangeSetName?: string | undefined;
    StackName?: string | undefined;
  }): [Stack, ChangeSet] => {
    const name = input.ChangeSetName ?? '';
    const stack = name.startsWith('arn:')
      ? stacks.all().find(({ changeSets }) => [...changeSets.values()].some(({ id }) => id === name))
      : stacks.find(input.StackName ?? '');
    const changeSet = [...(stack?.changeSets.values() ?? [])].find(
      (one) => one.name === name || one.id === name,
    );
    if (stack === undefined || changeSet === undefined) {
      if (stack === undefined && !name.startsWith('arn:') && input.StackName !== undefined) {
        throw validation(`Stack [${input.StackName}] does not exist`);
      }
      throw new ApiError('ChangeSetNotFound', `ChangeSet [${name}] does not exist`, 404);
    }
    return [stack, changeSet];
  };

  return {
    CreateChangeSet: (input: CreateChangeSetInput): CreateChangeSetOutput => {
      const { StackName: stackName = '', ChangeSetName: name = '', ClientToken: token } = input;
      if (!/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name)) {
        throw validation(
          `1 validation error detected: Value '${name}' at 'changeSetName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
        );
      }
      const type = input.ChangeSetType ?? 'UPDATE';
      if (type === 'IMPORT') throw validation('The simulator has no change sets of type IMPORT');
      let stack = stacks.find(stackName);
      const known = stack?.changeSets.get(name);
      if (stack !== undefined && known !== undefined && !isExecuted(known)) {
        if (token !== undefined && known.token === token) return { Id: known.id, StackId: stack.id };
        throw new ApiError('AlreadyExistsException', `ChangeSet ${name} already exists`);
      }
      const isNew = stack === undefined || stack.status === 'REVIEW_IN_PROGRESS';
      if (type === 'CREATE' && !isNew) {
        throw validation(
          `Stack [${stackName}] already exists and cannot be created again with the changeSet [${name}].`,
        );
      }
      if (type === 'UPDATE' && stack === undefined) throw validation(`Stack [${stackName}] does not exist`);
      if (type === 'UPDATE' && stack !== undefined) requireUpdatable(stack);
      const target = definitionOf(stacks, input, stack ?? { id: stackName, name: stackName }, stack);
      if (stack === undefined) {
        stack = stacks.add(stackName);
        stack.token = token;
        moveStack(stack, 'REVIEW_IN_PROGRESS', stacks.sim.clock.date(), 'User Initiated');
      }
      const changeSet: ChangeSet = {
        id: stacks.sim.arn('cloudformation', `changeSet/${name}/${randomUUID()}`),
        name,
        type,
        description: input.Description,
        token,
        createdAt: stacks.sim.clock.date(),
        target,
        onStackFailure: input.OnStackFailure,
        operationId: randomUUID(),
        changes: [],
        status: 'CREATE_IN_PROGRESS',
        statusReason: undefined,
        executionStatus: 'UNAVAILABLE',
      };
      stack.changeSets.set(name, changeSet);
      const owner = stack;
      stacks.sim.clock.after(COMPUTE_MS, () =>
        compute(stacks, owner, changeSet, !flag(input.DisableValidation)),
      );
      return { Id: changeSet.id, StackId: stack.id };
    },

    DescribeChangeSet: (input: DescribeChangeSetInput): DescribeChangeSetOutput => {
      const [stack, changeSet] = find(input);
      const { items, nextToken } = page(changeSet.changes, input.NextToken);
      return {
        ChangeSetName: changeSet.name,
        ChangeSetId: changeSet.id,
        StackId: stack.id,
        StackName: stack.name,
        Description: changeSet.description,
        Parameters: showParameters(changeSet.target),
        CreationTime: changeSet.createdAt,
        ExecutionStatus: changeSet.executionStatus,
        Status: changeSet.status,
        StatusReason: changeSet.statusReason,
        NotificationARNs: [],
        RollbackConfiguration: {},
        Capabilities: [...changeSet.target.capabilities] as DescribeChangeSetOutput['Capabilities'],
        Tags: [...changeSet.target.tags],
        Changes: items,
        NextToken: nextToken,
        IncludeNestedStacks: false,
        OnStackFailure: changeSet.onStackFailure as DescribeChangeSetOutput['OnStackFailure'],
      };
    },

    ListChangeSets: (input: ListChangeSetsInput): ListChangeSetsOutput => {
      const stack = stacks.require(input.StackName);
      return {
        Summaries: [...stack.changeSets.values()].map((changeSet) => ({
          StackId: stack.id,
          StackName: stack.name,
          ChangeSetId: changeSet.id,
          ChangeSetName: changeSet.name,
          ExecutionStatus: changeSet.executionStatus,
          Status: changeSet.status,
          StatusReason: changeSet.statusReason,
          CreationTime: changeSet.createdAt,
          Description: changeSet.description,
        })),
      };
    },

    ExecuteChangeSet: (input: ExecuteChangeSetInput): object => {
      const [stack, changeSet] = find(input);
      const token = input.ClientRequestToken;
      if (isExecuted(changeSet) && token !== undefined && stack.token === token) return {};
      if (changeSet.executionStatus !== 'AVAILABLE') {
        throw new ApiError(
          'InvalidChangeSetStatus',
          `ChangeSet [${changeSet.id}] cannot be executed in its current status of [${
            isExecuted(changeSet) || changeSet.executionStatus === 'OBSOLETE'
              ? changeSet.executionStatus
              : changeSet.status
          }]`,
        );
      }
      if (changeSet.type === 'UPDATE') requireUpdatable(stack);
      changeSet.executionStatus = 'EXECUTE_IN_PROGRESS';
      // The others were computed against what the stack will no longer be.
      makeObsolete(stack, changeSet);
      stack.changeSetId = changeSet.id;
      const onFailure = flag(input.DisableRollback)
        ? 'DO_NOTHING'
        : ((changeSet.onStackFailure as 'DO_NOTHING' | 'ROLLBACK' | 'DELETE' | undefined) ?? 'ROLLBACK');
      const kind = changeSet.type === 'CREATE' ? 'create' : 'update';
      startDeployment(stacks, stack, changeSet.target, { kind, onFailure }, token, (succeeded) => {
        changeSet.executionStatus = succeeded ? 'EXECUTE_COMPLETE' : 'EXECUTE_FAILED';
      });
      return {};
    },

    DeleteChangeSet: (input: DeleteChangeSetInput): object => {
      let stack: Stack;
      let changeSet: ChangeSet;
      try {
        [stack, changeSet] = find(input);
      } catch (error) {
        // Deleting what isn't there succeeds.
        if (error instanceof ApiError && error.code === 'ChangeSetNotFound') return {};
        throw error;
      }
      if (changeSet.executionStatus === 'EXECUTE_IN_PROGRESS') {
        throw new ApiError(
          'InvalidChangeSetStatus',
          `ChangeSet [${changeSet.id}] cannot be deleted in its current status of [EXECUTE_IN_PROGRESS]`,
        );
      }
      requireIdle(stack, 'changed');
      stack.changeSets.delete(changeSet.name);
      return {};
    },
  };
}

/** An executed change set can still be described; its name is free again. */
function isExecuted({ executionStatus }: ChangeSet): boolean {
  return executionStatus.startsWith('EXECUTE_');
}

function compute(stacks: Stacks, stack: Stack, changeSet: ChangeSet, validate: boolean): void {
  const fail = (reason: string): void => {
    changeSet.status = 'FAILED';
    changeSet.statusReason = reason;
  };
  if (validate && invalidProperties(stacks, stack, changeSet)) {
    fail(INVALID);
    return;
  }
  changeSet.changes = changesOf(stacks, stack, changeSet.target);
  if (changeSet.changes.length === 0 && !outputsChange(stacks, stack, changeSet.target)) {
    fail(NO_CHANGES);
    return;
  }
  changeSet.status = 'CREATE_COMPLETE';
  // Another may have run meanwhile.
  if (changeSet.executionStatus !== 'OBSOLETE') changeSet.executionStatus = 'AVAILABLE';
}

/** Looks for property names and types that the schemas don't know; DescribeEvents tells which. */
function invalidProperties(stacks: Stacks, stack: Stack, { id, target, operationId }: ChangeSet): boolean {
  const scope = stacks.scope(stacks.identity(stack), target, NOTHING);
  let found = false;
  for (const [logicalId, resource] of activeResources(target.template, scope)) {
    for (const problem of resolveProperties(resource, target, scope).problems) {
      found = true;
      const [where = '', ...reason] = problem.split(': ');
      stack.validationEvents.unshift({
        operationId,
        changeSetId: id,
        logicalId,
        type: resource.Type,
        path: `/Resources/${logicalId}/Properties${where.slice(1)}`,
        reason: reason.join(': '),
        at: stacks.sim.clock.date(),
      });
    }
  }
  return found;
}
