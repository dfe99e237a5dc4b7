import { lastSegment } from '@cutover/domain/identity/arn';
import { consoleLink } from '@cutover/domain/console';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import type { ExitVerdict } from '@cutover/domain/task/exit-verdict';
import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import { joinShellWords } from '@cutover/domain/text/shell-words';
import type { TaskState } from '@cutover/domain/task/task';
import type { World } from '../world.ts';
import { findingsOf } from './findings.ts';
import type { MigrationInputs } from './plan.ts';
import type { MigrationPlan } from './migration-plan.ts';
import type { MigrationProtection } from './protect.ts';
import type { CommandRun } from './command-run.ts';
import type { MigrationOutputs } from './outputs.ts';
import type { TaskStart } from './start-task.ts';

/** How sentences speak of a command; undefined is the image's own. */
function nameOf(command: string | undefined): string {
  return command === undefined ? 'the image’s own command' : `command ${command}`;
}

function titleOf(command: string | undefined): string {
  return command === undefined ? 'The image’s own command' : `Command ${command}`;
}

const UNTOUCHED = 'No traffic was moved: what served before serves now.';

function outputsOf(
  plan: MigrationPlan,
  last: CommandRun | undefined,
  done: readonly CommandRun[],
): MigrationOutputs {
  if (last === undefined) return {};
  const { task, log } = last;
  return {
    'task-arn': task.arn,
    'run-task-arn': JSON.stringify([...done, last].map((one) => one.task.arn)),
    'task-id': lastSegment(task.arn),
    'exit-code': task.containers.find(({ name }) => name === plan.container)?.exitCode,
    'stopped-reason': task.stoppedReason,
    'log-url': log.link,
    'duration-seconds': Math.round([...done, last].reduce((sum, { seconds }) => sum + seconds, 0) * 10) / 10,
    'log-tail': log.shown,
    'log-output': log.shown,
  };
}

function summaryOf(plan: MigrationPlan, runs: readonly CommandRun[]): readonly SummarySection[] {
  if (runs.length === 0) return [];
  const last = runs.at(-1) as CommandRun;
  return [
    {
      kind: 'table',
      title: `Commands of ${formatRevision(plan.taskDefinition)}`,
      header: ['Command', 'Exit code', 'Seconds', 'Task'],
      rows: runs.map(({ command, task, seconds }) => [
        command ?? 'the image’s own',
        String(task.containers.find(({ name }) => name === plan.container)?.exitCode ?? 'none'),
        String(seconds),
        lastSegment(task.arn),
      ]),
    },
    ...(last.log.shown === ''
      ? []
      : [{ kind: 'code', title: 'Last log lines', language: 'text', text: last.log.shown } as const]),
    ...last.others
      .filter(({ shown }) => shown)
      .map(
        ({ name, text }) =>
          ({ kind: 'code', title: `Last lines of container ${name}`, language: 'text', text }) as const,
      ),
  ];
}

/** All commands succeeded, or one did not. */
export function ended(
  verdict: ExitVerdict,
  last: CommandRun,
  plan: MigrationPlan,
  done: readonly CommandRun[],
): Outcome<MigrationOutputs> {
  const common = { outputs: outputsOf(plan, last, done), summary: summaryOf(plan, [...done, last]) };
  if (verdict.kind === 'succeeded') {
    const count = done.length + 1;
    return {
      kind: 'succeeded',
      what: `${count === 1 ? titleOf(last.command) : `${count} commands`} succeeded in ${common.outputs['duration-seconds'] ?? 0} s.`,
      ...common,
    };
  }
  const rest = plan.commands.length - done.length - 1;
  return {
    kind: 'failed',
    what: `${titleOf(last.command)} failed. ${verdict.sentence}`,
    findings: findingsOf(last, plan.container),
    fix: `${UNTOUCHED} ${rest > 0 ? `Commands not run: ${rest}. ` : ''}Read the task’s log, mend the cause and run the job again.`,
    link: last.link,
    ...common,
  };
}

export function timedOut(
  what: 'start' | 'end',
  last: CommandRun,
  plan: MigrationPlan,
  done: readonly CommandRun[],
  given: MigrationInputs,
): Outcome<MigrationOutputs> {
  const input = what === 'start' ? 'start-timeout-minutes' : 'timeout-minutes';
  return {
    kind: 'timedOut',
    what: `${titleOf(last.command)} had not ${what === 'start' ? 'started' : 'ended'} after ${given[input]} minutes and was stopped.`,
    findings: findingsOf(last, plan.container),
    fix: `${UNTOUCHED} Find out what it waits for (its log is above), or raise ${input}.`,
    link: last.link,
    outputs: outputsOf(plan, last, done),
    summary: summaryOf(plan, [...done, last]),
  };
}

export function refused(
  start: Extract<TaskStart, { kind: 'refused' }>,
  plan: MigrationPlan,
  command: string | undefined,
  done: readonly CommandRun[],
): Outcome<MigrationOutputs> {
  return {
    kind: 'failed',
    what: `ECS did not start ${nameOf(command)}${start.seconds > 0 ? ` within ${start.seconds} s` : ''}: ${start.reasons.join('; ')}.`,
    findings: diagnose(start.reasons.map((text) => ({ source: 'ecs:RunTask failures[].reason', text }))),
    fix: `${UNTOUCHED} For a lack of capacity give subnets in more zones, raise start-timeout-minutes or run the job later.`,
    outputs: outputsOf(plan, done.at(-1), done.slice(0, -1)),
    summary: summaryOf(plan, done),
  };
}

export function occupied(
  start: Extract<TaskStart, { kind: 'occupied' }>,
  plan: MigrationPlan,
  done: readonly CommandRun[],
  region: string,
): Outcome<MigrationOutputs> {
  const [first] = start.others;
  const names = start.others.map(
    ({ arn, startedBy }) => `${lastSegment(arn)} (started by ${startedBy || 'nobody known'})`,
  );
  return {
    kind: start.waited ? 'timedOut' : 'failed',
    what: `Another task of ${plan.family} is running: ${names.join(', ')}.`,
    findings: [],
    fix: `${UNTOUCHED} ${start.waited ? 'Wait for that task or stop it, then run the job again.' : 'Use on-running: wait to queue behind it.'}`,
    ...(first === undefined
      ? {}
      : {
          link: consoleLink(region, { kind: 'task', cluster: plan.cluster, taskId: lastSegment(first.arn) }),
        }),
    outputs: outputsOf(plan, done.at(-1), done.slice(0, -1)),
    summary: summaryOf(plan, done),
  };
}

/** Real milliseconds for a stopped task's last words: GitHub ends a cancelled step soon after. */
const LAST_WORDS_MS = 3000;

/** The job was cancelled: stopping the task is the first thing that happens. */
export async function cancelled(
  current: CommandRun | undefined,
  plan: MigrationPlan,
  done: readonly CommandRun[],
  world: World,
): Promise<Outcome<MigrationOutputs>> {
  const { aws, clock } = world;
  let task: TaskState | undefined = current?.task;
  if (current !== undefined) {
    await aws.tasks.stop(plan.cluster, current.task.arn, 'Cutover: the job was cancelled');
    const until = clock.now() + LAST_WORDS_MS;
    for (;;) {
      task = (await aws.tasks.describe(plan.cluster, [current.task.arn]))[0] ?? task;
      await current.log.read();
      if (task?.lastStatus === 'STOPPED' || clock.now() >= until) break;
      await clock.sleep(LAST_WORDS_MS / 10);
    }
  }
  const last = current === undefined || task === undefined ? undefined : { ...current, task };
  return {
    kind: 'cancelled',
    what:
      last === undefined
        ? 'Cancelled before a task was started.'
        : `Cancelled: ${nameOf(last.command)} was told to stop.`,
    findings: [],
    fix: `${UNTOUCHED} ${last === undefined ? 'Run the job again.' : 'Check how far the command got before running the job again.'}`,
    ...(last === undefined ? {} : { link: last.link }),
    outputs: outputsOf(plan, last, done),
    summary: summaryOf(plan, last === undefined ? done : [...done, last]),
  };
}

/** Task that would run. Values of the environment are not shown. */
export function dryRun(
  plan: MigrationPlan,
  { window, database }: MigrationProtection,
): Outcome<MigrationOutputs> {
  return {
    kind: 'unchanged',
    what: `Dry run: ${plan.commands.length === 1 ? 'one task' : `${plan.commands.length} tasks`} of ${formatRevision(plan.taskDefinition)} would be run.`,
    outputs: {},
    summary: [
      {
        kind: 'facts',
        title: 'Plan',
        facts: [
          ['Cluster', plan.cluster],
          ['Container', plan.container],
          ...plan.commands.map(
            (words) => ['Command', words === undefined ? 'the image’s own' : joinShellWords(words)] as const,
          ),
          ['Environment', [...plan.environment.keys()].join(', ') || 'as registered'],
          ...plan.containerOverrides.map(
            ({ name, environment = [], ...rest }) =>
              [
                `Overrides of ${name}`,
                [...Object.keys(rest), ...environment.map((one) => `variable ${one.name}`)].join(', '),
              ] as const,
          ),
          ...(plan.tags.size === 0
            ? []
            : [['Tags', [...plan.tags].map(([key, value]) => `${key}=${value}`).join(', ')] as const]),
          ...(plan.volume === undefined
            ? []
            : [['EBS volume', `${plan.volume.name} ${JSON.stringify(plan.volume.settings)}`] as const]),
          ['Subnets', plan.network?.subnets.join(', ') ?? 'none'],
          ['Security groups', plan.network?.securityGroups.join(', ') ?? 'none'],
          ['Public address', plan.network?.assignPublicIp ?? 'none'],
          [
            'Capacity',
            plan.capacityProviders
              .map(({ capacityProvider, weight }) => `${capacityProvider} (${weight})`)
              .join(', ') ||
              (plan.launchType ?? 'the cluster’s default'),
          ],
          ...(window === undefined
            ? []
            : [
                [
                  'Maintenance page',
                  `${window.listeners.join(', ')} (${window.page.contentType}, ${window.page.body.length} characters)`,
                ] as const,
              ]),
          ...(database === undefined
            ? []
            : [['Snapshot', `of ${database.kind} ${database.id} (${database.engine})`] as const]),
        ],
      },
    ],
  };
}
