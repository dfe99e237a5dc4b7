import type {
  DescribeEventsInput,
  DescribeEventsOutput,
  DescribeStackEventsInput,
  DescribeStackEventsOutput,
  DescribeStackResourceInput,
  DescribeStackResourceOutput,
  DescribeStackResourcesInput,
  DescribeStackResourcesOutput,
  ListStackResourcesInput,
  ListStackResourcesOutput,
  OperationEvent,
  StackResourceDriftStatus,
  StackResource as StackResourceDescription,
} from '@aws-sdk/client-cloudformation';
import { page } from './page.ts';
import { flag } from './request.ts';
import type { Stack, StackResource } from './stack.ts';
import type { Stacks } from './stacks.ts';
import { validation } from './template/parse-template.ts';

/** Operations that show a stack's resources and what happened to them. */
export function resourceOperations(stacks: Stacks) {
  return {
    DescribeStackEvents: (input: DescribeStackEventsInput): DescribeStackEventsOutput => {
      const stack = stacks.require(input.StackName);
      const { items, nextToken } = page(stack.events, input.NextToken);
      return { StackEvents: items, NextToken: nextToken };
    },

    DescribeEvents: (input: DescribeEventsInput): DescribeEventsOutput => {
      const stack = stacks
        .all()
        .find(
          (one) =>
            one.id === input.StackName ||
            (one.name === input.StackName && one.status !== 'DELETE_COMPLETE') ||
            one.validationEvents.some(
              ({ changeSetId, operationId }) =>
                changeSetId === input.ChangeSetName || operationId === input.OperationId,
            ) ||
            one.events.some(
              ({ OperationId }) => OperationId !== undefined && OperationId === input.OperationId,
            ) ||
            [...one.changeSets.values()].some(({ id }) => id === input.ChangeSetName),
        );
      if (stack === undefined) throw validation(`Stack [${input.StackName ?? ''}] does not exist`);
      const all = operationEvents(stack).filter(
        ({ OperationId, EventType, ResourceStatus }) =>
          (input.OperationId === undefined || OperationId === input.OperationId) &&
          (!flag(input.Filters?.FailedEvents) ||
            EventType === 'VALIDATION_ERROR' ||
            ResourceStatus?.endsWith('_FAILED') === true),
      );
      const operations = operationsOf(stack, input.ChangeSetName);
      const ofChangeSet =
        input.ChangeSetName === undefined
          ? all
          : all.filter(({ OperationId }) => operations.has(OperationId ?? ''));
      const { items, nextToken } = page(ofChangeSet, input.NextToken);
      return { OperationEvents: items, NextToken: nextToken };
    },

    DescribeStackResources: (input: DescribeStackResourcesInput): DescribeStackResourcesOutput => {
      const stack =
        input.StackName === undefined
          ? stacks
              .all()
              .find(({ resources }) =>
                [...resources.values()].some(({ physicalId }) => physicalId === input.PhysicalResourceId),
              )
          : stacks.require(input.StackName);
      if (stack === undefined) {
        throw validation(`Stack for ${input.PhysicalResourceId ?? ''} does not exist`);
      }
      return {
        StackResources: [...stack.resources.values()]
          .filter(
            ({ logicalId }) => input.LogicalResourceId === undefined || logicalId === input.LogicalResourceId,
          )
          .map((resource) => describe(stack, resource)),
      };
    },

    DescribeStackResource: (input: DescribeStackResourceInput): DescribeStackResourceOutput => {
      const stack = stacks.require(input.StackName);
      const resource = stack.resources.get(input.LogicalResourceId ?? '');
      if (resource === undefined) {
        throw validation(`Resource ${input.LogicalResourceId ?? ''} does not exist for stack ${stack.name}`);
      }
      const { Timestamp, ...rest } = describe(stack, resource);
      return {
        StackResourceDetail: {
          ...rest,
          LastUpdatedTimestamp: Timestamp,
          Metadata: JSON.stringify(resource.metadata ?? {}),
        },
      };
    },

    ListStackResources: (input: ListStackResourcesInput): ListStackResourcesOutput => {
      const stack = stacks.require(input.StackName);
      const { items, nextToken } = page([...stack.resources.values()], input.NextToken);
      return {
        StackResourceSummaries: items.map((resource) => ({
          LogicalResourceId: resource.logicalId,
          PhysicalResourceId: resource.physicalId,
          ResourceType: resource.type,
          LastUpdatedTimestamp: resource.timestamp,
          ResourceStatus: resource.status,
          ResourceStatusReason: resource.statusReason,
          DriftInformation: driftInformation(stack, resource),
        })),
        NextToken: nextToken,
      };
    },
  };
}

function driftInformation(
  { drift }: Stack,
  { logicalId }: StackResource,
): { StackResourceDriftStatus: StackResourceDriftStatus; LastCheckTimestamp?: Date | undefined } {
  const found = drift?.drifts.find(({ LogicalResourceId }) => LogicalResourceId === logicalId);
  if (found?.StackResourceDriftStatus === undefined) return { StackResourceDriftStatus: 'NOT_CHECKED' };
  return { StackResourceDriftStatus: found.StackResourceDriftStatus, LastCheckTimestamp: found.Timestamp };
}

function describe(stack: Stack, resource: StackResource): StackResourceDescription {
  return {
    StackName: stack.name,
    StackId: stack.id,
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId,
    ResourceType: resource.type,
    Timestamp: resource.timestamp,
    ResourceStatus: resource.status,
    ResourceStatusReason: resource.statusReason,
    DriftInformation: driftInformation(stack, resource),
  };
}

/** Operations that made the change set of this name or ARN; its events stay when it is gone. */
function operationsOf(stack: Stack, changeSet: string | undefined): ReadonlySet<string> {
  return new Set([
    ...[...stack.changeSets.values()]
      .filter(({ id, name }) => changeSet === id || changeSet === name)
      .map(({ operationId }) => operationId),
    ...stack.validationEvents
      .filter(({ changeSetId }) => changeSetId === changeSet)
      .map(({ operationId }) => operationId),
  ]);
}

function operationEvents(stack: Stack): OperationEvent[] {
  const validations = stack.validationEvents.map((event): OperationEvent => ({
    EventId: `${event.operationId}-${event.path}`,
    StackId: stack.id,
    OperationId: event.operationId,
    OperationType: 'CREATE_CHANGESET',
    OperationStatus: 'FAILED',
    EventType: 'VALIDATION_ERROR',
    LogicalResourceId: event.logicalId,
    ResourceType: event.type,
    Timestamp: event.at,
    ValidationFailureMode: 'FAIL',
    ValidationName: 'PROPERTY_VALIDATION',
    ValidationStatus: 'FAILED',
    ValidationStatusReason: event.reason,
    ValidationPath: event.path,
  }));
  const progress = stack.events.map(({ ResourceStatus, ...event }): OperationEvent => ({
    EventId: event.EventId,
    StackId: event.StackId,
    OperationId: event.OperationId,
    EventType: event.ResourceType === 'AWS::CloudFormation::Stack' ? 'STACK_EVENT' : 'PROGRESS_EVENT',
    LogicalResourceId: event.LogicalResourceId,
    PhysicalResourceId: event.PhysicalResourceId,
    ResourceType: event.ResourceType,
    Timestamp: event.Timestamp,
    ResourceStatus,
    ResourceStatusReason: event.ResourceStatusReason,
    ResourceProperties: event.ResourceProperties,
    ClientRequestToken: event.ClientRequestToken,
  }));
  return [...validations, ...progress];
}
