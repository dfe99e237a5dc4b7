import { isGroupOf, type DeploymentGroup } from '@cutover/domain/codedeploy/deployment';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { World } from '../../world.ts';

/**
 * The deployment group of a service: the one given, else the stack's, else the one of the names that the ECS console
 * gives, else the only one in the account that names the service.
 * @throws ConfigurationError when there is none, or more than one
 */
export async function findGroup(
  aws: World['aws'],
  environment: Environment,
  given: { readonly application?: string | undefined; readonly group?: string | undefined },
): Promise<DeploymentGroup> {
  const { cluster, service } = environment;
  if (given.application !== undefined && given.group !== undefined) {
    return (
      (await aws.deploymentGroups.describe(given.application, given.group)) ??
      missing(
        `CodeDeploy has no deployment group ${given.group} in application ${given.application}.`,
        'Correct codedeploy-application and codedeploy-deployment-group, or leave both out to have them found.',
      )
    );
  }
  if (given.application === undefined && given.group === undefined) {
    const { codeDeployApplication, codeDeployDeploymentGroup } = environment;
    if (codeDeployApplication !== undefined && codeDeployDeploymentGroup !== undefined) {
      return (
        (await aws.deploymentGroups.describe(codeDeployApplication, codeDeployDeploymentGroup)) ??
        missing(
          `Stack ${environment.stack ?? ''} names deployment group ${codeDeployDeploymentGroup} in application ${codeDeployApplication}, which CodeDeploy does not have.`,
          'Update the stack, or give codedeploy-application and codedeploy-deployment-group.',
        )
      );
    }
  }
  const usual = await aws.deploymentGroups.describe(
    given.application ?? `AppECS-${cluster}-${service}`,
    given.group ?? `DgpECS-${cluster}-${service}`,
  );
  if (usual !== undefined) return usual;
  const applications =
    given.application === undefined ? await aws.deploymentGroups.applications() : [given.application];
  const found: DeploymentGroup[] = [];
  for (const application of applications) {
    const groups = await aws.deploymentGroups.of(application);
    found.push(
      ...groups.filter(
        (group) =>
          (given.group === undefined || group.name === given.group) && isGroupOf(group, cluster, service),
      ),
    );
  }
  const [only, ...more] = found;
  if (only === undefined) {
    return missing(
      `No CodeDeploy deployment group is for service ${service} in cluster ${cluster} (looked in ${applications.length === 0 ? 'no application of the ECS platform' : applications.join(', ')}).`,
      'Create one (the bundled template does), or give codedeploy-application and codedeploy-deployment-group.',
    );
  }
  if (more.length > 0) {
    return missing(
      `More than one deployment group is for service ${service}: ${found.map((one) => `${one.application}/${one.name}`).join(', ')}.`,
      'Give codedeploy-application and codedeploy-deployment-group.',
    );
  }
  return only;
}

function missing(what: string, fix: string): never {
  throw new ConfigurationError({ what, fix });
}
