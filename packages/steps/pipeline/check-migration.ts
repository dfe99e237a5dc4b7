import type { RegisteredTaskDefinition } from '@cutover/aws/ecs/task-definitions';
import { findEnvironment } from '../find-environment.ts';
import { servingRevision } from '@cutover/domain/task/ecs-service';
import { textOf, type JsonObject } from '@cutover/domain/text/json';
import { planMigration } from '../run-migration-task/plan.ts';
import { planProtection } from '../run-migration-task/protect.ts';
import { fillFromStack } from '../requirements/fill-from-stack.ts';
import type { World } from '../world.ts';
import { hasMigration, migrateInputs, type PipelineInputs } from './request.ts';

/**
 * Plans the migration before the build, as its stage will: container, network, database and listeners must not be refused
 * once an image is built and a revision registered.
 * @param definition what the file of the task definition says; without one, what serves now is taken
 * @throws ConfigurationError with everything that would keep the migration from starting
 */
export async function checkMigration(
  given: PipelineInputs,
  definition: JsonObject | undefined,
  world: World,
): Promise<void> {
  if (!hasMigration(given)) return;
  const { aws } = world;
  const environment = await findEnvironment(aws, given);
  const service = await aws.services.describe(environment.cluster, environment.service);
  const serving =
    service === undefined || definition !== undefined
      ? undefined
      : await aws.taskDefinitions.describe(servingRevision(service));
  const revision =
    definition === undefined
      ? serving
      : unregistered(
          environment.stack === undefined ? definition : fillFromStack(definition, environment, aws.region),
        );
  if (revision === undefined) return;
  const inputs = migrateInputs(given, revision.arn);
  // The stage itself will say what is only worth a warning.
  const silent: World = { ...world, progress: { report: () => undefined } };
  planMigration(inputs, { environment, service, revision }, aws.region);
  await planProtection(inputs, { environment, service }, silent);
}

function unregistered(definition: JsonObject): RegisteredTaskDefinition {
  const family = textOf(definition['family']);
  return { arn: `${family}:1`, family, revision: 1, status: 'ACTIVE', definition, tags: new Map() };
}
