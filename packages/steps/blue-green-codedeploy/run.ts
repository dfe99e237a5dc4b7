import { parseAppSpecFile } from '@cutover/domain/appspec-file';
import { consoleLink } from '@cutover/domain/console';
import { deploymentBudget } from '@cutover/domain/deployment-budget';
import { servingRevision } from '@cutover/domain/ecs-service';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Inputs } from '@cutover/domain/inputs';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import { awaitEnd, findActive, pauseBusy, type ActiveDeployment } from '../deployment/active.ts';
import { cancelCreation } from '../deployment/cancel.ts';
import { carryOut } from '../deployment/carry-out.ts';
import { requireService } from '../deployment/check.ts';
import type { Conclusion } from '../deployment/conclusion.ts';
import { createDeployment, type Creation } from '../deployment/create.ts';
import { describeService, environmentOf, requireName } from '../deployment/environment.ts';
import { findGroup } from '../deployment/find-group.ts';
import { observe, type Observed } from '../deployment/observe.ts';
import type { DeploymentOrder } from '../deployment/order.ts';
import { withScalingHold, type ScalingHold } from '../deployment/suspended-scaling.ts';
import type { World } from '../world.ts';
import type { inputs } from './inputs.ts';
import { plan, type Request } from './plan.ts';

// eslint-disable-next-line typescript/consistent-type-definitions -- outputs need an index signature
export type Outputs = {
  readonly 'deployment-id'?: string | undefined;
  readonly 'codedeploy-deployment-id'?: string | undefined;
  readonly 'deployment-status'?: string | undefined;
  readonly 'rolled-back': boolean;
  readonly 'rollback-deployment-id'?: string | undefined;
  readonly 'previous-task-definition-arn'?: string | undefined;
  readonly 'task-definition-arn'?: string | undefined;
  readonly superseded: boolean;
  readonly 'traffic-shifted-at'?: string | undefined;
  readonly 'duration-seconds': number;
};

/** Deploys one revision by CodeDeploy and follows it to the milestone, or back. */
export async function run(given: Inputs<typeof inputs>, world: World): Promise<Outcome<Outputs>> {
  const suspends = given['suspend-auto-scaling'] && !given['dry-run'];
  return await withScalingHold(world, suspends, (scaling) => deploy(given, world, scaling));
}

async function deploy(
  given: Inputs<typeof inputs>,
  world: World,
  scaling: ScalingHold,
): Promise<Outcome<Outputs>> {
  const { aws, clock } = world;
  const request = await read(given, world);
  const startedAt = clock.now();
  const environment = await environmentOf(aws, given);
  requireService(await describeService(aws, environment), environment);
  scaling.of(environment);
  const group = await findGroup(aws, environment, {
    application: given['codedeploy-application'],
    group: given['codedeploy-deployment-group'],
  });
  const observeNow = async (): Promise<Observed> =>
    await observe(aws, { environment, group, revision: request.revision, config: request.config });
  for (let round = 0; ; round++) {
    const observed = await observeNow();
    const active = await findActive(world, group, observed.revision?.arn ?? request.revision);
    if (active !== undefined && given['dry-run']) return dryWait(active, observed, startedAt, clock.now());
    if (active !== undefined) {
      const adopted = adopt(active, request, observed, world);
      if (adopted !== undefined) {
        await scaling.suspend();
        return outcome(adopted, await carryOut(world, adopted, active.deployment.id, startedAt), world);
      }
      await makeWay(given, world, active, observed, request);
      continue;
    }
    const decided = plan(request, observed, world.run);
    if (decided.kind === 'unchanged') {
      return {
        kind: 'unchanged',
        headline: `${formatRevision(decided.revision)} already serves production; nothing was deployed.`,
        outputs: {
          ...quiet(startedAt, clock.now()),
          'previous-task-definition-arn': decided.revision,
          'task-definition-arn': decided.revision,
        },
      };
    }
    const { order } = decided;
    show(world, order);
    if (given['dry-run']) {
      return {
        kind: 'unchanged',
        headline: `Dry run: ${formatRevision(order.revision)} would replace ${formatRevision(order.previous)} through ${order.application}/${order.group}.`,
        outputs: {
          ...quiet(startedAt, clock.now()),
          'previous-task-definition-arn': order.previous,
          'task-definition-arn': order.revision,
        },
        summary: [{ kind: 'code', title: 'AppSpec', language: 'json', text: order.appSpec }],
      };
    }
    await scaling.suspend();
    let created: Creation;
    const createdAt = clock.now();
    try {
      created = await createDeployment(world, order);
    } catch (error) {
      if (!world.signal.aborted) throw error;
      return outcome(order, await cancelCreation(world, order, createdAt), world);
    }
    // Somebody was faster: the next round waits for that deployment, or fails because of it.
    if (created.kind === 'busy') {
      await pauseBusy(world, round, request.intervalMs, created.message);
      continue;
    }
    return outcome(order, await carryOut(world, order, created.id, createdAt), world);
  }
}

/** Everything that can be checked before the first call. */
async function read(given: Inputs<typeof inputs>, world: World): Promise<Request> {
  requireName(given);
  const file = given['codedeploy-appspec'];
  return {
    revision: given['task-definition-arn'],
    appSpec:
      file === undefined
        ? undefined
        : parseAppSpecFile(await world.files.read(file, 'codedeploy-appspec'), file),
    config: given['codedeploy-deployment-config'],
    containerName: given['container-name'],
    containerPort: given['container-port'],
    description: given['codedeploy-deployment-description'],
    waitUntil: given['wait-until'],
    waitForMinutes: given['wait-for-minutes'],
    intervalMs: given['poll-interval-seconds'] * 1000,
    maxFailedTasks: given['max-failed-tasks'],
    onCancel: given['on-cancel'],
    allowZeroTasks: given['allow-zero-tasks'],
  };
}

/** An earlier run of the same commit left its deployment in flight: it is followed as if it were created now. */
function adopt(
  { deployment, ours }: ActiveDeployment,
  request: Request,
  { environment, group, service, revision, config }: Observed,
  world: World,
): DeploymentOrder | undefined {
  if (!ours || service === undefined || revision === undefined || config === undefined) return undefined;
  world.progress.report({
    type: 'note',
    text: `Deployment ${deployment.id} of the same commit and revision is in flight; it is followed instead of starting another.`,
  });
  world.remember('on-cancel', request.onCancel);
  world.remember('deployment-id', deployment.id);
  const before = service.taskSets.find(({ externalId }) => externalId !== deployment.id);
  return {
    application: group.application,
    group: group.name,
    cluster: environment.cluster,
    service: environment.service,
    revision: revision.arn,
    previous: before?.taskDefinition ?? servingRevision(service),
    appSpec: '',
    config: deployment.config,
    autoRollbackEvents: deployment.autoRollbackEvents,
    ignoreAlarms: false,
    description: deployment.description,
    waitUntil: request.waitUntil,
    budget: deploymentBudget({
      group,
      routing: config.routing,
      waitUntil: request.waitUntil,
      hooks: request.appSpec?.hooks.length ?? 0,
      minutes: request.waitForMinutes,
    }),
    maxFailedTasks: request.maxFailedTasks,
    onCancel: request.onCancel,
    intervalMs: request.intervalMs,
  };
}

/** Waits for a deployment that is not ours, or fails because of it. */
async function makeWay(
  given: Inputs<typeof inputs>,
  world: World,
  { deployment }: ActiveDeployment,
  { group, config }: Observed,
  request: Request,
): Promise<void> {
  const { clock, aws } = world;
  const link = consoleLink(aws.region, { kind: 'deployment', id: deployment.id });
  const name = `Deployment ${deployment.id} (${deployment.status}${deployment.description === '' ? '' : `, "${deployment.description}"`})`;
  if (given['on-active-deployment'] === 'fail') {
    throw new ConfigurationError(
      {
        message: `${name} is active in group ${group.name}; CodeDeploy runs one at a time.`,
        remedy: `Wait for it, stop it (aws deploy stop-deployment --deployment-id ${deployment.id}), or use on-active-deployment: wait.`,
      },
      { link },
    );
  }
  const budget = deploymentBudget({
    group,
    routing: config?.routing ?? { type: 'AllAtOnce' },
    waitUntil: 'completed',
    hooks: 0,
    minutes: request.waitForMinutes,
  });
  world.progress.report({
    type: 'note',
    text: `${name} is active in group ${group.name}; waiting for its end, at most ${Math.ceil(budget.totalMs / 60_000)} min (${budget.reason}).`,
  });
  const ended = await awaitEnd(world, deployment.id, {
    deadline: clock.now() + budget.totalMs,
    intervalMs: request.intervalMs,
  });
  if (ended === 'timedOut') {
    throw new ConfigurationError(
      {
        message: `${name} is still active in group ${group.name} after ${budget.reason}; nothing was deployed.`,
        remedy: `Look at it in the console, or stop it: aws deploy stop-deployment --deployment-id ${deployment.id}`,
      },
      { link },
    );
  }
}

/** In the middle of a shift nothing but that can be told. */
function dryWait(
  { deployment, ours }: ActiveDeployment,
  { service, revision, group }: Observed,
  startedAt: number,
  now: number,
): Outcome<Outputs> {
  return {
    kind: 'unchanged',
    headline: `Dry run: deployment ${deployment.id} (${deployment.status}) is active in group ${group.name} and would ${ours ? 'be followed' : 'have to end first'}.`,
    outputs: {
      ...quiet(startedAt, now),
      'previous-task-definition-arn': service === undefined ? undefined : servingRevision(service),
      'task-definition-arn': revision?.arn,
    },
  };
}

function show({ progress }: World, order: DeploymentOrder): void {
  progress.report({ type: 'document', title: 'AppSpec', language: 'json', text: order.appSpec });
  progress.report({
    type: 'note',
    text: `${formatRevision(order.previous)} -> ${formatRevision(order.revision)} through ${order.application}/${order.group}${order.config === undefined ? '' : ` with ${order.config}`}; waiting until ${order.waitUntil}, at most ${Math.ceil(order.budget.totalMs / 60_000)} min (${order.budget.reason}).`,
  });
}

function quiet(
  startedAt: number,
  now: number,
): Pick<Outputs, 'rolled-back' | 'superseded' | 'duration-seconds'> {
  return {
    'rolled-back': false,
    superseded: false,
    'duration-seconds': Math.round((now - startedAt) / 100) / 10,
  };
}

function outcome(order: DeploymentOrder, conclusion: Conclusion, { aws }: World): Outcome<Outputs> {
  const { kind, headline, remedy, findings, summary, deploymentId: id } = conclusion;
  const outputs: Outputs = {
    'deployment-id': id,
    'codedeploy-deployment-id': id,
    'deployment-status': conclusion.status,
    'rolled-back': conclusion.rolledBack,
    'rollback-deployment-id': conclusion.rollbackDeploymentId,
    'previous-task-definition-arn': order.previous,
    'task-definition-arn': order.revision,
    superseded: conclusion.superseded,
    'traffic-shifted-at':
      conclusion.shiftedAt === undefined ? undefined : new Date(conclusion.shiftedAt).toISOString(),
    'duration-seconds': Math.round((conclusion.endedAt - conclusion.startedAt) / 100) / 10,
  };
  if (kind === 'succeeded') return { kind, headline, summary, outputs };
  const link = id === undefined ? {} : { link: consoleLink(aws.region, { kind: 'deployment', id }) };
  return { kind, headline, remedy, findings, summary, outputs, ...link };
}
