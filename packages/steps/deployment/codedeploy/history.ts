import { parseAppSpecFile } from '@cutover/domain/codedeploy/appspec-file';
import { isTerminal, type DeploymentState } from '@cutover/domain/codedeploy/deployment';
import { replacementOf } from '@cutover/domain/codedeploy/deployment-look';
import { knownDeployment, type KnownDeployment } from '@cutover/domain/codedeploy/known-deployment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { PastDeployment } from '@cutover/domain/deployment/rollback-target';
import type { WantedContainer } from '../../rules/rule.ts';
import type { World } from '../../world.ts';
import type { GroupName } from './active.ts';
import { deployedBy } from './deployed-by.ts';

/** Number of AppSpecs that are read at a time. */
const AT_A_TIME = 5;
/** Number of successful deployments that are looked at; a rollback goes no further back. */
const DEPTH = 30;
/** Number of successful deployments that a rollback can return to. */
const ROLLBACKS = 10;

/**
 * The group's past, newest first, with the revision of each deployment that succeeded or is new: from the task set that it
 * made, as long as the service has it, else from its AppSpec.
 * @param newest number of the newest deployments whose revision is read however they ended
 */
export async function readHistory(
  aws: World['aws'],
  group: GroupName,
  service: ServiceState,
  newest: number,
): Promise<readonly (PastDeployment & { readonly deployment: KnownDeployment })[]> {
  const recent = withinDepth(await aws.deployments.recent(group.application, group.name));
  // Of the others only the newest are shown to anybody.
  const wanted = recent.filter(({ status }, at) => status === 'Succeeded' || at < newest);
  const revisions = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += AT_A_TIME) {
    await Promise.all(
      wanted.slice(at, at + AT_A_TIME).map(async (deployment) => {
        const revision = await pastRevision(aws, deployment, service);
        if (revision !== undefined) revisions.set(deployment.id, revision);
      }),
    );
  }
  return recent.map((deployment) => ({
    deployment: knownDeployment(deployment),
    revision: revisions.get(deployment.id),
    whyUnknown: whyUnknown(deployment),
  }));
}

/** Deployments beyond the depth are left out. */
function withinDepth(recent: readonly DeploymentState[]): readonly DeploymentState[] {
  let succeeded = 0;
  return recent.filter(({ status }) => (status === 'Succeeded' ? succeeded++ : succeeded) < DEPTH);
}

async function pastRevision(
  aws: World['aws'],
  deployment: DeploymentState,
  service: ServiceState,
): Promise<string | undefined> {
  // Of an AppSpec in S3 only what it made is known.
  return deployment.appSpecAt === undefined
    ? await revisionOf(aws, deployment, service)
    : replacementOf(service, deployment.id)?.taskDefinition;
}

/** ARN that a deployment brings: that of the task set that it made, else what its AppSpec says. */
export async function revisionOf(
  aws: World['aws'],
  deployment: DeploymentState,
  service: ServiceState,
): Promise<string | undefined> {
  const made = replacementOf(service, deployment.id);
  if (made !== undefined) return made.taskDefinition;
  return await deployedBy(aws, deployment);
}

/** Why the revision of a deployment is not known. */
function whyUnknown({ appSpecAt }: DeploymentState): string {
  return appSpecAt === undefined
    ? 'CodeDeploy does not have its AppSpec any more'
    : `its AppSpec is in ${appSpecAt}, which is not read`;
}

/** Revisions that deployments under way bring, or that a rollback may go to. */
export async function revisionsInUse(
  aws: World['aws'],
  { application, name }: GroupName,
): Promise<readonly { readonly revision: string; readonly what: string }[]> {
  const uses: { readonly revision: string; readonly what: string }[] = [];
  let succeeded = 0;
  for (const deployment of await aws.deployments.recent(application, name)) {
    const active = !isTerminal(deployment.status);
    if (!active && (deployment.status !== 'Succeeded' || succeeded >= ROLLBACKS)) continue;
    if (!active) succeeded++;
    const revision = await deployedBy(aws, deployment);
    if (revision === undefined) continue;
    uses.push({
      revision,
      what: active
        ? `deployment ${deployment.id} is under way`
        : `deployment ${deployment.id} can be gone back to`,
    });
  }
  return uses;
}

/** Container and port of an AppSpec of the past. */
export function pastContainer(appSpec: string): WantedContainer {
  let properties: Readonly<Record<string, unknown>>;
  try {
    ({ properties } = parseAppSpecFile(appSpec, 'AppSpec of the past deployment'));
  } catch {
    // Another tool wrote it; the live task set's container is the next best.
    return {};
  }
  const info = properties['LoadBalancerInfo'] as
    | { readonly ContainerName?: string; readonly ContainerPort?: number | string }
    | undefined;
  return {
    ...(info?.ContainerName === undefined ? {} : { name: info.ContainerName }),
    ...(info?.ContainerPort === undefined ? {} : { port: Number(info.ContainerPort) }),
  };
}
