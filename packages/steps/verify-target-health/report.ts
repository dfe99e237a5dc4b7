import { lastSegment } from '@cutover/domain/identity/arn';
import type { AlarmState } from '@cutover/domain/alarm';
import { reasonInWords } from '@cutover/domain/diagnosis/target-reason';
import type { SummarySection } from '@cutover/domain/outcome';
import { servingName, servingRevision } from '@cutover/domain/task/ecs-service';
import { formatRevision } from '@cutover/domain/task/revision';
import { groupName, type GroupFinding, type MappedTarget } from '@cutover/domain/target/target-verdict';
import { engineFor } from '../deployment/engine-for.ts';
import type { Round } from '../probe/round.ts';
import type { Checked } from './check.ts';
import type { VerifyPlan } from './plan.ts';
import type { Since, StateTimes } from './since.ts';

/** A target with everything that is known of it. */
export interface ReportedTarget extends MappedTarget {
  readonly targetGroup: string;
  /** The reason code in words. */
  readonly meaning?: string;
  readonly since?: Since;
  /** It was there at an earlier look. */
  readonly gone?: true;
}

export function reportedTargets(checked: Checked | undefined, times: StateTimes): readonly ReportedTarget[] {
  const present = (checked?.verdict.groups ?? []).flatMap(({ targetGroup = '', targets }) =>
    targets.map((target) => {
      const since = times.of(targetGroup, target);
      return { ...inWords(targetGroup, target), ...(since === undefined ? {} : { since }) };
    }),
  );
  const gone = times.departed.map(({ target, targetGroup }) => ({
    ...inWords(targetGroup, target),
    gone: true as const,
  }));
  return [...present, ...gone];
}

function inWords(targetGroup: string, target: MappedTarget): ReportedTarget {
  const meaning = reasonInWords(target);
  return { targetGroup, ...target, ...(meaning === '' ? {} : { meaning }) };
}

/** For the output: times as text. */
export function targetsAsJson(targets: readonly ReportedTarget[]): string {
  return JSON.stringify(
    targets.map(({ since, startedAt, ...rest }) => ({
      ...rest,
      ...(startedAt === undefined ? {} : { startedAt: new Date(startedAt).toISOString() }),
      ...(since === undefined
        ? {}
        : { [since.earlier ? 'before' : 'since']: new Date(since.at).toISOString() }),
    })),
  );
}

const HEADER = [
  'Target',
  'Target group',
  'State',
  'Since',
  'Reason',
  'Revision',
  'Task',
  'Zone',
  'Task started',
];

export function targetTable(targets: readonly ReportedTarget[]): SummarySection & { readonly kind: 'table' } {
  return {
    kind: 'table',
    title: 'Targets',
    header: HEADER,
    rows: targets.map((target) => [
      `${target.id}:${target.port}`,
      groupName(target.targetGroup),
      target.gone === true ? `gone, was ${target.state}` : target.state,
      sinceInWords(target.since),
      target.meaning ?? '',
      target.revision === undefined ? 'none' : formatRevision(target.revision),
      target.task === undefined ? 'no running task of the service' : lastSegment(target.task),
      target.zone ?? '',
      target.startedAt === undefined ? '' : clockTime(target.startedAt),
    ]),
  };
}

function sinceInWords(since: Since | undefined): string {
  if (since === undefined) return '';
  return since.earlier ? `before ${clockTime(since.at)}` : clockTime(since.at);
}

/** `2026-08-07 12:00:01 UTC` */
function clockTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** Expected and observed values, with their places. */
export function factsOf({ minHealthy, revision }: VerifyPlan, { service, verdict }: Checked): SummarySection {
  const wanted = minHealthy ?? Math.max(service.desired, 1);
  return {
    kind: 'facts',
    facts: [
      ['Expected', formatRevision(revision)],
      [
        servingName(service) === 'PRIMARY' ? 'PRIMARY runs' : 'The service runs',
        formatRevision(servingRevision(service)),
      ],
      ...verdict.groups.map(({ healthy, targetGroup }): [string, string] => [
        targetGroup === undefined ? 'No target group' : groupName(targetGroup),
        `${healthy} of ${wanted} healthy targets of the revision`,
      ]),
    ],
  };
}

export function probeSection(url: string, round: Round): SummarySection {
  return {
    kind: 'table',
    title: 'Requests',
    header: ['Address', 'As expected', 'Median', 'Slowest', 'First that was not'],
    rows: [
      [
        url,
        `${round.fine} of ${round.asked}`,
        `${Math.round(round.medianMs)} ms`,
        `${Math.round(round.slowestMs)} ms`,
        round.complaint ?? '',
      ],
    ],
  };
}

export function alarmSection(alarms: readonly AlarmState[]): SummarySection {
  return {
    kind: 'table',
    title: 'Alarms',
    header: ['Alarm', 'State', 'Since', 'Reason'],
    rows: alarms.map(({ name, reason, since, state }) => [
      name,
      state,
      since === undefined ? '' : clockTime(since),
      reason,
    ]),
  };
}

/** Fix for each finding. */
const REMEDIES: Readonly<Record<Exclude<GroupFinding, 'healthy'>, string>> = {
  unreached:
    'Users may get errors now: see which target group the listener’s rules name, and point it at the service’s, or run rollback.',
  divided:
    'Two versions serve at once: wait for the deployment that shifts traffic, or stop it. If none is under way, set the listener’s weights.',
  elsewhere: 'Correct target-group-arn, or leave it out: the group that gets the requests is found.',
  missing: 'Correct the listener: it forwards to a target group that is gone.',
  empty:
    'Users get 503 now: no task is registered behind the listener. Run rollback, or see in the service’s events why no task starts.',
  stranger:
    'Requests reach something else than the expected revision. See who registered the target; if another version was deployed, run this job again for that one.',
  tooFew:
    'See the targets below: what fails is the health check or the start of tasks. Run rollback if users suffer.',
};

export function remedyOf({ alarms, round, service, superseded, verdict }: Checked): string {
  if (superseded) {
    const engine = engineFor(service);
    const where = engine === undefined ? 'the deployments and events' : `${engine.name}’s deployments`;
    return `Another deployment came in between, or this one was taken back. See ${where} of the service; run this job again if this version is the one that should serve.`;
  }
  const amiss = verdict.groups.find(({ ok }) => !ok)?.finding;
  if (amiss !== undefined && amiss !== 'healthy') return REMEDIES[amiss];
  if (round !== undefined && !round.ok) {
    return (
      round.fix ??
      'The targets are healthy, yet the application does not answer as it should: read its log. Run rollback if users suffer.'
    );
  }
  if (alarms.some(({ state }) => state === 'INSUFFICIENT_DATA')) {
    return 'An alarm without data is not OK: give it time, or set its treatment of missing data to notBreaching.';
  }
  if (alarms.some(({ state }) => state !== 'OK')) {
    return 'See in CloudWatch what the alarm measures. Run rollback if users suffer.';
  }
  return 'The last look found everything as expected, but too few looks in a row did. Raise wait-for-minutes, or lower consecutive.';
}
