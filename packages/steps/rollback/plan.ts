import { appSpecFor, formatAppSpec } from '@cutover/domain/appspec';
import { parseAppSpecFile } from '@cutover/domain/appspec-file';
import { deploymentBudget, type WaitUntil } from '@cutover/domain/deployment-budget';
import { describeDeployment } from '@cutover/domain/deployment-description';
import { formatRevision } from '@cutover/domain/revision';
import { ROLLBACK_WORDS } from '@cutover/domain/rollback-target';
import type { RunContext } from '@cutover/domain/run-context';
import { checkDeployable } from '../deployment/check.ts';
import type { Observed } from '../deployment/observe.ts';
import type { DeploymentOrder } from '../deployment/order.ts';

/** Failed tasks of the old revision after which it is no cure. */
export const MAX_FAILED_TASKS = 3;

export interface Request {
  /** ARN or `family:number`. */
  readonly revision: string;
  /** AppSpec with which the revision was deployed last. */
  readonly pastAppSpec: string | undefined;
  readonly config: string;
  readonly waitUntil: WaitUntil;
  readonly waitForMinutes: number | undefined;
  readonly intervalMs: number;
}

/**
 * The deployment that goes back: like any other, but alarms don't stop it (a firing alarm must not block its own cure)
 * and a cancelled job lets it finish.
 * @throws ConfigurationError naming everything that stands in the way
 */
export function plan(request: Request, observed: Observed, run: RunContext): DeploymentOrder {
  const { config, waitUntil } = request;
  const container = pastContainer(request.pastAppSpec);
  const deployable = checkDeployable(revived(observed), {
    revision: request.revision,
    config,
    container,
    waitUntil,
    allowZeroTasks: true,
  });
  const { primary, revision, containerName, containerPort, config: found } = deployable;
  const { environment, group } = observed;
  return {
    application: group.application,
    group: group.name,
    cluster: environment.cluster,
    service: environment.service,
    revision: revision.arn,
    previous: primary.taskDefinition,
    appSpec: formatAppSpec(appSpecFor(primary, { revision: revision.arn, containerName, containerPort })),
    config,
    autoRollbackEvents: ['DEPLOYMENT_FAILURE'],
    ignoreAlarms: true,
    description: describeDeployment(
      run,
      revision.arn,
      `${ROLLBACK_WORDS}${formatRevision(primary.taskDefinition)}`,
    ),
    waitUntil,
    budget: deploymentBudget({
      group,
      routing: found.routing,
      waitUntil,
      hooks: 0,
      minutes: request.waitForMinutes,
    }),
    maxFailedTasks: MAX_FAILED_TASKS,
    onCancel: 'leave',
    intervalMs: request.intervalMs,
  };
}

/** An INACTIVE revision is registered again before it is deployed. */
function revived(observed: Observed): Observed {
  const { revision } = observed;
  return revision === undefined ? observed : { ...observed, revision: { ...revision, status: 'ACTIVE' } };
}

/** Container and port with which the revision served; an older revision may have other names than the live one. */
function pastContainer(appSpec: string | undefined): { readonly name?: string; readonly port?: number } {
  if (appSpec === undefined) return {};
  let properties: Readonly<Record<string, unknown>>;
  try {
    ({ properties } = parseAppSpecFile(appSpec, 'AppSpec of the past deployment'));
  } catch {
    // Somebody else's tool wrote it; the live task set's container is the next best.
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
