import { knownDeployment, type KnownDeployment } from '@cutover/domain/codedeploy/known-deployment';
import { isGroupOf, type DeploymentGroup } from '@cutover/domain/codedeploy/deployment';
import { isOfCommit } from '@cutover/domain/deployment/deployment';
import type { Environment } from '@cutover/domain/environment';
import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import type { World } from '../../world.ts';
import { findUnderWay } from './active.ts';

/** CodeDeploy's message for an id that it never gave. */
const UNKNOWN = /^(DeploymentDoesNotExist|InvalidDeploymentId)Exception$/;

/** @throws ConfigurationError when the group deploys to another service */
export function requireGroupOf(group: DeploymentGroup, { cluster, service }: Environment): void {
  if (isGroupOf(group, cluster, service)) return;
  throw new ConfigurationError({
    what: `Deployment group ${group.application}/${group.name} is not for service ${service} in cluster ${cluster}.`,
    fix: 'Correct codedeploy-deployment-group, or leave it out to have it found.',
  });
}

/**
 * The deployment that is meant: the one named, else the active one of this commit, else the newest of this commit.
 * @throws ConfigurationError when it is not of this group, or nobody can tell which is meant
 */
export async function subjectOf(
  world: World,
  group: DeploymentGroup,
  named: string | undefined,
  mode: 'continue' | 'stop',
): Promise<KnownDeployment | undefined> {
  const { aws, run } = world;
  const label = `${group.application}/${group.name}`;
  if (named === undefined) {
    const active = await findUnderWay(world, group);
    if (active === undefined) return await newestOfCommit(group, world);
    if (isOfCommit(active.marks, run.commit)) return active;
    throw new ConfigurationError({
      what: `deployment-id was not given, and the active deployment ${active.id} of ${label} is not of commit ${run.commit.slice(0, 7)}.`,
      fix: `Give deployment-id, the output of the step that made the deployment; deployment-id: ${active.id} if that one is meant.`,
    });
  }
  const found = await aws.deployments.get(named).catch((error: unknown) => {
    if (error instanceof AwsCallError && UNKNOWN.test(error.code)) return undefined;
    throw error;
  });
  if (found === undefined) {
    throw new ConfigurationError({
      what: `CodeDeploy has no deployment ${named} in ${aws.region}.`,
      fix: 'Correct deployment-id or aws-region; the output deployment-id of the deploying step fits.',
    });
  }
  if (found.application !== group.application || found.group !== group.name) {
    throw new ConfigurationError({
      what: `Deployment ${named} is of group ${found.application}/${found.group}, not of ${label}.`,
      fix: 'Correct deployment-id, or stack, cluster and service.',
    });
  }
  const deployment = knownDeployment(found);
  if (deployment.isAutomaticRollback) {
    throw new ConfigurationError({
      what: `Deployment ${named} is itself a rollback, which CodeDeploy made; it is not to be ${mode === 'stop' ? 'stopped' : 'continued'}.`,
      fix: 'Wait for its end.',
    });
  }
  return deployment;
}

/** The newest deployment that users made for this commit, whatever its status; rollbacks of CodeDeploy are not theirs. */
async function newestOfCommit(
  { application, name }: DeploymentGroup,
  { aws, run }: World,
): Promise<KnownDeployment | undefined> {
  const recent = (await aws.deployments.recent(application, name)).map(knownDeployment);
  return recent.find(
    ({ isAutomaticRollback, marks }) => !isAutomaticRollback && isOfCommit(marks, run.commit),
  );
}
