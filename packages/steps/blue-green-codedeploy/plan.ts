import { appSpecFor, formatAppSpec, type AppSpecFile } from '@cutover/domain/appspec';
import { deploymentBudget, type WaitUntil } from '@cutover/domain/deployment-budget';
import { describeDeployment } from '@cutover/domain/deployment-description';
import type { RunContext } from '@cutover/domain/run-context';
import { checkDeployable } from '../deployment/check.ts';
import type { Observed } from '../deployment/observe.ts';
import type { DeploymentOrder, OnCancel } from '../deployment/order.ts';

/** What the user asks for, typed and with files read. */
export interface Request {
  /** ARN or `family:revision`. */
  readonly revision: string;
  readonly appSpec: AppSpecFile | undefined;
  readonly config: string | undefined;
  readonly containerName: string | undefined;
  readonly containerPort: number | undefined;
  readonly description: string | undefined;
  readonly waitUntil: WaitUntil;
  readonly waitForMinutes: number | undefined;
  readonly intervalMs: number;
  readonly maxFailedTasks: number;
  readonly onCancel: OnCancel;
  readonly allowZeroTasks: boolean;
}

export type Plan =
  | { readonly kind: 'deploy'; readonly order: DeploymentOrder }
  /** PRIMARY already runs the revision. */
  | { readonly kind: 'unchanged'; readonly revision: string };

/**
 * What is to be done, given what is there and no active deployment.
 * @throws ConfigurationError naming everything that stands in the way
 */
export function plan(request: Request, observed: Observed, run: RunContext): Plan {
  const { appSpec: file, config, waitUntil } = request;
  const balancer = file?.properties['LoadBalancerInfo'] as
    | { readonly ContainerName?: string; readonly ContainerPort?: number | string }
    | undefined;
  const port = balancer?.ContainerPort === undefined ? undefined : Number(balancer.ContainerPort);
  const deployable = checkDeployable(observed, {
    revision: request.revision,
    config,
    container: {
      name: request.containerName ?? balancer?.ContainerName,
      port: request.containerPort ?? port,
    },
    waitUntil,
    allowZeroTasks: request.allowZeroTasks,
  });
  const { primary, revision, containerName, containerPort, config: found } = deployable;
  if (primary.taskDefinition === revision.arn) return { kind: 'unchanged', revision: revision.arn };
  const { environment, group } = observed;
  const appSpec = appSpecFor(primary, { revision: revision.arn, containerName, containerPort }, file);
  return {
    kind: 'deploy',
    order: {
      application: group.application,
      group: group.name,
      cluster: environment.cluster,
      service: environment.service,
      revision: revision.arn,
      previous: primary.taskDefinition,
      appSpec: formatAppSpec(appSpec),
      config,
      // Without the first two a failed deployment would stay half shifted.
      autoRollbackEvents: [
        ...new Set(['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', ...group.autoRollbackEvents]),
      ],
      ignoreAlarms: false,
      description: describeDeployment(run, revision.arn, request.description),
      waitUntil,
      budget: deploymentBudget({
        group,
        routing: found.routing,
        waitUntil,
        hooks: appSpec.hooks.length,
        minutes: request.waitForMinutes,
      }),
      maxFailedTasks: request.maxFailedTasks,
      onCancel: request.onCancel,
      intervalMs: request.intervalMs,
    },
  };
}
