import { consoleLink } from '@cutover/domain/console';
import type { DeploymentGroup } from '@cutover/domain/deployment';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { primaryTaskSet, type ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import { distinctStops, hasFailed, observeStops, type StoppedTask } from '@cutover/domain/failed-task';
import type { Finding } from '@cutover/domain/finding';
import type { Inputs } from '@cutover/domain/inputs';
import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import { groupName, type Entrance } from '@cutover/domain/target-verdict';
import { textTable } from '@cutover/domain/text-table';
import { wait } from '@cutover/domain/wait';
import { abortable } from '../deployment/abortable.ts';
import { describeService, environmentOf, requireName } from '../deployment/environment.ts';
import { findGroup } from '../deployment/find-group.ts';
import { expectationOf } from '../probe/inputs.ts';
import type { World } from '../world.ts';
import { addressOf } from './address.ts';
import { check, type Checked } from './check.ts';
import type { inputs } from './inputs.ts';
import { plan, probeUrl, type Plan, type Request } from './plan.ts';
import {
  alarmSection,
  factsOf,
  probeSection,
  remedyOf,
  reportedTargets,
  targetsAsJson,
  targetTable,
  type ReportedTarget,
} from './report.ts';
import { StateTimes } from './since.ts';

// eslint-disable-next-line typescript/consistent-type-definitions -- outputs need an index signature
export type Outputs = {
  /** Of the target group that has the fewest. */
  readonly 'healthy-count': number;
  /** Several are separated by commas. */
  readonly 'target-group-arn'?: string | undefined;
  readonly 'task-definition-arn'?: string | undefined;
  /** JSON: one object a target. */
  readonly targets: string;
};

/** Proves that what requests reach is healthy and of the expected revision, several looks in a row. */
export async function run(given: Inputs<typeof inputs>, world: World): Promise<Outcome<Outputs>> {
  requireName(given);
  const { aws } = world;
  const environment = await environmentOf(aws, given);
  const service = await describeService(aws, environment);
  const planned = plan(
    requestOf(given, await arnOf(world, given['task-definition-arn'])),
    environment,
    service,
  );
  const group = await groupOf(aws, environment, service, planned);
  const watched: Watched = { times: new StateTimes(), last: undefined, address: planned.probe?.base };
  try {
    return await conclude(world, planned, await watch(world, planned, group, watched), watched);
  } catch (error) {
    if (!world.signal.aborted) throw error;
    return {
      kind: 'cancelled',
      headline: 'Cancelled before the health of the targets was proven.',
      remedy: 'Run the job again; nothing was changed.',
      findings: [],
      outputs: outputsOf(planned, watched),
      summary: sectionsOf(planned, watched),
    };
  }
}

function requestOf(given: Inputs<typeof inputs>, revision: string | undefined): Request {
  return {
    role: given.listener,
    revision,
    listeners: given['listener-arn'],
    targetGroups: given['target-group-arn'],
    minHealthy: given['min-healthy'],
    consecutive: given.consecutive,
    waitForMinutes: given['wait-for-minutes'],
    intervalMs: given['poll-interval-seconds'] * 1000,
    url: given.url,
    path: given.path,
    hostHeader: given['host-header'],
    expected: expectationOf(given),
    count: given['probe-count'],
    concurrency: given['probe-concurrency'],
    alarms: given.alarms,
  };
}

/** Where the user says which listeners or target groups, a deployment group is welcome but not needed. */
async function groupOf(
  aws: World['aws'],
  environment: Environment,
  service: ServiceState | undefined,
  { listeners, targetGroups }: Plan,
): Promise<DeploymentGroup | undefined> {
  if (service?.controller !== 'CODE_DEPLOY') return undefined;
  try {
    return await findGroup(aws, environment, {});
  } catch (error) {
    if (error instanceof ConfigurationError && listeners.length + targetGroups.length > 0) return undefined;
    throw error;
  }
}

/** What was seen so far. */
interface Watched {
  readonly times: StateTimes;
  last: Checked | undefined;
  /** Where requests are sent; found once. */
  address: string | undefined;
}

type Proven =
  | { readonly kind: 'proven' }
  | { readonly kind: 'unproven'; readonly reason: string; readonly waitedMs: number };

async function watch(
  world: World,
  planned: Plan,
  group: DeploymentGroup | undefined,
  watched: Watched,
): Promise<Proven> {
  const { aws, clock, progress, signal } = world;
  const address = async (entrances: readonly Entrance[]): Promise<string> =>
    (watched.address ??= await addressOf(aws, entrances));
  let inARow = 0;
  let shown = '';
  const result = await wait(
    async () => {
      const checked = await abortable(signal, check(world, planned, group, address));
      watched.last = checked;
      watched.times.observe(checked.verdict, clock.now());
      const { trouble, verdict } = checked;
      const picture = JSON.stringify(
        verdict.groups.map(({ reason, targetGroup, targets }) => [
          targetGroup,
          reason,
          targets.map(({ id, reason, state }) => [id, state, reason]),
        ]),
      );
      if (picture !== shown) {
        shown = picture;
        for (const { healthy, targetGroup, targets } of verdict.groups) {
          if (targetGroup === undefined) continue;
          progress.report({
            type: 'target.health',
            targetGroup: groupName(targetGroup),
            healthy,
            wanted: planned.minHealthy ?? Math.max(checked.service.desired, 1),
            targets,
          });
        }
      }
      inARow = trouble === undefined ? inARow + 1 : 0;
      if (trouble !== undefined) progress.report({ type: 'note', text: `Not yet: ${trouble}` });
      if (inARow >= planned.consecutive) return { state: 'done', value: undefined };
      return { state: 'pending', reason: trouble ?? `healthy in ${inARow} of ${planned.consecutive} looks` };
    },
    { clock, signal, deadline: clock.now() + planned.limitMs, intervalMs: planned.intervalMs },
  );
  return result.kind === 'done'
    ? { kind: 'proven' }
    : { kind: 'unproven', reason: result.reason, waitedMs: result.waitedMs };
}

/** @throws ConfigurationError when there is no such revision */
async function arnOf({ aws }: World, revision: string | undefined): Promise<string | undefined> {
  if (revision === undefined || revision.startsWith('arn:')) return revision;
  const found = await aws.deployableRevisions.describe(revision);
  if (found !== undefined) return found.arn;
  throw new ConfigurationError({
    message: `Input task-definition-arn: there is no task definition ${revision}.`,
    remedy: 'Give an ARN or family:revision that exists in this account and region.',
  });
}

async function conclude(
  world: World,
  planned: Plan,
  proven: Proven,
  watched: Watched,
): Promise<Outcome<Outputs>> {
  const { last } = watched;
  const outputs = outputsOf(planned, watched);
  const targets = reportedTargets(last, watched.times);
  const table = targetTable(targets);
  if (targets.length > 0) {
    world.progress.report({
      type: 'document',
      title: table.title,
      language: 'text',
      text: textTable(table.header, table.rows),
    });
  }
  const summary = sectionsOf(planned, watched);
  if (proven.kind === 'proven') {
    return { kind: 'succeeded', headline: provenInWords(planned, watched), outputs, summary };
  }
  const arn = last?.verdict.groups.find(
    ({ ok, targetGroup }) => !ok && targetGroup !== undefined,
  )?.targetGroup;
  const failed = await failedTasks(world, last);
  const [stop] = distinctStops(failed);
  const stops =
    stop === undefined
      ? ''
      : ` ${stop.count} task${stop.count === 1 ? '' : 's'} stopped: ${stop.text.replace(/\.$/, '')}.`;
  return {
    // What takes its time only is no failure; what falls over again and again is one.
    kind: last?.verdict.warmingUp === true && failed.length === 0 ? 'timedOut' : 'failed',
    headline: `The health of ${formatRevision(planned.revision)} was not proven within ${Math.round(proven.waitedMs / 1000)} s: ${proven.reason}.${stops}`,
    remedy: last === undefined ? 'Run the job again.' : `${remedyOf(last)} This step changed nothing.`,
    findings: findingsOf(targets, failed),
    outputs,
    summary,
    link: consoleLink(
      world.aws.region,
      arn === undefined || last?.superseded === true
        ? { kind: 'service', cluster: planned.cluster, service: planned.service }
        : { kind: 'targetGroup', arn },
    ),
  };
}

function provenInWords(planned: Plan, { last, address }: Watched): string {
  const times = planned.consecutive === 1 ? 'once' : `${planned.consecutive} times in a row`;
  const round = last?.round;
  const url = round === undefined || address === undefined ? '' : probeUrl(address, planned.probe?.path);
  return [
    `${last?.verdict.reason ?? ''}; seen ${times}`,
    ...(round === undefined
      ? []
      : [`${url} answers as expected (slowest ${Math.round(round.slowestMs)} ms)`]),
    ...(planned.alarms.length === 0 ? [] : [`${planned.alarms.join(', ')} OK`]),
  ]
    .join('; ')
    .concat('.');
}

/** Tasks of PRIMARY that fell over, where targets are missing. */
async function failedTasks({ aws }: World, checked: Checked | undefined): Promise<readonly StoppedTask[]> {
  const primary = checked === undefined ? undefined : primaryTaskSet(checked.service);
  const starved = checked?.verdict.groups.some(({ finding }) => finding === 'tooFew' || finding === 'empty');
  if (checked === undefined || primary === undefined || starved !== true) return [];
  const { cluster, name } = checked.service;
  // A permission that lacks must not hide the failure itself.
  const stopped = await aws.taskSetTasks.stopped(cluster, name, primary.id).catch(() => []);
  return stopped.filter(hasFailed);
}

/** Why targets are ill or missing: their reasons, and what the tasks said that stopped. */
function findingsOf(targets: readonly ReportedTarget[], failed: readonly StoppedTask[]): readonly Finding[] {
  return diagnose([
    ...observeStops(failed),
    ...targets
      .filter(({ state }) => state === 'unhealthy' || state === 'unused' || state === 'unavailable')
      .flatMap(({ description, id, port, reason }) =>
        [reason, description]
          .filter((text) => text !== undefined)
          .map((text) => ({
            source: 'elasticloadbalancing:DescribeTargetHealth',
            text,
            subject: `${id}:${port}`,
          })),
      ),
  ]);
}

function sectionsOf(planned: Plan, { address, last, times }: Watched): readonly SummarySection[] {
  if (last === undefined) return [];
  const { probe } = planned;
  const targets = reportedTargets(last, times);
  return [
    factsOf(planned, last),
    ...(targets.length === 0 ? [] : [targetTable(targets)]),
    ...(last.round === undefined || address === undefined
      ? []
      : [probeSection(probeUrl(address, probe?.path), last.round)]),
    ...(last.alarms.length === 0 ? [] : [alarmSection(last.alarms)]),
  ];
}

function outputsOf(planned: Plan, { last, times }: Watched): Outputs {
  const groups = last?.verdict.groups ?? [];
  const reached = groups.flatMap(({ targetGroup }) => targetGroup ?? []);
  return {
    'healthy-count': groups.length === 0 ? 0 : Math.min(...groups.map(({ healthy }) => healthy)),
    'target-group-arn': reached.length === 0 ? undefined : reached.join(','),
    'task-definition-arn': planned.revision,
    targets: targetsAsJson(reportedTargets(last, times)),
  };
}
