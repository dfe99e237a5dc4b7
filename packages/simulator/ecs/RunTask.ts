import type { RunTaskRequest, RunTaskResponse } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import type { Ecs } from './ecs.ts';
import { launchTask } from './launch.ts';
import { checkNetwork, checkOverrides, chooseLaunch, invalid } from './launch-checks.ts';
import { withTags } from './tags.ts';
import { NO_CAPACITY, taskNames } from './task-faults.ts';
import { taskShape } from './task-shape.ts';
import { checkVolumesAtLaunch } from './volume-at-launch.ts';

const MAX_COUNT = 10;
const TOKEN_LIFE_MS = 24 * 3_600_000;

/** @throws ApiError ClusterNotFoundException, ClientException, InvalidParameterException, ConflictException */
export function runTask(ecs: Ecs, input: RunTaskRequest): RunTaskResponse {
  const cluster = ecs.cluster(input.cluster);
  const { clientToken, ...parameters } = input;
  const fingerprint = JSON.stringify(parameters);
  if (clientToken !== undefined) {
    if (!/^[!-~]{1,64}$/.test(clientToken))
      throw invalid('clientToken must have 1 to 64 printable ASCII characters.');
    const earlier = cluster.tokens.get(clientToken);
    if (earlier !== undefined && ecs.sim.clock.now() - earlier.at < TOKEN_LIFE_MS) {
      const tasks = earlier.ids.flatMap((id) => cluster.tasks.get(id) ?? []);
      if (earlier.fingerprint !== fingerprint) {
        throw new ApiError(
          'ConflictException',
          'The provided client token was already used in a request with different parameters.',
          400,
          { resourceIds: earlier.ids.map((id) => ecs.sim.arn('ecs', `task/${cluster.name}/${id}`)) },
        );
      }
      return { tasks: tasks.map((task) => taskShape(task, true)), failures: [] };
    }
  }
  const definition = ecs.activeTaskDefinition(input.taskDefinition);
  const count = input.count ?? 1;
  if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT)
    throw invalid(`count must be between 1 and ${MAX_COUNT}, not ${count}.`);
  // The reference knows no blank, but ECS takes one: `ecs run` of ecs-deploy sends "ECS Deploy".
  if (input.startedBy !== undefined && !/^[A-Za-z0-9\-/_ ]{1,128}$/.test(input.startedBy)) {
    throw invalid(
      'startedBy can have up to 128 letters (uppercase and lowercase), numbers, hyphens, forward slash, and underscores.',
    );
  }
  if (input.propagateTags === 'SERVICE') throw invalid('propagateTags SERVICE is not valid for RunTask.');
  const choice = chooseLaunch(cluster, definition, input);
  checkNetwork(definition, input.networkConfiguration);
  checkOverrides(definition, input.overrides);
  if (
    input.enableExecuteCommand === true &&
    (input.overrides?.taskRoleArn ?? definition.taskRoleArn) === undefined
  )
    throw invalid(
      'The execute command failed because a valid task role is not being used. Specify a valid task role in your task definition or as a task override and try again.',
    );
  checkVolumesAtLaunch(definition, input.volumeConfigurations);
  if (choice.launchType === 'EC2') throw invalid('No Container Instances were found in your cluster.');
  const full = ecs.sim.faults.takeTask('capacity', taskNames(cluster, definition));
  if (full !== undefined) {
    const reason = full.message ?? NO_CAPACITY;
    return { tasks: [], failures: Array.from({ length: count }, () => ({ reason })) };
  }
  const inherited =
    input.propagateTags === 'TASK_DEFINITION'
      ? (ecs.findTaskDefinition(definition.taskDefinitionArn ?? '')?.tags ?? [])
      : [];
  const tags = withTags(inherited, input.tags);
  const tasks = Array.from({ length: count }, () =>
    launchTask(ecs, {
      cluster,
      definition,
      overrides: input.overrides,
      startedBy: input.startedBy,
      group: input.group,
      networkConfiguration: input.networkConfiguration,
      capacityProviderName: choice.capacityProviderStrategy?.[0]?.capacityProvider,
      platformVersion: input.platformVersion,
      enableExecuteCommand: input.enableExecuteCommand,
      tags,
    }),
  );
  if (clientToken !== undefined)
    cluster.tokens.set(clientToken, { fingerprint, at: ecs.sim.clock.now(), ids: tasks.map(({ id }) => id) });
  return { tasks: tasks.map((task) => taskShape(task, true)), failures: [] };
}
