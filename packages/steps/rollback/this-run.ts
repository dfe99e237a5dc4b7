import { isOfRun, type Deployment } from '@cutover/domain/deployment/deployment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { ConfigurationError } from '@cutover/domain/errors';
import { formatRevision } from '@cutover/domain/task/revision';
import { goesBack, type PastDeployment } from '@cutover/domain/deployment/rollback-target';
import type { RunContext } from '@cutover/domain/run-context';
import type { Engine } from '../deployment/engine.ts';
import { servingArn } from './serving.ts';

/** @throws ConfigurationError when `only-this-run` was asked for outside of a run */
export function requireRun({ runUrl }: RunContext): void {
  if (runUrl !== '') return;
  throw new ConfigurationError({
    what: 'Input only-this-run is true, and no workflow run is known (GITHUB_RUN_ID is not set).',
    fix: 'Run the action in a workflow, or remove only-this-run to go one release back.',
  });
}

/** Whether a rollback may take a deployment back; every other deployment is left alone. */
export type Owns = (deployment: Deployment) => boolean;

/** Deployments that the run made, in any of its attempts. */
export function madeBy(run: RunContext): Owns {
  return ({ marks }) => isOfRun(marks, run);
}

/** Whether an owned deployment released something: made forward, not as a rollback. */
export function isReleaseOf(owns: Owns, { deployment }: PastDeployment): boolean {
  return owns(deployment) && !goesBack(deployment);
}

/**
 * Why there is nothing to go back from; undefined when an owned deployment serves, or is under way.
 * @param history newest first
 */
export function nothingOwned(
  owns: Owns,
  engine: Pick<Engine, 'serving' | 'servingDeployment'>,
  history: readonly PastDeployment[],
  service: ServiceState,
  active: Deployment | undefined,
): string | undefined {
  const label = formatRevision(servingArn(engine, service));
  if (active !== undefined) {
    if (owns(active) || isBackOf(owns, history, active)) return undefined;
    return `deployment ${active.id} (${active.status}), which is under way, is not of this run and is left alone`;
  }
  const made = releaseThatServes(history, engine.servingDeployment(service));
  if (made !== undefined && isReleaseOf(owns, made)) return undefined;
  const newest = history.find((past) => isReleaseOf(owns, past))?.deployment;
  if (newest === undefined) return `this run deployed nothing to service ${service.name}; ${label} serves`;
  return `${newest.ended !== undefined && newest.ended !== 'succeeded' ? `deployment ${newest.id} of this run ended ${newest.status}` : `what deployment ${newest.id} of this run released no longer serves`}; ${label} serves`;
}

/** Whether the engine made the deployment to roll back an owned one. */
function isBackOf(owns: Owns, history: readonly PastDeployment[], { id }: Deployment): boolean {
  return history.some((past) => past.deployment.rollbackId === id && isReleaseOf(owns, past));
}

/** The release that made what serves; when the engine put it back, the older release that it put back. */
function releaseThatServes(
  history: readonly PastDeployment[],
  id: string | undefined,
): PastDeployment | undefined {
  const at = id === undefined ? -1 : history.findIndex(({ deployment }) => deployment.id === id);
  const made = history[at];
  if (made === undefined || !made.deployment.isAutomaticRollback) return made;
  return history
    .slice(at + 1)
    .find(
      ({ deployment, revision }) =>
        deployment.ended === 'succeeded' && !deployment.isAutomaticRollback && revision === made.revision,
    );
}
