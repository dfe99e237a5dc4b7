import { createHash } from 'node:crypto';
import type { TaskRequest } from '@cutover/aws/ecs/tasks';
import { ConfigurationError } from '@cutover/domain/errors';
import type { RunContext } from '@cutover/domain/run-context';
import { MARK_VARIABLE } from '@cutover/domain/task/task';
import type { MigrationPlan } from './migration-plan.ts';

/** RunTask's limit for `overrides`, as JSON text. */
const OVERRIDES_LIMIT = 8192;

/** @throws ConfigurationError when ECS would refuse the overrides for their length */
export function checkOverrides(plan: MigrationPlan, command: readonly string[] | undefined): void {
  const { length } = JSON.stringify(overridesOf(plan, command));
  if (length <= OVERRIDES_LIMIT) return;
  throw new ConfigurationError({
    what: `Inputs command, environment-variables and container-overrides take ${length} characters as JSON; ECS takes ${OVERRIDES_LIMIT} at most.`,
    fix: 'Put long values into the task definition (register-taskdef) or into a script in the image.',
  });
}

/** @param mark of the run, where the task's own tag is the user's */
function overridesOf(
  plan: MigrationPlan,
  command: readonly string[] | undefined,
  mark?: string,
): TaskRequest['overrides'] {
  const environment = [
    ...[...plan.environment].map(([name, value]) => ({ name, value })),
    ...(mark === undefined ? [] : [{ name: MARK_VARIABLE, value: mark }]),
  ];
  const given = plan.containerOverrides.find(({ name }) => name === plan.container);
  const variables = [...(given?.environment ?? []), ...environment];
  return {
    containerOverrides: [
      {
        name: plan.container,
        ...given,
        ...(command === undefined ? {} : { command }),
        ...(variables.length === 0 ? {} : { environment: variables }),
      },
      ...plan.containerOverrides.filter((one) => one !== given),
    ],
  };
}

/**
 * One command's RunTask request. Token and `startedBy` follow from the run, its attempt, the job and the request, so that
 * a retry never starts a second task and a second process finds what the first one started.
 * @param tries how often ECS has said that it started nothing
 * @param seed  stands for the run where there is none, as outside of GitHub
 */
export function taskRequest(
  plan: MigrationPlan,
  index: number,
  options: {
    readonly run: RunContext;
    readonly startedBy: string | undefined;
    readonly tries: number;
    readonly seed: string;
    /** Tells jobs apart that are one and the same to the run context, as the legs of a matrix. */
    readonly key: string;
  },
): TaskRequest {
  const { run, tries, seed, key } = options;
  const command = plan.commands[index];
  const identity = [
    run.repository,
    run.runId || seed,
    run.runAttempt,
    run.job,
    run.step ?? '',
    key,
    plan.cluster,
    plan.taskDefinition,
    plan.container,
  ];
  const work = hash([...identity, options.startedBy ?? '', index, command ?? null]).slice(0, 12);
  const mark = `${markOfAttempt(run, seed)}${work}`;
  const request = {
    cluster: plan.cluster,
    taskDefinition: plan.taskDefinition,
    overrides: overridesOf(plan, command, options.startedBy === undefined ? undefined : mark),
    ...(plan.network === undefined ? {} : { network: plan.network }),
    ...(plan.launchType === undefined ? {} : { launchType: plan.launchType }),
    ...(plan.capacityProviders.length === 0 ? {} : { capacityProviders: plan.capacityProviders }),
    ...(plan.platformVersion === undefined ? {} : { platformVersion: plan.platformVersion }),
    ...(plan.tags.size === 0 ? {} : { tags: plan.tags }),
    ...(plan.volume === undefined ? {} : { volume: plan.volume }),
    startedBy: options.startedBy ?? mark,
  };
  return {
    ...request,
    clientToken: hash([...identity, index, tries, { ...request, tags: [...plan.tags] }]).slice(0, 64),
  };
}

/** Begins the mark of every task of one attempt of a run. @param seed stands for the run where there is none */
export function markOfAttempt(run: RunContext, seed: string): string {
  return `cutover/${run.runId || seed}/${run.runAttempt || '1'}/`;
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
