import type { ECSClient, RegisterTaskDefinitionCommandInput, TaskDefinition } from '@aws-sdk/client-ecs';
import { AwsCallError } from '@cutover/domain/errors';
import type { Json, JsonObject } from '@cutover/domain/text/json';
import { secretValues, variablesOf } from '@cutover/domain/task-definition/secretive';
import { READ_ONLY_MEMBERS } from '@cutover/domain/task-definition/shape';
import { call } from '../client/call.ts';
import { once, type ClientOptions } from '../client/options.ts';
import { Pages } from '../client/pages.ts';

/** A revision as ECS keeps it. */
export interface RegisteredTaskDefinition {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  readonly status: 'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS' | (string & {});
  /** The request with which RegisterTaskDefinition would make it again, without its tags. */
  readonly definition: JsonObject;
  readonly tags: ReadonlyMap<string, string>;
  /** Epoch milliseconds. */
  readonly registeredAt?: number;
}

/** RegisterTaskDefinition knows no token that would make a second call harmless, so what is not certain is told apart. */
export type Registration =
  | { readonly kind: 'registered'; readonly revision: RegisteredTaskDefinition }
  /** ECS asks to come again later; nothing was registered. */
  | { readonly kind: 'busy'; readonly reason: string }
  /** No answer that tells whether a revision was registered. */
  | { readonly kind: 'unknown'; readonly error: AwsCallError };

/** ECS task definitions. */
export class TaskDefinitions {
  readonly #options: ClientOptions;
  readonly #hide: (secret: string) => void;
  #client: ECSClient | undefined;
  /** Makes one attempt a call. */
  #once: ECSClient | undefined;

  /** @param hide is told the secrets that stand in the variables of every revision that is read or registered */
  constructor(options: ClientOptions, hide: (secret: string) => void = () => undefined) {
    this.#options = options;
    this.#hide = hide;
  }

  /**
   * @param name ARN, `family:revision`, or a family for its newest ACTIVE revision
   * @returns undefined when ECS has none of this name
   */
  async describe(name: string): Promise<RegisteredTaskDefinition | undefined> {
    const { DescribeTaskDefinitionCommand, ECSClient } = await import('../sdk/task-definitions.ts');
    const client = (this.#client ??= new ECSClient(this.#options));
    try {
      const { taskDefinition, tags = [] } = await call(this.#options, 'ecs:DescribeTaskDefinition', () =>
        client.send(new DescribeTaskDefinitionCommand({ taskDefinition: name, include: ['TAGS'] })),
      );
      return taskDefinition === undefined ? undefined : this.#known(taskDefinition, tags);
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

  /**
   * Makes a new revision, whatever exists already. One attempt, which the SDK does not repeat.
   * @throws what ECS refuses for good
   */
  async register(definition: JsonObject, tags: ReadonlyMap<string, string>): Promise<Registration> {
    const { RegisterTaskDefinitionCommand, ECSClient } = await import('../sdk/task-definitions.ts');
    const client = (this.#once ??= new ECSClient(once(this.#options)));
    for (const secret of secretValues(variablesOf(definition))) this.#hide(secret);
    const input = {
      ...definition,
      ...(tags.size === 0 ? {} : { tags: [...tags].map(([key, value]) => ({ key, value })) }),
    } as unknown as RegisterTaskDefinitionCommandInput;
    try {
      const { taskDefinition, tags: kept = [] } = await call(
        this.#options,
        'ecs:RegisterTaskDefinition',
        () => client.send(new RegisterTaskDefinitionCommand(input)),
      );
      return { kind: 'registered', revision: this.#known(taskDefinition ?? {}, kept) };
    } catch (error) {
      if (!(error instanceof AwsCallError)) throw error;
      if (isBusy(error)) return { kind: 'busy', reason: error.message };
      // Throttling is transient too, and is an answer: nothing was registered.
      if (error.transient) return { kind: 'unknown', error };
      throw error;
    }
  }

  #known(...[taskDefinition, tags]: Parameters<typeof registered>): RegisteredTaskDefinition {
    const revision = registered(taskDefinition, tags);
    for (const secret of secretValues(variablesOf(revision.definition))) this.#hide(secret);
    return revision;
  }

  /** ARNs of the family's ACTIVE revisions, newest first. */
  async list(family: string): Promise<readonly string[]> {
    const { ECSClient, ListTaskDefinitionsCommand } = await import('../sdk/task-definitions.ts');
    const client = (this.#client ??= new ECSClient(this.#options));
    const found: string[] = [];
    const pages = new Pages('ecs:ListTaskDefinitions');
    do {
      const page = await call(this.#options, 'ecs:ListTaskDefinitions', () =>
        client.send(
          new ListTaskDefinitionsCommand({
            familyPrefix: family,
            status: 'ACTIVE',
            sort: 'DESC',
            ...(pages.token === undefined ? {} : { nextToken: pages.token }),
          }),
        ),
      );
      found.push(...(page.taskDefinitionArns ?? []));
      pages.came(page.nextToken);
    } while (pages.more());
    return found;
  }

  /** Makes a revision INACTIVE: what runs with it goes on, and nothing new can be started with it. */
  async deregister(arn: string): Promise<void> {
    const { DeregisterTaskDefinitionCommand, ECSClient } = await import('../sdk/task-definitions.ts');
    const client = (this.#client ??= new ECSClient(this.#options));
    await call(this.#options, 'ecs:DeregisterTaskDefinition', () =>
      client.send(new DeregisterTaskDefinitionCommand({ taskDefinition: arn })),
    );
  }
}

/** Two jobs that register into one family at the same moment: a ClientException, which the SDK does not retry. */
function isBusy(error: AwsCallError): boolean {
  return (
    /Throttl|TooManyRequests/.test(error.code) ||
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
    ...(taskDefinition.registeredAt === undefined
      ? {}
      : { registeredAt: taskDefinition.registeredAt.getTime() }),
  };
}
