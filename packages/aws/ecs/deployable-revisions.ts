import type { ContainerDefinition, ECSClient } from '@aws-sdk/client-ecs';
import type { DeployableRevision } from '@cutover/domain/task/deployable-revision';
import { AwsCallError } from '@cutover/domain/errors';
import type { JsonObject } from '@cutover/domain/text/json';
import { secretValues, variablesOf } from '@cutover/domain/task-definition/secretive';
import { call } from '../client/call.ts';
import type { ClientOptions } from '../client/options.ts';

/** Registered revisions, read only: what may be deployed. */
export class DeployableRevisions {
  readonly #options: ClientOptions;
  readonly #hide: (secret: string) => void;
  #client: ECSClient | undefined;

  /** @param hide is told the secrets that stand in the variables of every revision that is read */
  constructor(options: ClientOptions, hide: (secret: string) => void = () => undefined) {
    this.#options = options;
    this.#hide = hide;
  }

  /** Where a revision came from: its tags, and the image of the container that serves. Empty when ECS does not know it. */
  async origin(
    revision: string,
  ): Promise<{ readonly tags: ReadonlyMap<string, string>; readonly image: string | undefined }> {
    const { DescribeTaskDefinitionCommand, ECSClient } = await import('../sdk/deployable-revisions.ts');
    const client = (this.#client ??= new ECSClient(this.#options));
    try {
      const { tags = [], taskDefinition } = await call(this.#options, 'ecs:DescribeTaskDefinition', () =>
        client.send(new DescribeTaskDefinitionCommand({ taskDefinition: revision, include: ['TAGS'] })),
      );
      return {
        tags: new Map(tags.flatMap(({ key, value = '' }) => (key === undefined ? [] : [[key, value]]))),
        image: servingContainer(taskDefinition?.containerDefinitions)?.image,
      };
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'ClientException')
        return { tags: new Map(), image: undefined };
      throw error;
    }
  }

  /** The revision by ARN or `family:number`; undefined when ECS knows none, INACTIVE ones are known. */
  async describe(revision: string): Promise<DeployableRevision | undefined> {
    const { DescribeTaskDefinitionCommand, ECSClient } = await import('../sdk/deployable-revisions.ts');
    const client = (this.#client ??= new ECSClient(this.#options));
    try {
      const { taskDefinition } = await call(this.#options, 'ecs:DescribeTaskDefinition', () =>
        client.send(new DescribeTaskDefinitionCommand({ taskDefinition: revision })),
      );
      if (taskDefinition === undefined) return undefined;
      const variables = variablesOf(taskDefinition as unknown as JsonObject);
      for (const secret of secretValues(variables)) this.#hide(secret);
      return {
        arn: taskDefinition.taskDefinitionArn ?? revision,
        status: taskDefinition.status ?? 'ACTIVE',
        image: servingContainer(taskDefinition.containerDefinitions)?.image,
        networkMode: taskDefinition.networkMode ?? 'bridge',
        volumesAtLaunch: (taskDefinition.volumes ?? []).flatMap(({ name = '', configuredAtLaunch }) =>
          configuredAtLaunch === true ? [name] : [],
        ),
        containers: (taskDefinition.containerDefinitions ?? []).map((container) => {
          const { logDriver, options = {} } = container.logConfiguration ?? {};
          const {
            'awslogs-group': group,
            'awslogs-stream-prefix': streamPrefix,
            'awslogs-region': region,
          } = options;
          return {
            name: container.name ?? '',
            essential: container.essential ?? true,
            ports: (container.portMappings ?? []).flatMap(({ containerPort }) => containerPort ?? []),
            ...(logDriver === 'awslogs' && group !== undefined && streamPrefix !== undefined
              ? { log: { group, streamPrefix, ...(region === undefined ? {} : { region }) } }
              : {}),
          };
        }),
      };
    } catch (error) {
      // ECS has no error shape of its own for an unknown task definition: it answers ClientException.
      if (error instanceof AwsCallError && error.code === 'ClientException') return undefined;
      throw error;
    }
  }
}

/** The container that requests reach: the first with a port, else the first. */
function servingContainer(containers: readonly ContainerDefinition[] = []): ContainerDefinition | undefined {
  return containers.find(({ portMappings = [] }) => portMappings.length > 0) ?? containers[0];
}
