import { consoleLink } from '@cutover/domain/console';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { servingRevision } from '@cutover/domain/ecs-service';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Finding } from '@cutover/domain/finding';
import type { Inputs } from '@cutover/domain/inputs';
import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import {
  groupName,
  judgeTargets,
  type MappedTarget,
  type TargetVerdict,
} from '@cutover/domain/target-verdict';
import { wait } from '@cutover/domain/wait';
import { abortable } from '../deployment/abortable.ts';
import { describeService, environmentOf, requireName } from '../deployment/environment.ts';
import { findGroup } from '../deployment/find-group.ts';
import type { World } from '../world.ts';
import type { inputs } from './inputs.ts';
import { findEntrance, look } from './look.ts';
import { plan, type Plan } from './plan.ts';
import { probe } from './probe.ts';

// eslint-disable-next-line typescript/consistent-type-definitions -- outputs need an index signature
export type Outputs = {
  readonly 'healthy-count': number;
  readonly 'target-group-arn'?: string | undefined;
  readonly 'task-definition-arn'?: string | undefined;
  /** JSON: one object a target. */
  readonly targets: string;
};

/** Proves that what production requests reach is healthy and of the expected revision, several looks in a row. */
export async function run(given: Inputs<typeof inputs>, world: World): Promise<Outcome<Outputs>> {
  requireName(given);
  const { aws } = world;
  const environment = await environmentOf(aws, given);
  const service = await describeService(aws, environment);
  const planned = plan(
    {
      revision: await arnOf(world, given['task-definition-arn']),
      targetGroup: given['target-group-arn'],
      minHealthy: given['min-healthy'],
      consecutive: given.consecutive,
      waitForMinutes: given['wait-for-minutes'],
      intervalMs: given['poll-interval-seconds'] * 1000,
      url: given.url,
      path: given.path,
      statuses: given['expect-status'],
    },
    environment,
    service,
  );
  const group = service?.controller === 'CODE_DEPLOY' ? await findGroup(aws, environment, {}) : undefined;
  let last: Checked | undefined;
  try {
    const proven = await watch(world, planned, group, (checked) => {
      last = checked;
    });
    return conclude(world, planned, proven, last);
  } catch (error) {
    if (!world.signal.aborted) throw error;
    return {
      kind: 'cancelled',
      headline: 'Cancelled before the health of the targets was proven.',
      remedy: 'Run the job again; nothing was changed.',
      findings: [],
      outputs: outputsOf(planned, last?.verdict),
    };
  }
}

/** What one look concluded. */
interface Checked {
  readonly verdict: TargetVerdict;
  /** Undefined when everything is as it should be. */
  readonly trouble: string | undefined;
}

type Proven =
  | { readonly kind: 'proven' }
  | { readonly kind: 'unproven'; readonly reason: string; readonly waitedMs: number };

async function watch(
  world: World,
  planned: Plan,
  group: Parameters<typeof findEntrance>[2],
  onLook: (checked: Checked) => void,
): Promise<Proven> {
  const { clock, progress, signal } = world;
  let inARow = 0;
  let shown = '';
  const result = await wait(
    async () => {
      const checked = await abortable(signal, check(world, planned, group));
      onLook(checked);
      const { verdict, trouble } = checked;
      const picture = JSON.stringify([
        verdict.targetGroup,
        verdict.targets.map(({ id, state, reason }) => [id, state, reason]),
      ]);
      if (picture !== shown && verdict.targetGroup !== undefined) {
        shown = picture;
        progress.report({
          type: 'target.health',
          targetGroup: groupName(verdict.targetGroup),
          healthy: verdict.healthy,
          wanted: planned.minHealthy ?? verdict.targets.length,
          targets: verdict.targets,
        });
      }
      inARow = trouble === undefined ? inARow + 1 : 0;
      if (inARow >= planned.consecutive) return { state: 'done', value: undefined };
      return { state: 'pending', reason: trouble ?? `healthy in ${inARow} of ${planned.consecutive} looks` };
    },
    { clock, signal, deadline: clock.now() + planned.limitMs, intervalMs: planned.intervalMs },
  );
  return result.kind === 'done'
    ? { kind: 'proven' }
    : { kind: 'unproven', reason: result.reason, waitedMs: result.waitedMs };
}

async function check(
  { aws, clock, progress, signal }: World,
  planned: Plan,
  group: Parameters<typeof findEntrance>[2],
): Promise<Checked> {
  const service = await aws.services.describe(planned.cluster, planned.service);
  if (service === undefined) {
    throw new ConfigurationError({
      message: `Service ${planned.service} is gone from cluster ${planned.cluster}.`,
      remedy: 'Find out who deleted it.',
    });
  }
  const seen = await look(aws, service, await findEntrance(aws, service, group));
  const verdict = judgeTargets(seen, {
    revision: planned.revision,
    minHealthy: planned.minHealthy ?? Math.max(service.desired, 1),
    targetGroup: planned.targetGroup,
  });
  const serving = servingRevision(service);
  if (serving !== planned.revision) {
    return {
      verdict,
      trouble: `PRIMARY runs ${formatRevision(serving)}, not ${formatRevision(planned.revision)}`,
    };
  }
  if (!verdict.ok) return { verdict, trouble: verdict.reason };
  if (planned.probe === undefined) return { verdict, trouble: undefined };
  const { url, statuses } = planned.probe;
  const answer = await probe(url, statuses, clock, signal);
  progress.report({
    type: 'probe.answered',
    url,
    status: answer.status,
    ok: answer.ok,
    milliseconds: answer.milliseconds,
  });
  return { verdict, trouble: answer.ok ? undefined : answer.said };
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

function conclude(
  { aws }: World,
  planned: Plan,
  proven: Proven,
  last: Checked | undefined,
): Outcome<Outputs> {
  const verdict = last?.verdict;
  const outputs = outputsOf(planned, verdict);
  const summary = [targetSection(verdict?.targets ?? [])];
  if (proven.kind === 'proven') {
    return {
      kind: 'succeeded',
      headline: `${verdict?.reason ?? ''}; seen ${planned.consecutive} times in a row${planned.probe === undefined ? '' : `, and ${planned.probe.url} answers`}.`,
      outputs,
      summary,
    };
  }
  const limit = `${Math.round(proven.waitedMs / 1000)} s`;
  return {
    kind: last?.verdict.warmingUp === true ? 'timedOut' : 'failed',
    headline: `The health of ${formatRevision(planned.revision)} was not proven within ${limit}: ${proven.reason}.`,
    remedy:
      'Look at the target group’s health checks and the tasks’ logs; users may be served by the old version, or badly by the new one. Roll back if in doubt.',
    findings: findingsOf(verdict?.targets ?? []),
    outputs,
    summary,
    ...(verdict?.targetGroup === undefined
      ? {}
      : { link: consoleLink(aws.region, { kind: 'targetGroup', arn: verdict.targetGroup }) }),
  };
}

function findingsOf(targets: readonly MappedTarget[]): readonly Finding[] {
  return diagnose(
    targets
      .filter(({ state }) => state === 'unhealthy' || state === 'unused' || state === 'unavailable')
      .flatMap(({ id, port, reason, description }) =>
        [reason, description]
          .filter((text) => text !== undefined)
          .map((text) => ({
            source: 'elasticloadbalancing:DescribeTargetHealth',
            text,
            subject: `${id}:${port}`,
          })),
      ),
  );
}

function outputsOf(planned: Plan, verdict: TargetVerdict | undefined): Outputs {
  return {
    'healthy-count': verdict?.healthy ?? 0,
    'target-group-arn': verdict?.targetGroup,
    'task-definition-arn': planned.revision,
    targets: JSON.stringify(verdict?.targets ?? []),
  };
}

function targetSection(targets: readonly MappedTarget[]): SummarySection {
  return {
    kind: 'table',
    title: 'Targets',
    header: ['Target', 'State', 'Reason', 'Revision', 'Task', 'Zone', 'Since'],
    rows: targets.map((target) => [
      `${target.id}:${target.port}`,
      target.state,
      [target.reason, target.description].filter(Boolean).join(': '),
      target.revision === undefined ? '' : formatRevision(target.revision),
      target.task === undefined ? '' : target.task.slice(target.task.lastIndexOf('/') + 1),
      target.zone ?? '',
      target.startedAt === undefined ? '' : new Date(target.startedAt).toISOString(),
    ]),
  };
}
