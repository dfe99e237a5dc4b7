import { serviceDeploymentBudget } from '@cutover/domain/ecs/budget';
import { servingRollout } from '@cutover/domain/ecs/rollouts';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { formatRevision } from '@cutover/domain/task/revision';
import { judgeAll } from '../../rules/book.ts';
import { taskOfRevision } from '../../rules/deployable-task.ts';
import type { EcsFacts } from '../../rules/ecs/facts.ts';
import { refuse } from '../../rules/refuse.ts';
import type { DeploymentOrder } from '../order.ts';
import { productionOf } from '../production.ts';
import type { DeploymentRequest } from '../request.ts';
import type { Observed } from './observe.ts';
import type { EcsOptions } from './options.ts';
import { RULES } from './rules.ts';

/** A service deployment as it will be asked for. */
export interface EcsOrder extends DeploymentOrder {
  /** Ids of the rollouts that are there before. */
  readonly rollouts: readonly string[];
  /** Whether the service names the revision already, though it does not serve: then only force starts a deployment. */
  readonly force: boolean;
}

/**
 * The deployment that replaces what serves, given that none is active.
 * @throws ConfigurationError naming everything that stands in the way
 */
export function orderFor(observed: Observed, request: DeploymentRequest, options: EcsOptions): EcsOrder {
  const { environment, revision, service } = observed;
  const { gate, onCancel, waitUntil } = request;
  const facts: EcsFacts = {
    ...observed,
    task: revision === undefined ? undefined : taskOfRevision(revision),
    foreign: options.foreign,
    firing: request.ignoreAlarms ? [] : observed.firing,
  };
  const verdicts = judgeAll(RULES, facts, {
    revision: request.revision,
    container: request.container,
    waitUntil,
    onCancel,
    allowZeroTasks: request.allowZeroTasks,
    gate:
      gate === undefined ? undefined : { kind: gate.kind, minutes: gate.limitMs / 60_000, url: undefined },
  });
  refuse(verdicts);
  if (service === undefined || revision === undefined)
    throw new TypeError('The rule book lets a deployment start without what it needs.');
  const force = service.taskDefinition === revision.arn;
  const { cluster, service: name } = environment;
  return {
    cluster,
    service: name,
    revision: revision.arn,
    previous: servingOf(service),
    rollouts: (service.rollouts ?? []).map(({ id }) => id),
    force,
    waitUntil,
    budget: serviceDeploymentBudget(service.settings, {
      waitUntil,
      hooks: 0,
      minutes: request.waitForMinutes,
      gateMinutes: gate === undefined ? undefined : gate.limitMs / 60_000,
    }),
    maxFailedTasks: request.maxFailedTasks,
    onCancel,
    intervalMs: request.intervalMs,
    production: productionOf(observed, service.graceSeconds),
    isEndless: service.settings?.breaker.enabled !== true,
    gate,
    through: `service ${cluster}/${name}`,
    manner: service.settings?.strategy,
    document: {
      title: 'UpdateService',
      language: 'json',
      text: JSON.stringify(
        {
          cluster,
          service: name,
          taskDefinition: formatRevision(revision.arn),
          ...(force ? { forceNewDeployment: true } : {}),
        },
        null,
        2,
      ),
    },
    warnings: verdicts.filter(({ status }) => status === 'warned').map(({ fix, what }) => `${what} ${fix}`),
  };
}

/** ARN of the revision that serves. */
export function servingOf(service: ServiceState): string {
  return servingRollout(service)?.taskDefinition ?? service.taskDefinition;
}
