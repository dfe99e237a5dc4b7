import type { DeploymentConfig, DeploymentGroup } from '@cutover/domain/codedeploy/deployment';
import type { Environment } from '@cutover/domain/environment';
import type { Listener } from '@cutover/domain/target/listener';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { World } from '../../world.ts';
import type { Surroundings } from '../surroundings.ts';
import type { KnownDeployment } from '@cutover/domain/codedeploy/known-deployment';

/** The surroundings of a CodeDeploy deployment. */
export interface Observed extends Surroundings {
  readonly group: DeploymentGroup;
  /** Name of the deployment configuration that is wanted. */
  readonly configName: string;
  readonly config: DeploymentConfig | undefined;
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
    region: aws.region,
    environment,
    group,
    service,
    revision,
    configName: asked.config ?? group.config,
    config,
    targetGroups,
    production: named(group.productionListener),
    test: named(group.testListener),
    readyWaitMinutes: group.readyWaitMinutes,
  };
}

/** The surroundings of a deployment that is there already, as far as following it needs them; reads only. */
export async function observeUnderWay(
  aws: World['aws'],
  asked: {
    readonly environment: Environment;
    readonly group: DeploymentGroup;
    readonly deployment: KnownDeployment;
    readonly service: ServiceState;
    /** Whether the test listener is needed. */
    readonly test: boolean;
  },
): Promise<Observed> {
  const { deployment, environment, group, service } = asked;
  const { productionListener, testListener } = group;
  const [config, targetGroups, production, test] = await Promise.all([
    aws.deploymentGroups.config(deployment.state.config),
    aws.loadBalancing.targetGroupsNamed(group.targetGroups),
    productionListener === undefined ? undefined : aws.loadBalancing.listener(productionListener),
    !asked.test || testListener === undefined ? undefined : aws.loadBalancing.listener(testListener),
  ]);
  return {
    region: aws.region,
    environment,
    group,
    service,
    revision: undefined,
    configName: deployment.state.config,
    config,
    targetGroups,
    production,
    test,
    readyWaitMinutes: group.readyWaitMinutes,
  };
}
