import { isTerminal } from '@cutover/domain/deployment';
import { deploymentBudget } from '@cutover/domain/deployment-budget';
import { commitOf } from '@cutover/domain/deployment-description';
import { servingRevision } from '@cutover/domain/ecs-service';
import type { Inputs } from '@cutover/domain/inputs';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import { findActive, pauseBusy, type ActiveDeployment } from '../deployment/active.ts';
import { cancelCreation } from '../deployment/cancel.ts';
import { carryOut } from '../deployment/carry-out.ts';
import { requireService } from '../deployment/check.ts';
import { createDeployment, type Creation } from '../deployment/create.ts';
import { describeService, environmentOf } from '../deployment/environment.ts';
import { findGroup } from '../deployment/find-group.ts';
import { observe, type Observed } from '../deployment/observe.ts';
import type { DeploymentOrder } from '../deployment/order.ts';
import { withScalingHold, type ScalingHold } from '../deployment/suspended-scaling.ts';
import { testAddress } from '../deployment/test-address.ts';
import { checkCredentials } from '../credentials.ts';
import type { World } from '../world.ts';
import { adopt } from './adopt.ts';
import { decide } from './decide.ts';
import { refuseDowngrade, servedCommit } from './downgrade.ts';
import type { inputs } from './inputs.ts';
import { makeWay } from './make-way.ts';
import { outcomeOf, quiet, type Outputs } from './outputs.ts';
import { plan, type Request } from './plan.ts';
import { readRequest } from './request.ts';
import { ALONE, type Start } from './services/starting-line.ts';
import { showService } from './show-service.ts';
import { deployTogether } from './services/together.ts';

export type { Outputs } from './outputs.ts';

type Given = Inputs<typeof inputs>;

/** Deploys one revision by CodeDeploy and follows it to the milestone, or back; or decides about a deployment that waits. */
export async function run(given: Given, world: World): Promise<Outcome<Outputs>> {
  return given.services.length === 0
    ? await runOne(given, world)
    : await deployTogether(given, world, runOne);
}

/** One service; `start` tells when its deployment may be created. */
async function runOne(given: Given, world: World, start: Start = ALONE): Promise<Outcome<Outputs>> {
  const suspends = given['suspend-auto-scaling'] && !given['dry-run'];
  return await withScalingHold(world, suspends, async (scaling) => {
    const request = await readRequest(given, world);
    return given.mode === 'deploy'
      ? await deploy(given, request, world, scaling, start)
      : await decide(given, request, world, scaling);
  });
}

async function deploy(
  given: Given,
  request: Request,
  world: World,
  scaling: ScalingHold,
  start: Start,
): Promise<Outcome<Outputs>> {
  const { aws, clock } = world;
  const startedAt = clock.now();
  const environment = await environmentOf(aws, given);
  const service = await describeService(aws, environment);
  requireService(service, environment);
  scaling.of(environment);
  const group = await findGroup(aws, environment, {
    application: given['codedeploy-application'],
    group: given['codedeploy-deployment-group'],
  });
  for (let round = 0; ; round++) {
    const observed = await observe(aws, {
      environment,
      group,
      revision: request.revision,
      config: request.config,
      ...(round === 0 ? { service } : {}),
    });
    const address = await addressFor(request, observed, world);
    // What the group tells is a moment old; should it be wrong, CodeDeploy refuses to run two.
    const free = round === 0 && (group.newestStatus === undefined || isTerminal(group.newestStatus));
    const active = free
      ? undefined
      : await findActive(world, group, observed.revision?.arn ?? request.revision);
    if (active !== undefined && given['dry-run']) return dryWait(active, observed, startedAt, clock.now());
    if (active !== undefined) {
      const adopted = adopt(active, request, observed, world, address);
      if (adopted !== undefined) {
        start.arrive();
        await scaling.suspend();
        const end = await carryOut(world, adopted, active.deployment.id, startedAt);
        await showService(request, observed, end, world);
        return outcomeOf(adopted, end, world);
      }
      await clearWay(given, world, active, observed);
      continue;
    }
    const decided = plan(request, observed, world.run, address);
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
    if (!given['allow-downgrade']) {
      const newest = await servedCommit(world, order.previous);
      if (newest !== undefined) await refuseDowngrade(world, newest, given['github-token']);
    }
    show(world, order);
    await checkCredentials(world, 'the deployment', order.budget);
    if (given['dry-run']) return dryRun(order, startedAt, clock.now());
    await start.permit();
    await scaling.suspend();
    let created: Creation;
    const createdAt = clock.now();
    try {
      created = await createDeployment(world, order);
    } catch (error) {
      if (!world.signal.aborted) throw error;
      return outcomeOf(order, await cancelCreation(world, order, createdAt), world);
    }
    // Somebody was faster: the next round waits for that deployment, or fails because of it.
    if (created.kind === 'busy') {
      await pauseBusy(world, round, request.intervalMs, created.message);
      continue;
    }
    const end = await carryOut(world, order, created.id, createdAt, observed.service);
    await showService(request, observed, end, world);
    return outcomeOf(order, end, world);
  }
}

/** Only gates that ask over HTTP need to know where. */
async function addressFor(
  { gate }: Request,
  { environment, test }: Observed,
  world: World,
): Promise<string | undefined> {
  if (gate === undefined || gate.kind === 'health' || gate.url !== undefined) return undefined;
  return await testAddress(world, environment, test, gate.kind === 'http');
}

/** A deployment of somebody else holds the group. */
async function clearWay(
  given: Given,
  world: World,
  { deployment }: ActiveDeployment,
  { group, config }: Observed,
): Promise<void> {
  const mode = given['on-active-deployment'];
  const commit = commitOf(deployment.description);
  // What waits is checked when its turn has come; what stops a newer commit would do so for nothing.
  if (mode === 'stop' && commit !== undefined && !given['allow-downgrade']) {
    await refuseDowngrade(
      world,
      { what: `deployment ${deployment.id}, which is under way`, commit },
      given['github-token'],
    );
  }
  const minutes = given['wait-for-active-minutes'];
  const budget = deploymentBudget({
    group,
    routing: config?.routing ?? { type: 'AllAtOnce' },
    waitUntil: 'completed',
    hooks: 0,
    minutes,
  });
  await makeWay(world, deployment, {
    mode,
    group: group.name,
    budget: minutes === undefined ? budget : { ...budget, reason: `wait-for-active-minutes ${minutes}` },
    intervalMs: given['poll-interval-seconds'] * 1000,
  });
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

function dryRun(order: DeploymentOrder, startedAt: number, now: number): Outcome<Outputs> {
  return {
    kind: 'unchanged',
    headline: `Dry run: ${formatRevision(order.revision)} would replace ${formatRevision(order.previous)} through ${order.application}/${order.group}.`,
    outputs: {
      ...quiet(startedAt, now),
      'previous-task-definition-arn': order.previous,
      'task-definition-arn': order.revision,
    },
    summary: [{ kind: 'code', title: 'AppSpec', language: 'json', text: order.appSpec }],
  };
}

function show({ progress }: World, order: DeploymentOrder): void {
  const { autoRollbackEvents: events, gate } = order;
  progress.report({ type: 'document', title: 'AppSpec', language: 'json', text: order.appSpec });
  progress.report({
    type: 'note',
    text: `${formatRevision(order.previous)} -> ${formatRevision(order.revision)} through ${order.application}/${order.group}${order.config === undefined ? '' : ` with ${order.config}`}${gate === undefined ? '' : ` and a ${gate.kind} gate`}; waiting until ${order.waitUntil}, at most ${Math.ceil(order.budget.totalMs / 60_000)} min (${order.budget.reason}).`,
  });
  if (!events.includes('DEPLOYMENT_FAILURE')) {
    progress.report({
      type: 'warning',
      text: `auto-rollback-events lacks DEPLOYMENT_FAILURE: a deployment that fails by itself leaves production where it was then, perhaps half shifted.`,
    });
  }
  if (order.ignoreAlarms) {
    progress.report({ type: 'warning', text: 'ignore-alarms: no alarm stops this deployment.' });
  }
}
