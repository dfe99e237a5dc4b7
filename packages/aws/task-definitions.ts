import type { ECSClient, RegisterTaskDefinitionCommandInput, TaskDefinition } from '@aws-sdk/client-ecs';
import { AwsCallError } from '@cutover/domain/errors';
import type { Json, JsonObject } from '@cutover/domain/json';
import { READ_ONLY_MEMBERS } from '@cutover/domain/task-definition/shape';
import { call } from './call.ts';
import type { ClientOptions } from './client-options.ts';

/** A revision as ECS keeps it. */
export interface RegisteredTaskDefinition {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  readonly status: 'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS' | (string & {});
  /** What RegisterTaskDefinition would take to make it again, tags excepted. */
  readonly definition: JsonObject;
  readonly tags: ReadonlyMap<string, string>;
}

export type Registration =
  | { readonly kind: 'registered'; readonly revision: RegisteredTaskDefinition }
  /** ECS asks to come again later. */
  | { readonly kind: 'busy'; readonly reason: string };

/** ECS task definitions. */
export class TaskDefinitions {
  readonly #options: ClientOptions;
  #client: ECSClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * @param name ARN, `family:revision`, or a family for its newest ACTIVE revision
   * @returns undefined when ECS has none of this name
   */
  async describe(name: string): Promise<RegisteredTaskDefinition | undefined> {
    const { DescribeTaskDefinitionCommand, ECSClient } = await import('./sdk/task-definitions.ts');
    const client = (this.#client ??= new ECSClient(this.#options));
    try {
      const { taskDefinition, tags = [] } = await call('ecs:DescribeTaskDefinition', () =>
        client.send(new DescribeTaskDefinitionCommand({ taskDefinition: name, include: ['TAGS'] })),
      );
      return taskDefinition === undefined ? undefined : registered(taskDefinition, tags);
    } catch (error) {
      // ECS has no error shape of its own for an unknown revision: it answers ClientException.
      if (
        error instanceof AwsCallError &&
        error.code === 'ClientException' &&
        error.message.includes('Unable to describe task definition')
      )
        return undefined;
      throw error;
    }
  }

  /** Makes a new revision, whatever exists already: the call is not idempotent. */
  async register(definition: JsonObject, tags: ReadonlyMap<string, string>): Promise<Registration> {
    const { RegisterTaskDefinitionCommand, ECSClient } = await import('./sdk/task-definitions.ts');
    const client = (this.#client ??= new ECSClient(this.#options));
    const input = {
      ...definition,
      ...(tags.size === 0 ? {} : { tags: [...tags].map(([key, value]) => ({ key, value })) }),
    } as unknown as RegisterTaskDefinitionCommandInput;
    try {
      const { taskDefinition, tags: kept = [] } = await call('ecs:RegisterTaskDefinition', () =>
        client.send(new RegisterTaskDefinitionCommand(input)),
      );
      return { kind: 'registered', revision: registered(taskDefinition ?? {}, kept) };
    } catch (error) {
      if (error instanceof AwsCallError && isBusy(error)) return { kind: 'busy', reason: error.message };
      throw error;
    }
  }
}

/** Two jobs that register into one family at the same moment: a ClientException, which the SDK does not retry. */
function isBusy(error: AwsCallError): boolean {
  return (
    error.code === 'ThrottlingException' ||
    (error.code === 'ClientException' && error.message.includes('Too many concurrent attempts'))
  );
}

function registered(
  taskDefinition: TaskDefinition,
  tags: readonly { key?: string | undefined; value?: string | undefined }[],
): RegisteredTaskDefinition {
  const { taskDefinitionArn = '', family = '', revision = 0, status = 'ACTIVE' } = taskDefinition;
  const members = Object.entries(taskDefinition).filter(
    ([name, value]) => value !== undefined && !READ_ONLY_MEMBERS.has(name),
  ) as [string, Json][];
  return {
    arn: taskDefinitionArn,
    family,
    revision,
    status,
    definition: Object.fromEntries(members),
    tags: new Map(tags.map(({ key = '', value = '' }) => [key, value])),
  };
}
