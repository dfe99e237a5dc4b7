import { findEnvironment } from '../find-environment.ts';
import { requireHere, requireOwn } from '../require-here.ts';
import { lastSegment } from '@cutover/domain/identity/arn';
import { servingRevision } from '@cutover/domain/task/ecs-service';
import { isCapacityReason } from '@cutover/domain/task/capacity-reason';
import { consoleLink } from '@cutover/domain/console';
import { ConfigurationError, CutoverError } from '@cutover/domain/errors';
import { exitVerdict, type ExitVerdict } from '@cutover/domain/task/exit-verdict';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision, parseRevision } from '@cutover/domain/task/revision';
import { joinShellWords } from '@cutover/domain/text/shell-words';
import { looksSecret, secretValues } from '@cutover/domain/task-definition/secretive';
import type { TaskState } from '@cutover/domain/task/task';
import { cleanUpAll, type CleanUp } from '../clean-up.ts';
import { checkCredentials } from '../credentials.ts';
import type { World } from '../world.ts';
import { ContainerLog } from './container-log.ts';
import { variablesOfOverrides } from './container-overrides.ts';
import type { CommandRun } from './command-run.ts';
import { cancelled, dryRun, ended, occupied, refused, timedOut } from './outcomes.ts';
import type { MigrationOutputs } from './outputs.ts';
import { otherLogs } from './other-containers.ts';
import { chosenCommands, planMigration, SERVING, wantedRevision, type MigrationInputs } from './plan.ts';
import type { MigrationPlan } from './migration-plan.ts';
import { planProtection, runProtected, takePageAway } from './protect.ts';
import { markOfAttempt } from './task-request.ts';
import { startTask, type Tries } from './start-task.ts';
import { watchTask } from './watch-task.ts';

export async function run(given: MigrationInputs, world: World): Promise<Outcome<MigrationOutputs>> {
  const { aws } = world;
  chosenCommands(given);
  const variables = new Map([
    ...given['environment-variables'],
    ...variablesOfOverrides(given['container-overrides']),
  ]);
  for (const [name, value] of variables) {
    if (value.length >= 8 && looksSecret(name, value)) world.mask(value);
  }
  const named = wantedRevision(given);
  const role = given['managed-ebs-volume']?.['roleArn'];
  const arns = {
    'Input task-definition-arn': given['task-definition-arn'],
    'Input managed-ebs-volume': typeof role === 'string' ? role : undefined,
    'Input snapshot': given.snapshot,
  };
  requireHere(aws, arns);
  for (const value of secretValues(variables)) world.hide(value);
  const hasService = given.stack !== undefined || given.service !== undefined;
  const environment = hasService ? await findEnvironment(aws, given) : undefined;
  const service =
    environment === undefined
      ? undefined
      : await aws.services.describe(environment.cluster, environment.service);
  if (environment !== undefined && service === undefined) {
    throw new ConfigurationError({
      what: `Input ${given.service === undefined ? 'stack' : 'service'}: there is no service ${environment.service} in cluster ${environment.cluster}.`,
      fix: 'Correct service, cluster or aws-region.',
    });
  }
  if (service === undefined) await requireOwn(aws, { ...arns, 'Input cluster': given.cluster });
  else requireHere(aws, arns, service.arn);
  const wanted = named === SERVING && service !== undefined ? servingRevision(service) : named;
  const revision = await aws.taskDefinitions.describe(wanted);
  if (revision === undefined) {
    throw new ConfigurationError({
      what: `Input task-definition-arn: ECS has no task definition ${wanted}.`,
      fix: 'Give the output task-definition-arn of register-taskdef, and check aws-region.',
    });
  }
  if (named === SERVING) {
    world.progress.report({
      type: 'note',
      text: `The service runs ${formatRevision(revision.arn)}: the command runs in that revision.`,
    });
  } else if (parseRevision(wanted) === undefined) {
    world.progress.report({
      type: 'note',
      text: `The newest ACTIVE revision of family ${wanted} is ${formatRevision(revision.arn)}: it runs.`,
    });
  }
  const plan = planMigration(given, { environment, service, revision }, aws.region);
  const protection = await planProtection(given, { environment, service }, world);
  if (given['dry-run']) return dryRun(plan, protection);
  if (plan.capacityNote !== undefined) {
    const { what, fix } = plan.capacityNote;
    world.progress.report(fix === undefined ? { type: 'note', text: what } : { type: 'warning', what, fix });
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
        if (log.link !== undefined) progress.report({ type: 'page.known', page: 'logs', url: log.link });
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
    what: `The command’s exit code is 0, and container ${failed.name} ended with exit code ${failed.exitCode}.`,
    fix: `A command that ends with 0 when it is told to stop may not have been done. Read its log, or make container ${failed.name} not essential.`,
  });
}

function lacksCapacity(task: TaskState): boolean {
  return task.stopCode === 'TaskFailedToStart' && isCapacityReason(task.stoppedReason ?? '');
}

/** The work of `post:`: a task that still runs belongs to a process that was killed, and so does a maintenance page. */
export async function post(remembered: Readonly<Record<string, string>>, world: World): Promise<void> {
  await cleanUpAll([
    { act: () => stopTasks(remembered, world) },
    { act: () => takePageAway(remembered, world) },
  ]);
}

async function stopTasks(remembered: Readonly<Record<string, string>>, world: World): Promise<void> {
  const { cluster } = remembered;
  if (cluster === undefined) return;
  const startedBy = remembered['started-by'];
  // The saved state tells where to look; whose a task is, its own mark tells.
  const ours = markOfAttempt(world.run, remembered['seed'] ?? '');
  const own = startedBy?.startsWith(ours) === true ? startedBy : undefined;
  const arns = new Set(remembered['task-arn'] === undefined ? [] : [remembered['task-arn']]);
  const look = {
    left: `Whether a task of the step that was killed still runs in cluster ${cluster} could not be found out`,
    fix: `To look: aws ecs list-tasks --cluster ${cluster}${own === undefined ? '' : ` --started-by ${own}`} --region ${world.aws.region}.`,
  };
  let tasks: readonly TaskState[] = [];
  await cleanUpAll([
    {
      ...look,
      act: async () => {
        try {
          if (own !== undefined)
            for (const arn of await world.aws.tasks.list(cluster, { startedBy: own })) arns.add(arn);
        } catch (error) {
          // The task is known; the list would tell of one whose start was never answered.
          if (arns.size === 0 || !(error instanceof CutoverError)) throw error;
          world.progress.report({
            type: 'warning',
            what: `Whether another task of the step still runs in cluster ${cluster} could not be found out: ${error.message}`,
            fix: `${look.fix} ${error.fix}`,
          });
        }
      },
    },
    {
      ...look,
      act: async () => {
        tasks = await world.aws.tasks.describe(cluster, [...arns]);
      },
    },
    {
      act: async () => {
        await cleanUpAll(
          tasks.filter((task) => isOurs(task, ours)).map((task) => stopping(task, cluster, world)),
        );
      },
    },
  ]);
}

function isOurs({ desiredStatus, lastStatus, mark, startedBy }: TaskState, ours: string): boolean {
  return (
    lastStatus !== 'STOPPED' &&
    desiredStatus !== 'STOPPED' &&
    [startedBy, mark].some((one) => one?.startsWith(ours) === true)
  );
}

function stopping({ arn, taskDefinition }: TaskState, cluster: string, world: World): CleanUp {
  const name = `${lastSegment(arn)} (${formatRevision(taskDefinition)})`;
  return {
    act: async () => {
      await world.aws.tasks.stop(cluster, arn, 'Cutover: the job ended before the task');
      world.progress.report({
        type: 'warning',
        what: `Stopped task ${name}, which the job had left running.`,
        fix: 'Check how far its command got before running the job again.',
      });
    },
    left: `Task ${name} of the step that was killed could not be stopped and runs on`,
    fix: `To stop it: aws ecs stop-task --cluster ${cluster} --task ${arn} --region ${world.aws.region}.`,
  };
}
