import { requireHere } from '../require-here.ts';
import { servingRevision } from '@cutover/domain/task/ecs-service';
import type { Inputs } from '@cutover/domain/inputs/input';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import type { ActiveDeployment, Creation, Engine } from '../deployment/engine.ts';
import { ALL_ENGINES, ENGINES, findEngine, requireService } from '../deployment/engine-for.ts';
import type { EngineKind } from '../deployment/engine-kind.ts';
import { cancelCreation } from '../deployment/cancel.ts';
import { carryOut } from '../deployment/carry-out.ts';
import { Pursuit } from '../deployment/pursuit.ts';
import { describeService, environmentOf } from '../deployment/environment.ts';
import type { DeploymentOrder } from '../deployment/order.ts';
import { takeAwayLeftovers } from '../leftovers/take-away.ts';
import { proveServing } from '../deployment/prove-serving.ts';
import type { Surroundings } from '../deployment/surroundings.ts';
import { withScalingHold, type ScalingHold } from '../scaling/hold.ts';
import { testAddress } from '../deployment/test-address.ts';
import { checkCredentials } from '../credentials.ts';
import { tellPages, tellVersions } from '../told-versions.ts';
import type { World } from '../world.ts';
import { adopt } from './adopt.ts';
import { decide } from './decide.ts';
import { refuseDowngrade, servedCommit } from './downgrade.ts';
import type { inputs } from './inputs.ts';
import { makeWay } from './make-way.ts';
import { outcomeOf, quiet, type DeploymentOutputs } from './outputs.ts';
import { planBlueGreen, type BlueGreenRequest } from './plan.ts';
import { readRequest } from './request.ts';
import type { RunOne } from './services/run-one.ts';
import { ALONE, type Start } from './services/starting-line.ts';
import { prolongPage, showService } from './show-service.ts';
import { deployTogether } from './services/together.ts';

export type { DeploymentOutputs } from './outputs.ts';

type Given = Inputs<typeof inputs>;

/** Deploys one revision and follows it to the milestone, or back; or decides about a deployment that waits. */
export async function run(given: Given, world: World): Promise<Outcome<DeploymentOutputs>> {
  return await runAmong(ENGINES, given, world);
}

/** The same for a service of any deployment controller that an engine serves. */
export async function runByAnyEngine(given: Given, world: World): Promise<Outcome<DeploymentOutputs>> {
  return await runAmong(ALL_ENGINES, given, world);
}

async function runAmong(
  engines: readonly EngineKind[],
  given: Given,
  world: World,
): Promise<Outcome<DeploymentOutputs>> {
  const one: RunOne = async (own, world, start) => await runOne(engines, own, world, start);
  return given.services.length === 0 ? await one(given, world) : await deployTogether(given, world, one);
}

/** One service; `start` tells when its deployment may be created. */
async function runOne(
  engines: readonly EngineKind[],
  given: Given,
  world: World,
  start: Start = ALONE,
): Promise<Outcome<DeploymentOutputs>> {
  const suspends = given['suspend-auto-scaling'] && !given['dry-run'];
  return await withScalingHold(world, suspends, async (scaling) => {
    const request = await readRequest(given, world);
    return given.mode === 'deploy'
      ? await deploy(engines, given, request, world, scaling, start)
      : await decide(given, request, world, scaling, engines);
  });
}

async function deploy(
  engines: readonly EngineKind[],
  given: Given,
  request: BlueGreenRequest,
  world: World,
  scaling: ScalingHold,
  start: Start,
): Promise<Outcome<DeploymentOutputs>> {
  const { aws, clock } = world;
  const startedAt = clock.now();
  const { intervalMs } = request;
  const arns = { 'Input task-definition-arn': request.revision };
  requireHere(aws, arns);
  const environment = await environmentOf(aws, given);
  const service = await describeService(aws, environment);
  requireService(service, environment, engines);
  requireHere(aws, arns, service.arn);
  scaling.of(environment);
  const engine = await findEngine(world, environment, service, request.engine, engines);
  const place = { environment, service, productionListener: engine.listeners.production };
  const leftovers = await takeAwayLeftovers(world, place, {
    dryRun: given['dry-run'],
    onlyPage: given['suspend-auto-scaling'],
  });
  for (let round = 0; ; round++) {
    const observed = await engine.observe(request.revision, round === 0 ? service : undefined);
    const address = await addressFor(request, observed, world);
    const active = await engine.active(observed.revision?.arn ?? request.revision, { fresh: round > 0 });
    if (active !== undefined && given['dry-run'])
      return dryWait(active, engine, observed, startedAt, clock.now());
    if (active !== undefined) {
      const adopted = adopt(active, engine, request, observed, world, address);
      if (adopted !== undefined) {
        start.arrive();
        await scaling.suspend(adopted.budget.totalMs);
        start.follow(engine, active.deployment.id);
        const end = await carryOut(new Pursuit(world, engine, adopted, active.deployment.id, startedAt));
        await showService(request, observed, end, world);
        return outcomeOf(adopted, end, engine);
      }
      await clearWay(given, world, engine, active, observed);
      continue;
    }
    const decided = planBlueGreen(engine, request, observed, address);
    if (decided.kind === 'unchanged') {
      return await alreadyServing(world, engine, observed, decided.revision, intervalMs, startedAt);
    }
    const { order } = decided;
    const replaced = given['allow-downgrade'] ? undefined : await servedCommit(world, order.previous);
    tellVersions(world, replaced?.version ?? { revision: order.previous }, {
      revision: order.revision,
      image: observed.revision?.image,
      commit: world.run.commit || undefined,
    });
    tellPages(world, environment, observed.revision);
    if (replaced?.newest !== undefined) await refuseDowngrade(world, replaced.newest, given['github-token']);
    show(world, order);
    await checkCredentials(world, 'the deployment', order.budget);
    if (given['dry-run']) return dryRun(order, startedAt, clock.now());
    await start.permit();
    if (leftovers.ownPage) await prolongPage(world, place, order);
    await scaling.suspend(order.budget.totalMs);
    let created: Creation;
    const createdAt = clock.now();
    try {
      created = await engine.create(order);
    } catch (error) {
      if (!world.signal.aborted) throw error;
      return outcomeOf(order, await cancelCreation(world, engine, order, createdAt), engine);
    }
    // Somebody was faster: the next round waits for that deployment, or fails because of it.
    if (created.kind === 'busy') {
      await engine.pauseBusy(round, intervalMs, created.message);
      continue;
    }
    start.follow(engine, created.id);
    const end = await carryOut(new Pursuit(world, engine, order, created.id, createdAt), observed.service);
    await showService(request, observed, end, world);
    return outcomeOf(order, end, engine);
  }
}

/** PRIMARY runs the revision already. That alone is no success: its targets have to serve. */
async function alreadyServing(
  world: World,
  engine: Engine,
  observed: Surroundings,
  revision: string,
  intervalMs: number,
  startedAt: number,
): Promise<Outcome<DeploymentOutputs>> {
  const label = formatRevision(revision);
  tellVersions(world, { revision }, { revision, image: observed.revision?.image });
  tellPages(world, observed.environment, observed.revision);
  const outputs = (): DeploymentOutputs => ({
    ...quiet(startedAt, world.clock.now()),
    'previous-task-definition-arn': revision,
    'task-definition-arn': revision,
  });
  const proven = await proveServing(world, engine, observed, revision, intervalMs);
  return proven.kind === 'settled'
    ? {
        kind: 'unchanged',
        what: `${label} already serves production; nothing was deployed.`,
        outputs: outputs(),
      }
    : {
        kind: 'failed',
        what: `${label} is PRIMARY and nothing was deployed, but it does not serve production: ${proven.reason}.`,
        fix: `Run the diagnose action to learn why. To bring back the version before, ${engine.words.goBack()}; a deployment of the same revision would change nothing.`,
        findings: [],
        outputs: outputs(),
      };
}

/** Only gates that ask over HTTP need to know where. */
async function addressFor(
  { gate }: BlueGreenRequest,
  { environment, test }: Surroundings,
  world: World,
): Promise<string | undefined> {
  if (gate === undefined || gate.kind === 'health' || gate.url !== undefined) return undefined;
  return await testAddress(world, environment, test, gate.kind === 'http');
}

/** A deployment that another run made is under way. */
async function clearWay(
  given: Given,
  world: World,
  engine: Engine,
  { deployment }: ActiveDeployment,
  observed: Surroundings,
): Promise<void> {
  const mode = given['on-active-deployment'];
  const { commit } = deployment.marks;
  // A waiting deployment is checked when its turn has come. One that would be refused must not stop a newer commit first.
  if (mode === 'stop' && commit !== undefined && !given['allow-downgrade']) {
    await refuseDowngrade(
      world,
      { what: `deployment ${deployment.id}, which is under way`, commit },
      given['github-token'],
    );
  }
  const minutes = given['wait-for-active-minutes'];
  const budget = engine.budget(observed, { waitUntil: 'completed', hooks: 0, minutes });
  await makeWay(world, engine, deployment, {
    mode,
    budget: minutes === undefined ? budget : { ...budget, reason: `wait-for-active-minutes ${minutes}` },
    intervalMs: given['poll-interval-seconds'] * 1000,
  });
}

/** In the middle of a shift nothing but that can be told. */
function dryWait(
  { deployment, ours }: ActiveDeployment,
  { shortLabel }: Engine,
  { service, revision }: Surroundings,
  startedAt: number,
  now: number,
): Outcome<DeploymentOutputs> {
  return {
    kind: 'unchanged',
    what: `Dry run: deployment ${deployment.id} (${deployment.status}) is active in ${shortLabel} and would ${ours ? 'be followed' : 'have to end first'}.`,
    outputs: {
      ...quiet(startedAt, now),
      'previous-task-definition-arn': service === undefined ? undefined : servingRevision(service),
      'task-definition-arn': revision?.arn,
    },
  };
}

function dryRun(order: DeploymentOrder, startedAt: number, now: number): Outcome<DeploymentOutputs> {
  return {
    kind: 'unchanged',
    what: `Dry run: ${formatRevision(order.revision)} would replace ${formatRevision(order.previous)} through ${order.through}.`,
    outputs: {
      ...quiet(startedAt, now),
      'previous-task-definition-arn': order.previous,
      'task-definition-arn': order.revision,
    },
    summary: [{ kind: 'code', ...order.document }],
  };
}

function show({ progress }: World, order: DeploymentOrder): void {
  const { document, gate, manner, through, warnings } = order;
  progress.report({ type: 'document', ...document });
  progress.report({
    type: 'note',
    text: `${formatRevision(order.previous)} -> ${formatRevision(order.revision)} through ${through}${manner === undefined ? '' : ` with ${manner}`}${gate === undefined ? '' : ` and a ${gate.kind} gate`}; waiting until ${order.waitUntil}, at most ${Math.ceil(order.budget.totalMs / 60_000)} min (${order.budget.reason}).`,
  });
  for (const what of warnings) progress.report({ type: 'warning', what });
}
