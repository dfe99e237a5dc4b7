import { revisionOfAppSpec } from '@cutover/domain/appspec';
import { isTerminal, type DeploymentState } from '@cutover/domain/deployment';
import { isOfCommit } from '@cutover/domain/deployment-description';
import { ConfigurationError } from '@cutover/domain/errors';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';

/** The deployment that holds the group, and whether an earlier run of this commit made it for this revision. */
export interface ActiveDeployment {
  readonly deployment: DeploymentState;
  readonly ours: boolean;
}

/** @param revision ARN that is to be deployed; a re-run of the same commit with the same revision is the same wish */
export async function findActive(
  world: World,
  group: { readonly application: string; readonly name: string },
  revision: string,
): Promise<ActiveDeployment | undefined> {
  const { aws, run } = world;
  const [id] = await aws.deployments.active(group.application, group.name);
  if (id === undefined) return undefined;
  const deployment = await aws.deployments.get(id);
  if (isTerminal(deployment.status)) return undefined;
  if (!isOfCommit(deployment.description, run.commit)) return { deployment, ours: false };
  const appSpec = await aws.deployments.appSpec(deployment);
  return { deployment, ours: appSpec !== undefined && revisionOfAppSpec(appSpec) === revision };
}

/** Waits until a deployment of somebody else has ended. */
export async function awaitEnd(
  world: World,
  id: string,
  options: {
    readonly deadline: number;
    readonly intervalMs: number;
    /** Called with each look at the deployment while it is active. */
    readonly onLook?: (deployment: DeploymentState) => Promise<void>;
  },
): Promise<'ended' | 'timedOut'> {
  const { aws, clock, progress, signal } = world;
  let status = '';
  const result = await wait(
    async () => {
      const deployment = await aws.deployments.get(id);
      if (deployment.status !== status) {
        status = deployment.status;
        progress.report({ type: 'deployment.status', id, status });
      }
      if (isTerminal(status)) return { state: 'done', value: undefined };
      await options.onLook?.(deployment);
      return { state: 'pending', reason: `deployment ${id} is ${status}` };
    },
    { clock, signal, deadline: options.deadline, intervalMs: options.intervalMs },
  );
  return result.kind === 'done' ? 'ended' : 'timedOut';
}

/** Rounds in which CodeDeploy may say that the group is busy without anything active to be seen. */
const BUSY_ROUNDS = 10;

/**
 * Refused as busy: pauses before the next round, in which the other deployment will be seen.
 * @throws ConfigurationError when that never happens, as when the account's limit of deployments is what was hit
 */
export async function pauseBusy(
  { clock, signal }: World,
  round: number,
  intervalMs: number,
  message: string,
): Promise<void> {
  if (round >= BUSY_ROUNDS) {
    throw new ConfigurationError({
      message: `CodeDeploy refuses a new deployment: ${message}`,
      remedy:
        'Wait for the deployments that are under way in this group or account, or stop them; then run the job again.',
    });
  }
  await clock.sleep(intervalMs, signal);
}
