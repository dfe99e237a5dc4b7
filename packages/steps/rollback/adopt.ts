import { revisionOfAppSpec } from '@cutover/domain/appspec';
import type { DeploymentGroup, DeploymentState } from '@cutover/domain/deployment';
import { deploymentBudget, type WaitUntil } from '@cutover/domain/deployment-budget';
import { primaryTaskSet, servingRevision, type ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { formatRevision } from '@cutover/domain/revision';
import { ROLLBACK_WORDS } from '@cutover/domain/rollback-target';
import type { DeploymentOrder } from '../deployment/order.ts';
import type { World } from '../world.ts';
import { MAX_FAILED_TASKS } from './plan.ts';

/**
 * The revision to which a deployment under way goes back, when this action made it: an earlier run was cancelled or killed,
 * or somebody pressed the button twice. To stop it with rollback would bring back what users are being rescued from.
 * @returns undefined for a deployment that goes forward, or back by CodeDeploy
 */
export async function ownRollback(
  { aws }: World,
  active: DeploymentState,
  service: ServiceState,
): Promise<string | undefined> {
  if (!active.description.startsWith(ROLLBACK_WORDS)) return undefined;
  const made = service.taskSets.find(({ externalId }) => externalId === active.id)?.taskDefinition;
  if (made !== undefined) return made;
  const appSpec = await aws.deployments.appSpec(active);
  return appSpec === undefined ? undefined : revisionOfAppSpec(appSpec);
}

/** Whether the deployment has moved PRIMARY, so that only the old tasks' end is outstanding. */
export function hasShifted(active: DeploymentState, service: ServiceState): boolean {
  return primaryTaskSet(service)?.externalId === active.id;
}

/** What was replaced, or is being replaced, by a deployment under way; undefined when its tasks are gone. */
export function replacedBy(active: DeploymentState, service: ServiceState): string | undefined {
  if (!hasShifted(active, service)) return servingRevision(service);
  return service.taskSets.find(({ externalId }) => externalId !== active.id)?.taskDefinition;
}

/** Follows a rollback that exists already as if it were made now. */
export async function adopt(
  { aws, progress }: World,
  found: {
    readonly environment: Environment;
    readonly group: DeploymentGroup;
    readonly service: ServiceState;
    readonly active: DeploymentState;
    readonly revision: string;
    readonly waitUntil: WaitUntil;
    readonly waitForMinutes: number | undefined;
    readonly intervalMs: number;
  },
): Promise<DeploymentOrder> {
  const { active, environment, group, intervalMs, revision, service, waitForMinutes, waitUntil } = found;
  progress.report({
    type: 'note',
    text: `Deployment ${active.id}, a rollback to ${formatRevision(revision)}, is under way; it is followed.`,
  });
  const config = await aws.deploymentGroups.config(active.config);
  return {
    application: group.application,
    group: group.name,
    cluster: environment.cluster,
    service: environment.service,
    revision,
    previous: replacedBy(active, service) ?? servingRevision(service),
    appSpec: '',
    config: active.config,
    autoRollbackEvents: active.autoRollbackEvents,
    ignoreAlarms: true,
    description: active.description,
    waitUntil,
    budget: deploymentBudget({
      group,
      routing: config?.routing ?? { type: 'AllAtOnce' },
      waitUntil,
      hooks: 0,
      minutes: waitForMinutes,
    }),
    maxFailedTasks: MAX_FAILED_TASKS,
    onCancel: 'leave',
    intervalMs,
  };
}
