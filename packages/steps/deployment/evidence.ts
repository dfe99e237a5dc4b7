import { lastSegment } from '@cutover/domain/arn';
import type { DeployableRevision } from '@cutover/domain/deployable-revision';
import type { DeploymentState } from '@cutover/domain/deployment';
import { replacementOf, type DeploymentLook } from '@cutover/domain/deployment-look';
import { diagnose, type Observation } from '@cutover/domain/diagnosis/diagnose';
import { distinctStops, observeStops, type StoppedTask } from '@cutover/domain/failed-task';
import type { Finding } from '@cutover/domain/finding';
import type { SummarySection } from '@cutover/domain/outcome';
import type { TargetHealth } from '@cutover/domain/target-health';
import type { World } from '../world.ts';

const LOG_SOURCE = 'container log';
/** Lines of a failed task's log that are shown. */
const LOG_LINES = 20;

/** What was found out about a deployment that did not end well. */
export interface Evidence {
  readonly findings: readonly Finding[];
  readonly sections: readonly SummarySection[];
  /** `3 tasks stopped: …`, for a headline; empty when no task did. */
  readonly stops: string;
}

/**
 * Collects what AWS knows about a failure. Every part is optional: a permission that lacks, or a resource that is gone by
 * now, must not hide the failure itself.
 */
export async function gatherEvidence(world: World, look: DeploymentLook): Promise<Evidence> {
  const { deployment, service, target } = look;
  const targetGroup = replacementOf(service, deployment.id)?.loadBalancers[0]?.targetGroupArn;
  const newest = look.failedTasks.toSorted((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0))[0];
  const [health, log] = await Promise.all([
    targetGroup === undefined ? undefined : optional(world.aws.loadBalancing.health(targetGroup)),
    newest === undefined ? undefined : optional(lastLines(world, newest)),
  ]);
  const sick = (health ?? []).filter(({ state }) => state === 'unhealthy' || state === 'unused');
  const events = service.events.filter(
    ({ text, at }) =>
      at >= (deployment.createdAt ?? 0) && /unable|unhealthy|failed|error|throttl/i.test(text),
  );
  const observations: Observation[] = [
    ...(log?.lines ?? []).map((text) => ({ source: LOG_SOURCE, text, subject: log?.container ?? '' })),
    ...observeStops(look.failedTasks),
    ...observeHealth(sick),
    ...(target?.events ?? []).flatMap(({ name, diagnostics }) =>
      diagnostics === undefined
        ? []
        : [{ source: 'codedeploy:GetDeploymentTarget diagnostics', text: diagnostics, subject: name }],
    ),
    ...events.map(({ text }) => ({ source: 'ecs:DescribeServices events', text, subject: service.name })),
    ...observeDeployment(deployment),
  ];
  const findings = findingsOf(observations, log, look.failedTasks);
  for (const text of log?.lines ?? []) {
    world.progress.report({
      type: 'log.line',
      source: log?.container ?? '',
      text,
      timestamp: newest?.stoppedAt ?? world.clock.now(),
    });
  }
  const stops = distinctStops(look.failedTasks);
  return {
    findings,
    sections: sections(look, sick, log),
    stops: stops
      .slice(0, 3)
      .map(({ text, count }) => `${count} task${count === 1 ? '' : 's'} stopped: ${text}`)
      .join('; '),
  };
}

function observeDeployment({ id, error, rollbackMessage }: DeploymentState): readonly Observation[] {
  return [
    ...(error === undefined
      ? []
      : [
          { source: 'codedeploy:GetDeployment errorInformation.message', text: error.message, subject: id },
          { source: 'codedeploy:GetDeployment errorInformation.code', text: error.code, subject: id },
        ]),
    ...(rollbackMessage === undefined
      ? []
      : [{ source: 'codedeploy:GetDeployment rollbackMessage', text: rollbackMessage, subject: id }]),
  ];
}

function observeHealth(targets: readonly TargetHealth[]): readonly Observation[] {
  return targets.flatMap(({ id, port, reason, description }) => [
    ...(reason === undefined
      ? []
      : [
          {
            source: 'elasticloadbalancing:DescribeTargetHealth reason',
            text: reason,
            subject: `${id}:${port}`,
          },
        ]),
    ...(description === undefined
      ? []
      : [
          {
            source: 'elasticloadbalancing:DescribeTargetHealth description',
            text: description,
            subject: `${id}:${port}`,
          },
        ]),
  ]);
}

/** Says only that there was an end, not why; what the container wrote says more. */
const SYMPTOM = 'Essential container in task exited';
/** Lines of a log that a finding quotes. */
const QUOTED_LINES = 5;

/** The causes that are known by name; the log's last lines stand beside them unless a cause was read from the log. */
function findingsOf(
  observations: readonly Observation[],
  log: Log | undefined,
  failed: readonly StoppedTask[],
): readonly Finding[] {
  const known = diagnose(observations.filter(({ text }) => text !== SYMPTOM));
  const quote =
    log === undefined ||
    log.lines.length === 0 ||
    known.some(({ evidence }) => evidence.some((text) => text.startsWith(LOG_SOURCE)))
      ? []
      : [
          {
            id: 'last-log-lines',
            cause: `Container ${log.container} stopped; these are the last lines that it wrote.`,
            evidence: log.lines.slice(-QUOTED_LINES),
            fix: `Mend what the lines say, and try the image with the same command and variables. The whole log is in stream ${log.stream}.`,
          },
        ];
  // Why it answers its health check as it does, an application knows better than the load balancer.
  const ill = failed.some(({ stoppedReason }) => /health checks/.test(stoppedReason));
  if (known.length > 0 || quote.length > 0) return ill ? [...quote, ...known] : [...known, ...quote];
  const symptoms = diagnose(observations);
  return symptoms.length > 0 ? symptoms : unnamed(observations);
}

/** A failure without a name still shows what was seen. */
function unnamed(observations: readonly Observation[]): readonly Finding[] {
  const evidence = [...new Set(observations.map(({ text }) => text).filter(Boolean))].slice(-5);
  return evidence.length === 0
    ? []
    : [
        {
          id: 'unrecognised',
          cause: 'This failure is not one that is known by name.',
          evidence,
          fix: 'Read what AWS and the tasks said, above all the last log lines.',
        },
      ];
}

interface Log {
  readonly container: string;
  readonly stream: string;
  readonly lines: readonly string[];
}

async function lastLines(world: World, task: StoppedTask): Promise<Log | undefined> {
  const revision: DeployableRevision | undefined = await world.aws.deployableRevisions.describe(
    task.taskDefinition,
  );
  const ended = new Set(
    task.containers.filter(({ exitCode }) => exitCode !== undefined).map(({ name }) => name),
  );
  const candidates = (revision?.containers ?? []).filter(
    ({ name, log }) => log !== undefined && ended.has(name),
  );
  const container = candidates.find(({ essential }) => essential) ?? candidates[0];
  if (container?.log === undefined) return undefined;
  const { group, streamPrefix, region } = container.log;
  const stream = `${streamPrefix}/${container.name}/${lastSegment(task.arn)}`;
  const lines = await world.aws.logs.tail(group, stream, LOG_LINES, region);
  return { container: container.name, stream, lines: lines.map(({ text }) => text) };
}

function sections(
  { target, failedTasks }: DeploymentLook,
  sick: readonly TargetHealth[],
  log: Log | undefined,
): readonly SummarySection[] {
  const stops = distinctStops(failedTasks);
  return [
    ...(target === undefined ? [] : [lifecycleSection(target.events)]),
    ...(stops.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: 'Tasks that stopped',
            header: ['Times', 'Why', 'Example'],
            rows: stops.map(({ text, count, example }) => [String(count), text, lastSegment(example.arn)]),
          },
        ]),
    ...(sick.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: 'Targets',
            header: ['Target', 'State', 'Reason', 'Said'],
            rows: sick.map((one) => [
              `${one.id}:${one.port}`,
              one.state,
              one.reason ?? '',
              one.description ?? '',
            ]),
          },
        ]),
    ...(log === undefined || log.lines.length === 0
      ? []
      : [
          {
            kind: 'code' as const,
            title: `Last lines of ${log.stream}`,
            language: 'text',
            text: log.lines.join('\n'),
          },
        ]),
  ];
}

/** The lifecycle events with their durations. */
export function lifecycleSection(
  events: readonly {
    readonly name: string;
    readonly status: string;
    readonly startedAt?: number;
    readonly endedAt?: number;
  }[],
): SummarySection {
  return {
    kind: 'table',
    title: 'Lifecycle',
    header: ['Event', 'Status', 'Seconds'],
    rows: events.map(({ name, status, startedAt, endedAt }) => [
      name,
      status,
      startedAt === undefined || endedAt === undefined ? '' : ((endedAt - startedAt) / 1000).toFixed(1),
    ]),
  };
}

async function optional<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
