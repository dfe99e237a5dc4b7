import type { DeploymentGroup } from '@cutover/domain/deployment';
import type { ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Inputs } from '@cutover/domain/inputs';
import type { Outcome } from '@cutover/domain/outcome';
import { groupName, type Entrance } from '@cutover/domain/target-verdict';
import { wait } from '@cutover/domain/wait';
import { abortable } from '../deployment/abortable.ts';
import { describeService, environmentOf, requireName } from '../deployment/environment.ts';
import { findGroup } from '../deployment/find-group.ts';
import { expectationOf } from '../probe/inputs.ts';
import { checkCredentials } from '../credentials.ts';
import type { World } from '../world.ts';
import { addressOf } from './address.ts';
import { check } from './check.ts';
import { conclude, outputsOf, sectionsOf, type Proven, type Watched } from './conclude.ts';
import type { inputs } from './inputs.ts';
import type { Outputs } from './outputs.ts';
import { plan, type Plan, type Request } from './plan.ts';
import { StateTimes } from './since.ts';

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
  await checkCredentials(world, 'the proof', {
    totalMs: planned.limitMs,
    reason: `wait-for-minutes ${given['wait-for-minutes']}`,
  });
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
