import { diagnose, type Observation } from '@cutover/domain/diagnosis/diagnose';
import { foldExplained } from '@cutover/domain/diagnosis/relations';
import type { Environment } from '@cutover/domain/environment';
import type { Finding } from '@cutover/domain/finding';
import type { SummarySection } from '@cutover/domain/outcome';
import { hasFailed, observeStops, type StoppedTask } from '@cutover/domain/task/failed-task';
import { servingTasks, type ServiceState } from '@cutover/domain/task/ecs-service';
import { troublesOf } from '@cutover/domain/task/service-trouble';
import type { RunningTask } from '@cutover/domain/task/running-task';
import { targetsIn } from '@cutover/domain/target/unhealthy-event';
import type { TargetHealth } from '@cutover/domain/target/target-health';
import { causesOf } from '../deployment/causes.ts';
import { gatherEvidence, observeHealth } from '../deployment/evidence.ts';
import { stopsInWords, stopsSection } from '../deployment/stopped-tasks.ts';
import {
  lastLines,
  logSection,
  observeLog,
  runningLines,
  showLog,
  type TaskLog,
} from '../deployment/task-log.ts';
import { unreachedPort } from '../deployment/unreached-port.ts';
import { sickTargets, unserved, type SeenGroup } from './balancing.ts';
import { deploymentFindings, deploymentNote, lookAtDeployment, type SeenDeployment } from './deployment.ts';
import { lacking } from './lacking.ts';
import type { Questions } from './questions.ts';

/** ECS keeps stopped tasks for an hour; a failure that old has been replaced long since, or has come again. */
const RECENT_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;

/** Signs, causes and state of a service. */
export interface Diagnosis {
  /** Symptoms in words, `0 of 2 tasks run`; empty for a healthy service. */
  readonly signs: readonly string[];
  readonly findings: readonly Finding[];
  /** State of a healthy service in words, and what is going on there. */
  readonly notes: readonly string[];
  readonly sections: readonly SummarySection[];
}

/** Everything that was seen of a service in one look. */
interface Seen {
  readonly service: ServiceState;
  /** The tasks that failed lately, and are not the deployment's own. */
  readonly failed: readonly StoppedTask[];
  readonly running: readonly RunningTask[];
  readonly groups: readonly SeenGroup[];
  readonly sick: readonly TargetHealth[];
  readonly deployment: SeenDeployment | undefined;
}

/** Looks at a service, its tasks, targets, listeners and newest deployment, all at once, and explains what is wrong. */
export async function diagnoseService(
  questions: Questions,
  environment: Environment,
  service: ServiceState,
): Promise<Diagnosis> {
  const { aws, clock } = questions.world;
  const { cluster, name } = service;
  const now = clock.now();
  const [stopped, running, groups, deployment] = await Promise.all([
    questions.ask('stopped tasks', async () => await aws.serviceTasks.stopped(cluster, name)),
    questions.ask('running tasks', async () => await aws.serviceTasks.running(cluster, name)),
    seenGroups(questions, service),
    lookAtDeployment(questions, environment, service, now - HOUR_MS),
  ]);
  const theirs = deployment?.look.replacement?.startedBy;
  const isNew = (task: StoppedTask): boolean => hasFailed(task) && (task.stoppedAt ?? now) >= now - RECENT_MS;
  const failed = (stopped ?? []).filter(
    (task) => isNew(task) && (theirs === undefined || task.startedBy !== theirs),
  );
  const seen: Seen = {
    service,
    failed,
    running: running ?? [],
    groups,
    sick: sickTargets(groups),
    deployment,
  };
  const closed = unserved(aws.region, name, groups);
  const troubles = troublesOf(service.events).filter(({ at }) => at >= now - HOUR_MS);
  const signs = signsOf(seen, closed, troubles[0]?.text, now);
  if (signs.length === 0) return { signs, findings: [], notes: notesOf(seen), sections: [] };
  const gone = targetsIn(troubles);
  const words = troubles.map(({ text }) => text);
  const [ofTasks, ofDeployment, lacks] = await Promise.all([
    explainTasks(questions, seen, gone, words),
    explainDeployment(questions, seen, gone, now),
    lacking(questions, environment, service, {
      failed: [...(deployment?.look.failedTasks ?? []), ...failed, ...(stopped ?? []).filter(isNew)],
      sick: [...seen.sick, ...gone],
      troubles: words,
    }),
  ]);
  const zero = noTasksWanted(service);
  const findings = distinct([
    ...(zero === undefined ? [] : [zero]),
    ...foldExplained(lacks.explain(byCertainty([...ofDeployment.findings, ...ofTasks.findings]))),
    ...(closed === undefined ? [] : [closed]),
  ]);
  return {
    signs,
    findings: findings.length > 0 ? findings : [unexplained(service, signs)],
    notes: notesOf(seen),
    sections: [...ofDeployment.sections, ...ofTasks.sections],
  };
}

/** The target groups of the tasks that serve, each with its targets and the listeners of its load balancers. */
async function seenGroups(questions: Questions, service: ServiceState): Promise<readonly SeenGroup[]> {
  const { loadBalancing } = questions.world.aws;
  const arns = servingTasks(service).loadBalancers.flatMap(({ shift, targetGroupArn }) =>
    shift === undefined ? [targetGroupArn] : [targetGroupArn, shift.alternateTargetGroup],
  );
  return await Promise.all(
    [...new Set(arns)].map(async (arn): Promise<SeenGroup> => {
      const [group, health] = await Promise.all([
        questions.ask('target groups', async () => await loadBalancing.targetGroup(arn)),
        questions.ask('target health', async () => await loadBalancing.health(arn)),
      ]);
      const listeners =
        group === undefined
          ? undefined
          : await Promise.all(
              group.loadBalancerArns.map(
                async (balancer) =>
                  await questions.ask('listeners', async () => await loadBalancing.listenersOf(balancer)),
              ),
            );
      return {
        arn,
        group,
        health,
        listeners:
          listeners?.some((one) => one === undefined) === true
            ? undefined
            : listeners?.flatMap((one) => one ?? []),
      };
    }),
  );
}

/** The symptoms. A task that failed once and was replaced is none. */
function signsOf(
  { deployment, failed, service, sick }: Seen,
  closed: Finding | undefined,
  trouble: string | undefined,
  now: number,
): readonly string[] {
  const { desired, running } = service;
  const lacks = running < desired;
  const crashes = failed.length >= 2 || (failed.length === 1 && lacks);
  const stuck = deploymentFindings(deployment, now).length > 0;
  const isStarting = deployment !== undefined && deployment.look.deployment.ended === undefined && !stuck;
  return [
    ...(noTasksWanted(service) === undefined ? [] : ['its desired count is 0']),
    ...(lacks && (!isStarting || crashes || trouble !== undefined)
      ? [`${running} of ${desired} tasks run`]
      : []),
    ...(crashes ? [stopsInWords(failed)] : []),
    ...(sick.length === 0 ? [] : [`${sick.length} target${sick.length === 1 ? ' is' : 's are'} not healthy`]),
    ...(closed === undefined ? [] : ['no listener sends requests to it']),
    ...(stuck && deployment !== undefined ? [deploymentNote(deployment)] : []),
  ];
}

/** Why tasks fail, don't start, or serve nobody. */
async function explainTasks(
  questions: Questions,
  seen: Seen,
  gone: readonly TargetHealth[],
  troubles: readonly string[],
): Promise<Pick<Diagnosis, 'findings' | 'sections'>> {
  const { deployment, failed, groups, service } = seen;
  const { world } = questions;
  // Targets of a deployment are told with it.
  const sick = deployment === undefined ? [...seen.sick, ...gone] : seen.sick;
  if (failed.length === 0 && sick.length === 0 && troubles.length === 0)
    return { findings: [], sections: [] };
  const log = await logOf(questions, seen);
  showLog(world, log);
  const quotable = world.showLogs === 'none' ? undefined : log;
  const path = groups.map(({ group }) => group?.healthCheck.path ?? '').find((one) => one !== '');
  const facts = path === undefined ? {} : { path };
  const observations: Observation[] = [
    ...observeLog(world, log),
    ...observeStops(failed),
    ...observeHealth(sick, facts),
    ...troubles.map((text) => ({
      source: 'ecs:DescribeServices events' as const,
      text,
      subject: service.name,
      facts,
    })),
  ];
  const unreached = unreachedPort(quotable, sick);
  // The log of a task that runs is quoted only where a cause was read from it.
  const causes = failed.length > 0 ? causesOf(observations, quotable, failed) : knownCauses(observations);
  return {
    findings: [...(unreached === undefined ? [] : [unreached]), ...causes],
    sections: [
      ...stopsSection(failed),
      ...targetsSection(seen.sick),
      ...(failed.length > 0 || unreached !== undefined ? logSection(quotable) : []),
    ],
  };
}

function knownCauses(observations: readonly Observation[]): readonly Finding[] {
  const known = diagnose(observations);
  return known.length > 0 ? known : causesOf(observations, undefined, []);
}

/** The log of the task that failed last, or of a running one whose target is sick. */
async function logOf(
  questions: Questions,
  { failed, running, service, sick }: Seen,
): Promise<TaskLog | undefined> {
  const { world } = questions;
  if (failed.length > 0)
    return await questions.ask('log of the failed task', async () => await lastLines(world, failed));
  const task = running.find(({ addresses }) =>
    sick.some(({ id, port }) => addresses.includes(id) || addresses.includes(`${id}:${port}`)),
  );
  if (task === undefined) return undefined;
  const container = servingTasks(service).loadBalancers[0]?.containerName;
  return await questions.ask(
    'log of the running task',
    async () => await runningLines(world, task, container),
  );
}

/** Findings about the newest deployment, where it failed lately, doesn't come on, or loses tasks. */
async function explainDeployment(
  questions: Questions,
  { deployment }: Seen,
  gone: readonly TargetHealth[],
  now: number,
): Promise<Pick<Diagnosis, 'findings' | 'sections'>> {
  const own = deploymentFindings(deployment, now);
  if (deployment === undefined || own.length === 0) return { findings: [], sections: [] };
  const { look } = deployment;
  const told = await questions.ask(
    'evidence of the deployment',
    async () => await gatherEvidence(questions.world, look, gone),
  );
  const causes = (told?.findings ?? []).filter(({ id }) => id !== 'unrecognised');
  return { findings: [...causes, ...own], sections: told?.sections ?? [] };
}

/** A service behind a load balancer that wants no task answers every request with 503. */
function noTasksWanted(service: ServiceState): Finding | undefined {
  const { cluster, desired, name } = service;
  if (desired > 0 || servingTasks(service).loadBalancers.length === 0) return undefined;
  return {
    id: 'no-tasks-wanted',
    certainty: 'certain',
    what: `Service ${name} has a desired count of 0, so its load balancer answers every request with 503.`,
    evidence: [`ecs:DescribeServices (${name}): desiredCount 0`],
    fix: `Start tasks: aws ecs update-service --cluster ${cluster} --service ${name} --desired-count 1. If a scaling policy or a schedule set it, change that, too.`,
  };
}

/** The finding for symptoms of which neither ECS nor the tasks tell the reason. */
function unexplained({ cluster, name }: ServiceState, signs: readonly string[]): Finding {
  return {
    id: 'unexplained',
    certainty: 'possible',
    what: `Neither ECS nor the tasks, targets and logs of service ${name} say why.`,
    evidence: signs.map((sign) => `service ${name}: ${sign}`),
    fix: `Look at its events in a few minutes: aws ecs describe-services --cluster ${cluster} --services ${name} --query 'services[0].events[:10].[createdAt,message]' --output text`,
  };
}

/** `2 of 2 tasks run`, `2 of 2 targets are healthy`, and what a deployment under way does. */
function notesOf({ deployment, failed, groups, service }: Seen): readonly string[] {
  const targets = groups.flatMap(({ health }) => health ?? []);
  const healthy = targets.filter(({ state }) => state === 'healthy').length;
  return [
    `${service.running} of ${service.desired} tasks run`,
    ...(targets.length === 0 ? [] : [`${healthy} of ${targets.length} targets are healthy`]),
    ...(failed.length === 1 ? [`1 task failed lately and was replaced (${stopsInWords(failed)})`] : []),
    ...(deployment === undefined || deployment.look.deployment.ended !== undefined
      ? []
      : [deploymentNote(deployment)]),
  ];
}

function targetsSection(sick: readonly TargetHealth[]): readonly SummarySection[] {
  if (sick.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Targets that are not healthy',
      header: ['Target', 'State', 'Reason', 'Said'],
      rows: sick.map((one) => [`${one.id}:${one.port}`, one.state, one.reason ?? '', one.description ?? '']),
    },
  ];
}

/** Possible causes, as that the deployment failed, stand behind certain ones. */
function byCertainty(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ certainty, id }: Finding): number =>
    certainty === 'possible' ? (id === 'last-log-lines' ? 1 : 2) : 0;
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

/** Findings of one id are one: the service and its deployment may show the same cause. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.toReversed().map((one) => [one.id, one])).values()].toReversed();
}
