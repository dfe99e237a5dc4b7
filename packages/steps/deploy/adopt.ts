import type { Deployment } from '@cutover/domain/deployment/deployment';
import { servingRevision, type ServiceState } from '@cutover/domain/task/ecs-service';
import type { ActiveDeployment, Engine } from '../deployment/engine.ts';
import type { Gate } from '../deployment/gate-kinds.ts';
import type { Watch } from '../deployment/order.ts';
import { productionOf } from '../deployment/production.ts';
import type { Surroundings } from '../deployment/surroundings.ts';
import type { World } from '../world.ts';
import { gateFor, type BlueGreenRequest } from './plan.ts';

/** An earlier run of the same commit left its deployment in flight: it is followed as if it were created now. */
export function adopt(
  { deployment, ours }: ActiveDeployment,
  engine: Engine,
  request: BlueGreenRequest,
  observed: Surroundings,
  world: World,
  testAddress: string | undefined,
): Watch | undefined {
  const { service, revision } = observed;
  if (!ours || service === undefined || revision === undefined) return undefined;
  world.progress.report({
    type: 'note',
    text: `Deployment ${deployment.id} of the same commit and revision is in flight; it is followed instead of starting another.`,
  });
  return takeOver(engine, deployment, request, observed, service, {
    revision: revision.arn,
    gate: gateFor(request.gate, engine, observed, testAddress),
  });
}

/** The order of a deployment that exists already; from now on `post:` answers for it. */
export function takeOver(
  engine: Engine,
  deployment: Deployment,
  request: BlueGreenRequest,
  observed: Surroundings,
  service: ServiceState,
  { revision, gate }: { readonly revision: string; readonly gate: Gate | undefined },
): Watch {
  engine.takeOver(deployment.id, request.onCancel);
  const { environment } = observed;
  return {
    cluster: environment.cluster,
    service: environment.service,
    revision,
    previous: engine.replacedBy(deployment.id, service) ?? servingRevision(service),
    waitUntil: request.waitUntil,
    budget: engine.budget(observed, {
      waitUntil: request.waitUntil,
      hooks: request.engine.hooks,
      minutes: request.waitForMinutes,
      gateMinutes: gate === undefined || gate.kind === 'open' ? undefined : gate.limitMs / 60_000,
    }),
    maxFailedTasks: request.maxFailedTasks,
    onCancel: request.onCancel,
    intervalMs: request.intervalMs,
    production: productionOf(observed, service.graceSeconds),
    gate,
  };
}
