import type { WaitUntil } from '@cutover/domain/deployment/budget';
import type { Deployment } from '@cutover/domain/deployment/deployment';
import type { Environment } from '@cutover/domain/environment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { formatRevision } from '@cutover/domain/task/revision';
import type { Engine } from '../deployment/engine.ts';
import type { Watch } from '../deployment/order.ts';
import { productionOf } from '../deployment/production.ts';
import type { World } from '../world.ts';
import { MAX_FAILED_TASKS } from './plan.ts';
import { servingArn } from './serving.ts';

/**
 * The revision to which a deployment under way goes back, when this action made it: an earlier run was cancelled or killed,
 * or somebody pressed the button twice. To stop it with rollback would bring back what users are being rescued from.
 * @returns undefined for a deployment that goes forward, or that the engine made
 */
export async function ownRollback(
  engine: Engine,
  active: Deployment,
  service: ServiceState,
): Promise<string | undefined> {
  return active.marks.isRollback ? await engine.revisionOf(active, service) : undefined;
}

/** Whether the deployment has moved production, so that only the old tasks' end is outstanding. */
export function hasShifted(engine: Engine, active: Deployment, service: ServiceState): boolean {
  return engine.servingDeployment(service) === active.id;
}

/** The revision that a deployment under way replaces; undefined when its tasks are gone. */
export function replacedBy(engine: Engine, active: Deployment, service: ServiceState): string | undefined {
  return hasShifted(engine, active, service)
    ? engine.replacedBy(active.id, service)
    : servingArn(engine, service);
}

/** Follows a rollback that exists already as if it were made now. */
export async function adopt(
  { progress }: World,
  found: {
    readonly environment: Environment;
    readonly engine: Engine;
    readonly service: ServiceState;
    readonly active: Deployment;
    readonly revision: string;
    readonly waitUntil: WaitUntil;
    readonly waitForMinutes: number | undefined;
    readonly intervalMs: number;
  },
): Promise<Watch> {
  const { active, engine, environment, intervalMs, revision, service, waitForMinutes, waitUntil } = found;
  progress.report({
    type: 'note',
    text: `Deployment ${active.id}, a rollback to ${formatRevision(revision)}, is under way; it is followed.`,
  });
  const observed = await engine.observeUnderWay(active, service, { test: false });
  return {
    cluster: environment.cluster,
    service: environment.service,
    revision,
    previous: replacedBy(engine, active, service) ?? servingArn(engine, service),
    waitUntil,
    budget: engine.budget(observed, { waitUntil, hooks: 0, minutes: waitForMinutes }),
    maxFailedTasks: MAX_FAILED_TASKS,
    onCancel: 'leave',
    intervalMs,
    production: productionOf(observed, service.graceSeconds),
  };
}
