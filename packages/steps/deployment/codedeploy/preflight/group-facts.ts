import type { DescribedTargetGroup, LoadBalancer } from '@cutover/aws/elb/load-balancing';
import type { DeploymentConfig, DeploymentGroup } from '@cutover/domain/codedeploy/deployment';
import type { Listener } from '@cutover/domain/target/listener';
import { once, type CheckFacts } from '../../../checklist/facts.ts';
import { findGroup } from '../find-group.ts';
import type { CodeDeployOptions } from '../options.ts';

/** Facts of CodeDeploy and the load balancer about a service's deployment group; each call is made once. */
export class GroupFacts {
  readonly checked: CheckFacts;
  /** The deployment configuration that the user names. */
  readonly configName: string | undefined;
  readonly #options: CodeDeployOptions;

  constructor(checked: CheckFacts, options: CodeDeployOptions) {
    this.checked = checked;
    this.configName = options.config;
    this.#options = options;
  }

  /** @throws ConfigurationError when there is none, or more than one */
  readonly group = once(
    async (): Promise<DeploymentGroup> =>
      await findGroup(this.checked.aws, await this.checked.environment(), this.#options),
  );

  readonly config = once(async (): Promise<DeploymentConfig | undefined> => {
    const group = await this.group();
    return await this.checked.aws.deploymentGroups.config(this.configName ?? group.config);
  });

  /** Those of the group's target groups that exist. */
  readonly pair = once(async (): Promise<readonly DescribedTargetGroup[]> => {
    const { targetGroups } = await this.group();
    if (targetGroups.length === 0) return [];
    const { loadBalancing } = this.checked.aws;
    const together = await loadBalancing.targetGroupsNamed(targetGroups);
    if (together.length > 0) return together;
    // One name that does not exist makes the whole answer empty.
    const found = await Promise.all(
      targetGroups.map(async (name) => await loadBalancing.targetGroupsNamed([name])),
    );
    return found.flat();
  });

  readonly production = once(async (): Promise<Listener | undefined> => {
    const { productionListener } = await this.group();
    return productionListener === undefined
      ? undefined
      : await this.checked.aws.loadBalancing.listener(productionListener);
  });

  readonly test = once(async (): Promise<Listener | undefined> => {
    const { testListener } = await this.group();
    return testListener === undefined
      ? undefined
      : await this.checked.aws.loadBalancing.listener(testListener);
  });

  /** Id of the deployment of the group that is under way. */
  readonly active = once(async (): Promise<string | undefined> => {
    const { application, name } = await this.group();
    return (await this.checked.aws.deployments.active(application, name))[0];
  });

  readonly balancer = once(async (): Promise<LoadBalancer | undefined> => {
    const listener = await this.production();
    return listener === undefined
      ? undefined
      : await this.checked.aws.loadBalancing.loadBalancer(listener.loadBalancerArn);
  });
}
