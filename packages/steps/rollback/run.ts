import { consoleLink } from '@cutover/domain/console';
import type { DeploymentGroup, DeploymentState } from '@cutover/domain/deployment';
import { primaryTaskSet, servingRevision, type ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Inputs } from '@cutover/domain/inputs';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import { rollbackTarget } from '@cutover/domain/rollback-target';
import { pauseBusy } from '../deployment/active.ts';
import { cancelCreation } from '../deployment/cancel.ts';
import { carryOut } from '../deployment/carry-out.ts';
import { requireService } from '../deployment/check.ts';
import type { Conclusion } from '../deployment/conclusion.ts';
import { createDeployment, type Creation } from '../deployment/create.ts';
import { describeService, environmentOf, requireName } from '../deployment/environment.ts';
import { findGroup } from '../deployment/find-group.ts';
import { observe } from '../deployment/observe.ts';
import type { DeploymentOrder } from '../deployment/order.ts';
import type { World } from '../world.ts';
import { candidates, readHistory } from './history.ts';
import type { inputs } from './inputs.ts';
import { namedRevision, plan } from './plan.ts';
import { takeBackActive } from './take-back.ts';

// eslint-disable-next-line typescript/consistent-type-definitions -- outputs need an index signature
export type Outputs = {
  /** What serves in the end. */
  readonly 'task-definition-arn'?: string | undefined;
  /** What served before. */
  readonly 'previous-task-definition-arn'?: string | undefined;
  readonly 'deployment-id'?: string | undefined;
  readonly 'deployment-status'?: string | undefined;
};

/** Goes back: stops a deployment that is under way, or deploys the last revision that was good. */
export async function run(given: Inputs<typeof inputs>, world: World): Promise<Outcome<Outputs>> {
  requireName(given);
  const { aws } = world;
  const environment = await environmentOf(aws, given);
  requireService(await describeService(aws, environment), environment);
  const group = await findGroup(aws, environment, {
    application: given['codedeploy-application'],
    group: given['codedeploy-deployment-group'],
  });
  const intervalMs = given['poll-interval-seconds'] * 1000;
  const limitMs = given['wait-for-minutes'] === undefined ? undefined : given['wait-for-minutes'] * 60_000;
  for (let round = 0; ; round++) {
    const service = await serviceOf(world, environment);
    const active = await activeOf(world, group);
    if (active !== undefined) {
      if (given['dry-run']) return dryStop(active, service);
      const back = await takeBackActive(world, { environment, active, service, intervalMs, limitMs });
      // With a target of its own, going back to where the deployment started is only half the way.
      if (given.to === undefined || back.kind !== 'succeeded') return back;
      if (isAt(given.to, await serviceOf(world, environment))) return back;
      continue;
    }
    const result = await goBack(given, world, environment, group, service, intervalMs);
    if (result.kind !== 'busy') return result;
    await pauseBusy(world, round, intervalMs, result.message);
  }
}

async function goBack(
  given: Inputs<typeof inputs>,
  world: World,
  environment: Environment,
  group: DeploymentGroup,
  service: ServiceState,
  intervalMs: number,
): Promise<Outcome<Outputs> | Extract<Creation, { kind: 'busy' }>> {
  const { aws, clock, progress } = world;
  const serving = servingRevision(service);
  const history = await readHistory(aws, group);
  const table = candidates(history, serving);
  const here = { 'task-definition-arn': serving, 'previous-task-definition-arn': serving };
  let revision: string;
  if (given.to === undefined) {
    const target = rollbackTarget(history, serving);
    if (target.kind === 'alreadyThere') {
      return {
        kind: 'unchanged',
        headline: `${formatRevision(serving)} already serves: ${target.reason}. To go further back, say where: to.`,
        outputs: here,
        summary: [table],
      };
    }
    if (target.kind === 'none') {
      throw new ConfigurationError({
        message: `There is nothing to go back to from ${formatRevision(serving)}: ${target.reason} in group ${group.application}/${group.name}.`,
        remedy: 'Name a revision: to: family:number (aws ecs list-task-definitions lists them).',
      });
    }
    ({ revision } = target);
  } else {
    if (isAt(given.to, service)) {
      return {
        kind: 'unchanged',
        headline: `${formatRevision(serving)} already serves production.`,
        outputs: here,
        summary: [table],
      };
    }
    revision = namedRevision(given.to, serving);
  }
  const past = history.find(
    (one) =>
      one.deployment.status === 'Succeeded' &&
      one.revision !== undefined &&
      formatRevision(one.revision) === formatRevision(revision),
  );
  const config = given['codedeploy-deployment-config'];
  const observed = await observe(aws, { environment, group, revision, config });
  const order = plan(
    {
      revision,
      pastAppSpec: past === undefined ? undefined : await aws.deployments.appSpec(past.deployment),
      config,
      waitUntil: given['wait-until'],
      waitForMinutes: given['wait-for-minutes'],
      intervalMs,
    },
    observed,
    world.run,
  );
  progress.report({ type: 'document', title: 'AppSpec', language: 'json', text: order.appSpec });
  if (service.desired === 0) {
    progress.report({
      type: 'warning',
      text: `Service ${service.name} has a desired count of 0: the rollback will succeed without a task having run.`,
    });
  }
  if (given['dry-run']) {
    return {
      kind: 'unchanged',
      headline: `Dry run: ${formatRevision(order.revision)} would replace ${formatRevision(serving)} through ${order.application}/${order.group}.`,
      outputs: here,
      summary: [table],
    };
  }
  const startedAt = clock.now();
  try {
    const created = await createDeployment(world, order);
    if (created.kind === 'busy') return created;
    return outcome(world, order, await carryOut(world, order, created.id, startedAt));
  } catch (error) {
    if (!world.signal.aborted) throw error;
    return outcome(world, order, await cancelCreation(world, order, startedAt));
  }
}

async function serviceOf({ aws }: World, environment: Environment): Promise<ServiceState> {
  const service = await aws.services.describe(environment.cluster, environment.service);
  requireService(service, environment);
  if (primaryTaskSet(service) !== undefined) return service;
  throw new ConfigurationError({
    message: `Service ${service.name} has no PRIMARY task set: nothing serves production that could be gone back from.`,
    remedy: 'Look at the service’s events; deploy a revision with blue-green-codedeploy.',
  });
}

async function activeOf({ aws }: World, group: DeploymentGroup): Promise<DeploymentState | undefined> {
  const [id] = await aws.deployments.active(group.application, group.name);
  return id === undefined ? undefined : await aws.deployments.get(id);
}

function isAt(to: string, service: ServiceState): boolean {
  const serving = servingRevision(service);
  return formatRevision(namedRevision(to, serving)) === formatRevision(serving);
}

function dryStop(active: DeploymentState, service: ServiceState): Outcome<Outputs> {
  const serving = servingRevision(service);
  return {
    kind: 'unchanged',
    headline: `Dry run: deployment ${active.id} (${active.status}) would be stopped and rolled back.`,
    outputs: {
      'task-definition-arn': serving,
      'previous-task-definition-arn': serving,
      'deployment-id': active.id,
      'deployment-status': active.status,
    },
  };
}

function outcome(world: World, order: DeploymentOrder, conclusion: Conclusion): Outcome<Outputs> {
  const { kind, headline, remedy, findings, summary, deploymentId: id } = conclusion;
  const outputs: Outputs = {
    'task-definition-arn': kind === 'succeeded' ? order.revision : order.previous,
    'previous-task-definition-arn': order.previous,
    'deployment-id': id,
    'deployment-status': conclusion.status,
  };
  if (kind === 'succeeded') {
    return {
      kind,
      headline: `Rolled back from ${formatRevision(order.previous)}: ${headline}`,
      summary,
      outputs,
    };
  }
  const link = id === undefined ? {} : { link: consoleLink(world.aws.region, { kind: 'deployment', id }) };
  // What the rollback itself went back from is still the version that the user wanted to leave.
  return {
    kind: kind === 'rolledBack' ? 'failed' : kind,
    headline: `The rollback did not succeed: ${headline}`,
    remedy,
    findings,
    summary,
    outputs,
    ...link,
  };
}
