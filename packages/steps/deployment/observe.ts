import type { TargetGroup } from '@cutover/aws/load-balancing';
import type { DeployableRevision } from '@cutover/domain/deployable-revision';
import type { DeploymentConfig, DeploymentGroup } from '@cutover/domain/deployment';
import type { ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import type { Listener } from '@cutover/domain/listener';
import type { World } from '../world.ts';

/** The surroundings of a deployment, as they are now. What does not exist is undefined. */
export interface Observed {
  readonly environment: Environment;
  readonly group: DeploymentGroup;
  readonly service: ServiceState | undefined;
  /** The revision to deploy. */
  readonly revision: DeployableRevision | undefined;
  readonly config: DeploymentConfig | undefined;
  readonly targetGroups: readonly (TargetGroup & { readonly targetType?: string })[];
  readonly production: Listener | undefined;
  readonly test: Listener | undefined;
}

/** Looks at everything that a plan depends on; reads only. */
export async function observe(
  aws: World['aws'],
  asked: {
    readonly environment: Environment;
    readonly group: DeploymentGroup;
    readonly revision: string;
    readonly config: string | undefined;
    /** As it was seen a moment ago. */
    readonly service?: ServiceState | undefined;
  },
): Promise<Observed> {
  const { environment, group } = asked;
  const arns = [group.productionListener, group.testListener].filter((arn) => arn !== undefined);
  const [service, revision, config, targetGroups, listeners] = await Promise.all([
    asked.service ?? aws.services.describe(environment.cluster, environment.service),
    aws.deployableRevisions.describe(asked.revision),
    aws.deploymentGroups.config(asked.config ?? group.config),
    group.targetGroups.length === 0 ? [] : aws.loadBalancing.targetGroupsNamed(group.targetGroups),
    aws.loadBalancing.listeners([...new Set(arns)]),
  ]);
  const named = (wanted: string | undefined): Listener | undefined =>
    listeners.find(({ arn }) => arn === wanted);
  return {
    environment,
    group,
    service,
    revision,
    config,
    targetGroups,
    production: named(group.productionListener),
    test: named(group.testListener),
  };
}
