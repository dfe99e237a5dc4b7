import { revisionOfAppSpec } from '@cutover/domain/appspec';
import type { DeploymentGroup, DeploymentState } from '@cutover/domain/deployment';
import type { ServiceState } from '@cutover/domain/ecs-service';
import type { PastDeployment } from '@cutover/domain/rollback-target';
import type { World } from '../world.ts';

/** AppSpecs of so many deployments are read at a time. */
const AT_A_TIME = 5;
/** After so many that succeeded nobody goes further back. */
const DEPTH = 30;
/** So many are shown in a table. */
export const SHOWN = 10;

/**
 * The group's past, newest first, with the revision of each deployment that succeeded or is new: from its AppSpec, or where CodeDeploy
 * does not have that, from the task set that it made, as long as the service has it.
 */
export async function readHistory(
  aws: World['aws'],
  group: DeploymentGroup,
  service: ServiceState,
): Promise<readonly PastDeployment[]> {
  const recent = withinDepth(await aws.deployments.recent(group.application, group.name));
  // Of the others only the newest are shown to anybody.
  const wanted = recent.filter(({ status }, at) => status === 'Succeeded' || at < SHOWN);
  const revisions = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += AT_A_TIME) {
    await Promise.all(
      wanted.slice(at, at + AT_A_TIME).map(async (deployment) => {
        const revision = await revisionOf(aws, deployment, service);
        if (revision !== undefined) revisions.set(deployment.id, revision);
      }),
    );
  }
  return recent.map((deployment) => ({ deployment, revision: revisions.get(deployment.id) }));
}

/** What lies further back than the depth is left out, as if it had never been. */
function withinDepth(recent: readonly DeploymentState[]): readonly DeploymentState[] {
  let succeeded = 0;
  return recent.filter(({ status }) => (status === 'Succeeded' ? succeeded++ : succeeded) < DEPTH);
}

async function revisionOf(
  aws: World['aws'],
  deployment: DeploymentState,
  { taskSets }: ServiceState,
): Promise<string | undefined> {
  const made = taskSets.find(({ externalId }) => externalId === deployment.id)?.taskDefinition;
  if (made !== undefined) return made;
  if (deployment.appSpecAt !== undefined) return undefined;
  const appSpec = await aws.deployments.appSpec(deployment);
  return appSpec === undefined ? undefined : revisionOfAppSpec(appSpec);
}

/** Why nobody can tell what a deployment deployed. */
export function whyUnknown({ appSpecAt }: DeploymentState): string {
  return appSpecAt === undefined
    ? 'CodeDeploy does not have its AppSpec any more'
    : `its AppSpec is in ${appSpecAt}, which is not read`;
}
