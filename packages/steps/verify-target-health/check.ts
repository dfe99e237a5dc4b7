import type { AlarmState } from '@cutover/domain/alarm';
import {
  runningRevisions,
  servingName,
  servingRevision,
  type ServiceState,
} from '@cutover/domain/task/ecs-service';
import { ConfigurationError } from '@cutover/domain/errors';
import { formatRevision } from '@cutover/domain/task/revision';
import { judgeTargets, type Entrance, type TargetVerdict } from '@cutover/domain/target/target-verdict';
import type { Engine } from '../deployment/engine.ts';
import { probe, type Probe, type Round } from '../probe/round.ts';
import type { World } from '../world.ts';
import { alarmTrouble, lookAtAlarms } from './alarms.ts';
import { findEntrances } from './entrances.ts';
import { look } from './look.ts';
import { probeUrl, type VerifyPlan, type ProbePlan } from './plan.ts';

/** Conclusion of one look. */
export interface Checked {
  readonly service: ServiceState;
  readonly verdict: TargetVerdict;
  /** PRIMARY runs something else than what was expected. */
  readonly superseded: boolean;
  /** Undefined without a probe, and as long as the targets are not as they should be. */
  readonly round: Round | undefined;
  readonly alarms: readonly AlarmState[];
  /** Undefined when everything is as it should be. */
  readonly trouble: string | undefined;
}

/** One look at service, targets, alarms, and the answers to the requests. */
export async function check(
  world: World,
  planned: VerifyPlan,
  engine: Engine | undefined,
  address: (entrances: readonly Entrance[]) => Promise<string>,
): Promise<Checked> {
  const { aws } = world;
  const service = await aws.services.describe(planned.cluster, planned.service);
  if (service === undefined) {
    throw new ConfigurationError({
      what: `Service ${planned.service} is gone from cluster ${planned.cluster}.`,
      fix: 'Find out who deleted it.',
    });
  }
  const [entrances, alarms] = await Promise.all([
    findEntrances(aws, planned, service, engine),
    lookAtAlarms(aws, planned.alarms),
  ]);
  const verdict = judgeTargets(await look(aws, service, entrances), {
    revision: planned.revision,
    minHealthy: planned.minHealthy ?? Math.max(service.desired, 1),
    listenerName: planned.role === 'test' ? 'test listener' : 'production listener',
  });
  const unexpected = whatRunsInstead(planned, service, engine?.words.noTasks);
  const seen = { service, verdict, alarms, superseded: unexpected !== undefined, round: undefined };
  const ringing = alarmTrouble(alarms);
  if (unexpected !== undefined || !verdict.ok || planned.probe === undefined) {
    return { ...seen, trouble: joined([unexpected ?? (verdict.ok ? undefined : verdict.reason), ringing]) };
  }
  const round = await ask(world, planned.probe, await address(entrances));
  return { ...seen, round, trouble: joined([round.complaint, ringing]) };
}

function joined(troubles: readonly (string | undefined)[]): string | undefined {
  const all = troubles.filter((one) => one !== undefined);
  return all.length === 0 ? undefined : all.join('; ');
}

/** Production is served by PRIMARY alone, or by the revision of a rolling service; behind the test listener any tasks of the revision will do. */
function whatRunsInstead(
  { revision, role }: VerifyPlan,
  service: ServiceState,
  noTasks = 'no task of the service',
): string | undefined {
  const wanted = formatRevision(revision);
  const serving = servingRevision(service);
  if (role === 'production') {
    return serving === revision
      ? undefined
      : `${servingName(service)} runs ${formatRevision(serving)}, not ${wanted}`;
  }
  const running = runningRevisions(service);
  return running.includes(revision)
    ? undefined
    : `${noTasks} runs ${wanted}, only ${[...new Set(running)].map(formatRevision).join(' and ')}`;
}

async function ask(world: World, planned: ProbePlan, base: string): Promise<Round> {
  const wanted: Probe = { ...planned, url: probeUrl(base, planned.path) };
  const { progress } = world;
  const round = await probe(wanted, world);
  if (round.asked === 1) {
    progress.report({
      type: 'probe.answered',
      url: wanted.url,
      status: round.status,
      ok: round.ok,
      milliseconds: round.slowestMs,
    });
  } else {
    progress.report({
      type: 'note',
      text: `GET ${wanted.url}: ${round.fine} of ${round.asked} requests answered as expected, median ${Math.round(round.medianMs)} ms, slowest ${Math.round(round.slowestMs)} ms`,
    });
  }
  return round;
}
