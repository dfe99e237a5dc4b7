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
import { createDeployment, type Creation } from '../deployment/create.ts';
import { describeService, environmentOf, requireName } from '../deployment/environment.ts';
import { findGroup } from '../deployment/find-group.ts';
import { observe } from '../deployment/observe.ts';
import { checkCredentials } from '../credentials.ts';
import type { World } from '../world.ts';
import { hasShifted, ownRollback } from './adopt.ts';
import { chosenRevision, impossible, isSame, show, whyThere, worthALook, type Shown } from './choose.ts';
import { readHistory } from './history.ts';
import type { inputs } from './inputs.ts';
import { facts, outcome } from './conclude.ts';
import type { Outputs } from './outputs.ts';
import { describeActive, follow, type Situation } from './under-way.ts';
import { inspect, inspectAll } from './inspect.ts';
import { keepImages } from './keep.ts';
import { plan } from './plan.ts';
import { resolveGoal } from './resolve.ts';
import { findCopy, revive } from './revive.ts';
import { takeBackActive } from './take-back.ts';

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
  let service = await serviceOf(world, environment);
  // Before anything is stopped, so that a goal that does not exist changes nothing.
  const goal =
    given.to === undefined
      ? undefined
      : await resolveGoal(world, given.to, servingRevision(service), await readHistory(aws, group, service));
  for (let round = 0; ; round++) {
    const active = await activeOf(world, group);
    if (active !== undefined) {
      const own = await ownRollback(world, active, service);
      const arriving = own !== undefined && (goal === undefined || isSame(goal, own)) ? own : undefined;
      const wanted = arriving ?? goal;
      // Users are where they should be, and only the old tasks' end is outstanding.
      const arrived =
        wanted !== undefined && hasShifted(active, service) && isSame(wanted, servingRevision(service));
      if (given['dry-run'] || (arrived && given['wait-until'] !== 'completed')) {
        return await describeActive(world, { environment, group, service, goal, intervalMs }, active, {
          arriving,
          arrived,
        });
      }
      if (arriving !== undefined || arrived) {
        return await follow(
          given,
          world,
          { environment, group, service, goal, intervalMs },
          active,
          wanted ?? servingRevision(service),
        );
      }
      const back = await takeBackActive(world, { environment, active, service, intervalMs, limitMs });
      service = await serviceOf(world, environment);
      if (back === undefined) continue;
      // With a goal of its own, going back to where the deployment started is only half the way.
      if (goal === undefined || back.kind !== 'succeeded' || isSame(goal, servingRevision(service)))
        return back;
      continue;
    }
    const result = await goBack(given, world, { environment, group, service, goal, intervalMs });
    if (result.kind !== 'busy') return result;
    await pauseBusy(world, round, intervalMs, result.message);
    service = await serviceOf(world, environment);
  }
}

/** No deployment is under way: a new one goes to the goal. */
async function goBack(
  given: Inputs<typeof inputs>,
  world: World,
  situation: Situation,
): Promise<Outcome<Outputs> | Extract<Creation, { kind: 'busy' }>> {
  const { aws, clock, progress } = world;
  const { environment, goal, group, intervalMs, service } = situation;
  const serving = servingRevision(service);
  const history = await readHistory(aws, group, service);
  const judged = rollbackTarget(history, {
    revision: serving,
    deployment: primaryTaskSet(service)?.externalId,
  });
  const dryRun = given['dry-run'];
  const label = formatRevision(serving);
  const there = whyThere(judged, goal, serving);
  const inspections = new Map(dryRun ? await inspectAll(aws, worthALook(history, judged, goal)) : []);
  if (there !== undefined) {
    const shown = show(world, history, judged, { goal, inspections });
    return unchanged(serving, there, shown);
  }
  const revision = goal ?? chosenRevision(world, history, judged, { group, serving, inspections });
  const inspection = inspections.get(formatRevision(revision)) ?? (await inspect(aws, revision));
  if (inspection.kind === 'impossible') {
    throw await impossible(world, { revision, inspection, history, judged });
  }
  inspections.set(formatRevision(revision), inspection);
  const shown = show(world, history, judged, { goal, inspections });
  for (const doubt of inspection.doubts) progress.report({ type: 'warning', text: `Not certain: ${doubt}.` });
  const copy = inspection.kind === 'copy' ? await findCopy(aws, inspection.registered) : undefined;
  if (copy === serving)
    return unchanged(
      serving,
      `${label}, a copy of ${formatRevision(revision)}, already serves production.`,
      shown,
    );
  const past = history.find(
    (one) =>
      one.deployment.status === 'Succeeded' && one.revision !== undefined && isSame(one.revision, revision),
  );
  const config = given['codedeploy-deployment-config'];
  const request = {
    revision,
    pastAppSpec: past === undefined ? undefined : await aws.deployments.appSpec(past.deployment),
    config,
    waitUntil: given['wait-until'],
    waitForMinutes: given['wait-for-minutes'],
    intervalMs,
  };
  const observed = await observe(aws, { environment, group, revision, config });
  // Everything that stands in the way is said before a copy is registered.
  let order = plan(request, observed, world.run);
  if (service.desired === 0) {
    progress.report({
      type: 'warning',
      text: `Service ${service.name} has a desired count of 0: the rollback will succeed without a task having run.`,
    });
  }
  await checkCredentials(world, 'the rollback', order.budget);
  if (dryRun) {
    progress.report({ type: 'document', title: 'AppSpec', language: 'json', text: order.appSpec });
    const as =
      inspection.kind === 'copy'
        ? ` (as ${copy === undefined ? 'a copy, since it is' : `its copy ${formatRevision(copy)}, since it is`} ${inspection.registered.status})`
        : '';
    return unchanged(
      serving,
      `Dry run: ${formatRevision(revision)}${as} would replace ${label} through ${order.application}/${order.group}.`,
      shown,
    );
  }
  const startedAt = clock.now();
  try {
    if (inspection.kind === 'copy') {
      const arn = copy ?? (await revive(world, inspection.registered));
      order = plan(request, await observe(aws, { environment, group, revision: arn, config }), world.run);
    }
    progress.report({ type: 'document', title: 'AppSpec', language: 'json', text: order.appSpec });
    const created = await createDeployment(world, order);
    if (created.kind === 'busy') return created;
    const conclusion = await carryOut(world, order, created.id, startedAt);
    if (conclusion.kind === 'succeeded') await keepImages(world, service.name, inspection.registered);
    return await outcome(world, order, conclusion, shown, inspection.registered.arn);
  } catch (error) {
    if (!world.signal.aborted) throw error;
    const conclusion = await cancelCreation(world, order, startedAt);
    return await outcome(world, order, conclusion, shown, inspection.registered.arn);
  }
}

function unchanged(serving: string, headline: string, shown: Shown): Outcome<Outputs> {
  return {
    kind: 'unchanged',
    headline,
    outputs: {
      'task-definition-arn': serving,
      'previous-task-definition-arn': serving,
      candidates: shown.json,
    },
    summary: [facts([['Serves', formatRevision(serving)]]), shown.table],
  };
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
