import { requireHere } from '../require-here.ts';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Inputs } from '@cutover/domain/inputs/input';
import type { Outcome } from '@cutover/domain/outcome';
import { groupName, type Entrance } from '@cutover/domain/target/target-verdict';
import { wait } from '@cutover/domain/wait';
import { abortable } from '../deployment/abortable.ts';
import { describeService, environmentOf, requireName } from '../deployment/environment.ts';
import type { Engine } from '../deployment/engine.ts';
import { engineIfAny } from '../deployment/engine-for.ts';
import { expectationOf } from '../probe/inputs.ts';
import { checkCredentials } from '../credentials.ts';
import { tellPages } from '../told-versions.ts';
import type { World } from '../world.ts';
import { addressOf } from './address.ts';
import { check } from './check.ts';
import { concludeVerification, outputsOf, sectionsOf, type Proven, type Watched } from './conclude.ts';
import type { inputs } from './inputs.ts';
import type { VerifyOutputs } from './outputs.ts';
import { planVerification, type VerifyPlan, type VerifyRequest } from './plan.ts';
import { StateTimes } from './since.ts';

/** Proves that what requests reach is healthy and of the expected revision, several looks in a row. */
export async function run(given: Inputs<typeof inputs>, world: World): Promise<Outcome<VerifyOutputs>> {
  requireName(given);
  const { aws } = world;
  const arns = {
    'Input task-definition-arn': given['task-definition-arn'],
    'Input listener-arn': given['listener-arn'],
    'Input target-group-arn': given['target-group-arn'],
  };
  requireHere(aws, arns);
  const environment = await environmentOf(aws, given);
  const service = await describeService(aws, environment);
  if (service !== undefined) requireHere(aws, arns, service.arn);
  const planned = planVerification(
    requestOf(given, await arnOf(world, given['task-definition-arn'])),
    environment,
    service,
  );
  if (service !== undefined && service.status !== 'ACTIVE') {
    world.progress.report({
      type: 'warning',
      what: `Service ${service.name} is ${service.status}, a status that this version does not know.`,
      fix: 'Look at the service in the console if the proof fails.',
    });
  }
  const engine = await engineOf(world, environment, service, planned);
  await checkCredentials(world, 'the proof', {
    totalMs: planned.limitMs,
    reason: `wait-for-minutes ${given['wait-for-minutes']}`,
  });
  tellPages(world, environment);
  const watched: Watched = { times: new StateTimes(), last: undefined, address: planned.probe?.base };
  try {
    return await concludeVerification(world, planned, await watch(world, planned, engine, watched), watched);
  } catch (error) {
    if (!world.signal.aborted) throw error;
    return {
      kind: 'cancelled',
      what: 'Cancelled before the health of the targets was proven.',
      fix: 'Run the job again; nothing was changed.',
      findings: [],
      outputs: outputsOf(planned, watched),
      summary: sectionsOf(planned, watched),
    };
  }
}

/** The request of the inputs. */
export function requestOf(given: Inputs<typeof inputs>, revision: string | undefined): VerifyRequest {
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

/** Where the user says which listeners or target groups, an engine is welcome but not needed. */
async function engineOf(
  world: World,
  environment: Environment,
  service: ServiceState | undefined,
  { listeners, targetGroups }: VerifyPlan,
): Promise<Engine | undefined> {
  try {
    return await engineIfAny(world, environment, service);
  } catch (error) {
    if (error instanceof ConfigurationError && listeners.length + targetGroups.length > 0) return undefined;
    throw error;
  }
}

async function watch(
  world: World,
  planned: VerifyPlan,
  engine: Engine | undefined,
  watched: Watched,
): Promise<Proven> {
  const { aws, clock, progress, signal } = world;
  const address = async (entrances: readonly Entrance[]): Promise<string> =>
    (watched.address ??= await addressOf(aws, entrances));
  let inARow = 0;
  let shown = '';
  const result = await wait(
    async () => {
      const checked = await abortable(signal, check(world, planned, engine, address));
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
    what: `Input task-definition-arn: there is no task definition ${revision}.`,
    fix: 'Give an ARN or family:revision that exists in this account and region.',
  });
}
