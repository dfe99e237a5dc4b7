import { createHash } from 'node:crypto';
import type { TaskRequest } from '@cutover/aws/tasks';
import { ConfigurationError } from '@cutover/domain/errors';
import type { RunContext } from '@cutover/domain/run-context';
import type { MigrationPlan } from './plan.ts';

/** RunTask's limit for `overrides`, as JSON text. */
const OVERRIDES_LIMIT = 8192;

/** @throws ConfigurationError when ECS would refuse the overrides for their length */
export function checkOverrides(plan: MigrationPlan, command: readonly string[] | undefined): void {
  const { length } = JSON.stringify(overridesOf(plan, command));
  if (length <= OVERRIDES_LIMIT) return;
  throw new ConfigurationError({
    message: `Inputs command and environment-variables take ${length} characters as JSON; ECS takes ${OVERRIDES_LIMIT} at most.`,
    remedy: 'Put long values into the task definition (register-taskdef) or into a script in the image.',
  });
}

function overridesOf(plan: MigrationPlan, command: readonly string[] | undefined): TaskRequest['overrides'] {
  return {
    containerOverrides: [
      {
        name: plan.container,
        ...(command === undefined ? {} : { command }),
        ...(plan.environment.size === 0
          ? {}
          : { environment: [...plan.environment].map(([name, value]) => ({ name, value })) }),
      },
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
  const request = {
    cluster: plan.cluster,
    taskDefinition: plan.taskDefinition,
    overrides: overridesOf(plan, command),
    ...(plan.network === undefined ? {} : { network: plan.network }),
    ...(plan.launchType === undefined ? {} : { launchType: plan.launchType }),
    ...(plan.capacityProviders.length === 0 ? {} : { capacityProviders: plan.capacityProviders }),
    ...(plan.platformVersion === undefined ? {} : { platformVersion: plan.platformVersion }),
    startedBy: options.startedBy ?? `cutover/${run.runId || seed}/${run.runAttempt || '1'}/${work}`,
  };
  return { ...request, clientToken: hash([...identity, index, tries, request]).slice(0, 64) };
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
