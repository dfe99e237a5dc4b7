import { findEnvironment } from '@cutover/aws/find-environment';
import { lastSegment } from '@cutover/domain/arn';
import { isCapacityReason } from '@cutover/domain/capacity-reason';
import { consoleLink } from '@cutover/domain/console';
import { ConfigurationError } from '@cutover/domain/errors';
import { exitVerdict, type ExitVerdict } from '@cutover/domain/exit-verdict';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import { joinShellWords } from '@cutover/domain/shell-words';
import { looksSecret } from '@cutover/domain/task-definition/secretive';
import type { TaskState } from '@cutover/domain/task';
import { checkCredentials } from '../credentials.ts';
import type { World } from '../world.ts';
import { ContainerLog } from './container-log.ts';
import { cancelled, dryRun, ended, occupied, refused, timedOut, type MigrationOutputs } from './outcomes.ts';
import { otherLogs, type OtherLog } from './other-containers.ts';
import { chosenCommands, planMigration, type MigrationInputs, type MigrationPlan } from './plan.ts';
import { planProtection, runProtected, takePageAway } from './protect.ts';
import { startTask, type Tries } from './start-task.ts';
import { watchTask } from './watch-task.ts';

/** One command and how it went. */
export interface CommandRun {
  /** Undefined for the image's own. */
  readonly command: string | undefined;
  readonly task: TaskState;
  readonly log: ContainerLog;
  /** Of the task's other containers, where one of them may be to blame. */
  readonly others: readonly OtherLog[];
  readonly seconds: number;
  readonly link: string;
}

export async function run(given: MigrationInputs, world: World): Promise<Outcome<MigrationOutputs>> {
  const { aws } = world;
  chosenCommands(given);
  for (const [name, value] of given['environment-variables']) {
    if (value.length >= 8 && looksSecret(name, value)) world.mask(value);
  }
  const named = given.stack !== undefined || given.service !== undefined;
  const environment = named ? await findEnvironment(aws, given) : undefined;
  const service =
    environment === undefined
      ? undefined
      : await aws.services.describe(environment.cluster, environment.service);
  if (environment !== undefined && service === undefined) {
    throw new ConfigurationError({
      message: `Input ${given.service === undefined ? 'stack' : 'service'}: there is no service ${environment.service} in cluster ${environment.cluster}.`,
      remedy: 'Correct service, cluster or aws-region.',
    });
  }
  const revision = await aws.taskDefinitions.describe(given['task-definition-arn']);
  if (revision === undefined) {
    throw new ConfigurationError({
      message: `Input task-definition-arn: ECS has no task definition ${given['task-definition-arn']}.`,
      remedy: 'Give the output task-definition-arn of register-taskdef, and check aws-region.',
    });
  }
  const plan = planMigration(given, { environment, service, revision }, aws.region);
  const protection = await planProtection(given, { environment, service }, world);
  if (given['dry-run']) return dryRun(plan, protection);
  if (plan.capacityNote !== undefined) {
    const { text, remedy } = plan.capacityNote;
    world.progress.report(remedy === undefined ? { type: 'note', text } : { type: 'warning', text, remedy });
  }
  const minutes = given['timeout-minutes'];
  const before = protection.database === undefined ? 0 : given['snapshot-timeout-minutes'];
  await checkCredentials(world, 'the migration', {
    totalMs: (minutes + before) * 60_000,
    reason: `timeout-minutes ${minutes}${before === 0 ? '' : ` and snapshot-timeout-minutes ${before}`}`,
  });
  return await runProtected(protection, given, world, () => runCommands(plan, given, world));
}

async function runCommands(
  plan: MigrationPlan,
  given: MigrationInputs,
  world: World,
): Promise<Outcome<MigrationOutputs>> {
  const { clock, progress, signal } = world;
  const began = clock.now();
  const deadline = began + given['timeout-minutes'] * 60_000;
  const seed = String(began);
  const done: CommandRun[] = [];
  for (const [index, words] of plan.commands.entries()) {
    const command = words === undefined ? undefined : joinShellWords(words);
    progress.report({
      type: 'group.started',
      title: `${plan.container}: ${command ?? 'the image’s own command'}`,
    });
    const startDeadline = Math.min(deadline, clock.now() + given['start-timeout-minutes'] * 60_000);
    const tries: Tries = { count: 0 };
    let current: CommandRun | undefined;
    try {
      for (;;) {
        const start = await startTask(plan, index, given, world, { seed, tries, startDeadline, deadline });
        if (start.kind === 'refused') return refused(start, plan, command, done);
        if (start.kind === 'occupied') return occupied(start, plan, done, world.aws.region);
        world.remember('task-arn', start.task.arn);
        if (start.adopted)
          progress.report({ type: 'note', text: 'This attempt’s task is already running; following it.' });
        progress.report({ type: 'task.started', arn: start.task.arn });
        const log = new ContainerLog(plan.log, plan.container, start.task.arn, world);
        const commandBegan = clock.now();
        const runOf = (task: TaskState): CommandRun => ({
          command,
          task,
          log,
          others: [],
          seconds: Math.round((clock.now() - commandBegan) / 100) / 10,
          link: consoleLink(world.aws.region, {
            kind: 'task',
            cluster: plan.cluster,
            taskId: lastSegment(task.arn),
          }),
        });
        current = runOf(start.task);
        const end = await watchTask(start.task, plan, given, log, world, {
          // The clock of the start runs from when ECS took the task.
          start: Math.min(deadline, clock.now() + given['start-timeout-minutes'] * 60_000),
          end: deadline,
        });
        current = runOf(end.task);
        if (end.kind === 'timedOut') return timedOut(end.what, current, plan, done, given);
        const verdict: ExitVerdict =
          end.kind === 'lost'
            ? {
                kind: 'interrupted',
                exitCode: undefined,
                sentence: 'ECS no longer knows the task, so its exit code is not known.',
              }
            : exitVerdict(end.task, plan.container);
        if (verdict.kind === 'notStarted' && clock.now() < startDeadline && lacksCapacity(end.task)) {
          tries.count += 1;
          progress.report({
            type: 'note',
            text: `The task never ran, starting another: ${verdict.sentence}`,
          });
          continue;
        }
        progress.report({
          type: 'task.stopped',
          arn: end.task.arn,
          ...('exitCode' in verdict && verdict.exitCode !== undefined ? { exitCode: verdict.exitCode } : {}),
          ...(end.task.stoppedReason === undefined ? {} : { reason: end.task.stoppedReason }),
        });
        if (verdict.kind !== 'succeeded') {
          const others = await otherLogs(plan, end.task, world);
          return ended(verdict, { ...current, others }, plan, done);
        }
        warnOfDoubt(plan, end.task, world);
        done.push(current);
        break;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
      return await cancelled(current, plan, done, world);
    } finally {
      progress.report({ type: 'group.ended' });
    }
  }
  const last = done.at(-1) as CommandRun;
  return ended(exitVerdict(last.task, plan.container), last, plan, done.slice(0, -1));
}

/** ECS does not say which container ended first. */
function warnOfDoubt(plan: MigrationPlan, task: TaskState, world: World): void {
  const failed = task.containers.find(
    ({ name, exitCode }) =>
      exitCode !== undefined &&
      ![0, 137, 143].includes(exitCode) &&
      plan.others.some((one) => one.name === name && one.essential),
  );
  if (failed === undefined) return;
  world.progress.report({
    type: 'warning',
    text: `The command’s exit code is 0, and container ${failed.name} ended with exit code ${failed.exitCode}.`,
    remedy: `A command that ends with 0 when it is told to stop may not have been done. Read its log, or make container ${failed.name} not essential.`,
  });
}

function lacksCapacity(task: TaskState): boolean {
  return task.stopCode === 'TaskFailedToStart' && isCapacityReason(task.stoppedReason ?? '');
}

/** What `post:` does: a task that still runs belongs to a process that was killed, and so does a maintenance page. */
export async function post(remembered: Readonly<Record<string, string>>, world: World): Promise<void> {
  try {
    await stopTasks(remembered, world);
  } finally {
    await takePageAway(remembered, world);
  }
}

async function stopTasks(remembered: Readonly<Record<string, string>>, world: World): Promise<void> {
  const { cluster } = remembered;
  if (cluster === undefined) return;
  const startedBy = remembered['started-by'];
  const arns = new Set([
    ...(remembered['task-arn'] === undefined ? [] : [remembered['task-arn']]),
    ...(startedBy === undefined || !startedBy.startsWith('cutover/')
      ? []
      : await world.aws.tasks.list(cluster, { startedBy })),
  ]);
  for (const task of await world.aws.tasks.describe(cluster, [...arns])) {
    if (task.lastStatus === 'STOPPED' || task.desiredStatus === 'STOPPED') continue;
    await world.aws.tasks.stop(cluster, task.arn, 'Cutover: the job ended before the task');
    world.progress.report({
      type: 'warning',
      text: `Stopped task ${lastSegment(task.arn)} (${formatRevision(task.taskDefinition)}), which the job had left running.`,
      remedy: 'Check how far its command got before running the job again.',
    });
  }
}
