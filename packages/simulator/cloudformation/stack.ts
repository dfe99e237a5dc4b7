import { randomUUID } from 'node:crypto';
import type {
  Change,
  ChangeSetStatus,
  ExecutionStatus,
  Output,
  ResourceStatus,
  StackDriftDetectionStatus,
  StackEvent,
  StackResourceDrift,
  StackStatus,
  Tag,
} from '@aws-sdk/client-cloudformation';
import type { ParameterValues } from './template/shape.ts';
import type { Template } from './template/shape.ts';

/** Content of a stack, present or future. */
export interface Definition {
  readonly template: Template;
  /** As they were given. */
  readonly parameters: ParameterValues;
  /** Resolved values: a parameter that names one of Parameter Store has that one's value. */
  readonly values: ParameterValues;
  readonly tags: readonly Tag[];
  readonly capabilities: readonly string[];
  readonly roleArn: string | undefined;
}

/** A resource that exists, or whose creation failed halfway. */
export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  /** Absent until the service has answered. */
  physicalId: string | undefined;
  /** Properties as they were last sent, functions worked out. */
  properties: Readonly<Record<string, unknown>>;
  attributes: Readonly<Record<string, unknown>>;
  dependsOn: ReadonlySet<string>;
  deletionPolicy: string;
  updateReplacePolicy: string;
  metadata: unknown;
  status: ResourceStatus;
  statusReason: string | undefined;
  timestamp: Date;
}

export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
  readonly description: string | undefined;
  readonly token: string | undefined;
  readonly createdAt: Date;
  readonly target: Definition;
  readonly onStackFailure: string | undefined;
  readonly operationId: string;
  changes: readonly Change[];
  status: ChangeSetStatus;
  statusReason: string | undefined;
  executionStatus: ExecutionStatus;
}

/** An event of `DescribeEvents` that isn't about a resource's progress. */
export interface ValidationEvent {
  readonly operationId: string;
  readonly changeSetId: string;
  readonly logicalId: string;
  readonly type: string;
  readonly path: string;
  readonly reason: string;
  readonly at: Date;
}

/** A comparison of a stack with what is live. */
export interface DriftDetection {
  readonly id: string;
  readonly startedAt: Date;
  status: StackDriftDetectionStatus;
  reason: string | undefined;
  /** Of the last detection that ended. */
  drifts: readonly StackResourceDrift[];
}

/** Steps that a failed update has still to undo. */
export interface PendingRollback {
  readonly before: ReadonlyMap<string, StackResource>;
  readonly definition: Definition;
}

export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  updatedAt: Date | undefined;
  deletedAt: Date | undefined;
  status: StackStatus;
  statusReason: string | undefined;
  /** Content that was last deployed; undefined while only a change set exists. */
  current: Definition | undefined;
  resources: Map<string, StackResource>;
  outputs: readonly Output[];
  /** Newest first. */
  readonly events: StackEvent[];
  readonly validationEvents: ValidationEvent[];
  readonly changeSets: Map<string, ChangeSet>;
  disableRollback: boolean;
  terminationProtection: boolean;
  changeSetId: string | undefined;
  /** Of the operation that runs or ran last. */
  token: string | undefined;
  operationId: string;
  pendingRollback: PendingRollback | undefined;
  /** The newest detection; undefined when there was none. */
  drift: DriftDetection | undefined;
  /** Stops the operation that runs; what follows is decided by the status that the stack was given before. */
  cancel: (() => void) | undefined;
}

/** Adds a stack's own event and moves its status. */
export function moveStack(stack: Stack, status: StackStatus, at: Date, reason?: string): void {
  stack.status = status;
  stack.statusReason = reason;
  record(stack, at, {
    LogicalResourceId: stack.name,
    PhysicalResourceId: stack.id,
    ResourceType: 'AWS::CloudFormation::Stack',
    ResourceStatus: status as ResourceStatus,
    ResourceStatusReason: reason,
  });
}

/** Adds a resource's event and moves its status. */
export function moveResource(
  stack: Stack,
  resource: StackResource,
  status: ResourceStatus,
  at: Date,
  reason?: string,
): void {
  resource.status = status;
  resource.statusReason = reason;
  resource.timestamp = at;
  record(stack, at, {
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId ?? '',
    ResourceType: resource.type,
    ResourceStatus: status,
    ResourceStatusReason: reason,
    ResourceProperties: JSON.stringify(resource.properties),
  });
}

function record(stack: Stack, at: Date, event: Partial<StackEvent>): void {
  const prefix =
    event.ResourceType === 'AWS::CloudFormation::Stack'
      ? ''
      : `${event.LogicalResourceId ?? ''}-${event.ResourceStatus ?? ''}-`;
  stack.events.unshift({
    StackId: stack.id,
    StackName: stack.name,
    EventId: `${prefix}${randomUUID()}`,
    OperationId: stack.operationId,
    Timestamp: at,
    ClientRequestToken: stack.token,
    ...event,
  });
}

/** Change sets that wait were computed against what the stack will no longer be. */
export function makeObsolete(stack: Stack, executed?: ChangeSet): void {
  for (const other of stack.changeSets.values()) {
    if (other !== executed && !other.executionStatus.startsWith('EXECUTE_'))
      other.executionStatus = 'OBSOLETE';
  }
}
