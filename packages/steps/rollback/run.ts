import type { RegisteredTaskDefinition } from '@cutover/aws/ecs/task-definitions';
import { requireHere } from '../require-here.ts';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import type { Inputs } from '@cutover/domain/inputs/input';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import { cancelCreation } from '../deployment/cancel.ts';
import { carryOut } from '../deployment/carry-out.ts';
import { Pursuit } from '../deployment/pursuit.ts';
import type { Creation, Engine } from '../deployment/engine.ts';
import { ALL_ENGINES, findEngine, readEngineOptions, requireService } from '../deployment/engine-for.ts';
import { describeService, environmentOf, requireName } from '../deployment/environment.ts';
import { checkCredentials } from '../credentials.ts';
import { takeAwayLeftovers } from '../leftovers/take-away.ts';
import type { Watch } from '../deployment/order.ts';
import { servedVersion, tellPages, tellVersions, versionOf } from '../told-versions.ts';
import type { World } from '../world.ts';
import { hasShifted, ownRollback } from './adopt.ts';
import { chosenRevision, impossible, isSame, show, whyThere, worthALook, type Shown } from './choose.ts';
import { SHOWN } from './candidates.ts';
import { inputs } from './inputs.ts';
import { facts, outcome } from './conclude.ts';
import type { RollbackOutputs } from './outputs.ts';
import { describeActive, follow, type Situation } from './under-way.ts';
import { inspect, inspectAll } from './inspect.ts';
import { keepImages } from './keep.ts';
import { planRollback } from './plan.ts';
import { resolveGoal } from './resolve.ts';
import { findCopy, revive } from './revive.ts';
import { judge, survey, type Survey } from './survey.ts';
import { takeBackActive } from './take-back.ts';
import { madeBy, nothingOwned, requireRun, type Owns } from './this-run.ts';
import { servingArn } from './serving.ts';

/** Inputs for an engine that nobody gave: a service of another engine does not follow them. */
const DEFAULTS = { 'codedeploy-deployment-config': inputs['codedeploy-deployment-config'].default };

/** Goes back: stops a deployment that is under way, or deploys the last revision that was good. */
export async function run(given: Inputs<typeof inputs>, world: World): Promise<Outcome<RollbackOutputs>> {
  const onlyThisRun = given['only-this-run'];
  if (onlyThisRun) requireRun(world.run);
  return await rollBack(given, world, onlyThisRun ? madeBy(world.run) : undefined);
}

/** @param owns deployments that may be taken back; without it, whatever is under way or serves */
export async function rollBack(
  given: Inputs<typeof inputs>,
  world: World,
  owns?: Owns,
): Promise<Outcome<RollbackOutputs>> {
  requireName(given);
  const { aws } = world;
  const arns = { 'Input to': given.to };
  requireHere(aws, arns);
  const environment = await environmentOf(aws, given);
  const found = await describeService(aws, environment);
  requireService(found, environment, ALL_ENGINES);
  requireHere(aws, arns, found.arn);
  const options = await readEngineOptions(given, world, DEFAULTS);
  const engine = await findEngine(world, environment, found, options, ALL_ENGINES);
  const intervalMs = given['poll-interval-seconds'] * 1000;
  const limitMs = given['wait-for-minutes'] === undefined ? undefined : given['wait-for-minutes'] * 60_000;
  let service = await serviceOf(world, engine, environment);
  const productionListener = engine.listeners.production;
  await takeAwayLeftovers(world, { environment, service, productionListener }, { dryRun: given['dry-run'] });
  // Before anything is stopped, so that a goal that does not exist changes nothing.
  const goal =
    given.to === undefined
      ? undefined
      : await resolveGoal(world, given.to, servingArn(engine, service), await engine.history(service, SHOWN));
  /** How an owned deployment was taken back, while an earlier one may serve. */
  let taken: Outcome<RollbackOutputs> | undefined;
  for (let round = 0; ; round++) {
    const active = await engine.underWay();
    if (owns !== undefined) {
      const found = await survey(world, { environment, engine, intervalMs }, service);
      service = found.service;
      const nothing = nothingOwned(owns, engine, found.history, service, active);
      if (nothing !== undefined) return nothingToUndo(world, engine, found, nothing, taken);
    }
    if (active !== undefined) {
      const own = await ownRollback(engine, active, service);
      const arriving = own !== undefined && (goal === undefined || isSame(goal, own)) ? own : undefined;
      const wanted = arriving ?? goal;
      // Users are where they should be, and only the old tasks' end is outstanding.
      const arrived =
        wanted !== undefined &&
        hasShifted(engine, active, service) &&
        isSame(wanted, servingArn(engine, service));
      if (given['dry-run'] || (arrived && given['wait-until'] !== 'completed')) {
        return await describeActive(world, { environment, engine, service, goal, intervalMs }, active, {
          arriving,
          arrived,
        });
      }
      if (arriving !== undefined || arrived) {
        return await follow(
          given,
          world,
          { environment, engine, service, goal, intervalMs },
          active,
          wanted ?? servingArn(engine, service),
        );
      }
      const back = await takeBackActive(world, { environment, engine, active, service, intervalMs, limitMs });
      service = await serviceOf(world, engine, environment);
      if (back === undefined) continue;
      if (back.kind !== 'succeeded') return back;
      // With a goal of its own, going back to where the deployment started is only half the way.
      if (goal === undefined ? owns === undefined : isSame(goal, servingArn(engine, service))) return back;
      taken = back;
      continue;
    }
    const result = await goBack(given, world, { environment, engine, service, goal, intervalMs }, owns);
    if (result.kind !== 'busy') return result;
    await engine.pauseBusy(round, intervalMs, result.message);
    service = await serviceOf(world, engine, environment);
  }
}

/** No deployment is under way: a new one goes to the goal. */
async function goBack(
  given: Inputs<typeof inputs>,
  world: World,
  situation: Situation,
  owns: Owns | undefined,
): Promise<Outcome<RollbackOutputs> | Extract<Creation, { kind: 'busy' }>> {
  const { aws, clock, progress } = world;
  const { engine, goal, intervalMs } = situation;
  const found =
    goal === undefined
      ? await survey(world, situation, situation.service)
      : { service: situation.service, history: await engine.history(situation.service, SHOWN) };
  const { history, service } = found;
  const serving = servingArn(engine, service);
  const judged = judge(engine, found, owns);
  const dryRun = given['dry-run'];
  const label = formatRevision(serving);
  const there = whyThere(judged, goal, serving);
  const inspections = new Map(dryRun ? await inspectAll(aws, worthALook(history, judged, goal)) : []);
  if (there !== undefined) {
    const shown = show(world, engine, history, judged, { goal, inspections });
    return unchanged(serving, there, shown);
  }
  const revision = goal ?? chosenRevision(world, history, judged, { engine, serving, inspections });
  const inspection = inspections.get(formatRevision(revision)) ?? (await inspect(aws, revision));
  if (inspection.kind === 'impossible') {
    throw await impossible(world, engine, { revision, inspection, history, judged });
  }
  inspections.set(formatRevision(revision), inspection);
  const shown = show(world, engine, history, judged, { goal, inspections });
  for (const doubt of inspection.doubts) progress.report({ type: 'warning', what: `Not certain: ${doubt}.` });
  const copy = inspection.kind === 'copy' ? await findCopy(aws, inspection.registered) : undefined;
  if (copy === serving)
    return unchanged(
      serving,
      `${label}, a copy of ${formatRevision(revision)}, already serves production.`,
      shown,
    );
  const past = history.find(
    (one) =>
      one.deployment.ended === 'succeeded' && one.revision !== undefined && isSame(one.revision, revision),
  );
  const request = {
    revision,
    container: past === undefined ? {} : await engine.containerOf(past.deployment),
    waitUntil: given['wait-until'],
    waitForMinutes: given['wait-for-minutes'],
    intervalMs,
  };
  const observed = await engine.observe(revision);
  // Everything that stands in the way is said before a copy is registered.
  let order = planRollback(engine, request, observed);
  if (service.desired === 0) {
    progress.report({
      type: 'warning',
      what: `Service ${service.name} has a desired count of 0: the rollback will succeed without a task having run.`,
    });
  }
  await checkCredentials(world, 'the rollback', order.budget);
  if (dryRun) {
    await tellGoal(world, order, inspection.registered, situation.environment);
    progress.report({ type: 'document', ...order.document });
    const as =
      inspection.kind === 'copy'
        ? ` (as ${copy === undefined ? 'a copy, since it is' : `its copy ${formatRevision(copy)}, since it is`} ${inspection.registered.status})`
        : '';
    return unchanged(
      serving,
      `Dry run: ${formatRevision(revision)}${as} would replace ${label} through ${order.through}.`,
      shown,
    );
  }
  progress.report({
    type: 'note',
    text: `Going back from ${label}${deploymentOf(engine, service)} to ${formatRevision(revision)}${past === undefined ? '' : ` (deployment ${past.deployment.id})`}.`,
  });
  const startedAt = clock.now();
  try {
    if (inspection.kind === 'copy') {
      const arn = copy ?? (await revive(world, inspection.registered));
      order = planRollback(engine, request, await engine.observe(arn));
    }
    await tellGoal(world, order, inspection.registered, situation.environment);
    progress.report({ type: 'document', ...order.document });
    const created = await engine.create(order);
    if (created.kind === 'busy') return created;
    const conclusion = await carryOut(new Pursuit(world, engine, order, created.id, startedAt));
    if (conclusion.kind === 'succeeded') await keepImages(world, service.name, inspection.registered);
    return await outcome(world, engine, order, conclusion, shown, inspection.registered.arn);
  } catch (error) {
    if (!world.signal.aborted) throw error;
    const conclusion = await cancelCreation(world, engine, order, startedAt);
    return await outcome(world, engine, order, conclusion, shown, inspection.registered.arn);
  }
}

/** Tells the versions of both sides, and where to look. */
async function tellGoal(
  world: World,
  { previous, revision }: Watch,
  registered: RegisteredTaskDefinition,
  environment: Environment,
): Promise<void> {
  // A copy has a name of its own, and everything else of its original.
  tellVersions(world, await servedVersion(world, previous), {
    ...versionOf(registered, world.run),
    revision,
  });
  tellPages(world, environment);
}

/** ` (deployment d-1)`; nothing for the tasks with which the service was created. */
function deploymentOf(engine: Engine, service: ServiceState): string {
  const id = engine.servingDeployment(service);
  return id === undefined ? '' : ` (deployment ${id})`;
}

function unchanged(serving: string, what: string, shown: Shown): Outcome<RollbackOutputs> {
  return {
    kind: 'unchanged',
    what,
    outputs: {
      'task-definition-arn': serving,
      'previous-task-definition-arn': serving,
      'rolled-back': false,
      candidates: shown.json,
    },
    summary: [facts([['Serves', formatRevision(serving)]]), shown.table],
  };
}

/** Nothing that is owned serves, or no longer since `taken`. */
function nothingToUndo(
  world: World,
  engine: Engine,
  found: Survey,
  why: string,
  taken: Outcome<RollbackOutputs> | undefined,
): Outcome<RollbackOutputs> {
  if (taken !== undefined) return taken;
  const shown = show(world, engine, found.history, judge(engine, found), {});
  return unchanged(servingArn(engine, found.service), `Nothing to take back: ${why}.`, shown);
}

async function serviceOf({ aws }: World, engine: Engine, environment: Environment): Promise<ServiceState> {
  const service = await aws.services.describe(environment.cluster, environment.service);
  requireService(service, environment, ALL_ENGINES);
  engine.requireServing(service);
  return service;
}
