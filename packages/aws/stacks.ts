import type {
  Capability,
  CloudFormationClient,
  StackEvent as SdkEvent,
} from '@aws-sdk/client-cloudformation';
import { AwsCallError } from '@cutover/domain/errors';
import type { StackChange, StackEvent } from '@cutover/domain/stack';
import { call } from './call.ts';
import type { ClientOptions } from './client-options.ts';

/** A CloudFormation stack as it is now. */
export interface StackState {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusReason?: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A change set to create; a parameter without a value keeps the one that the stack has. */
export interface ChangeSetRequest {
  readonly stack: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
  /** Absent: the template that the stack has. */
  readonly template?: string;
  readonly parameters: ReadonlyMap<string, string | undefined>;
  readonly capabilities: readonly string[];
  readonly roleArn?: string;
  readonly tags: ReadonlyMap<string, string>;
}

export interface ChangeSetState {
  readonly status: string;
  readonly executionStatus: string;
  readonly reason: string;
  readonly changes: readonly StackChange[];
}

/** CloudFormation stacks. */
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
      const { Stacks: stacks = [] } = await call('cloudformation:DescribeStacks', () =>
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
      };
    } catch (error) {
      if (isMissingStack(error)) return undefined;
      throw error;
    }
  }

  /** Creates a change set and returns its id and the stack's; one of this name from an earlier try is taken over. */
  async createChangeSet(request: ChangeSetRequest): Promise<void> {
    const { client, sdk } = await this.#open();
    const { stack, name, type, template, parameters, capabilities, roleArn, tags } = request;
    try {
      await call('cloudformation:CreateChangeSet', () =>
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

  /** The change set with all its changes; undefined when it does not exist. */
  async changeSet(stack: string, name: string): Promise<ChangeSetState | undefined> {
    const { client, sdk } = await this.#open();
    const changes: StackChange[] = [];
    let token: string | undefined;
    for (;;) {
      try {
        const page = await call('cloudformation:DescribeChangeSet', () =>
          client.send(
            new sdk.DescribeChangeSetCommand({
              StackName: stack,
              ChangeSetName: name,
              ...(token === undefined ? {} : { NextToken: token }),
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
          });
        }
        token = page.NextToken;
        if (token !== undefined) continue;
        return {
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

  /** @param token marks the events of this execution; the same token never executes twice */
  async executeChangeSet(stack: string, name: string, token: string): Promise<void> {
    const { client, sdk } = await this.#open();
    await call('cloudformation:ExecuteChangeSet', () =>
      client.send(
        new sdk.ExecuteChangeSetCommand({ StackName: stack, ChangeSetName: name, ClientRequestToken: token }),
      ),
    );
  }

  async deleteChangeSet(stack: string, name: string): Promise<void> {
    const { client, sdk } = await this.#open();
    await call('cloudformation:DeleteChangeSet', () =>
      client.send(new sdk.DeleteChangeSetCommand({ StackName: stack, ChangeSetName: name })),
    );
  }

  /** Asks for the deletion of a stack; it goes on after this call. */
  async deleteStack(stack: string): Promise<void> {
    const { client, sdk } = await this.#open();
    await call('cloudformation:DeleteStack', () =>
      client.send(new sdk.DeleteStackCommand({ StackName: stack })),
    );
  }

  /** Logical ids of the resources that still exist. */
  async remainingResources(stack: string): Promise<readonly string[]> {
    const { client, sdk } = await this.#open();
    const { StackResources = [] } = await call('cloudformation:DescribeStackResources', () =>
      client.send(new sdk.DescribeStackResourcesCommand({ StackName: stack })),
    );
    return StackResources.filter(({ ResourceStatus }) => ResourceStatus !== 'DELETE_COMPLETE').map(
      ({ LogicalResourceId = '' }) => LogicalResourceId,
    );
  }

  /**
   * The events that are not in `known`, oldest first; empty when there is no such stack.
   * CloudFormation gives the newest first, so reading stops at the first known one.
   */
  async events(stack: string, known: ReadonlySet<string>): Promise<readonly StackEvent[]> {
    const { client, sdk } = await this.#open();
    const found: StackEvent[] = [];
    let token: string | undefined;
    try {
      do {
        const page = await call('cloudformation:DescribeStackEvents', () =>
          client.send(
            new sdk.DescribeStackEventsCommand({
              StackName: stack,
              ...(token === undefined ? {} : { NextToken: token }),
            }),
          ),
        );
        for (const event of page.StackEvents ?? []) {
          if (known.has(event.EventId ?? '')) return found.toReversed();
          found.push(stackEvent(event));
        }
        token = page.NextToken;
      } while (token !== undefined);
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
    status: event.ResourceStatus ?? '',
    isStack: event.PhysicalResourceId === event.StackId,
    ...(reason === undefined ? {} : { reason }),
    ...(token === undefined ? {} : { token }),
  };
}
