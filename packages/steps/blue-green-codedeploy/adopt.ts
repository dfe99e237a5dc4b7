import type { DeploymentState } from '@cutover/domain/deployment';
import { deploymentBudget } from '@cutover/domain/deployment-budget';
import { servingRevision, type ServiceState } from '@cutover/domain/ecs-service';
import type { ActiveDeployment } from '../deployment/active.ts';
import type { Gate } from '../deployment/gate.ts';
import type { Observed } from '../deployment/observe.ts';
import type { DeploymentOrder } from '../deployment/order.ts';
import type { World } from '../world.ts';
import { gateFor, type Request } from './plan.ts';

/** An earlier run of the same commit left its deployment in flight: it is followed as if it were created now. */
export function adopt(
  { deployment, ours }: ActiveDeployment,
  request: Request,
  observed: Observed,
  world: World,
  testAddress: string | undefined,
): DeploymentOrder | undefined {
  const { service, revision } = observed;
  if (!ours || service === undefined || revision === undefined) return undefined;
  world.progress.report({
    type: 'note',
    text: `Deployment ${deployment.id} of the same commit and revision is in flight; it is followed instead of starting another.`,
  });
  return takeOver(world, deployment, request, observed, service, {
    revision: revision.arn,
    gate: gateFor(request.gate, observed, testAddress),
  });
}

/** The order of a deployment that exists already; from now on `post:` answers for it. */
export function takeOver(
  world: World,
  deployment: DeploymentState,
  request: Request,
  { environment, group, config }: Pick<Observed, 'environment' | 'group' | 'config'>,
  service: ServiceState,
  { revision, gate }: { readonly revision: string; readonly gate: Gate | undefined },
): DeploymentOrder {
  world.remember('on-cancel', request.onCancel);
  world.remember('deployment-id', deployment.id);
  const before = service.taskSets.find(({ externalId }) => externalId !== deployment.id);
  return {
    application: group.application,
    group: group.name,
    cluster: environment.cluster,
    service: environment.service,
    revision,
    previous: before?.taskDefinition ?? servingRevision(service),
    appSpec: '',
    config: deployment.config,
    autoRollbackEvents: deployment.autoRollbackEvents,
    ignoreAlarms: false,
    description: deployment.description,
    waitUntil: request.waitUntil,
    budget: deploymentBudget({
      group,
      routing: config?.routing ?? { type: 'AllAtOnce' },
      waitUntil: request.waitUntil,
      hooks: request.appSpec?.hooks.length ?? 0,
      minutes: request.waitForMinutes,
      gateMinutes: gate === undefined || gate.kind === 'open' ? undefined : gate.limitMs / 60_000,
    }),
    maxFailedTasks: request.maxFailedTasks,
    onCancel: request.onCancel,
    intervalMs: request.intervalMs,
    gate,
  };
}
