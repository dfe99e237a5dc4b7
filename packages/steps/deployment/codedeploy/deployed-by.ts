import { revisionOfAppSpec } from '@cutover/domain/codedeploy/appspec-revision';
import type { DeploymentState } from '@cutover/domain/codedeploy/deployment';
import type { World } from '../../world.ts';

/**
 * Revision that a deployment's AppSpec names, as it stands there; undefined when CodeDeploy does not have the AppSpec.
 */
export async function deployedBy(
  aws: World['aws'],
  deployment: DeploymentState,
): Promise<string | undefined> {
  const appSpec = await aws.deployments.appSpec(deployment);
  return appSpec === undefined ? undefined : revisionOfAppSpec(appSpec);
}
