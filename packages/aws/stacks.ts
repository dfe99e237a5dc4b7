import type {
  Capability,
  CloudFormationClient,
  StackEvent as SdkEvent,
} from '@aws-sdk/client-cloudformation';
import { AwsCallError } from '@cutover/domain/errors';
import type { StackChange, StackEvent } from '@cutover/domain/stack';
import { call } from './client/call.ts';
import type { ClientOptions } from './client/options.ts';
import { Pages } from './client/pages.ts';

/** A CloudFormation stack as it is now. */
export interface StackState {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusReason?: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Values by parameter name. CloudFormation answers asterisks for a NoEcho parameter. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Whether termination protection is on: CloudFormation then refuses to delete the stack. */
  readonly terminationProtection: boolean;
  /** Epoch milliseconds of the last update; absent before the first. */
  readonly updatedAt?: number;
}

/** A resource of a stack as it is now. */
export interface StackResource {
  readonly logicalId: string;
  /** Name, id or ARN; empty before the resource has one. */
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
}

/** A resource whose live state differs from the template of its stack (DescribeStackResourceDrifts). */
export interface StackDrift {
  readonly resource: string;
  readonly type: string;
  readonly status: 'MODIFIED' | 'DELETED' | (string & {});
  readonly differences: readonly {
    /** JSON pointer of the property, such as `/DefaultActions/0/ForwardConfig`. */
    readonly path: string;
    readonly expected: string;
    readonly actual: string;
  }[];
}

/** A change set to create. */
export interface ChangeSetRequest {
  readonly stack: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
  /** Text of the template. Absent: the stack's present template. */
  readonly template?: string;
  /** Values by parameter name. Undefined keeps the stack's present value. */
  readonly parameters: ReadonlyMap<string, string | undefined>;
  readonly capabilities: readonly string[];
  readonly roleArn?: string;
  readonly tags: ReadonlyMap<string, string>;
}

/** A change set as DescribeChangeSet shows it; a text that CloudFormation leaves out is empty. */
export interface ChangeSetState {
  readonly id: string;
  readonly name: string;
  /** Name of the stack that it belongs to. */
  readonly stack: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Values by parameter name. CloudFormation answers asterisks for a NoEcho parameter. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  readonly tags: ReadonlyMap<string, string>;
  readonly status: string;
  readonly executionStatus: string;
  readonly reason: string;
  readonly changes: readonly StackChange[];
}

/** CloudFormation stacks. Every method throws AwsCallError when AWS refuses a call. */
export class Stacks {
  readonly #options: ClientOptions;
  #client: CloudFormationClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  async #open(): Promise<{ client: CloudFormationClient; sdk: typeof import('./sdk/cloudformation.ts') }> {
    const sdk = await import('./sdk/cloudformation.ts');
    return { client: (this.#client ??= new sdk.CloudFormationClient(this.#options)), sdk };
  }

  /** The stack, or undefined when there is none of this name. */
  async describe(name: string): Promise<StackState | undefined> {
    const { client, sdk } = await this.#open();
    try {
      const { Stacks: stacks = [] } = await call(this.#options, 'cloudformation:DescribeStacks', () =>
        client.send(new sdk.DescribeStacksCommand({ StackName: name })),
      );
      const stack = stacks[0];
      if (stack === undefined) return undefined;
      return {
        id: stack.StackId ?? '',
        name: stack.StackName ?? name,
        status: stack.StackStatus ?? '',
        ...(stack.StackStatusReason === undefined ? {} : { statusReason: stack.StackStatusReason }),
        outputs: Object.fromEntries(
          (stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
        ),
        parameters: Object.fromEntries(
          (stack.Parameters ?? []).map(({ ParameterKey = '', ParameterValue = '' }) => [
            ParameterKey,
            ParameterValue,
          ]),
        ),
        tags: Object.fromEntries((stack.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
        terminationProtection: stack.EnableTerminationProtection === true,
        ...(stack.LastUpdatedTime === undefined ? {} : { updatedAt: stack.LastUpdatedTime.getTime() }),
      };
    } catch (error) {
      if (isMissingStack(error)) return undefined;
      throw error;
    }
  }

  /**
   * Asks CloudFormation to create a change set; its creation goes on after this call. A change set of the same name is left
   * as it is: an earlier attempt of the same request created it.
   */
  async createChangeSet(request: ChangeSetRequest): Promise<void> {
    const { client, sdk } = await this.#open();
    const { stack, name, type, template, parameters, capabilities, roleArn, tags } = request;
    try {
      await call(this.#options, 'cloudformation:CreateChangeSet', () =>
        client.send(
          new sdk.CreateChangeSetCommand({
            StackName: stack,
            ChangeSetName: name,
            ChangeSetType: type,
            ...(template === undefined ? { UsePreviousTemplate: true } : { TemplateBody: template }),
            Parameters: [...parameters].map(([ParameterKey, ParameterValue]) =>
              ParameterValue === undefined
                ? { ParameterKey, UsePreviousValue: true }
                : { ParameterKey, ParameterValue },
            ),
            Capabilities: [...capabilities] as Capability[],
            ...(roleArn === undefined ? {} : { RoleARN: roleArn }),
            ...(tags.size === 0 ? {} : { Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) }),
          }),
        ),
      );
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'AlreadyExistsException') return;
      throw error;
    }
  }

  /** The text of the stack's present template, or of the template of `changeSet` (name or ARN). */
  async template(stack: string, changeSet?: string): Promise<string> {
    const { client, sdk } = await this.#open();
    const { TemplateBody = '' } = await call(this.#options, 'cloudformation:GetTemplate', () =>
      client.send(
        new sdk.GetTemplateCommand({
          StackName: stack,
          TemplateStage: 'Original',
          ...(changeSet === undefined ? {} : { ChangeSetName: changeSet }),
        }),
      ),
    );
    return TemplateBody;
  }

  /** The change set of this name or ARN with all its changes; undefined when it does not exist. */
  async changeSet(stack: string, name: string): Promise<ChangeSetState | undefined> {
    const { client, sdk } = await this.#open();
    const changes: StackChange[] = [];
    const pages = new Pages('cloudformation:DescribeChangeSet');
    for (;;) {
      try {
        const page = await call(this.#options, 'cloudformation:DescribeChangeSet', () =>
          client.send(
            new sdk.DescribeChangeSetCommand({
              StackName: stack,
              ChangeSetName: name,
              ...(pages.token === undefined ? {} : { NextToken: pages.token }),
            }),
          ),
        );
        for (const { ResourceChange: change } of page.Changes ?? []) {
          if (change === undefined) continue;
          changes.push({
            action: change.Action ?? '',
            resource: change.LogicalResourceId ?? '',
            resourceType: change.ResourceType ?? '',
            replacement: change.Replacement ?? '',
            causes: [
              ...new Set((change.Details ?? []).map(({ Target }) => Target?.Name ?? Target?.Attribute ?? '')),
            ].filter(Boolean),
            details: (change.Details ?? []).map(({ Target, ChangeSource, CausingEntity }) => ({
              property: Target?.Name ?? Target?.Attribute ?? '',
              recreation: Target?.RequiresRecreation ?? 'Never',
              source: ChangeSource ?? '',
              ...(CausingEntity === undefined ? {} : { causedBy: CausingEntity }),
            })),
            ...(change.PolicyAction === undefined ? {} : { policyAction: change.PolicyAction }),
          });
        }
        pages.came(page.NextToken);
        if (pages.more()) continue;
        return {
          id: page.ChangeSetId ?? '',
          name: page.ChangeSetName ?? name,
          stack: page.StackName ?? stack,
          createdAt: page.CreationTime?.getTime() ?? 0,
          parameters: Object.fromEntries(
            (page.Parameters ?? []).map(({ ParameterKey = '', ParameterValue = '' }) => [
              ParameterKey,
              ParameterValue,
            ]),
          ),
          capabilities: page.Capabilities ?? [],
          tags: new Map((page.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
          status: page.Status ?? '',
          executionStatus: page.ExecutionStatus ?? '',
          reason: page.StatusReason ?? '',
          changes,
        };
      } catch (error) {
        if (error instanceof AwsCallError && error.code.startsWith('ChangeSetNotFound')) return undefined;
        throw error;
      }
    }
  }

  /** Findings of CloudFormation's validation of a change set, each with its place in the template. */
  async validationProblems(stack: string, changeSet: string): Promise<readonly string[]> {
    const { client, sdk } = await this.#open();
    const { OperationEvents = [] } = await call(this.#options, 'cloudformation:DescribeEvents', () =>
      client.send(
        new sdk.DescribeEventsCommand({
          StackName: stack,
          ChangeSetName: changeSet,
          Filters: { FailedEvents: true },
        }),
      ),
    );
    return OperationEvents.filter(({ EventType }) => EventType === 'VALIDATION_ERROR').map(
      ({ LogicalResourceId = '', ValidationPath = '', ValidationStatusReason = '' }) =>
        `${ValidationPath || LogicalResourceId}: ${ValidationStatusReason}`,
    );
  }

  /**
   * Starts the execution of a change set; it goes on after this call.
   * @param token marks the events of this execution; CloudFormation never executes twice for the same token
   */
  async executeChangeSet(stack: string, name: string, token: string): Promise<void> {
    const { client, sdk } = await this.#open();
    await call(this.#options, 'cloudformation:ExecuteChangeSet', () =>
      client.send(
        new sdk.ExecuteChangeSetCommand({ StackName: stack, ChangeSetName: name, ClientRequestToken: token }),
      ),
    );
  }

  async deleteChangeSet(stack: string, name: string): Promise<void> {
    const { client, sdk } = await this.#open();
    await call(this.#options, 'cloudformation:DeleteChangeSet', () =>
      client.send(new sdk.DeleteChangeSetCommand({ StackName: stack, ChangeSetName: name })),
    );
  }

  /**
   * Asks for the deletion of a stack; it goes on after this call.
   * @param token marks the events of the deletion
   */
  async deleteStack(stack: string, token?: string): Promise<void> {
    const { client, sdk } = await this.#open();
    await call(this.#options, 'cloudformation:DeleteStack', () =>
      client.send(
        new sdk.DeleteStackCommand({
          StackName: stack,
          ...(token === undefined ? {} : { ClientRequestToken: token }),
        }),
      ),
    );
  }

  /** Switches the termination protection of a stack on or off. */
  async protect(stack: string, enabled: boolean): Promise<void> {
    const { client, sdk } = await this.#open();
    await call(this.#options, 'cloudformation:UpdateTerminationProtection', () =>
      client.send(
        new sdk.UpdateTerminationProtectionCommand({
          StackName: stack,
          EnableTerminationProtection: enabled,
        }),
      ),
    );
  }

  /** Starts the drift detection of a stack and returns the id of that detection. */
  async detectDrift(stack: string): Promise<string> {
    const { client, sdk } = await this.#open();
    const { StackDriftDetectionId: id = '' } = await call(
      this.#options,
      'cloudformation:DetectStackDrift',
      () => client.send(new sdk.DetectStackDriftCommand({ StackName: stack })),
    );
    return id;
  }

  /** How far the drift detection with this id is; `reason` is empty unless it failed. */
  async driftDetection(id: string): Promise<{
    readonly status: 'DETECTION_IN_PROGRESS' | 'DETECTION_COMPLETE' | 'DETECTION_FAILED' | (string & {});
    readonly reason: string;
  }> {
    const { client, sdk } = await this.#open();
    const { DetectionStatus: status = '', DetectionStatusReason: reason = '' } = await call(
      this.#options,
      'cloudformation:DescribeStackDriftDetectionStatus',
      () => client.send(new sdk.DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: id })),
    );
    return { status, reason };
  }

  /** Resources that the last drift detection found modified or deleted. */
  async drifts(stack: string): Promise<readonly StackDrift[]> {
    const { client, sdk } = await this.#open();
    const found: StackDrift[] = [];
    const pages = new Pages('cloudformation:DescribeStackResourceDrifts');
    do {
      const page = await call(this.#options, 'cloudformation:DescribeStackResourceDrifts', () =>
        client.send(
          new sdk.DescribeStackResourceDriftsCommand({
            StackName: stack,
            StackResourceDriftStatusFilters: ['MODIFIED', 'DELETED'],
            ...(pages.token === undefined ? {} : { NextToken: pages.token }),
          }),
        ),
      );
      for (const one of page.StackResourceDrifts ?? []) {
        found.push({
          resource: one.LogicalResourceId ?? '',
          type: one.ResourceType ?? '',
          status: one.StackResourceDriftStatus ?? '',
          differences: (one.PropertyDifferences ?? []).map(
            ({ ActualValue, ExpectedValue, PropertyPath }) => ({
              path: PropertyPath ?? '',
              expected: ExpectedValue ?? '',
              actual: ActualValue ?? '',
            }),
          ),
        });
      }
      pages.came(page.NextToken);
    } while (pages.more());
    return found;
  }

  /** The resources of the stack that were not deleted. */
  async resources(stack: string): Promise<readonly StackResource[]> {
    const { client, sdk } = await this.#open();
    const found: StackResource[] = [];
    const pages = new Pages('cloudformation:ListStackResources');
    do {
      const page = await call(this.#options, 'cloudformation:ListStackResources', () =>
        client.send(
          new sdk.ListStackResourcesCommand({
            StackName: stack,
            ...(pages.token === undefined ? {} : { NextToken: pages.token }),
          }),
        ),
      );
      for (const one of page.StackResourceSummaries ?? []) {
        if (one.ResourceStatus === 'DELETE_COMPLETE') continue;
        found.push({
          logicalId: one.LogicalResourceId ?? '',
          physicalId: one.PhysicalResourceId ?? '',
          type: one.ResourceType ?? '',
          status: one.ResourceStatus ?? '',
        });
      }
      pages.came(page.NextToken);
    } while (pages.more());
    return found;
  }

  /**
   * The events that are not in `known`, oldest first; empty when there is no such stack.
   * CloudFormation gives the newest first, so reading stops at the first known one.
   */
  async events(stack: string, known: ReadonlySet<string>): Promise<readonly StackEvent[]> {
    const { client, sdk } = await this.#open();
    const found: StackEvent[] = [];
    const pages = new Pages('cloudformation:DescribeStackEvents');
    try {
      do {
        const page = await call(this.#options, 'cloudformation:DescribeStackEvents', () =>
          client.send(
            new sdk.DescribeStackEventsCommand({
              StackName: stack,
              ...(pages.token === undefined ? {} : { NextToken: pages.token }),
            }),
          ),
        );
        for (const event of page.StackEvents ?? []) {
          if (known.has(event.EventId ?? '')) return found.toReversed();
          found.push(stackEvent(event));
        }
        pages.came(page.NextToken);
      } while (pages.more());
    } catch (error) {
      if (!isMissingStack(error)) throw error;
    }
    return found.toReversed();
  }
}

/** CloudFormation has no error shape of its own for a missing stack: it answers ValidationError. */
function isMissingStack(error: unknown): boolean {
  return (
    error instanceof AwsCallError &&
    error.code === 'ValidationError' &&
    error.message.includes('does not exist')
  );
}

function stackEvent(event: SdkEvent): StackEvent {
  const { ResourceStatusReason: reason, ClientRequestToken: token } = event;
  return {
    id: event.EventId ?? '',
    resource: event.LogicalResourceId ?? '',
    resourceType: event.ResourceType ?? '',
    physicalId: event.PhysicalResourceId ?? '',
    status: event.ResourceStatus ?? '',
    isStack: event.PhysicalResourceId === event.StackId,
    ...(reason === undefined ? {} : { reason }),
    ...(token === undefined ? {} : { token }),
    ...(event.Timestamp === undefined ? {} : { at: event.Timestamp.getTime() }),
  };
}
