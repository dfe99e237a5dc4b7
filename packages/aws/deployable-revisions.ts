import type { ECSClient } from '@aws-sdk/client-ecs';
import type { DeployableRevision } from '@cutover/domain/deployable-revision';
import { AwsCallError } from '@cutover/domain/errors';
import { call } from './call.ts';
import type { ClientOptions } from './client-options.ts';

/** Registered revisions, read only: what may be deployed. */
export class DeployableRevisions {
  readonly #options: ClientOptions;
  #client: ECSClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** The tags of a revision by ARN; none when ECS does not know it. */
  async tags(revision: string): Promise<ReadonlyMap<string, string>> {
    const { DescribeTaskDefinitionCommand, ECSClient } = await import('./sdk/deployable-revisions.ts');
    const client = (this.#client ??= new ECSClient(this.#options));
    try {
      const { tags = [] } = await call('ecs:DescribeTaskDefinition', () =>
        client.send(new DescribeTaskDefinitionCommand({ taskDefinition: revision, include: ['TAGS'] })),
      );
      return new Map(tags.flatMap(({ key, value = '' }) => (key === undefined ? [] : [[key, value]])));
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'ClientException') return new Map();
      throw error;
    }
  }

  /** The revision by ARN or `family:number`; undefined when ECS knows none, INACTIVE ones are known. */
  async describe(revision: string): Promise<DeployableRevision | undefined> {
    const { DescribeTaskDefinitionCommand, ECSClient } = await import('./sdk/deployable-revisions.ts');
    const client = (this.#client ??= new ECSClient(this.#options));
    try {
      const { taskDefinition } = await call('ecs:DescribeTaskDefinition', () =>
        client.send(new DescribeTaskDefinitionCommand({ taskDefinition: revision })),
      );
      if (taskDefinition === undefined) return undefined;
      return {
        arn: taskDefinition.taskDefinitionArn ?? revision,
        status: taskDefinition.status ?? 'ACTIVE',
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
