import { knownDeployment, type KnownDeployment } from '@cutover/domain/codedeploy/known-deployment';
import { isOfCommit } from '@cutover/domain/deployment/deployment';
import type { World } from '../../world.ts';
import { deployedBy } from './deployed-by.ts';

/** A deployment group by its names. */
export interface GroupName {
  readonly application: string;
  readonly name: string;
}

/** The deployment that holds the group. */
export async function findUnderWay(
  { aws }: World,
  { application, name }: GroupName,
): Promise<KnownDeployment | undefined> {
  const [id] = await aws.deployments.active(application, name);
  return id === undefined ? undefined : knownDeployment(await aws.deployments.get(id));
}

/** A deployment of the group that is active beside the one of the id, and that CodeDeploy did not make. */
export async function findBeside(
  { aws }: World,
  { application, name }: GroupName,
  id: string,
): Promise<KnownDeployment | undefined> {
  for (const active of await aws.deployments.active(application, name)) {
    if (active === id) continue;
    const found = knownDeployment(await aws.deployments.get(active));
    if (!found.isAutomaticRollback && found.ended === undefined) return found;
  }
  return undefined;
}

/**
 * The deployment that holds the group, and whether an earlier run of this commit made it for this revision.
 * @param revision ARN that is to be deployed; a re-run of the same commit with the same revision is the same wish
 */
export async function findActive(
  world: World,
  group: GroupName,
  revision: string,
): Promise<{ readonly deployment: KnownDeployment; readonly ours: boolean } | undefined> {
  const { aws, run } = world;
  const deployment = await findUnderWay(world, group);
  if (deployment === undefined || deployment.ended !== undefined) return undefined;
  if (!isOfCommit(deployment.marks, run.commit)) return { deployment, ours: false };
  return { deployment, ours: (await deployedBy(aws, deployment.state)) === revision };
}
