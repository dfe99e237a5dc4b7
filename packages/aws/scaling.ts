import type { ApplicationAutoScalingClient } from '@aws-sdk/client-application-auto-scaling';
import { AwsCallError } from '@cutover/domain/errors';
import type { ScalableService, SuspendedScaling } from '@cutover/domain/scaling';
import { call } from './client/call.ts';
import type { ClientOptions } from './client/options.ts';

const NAMESPACE = 'ecs';
const DIMENSION = 'ecs:service:DesiredCount';

/** Application Auto Scaling of an ECS service's desired count. */
export class Scaling {
  readonly #options: ClientOptions;
  #client: ApplicationAutoScalingClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** The service's scalable target; undefined when nothing scales the service. */
  async describe(cluster: string, service: string): Promise<ScalableService | undefined> {
    const { client, DescribeScalableTargetsCommand } = await this.#load();
    const { ScalableTargets = [] } = await call(
      this.#options,
      'application-autoscaling:DescribeScalableTargets',
      () =>
        client.send(
          new DescribeScalableTargetsCommand({
            ServiceNamespace: NAMESPACE,
            ResourceIds: [resourceOf(cluster, service)],
            ScalableDimension: DIMENSION,
          }),
        ),
    );
    const [target] = ScalableTargets;
    if (target === undefined) return undefined;
    const { SuspendedState: state = {} } = target;
    return {
      arn: target.ScalableTargetARN ?? '',
      minimum: target.MinCapacity ?? 0,
      maximum: target.MaxCapacity ?? 0,
      suspended: {
        in: state.DynamicScalingInSuspended ?? false,
        out: state.DynamicScalingOutSuspended ?? false,
        scheduled: state.ScheduledScalingSuspended ?? false,
      },
    };
  }

  /**
   * Sets all three kinds at once and nothing else; the same call again changes nothing. Never registers a target anew: without
   * capacities AWS refuses that.
   * @throws AwsCallError `ValidationException` when the target is gone
   */
  async suspend(cluster: string, service: string, suspended: SuspendedScaling): Promise<void> {
    const { client, RegisterScalableTargetCommand } = await this.#load();
    await call(this.#options, 'application-autoscaling:RegisterScalableTarget', () =>
      client.send(
        new RegisterScalableTargetCommand({
          ServiceNamespace: NAMESPACE,
          ResourceId: resourceOf(cluster, service),
          ScalableDimension: DIMENSION,
          SuspendedState: {
            DynamicScalingInSuspended: suspended.in,
            DynamicScalingOutSuspended: suspended.out,
            ScheduledScalingSuspended: suspended.scheduled,
          },
        }),
      ),
    );
  }

  /** Tags of a scalable target. */
  async tags(arn: string): Promise<Readonly<Record<string, string>>> {
    const { client, ListTagsForResourceCommand } = await this.#load();
    const { Tags = {} } = await call(this.#options, 'application-autoscaling:ListTagsForResource', () =>
      client.send(new ListTagsForResourceCommand({ ResourceARN: arn })),
    );
    return Tags;
  }

  async tag(arn: string, tags: Readonly<Record<string, string>>): Promise<void> {
    const { client, TagResourceCommand } = await this.#load();
    await call(this.#options, 'application-autoscaling:TagResource', () =>
      client.send(new TagResourceCommand({ ResourceARN: arn, Tags: tags })),
    );
  }

  /** Removes tags; harmless when neither tags nor target are there any more. */
  async untag(arn: string, keys: readonly string[]): Promise<void> {
    const { client, UntagResourceCommand } = await this.#load();
    try {
      await call(this.#options, 'application-autoscaling:UntagResource', () =>
        client.send(new UntagResourceCommand({ ResourceARN: arn, TagKeys: [...keys] })),
      );
    } catch (error) {
      if (!(error instanceof AwsCallError) || error.code !== 'ResourceNotFoundException') throw error;
    }
  }

  async #load() {
    const { ApplicationAutoScalingClient, ...commands } = await import('./sdk/scaling.ts');
    return { client: (this.#client ??= new ApplicationAutoScalingClient(this.#options)), ...commands };
  }
}

function resourceOf(cluster: string, service: string): string {
  return `service/${cluster}/${service}`;
}
