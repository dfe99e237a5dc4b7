import { partitionOf } from '@cutover/domain/identity/region';
import { isJsonObject, textOf, type JsonObject } from '@cutover/domain/text/json';
import { containersOf } from '@cutover/domain/task-definition/containers';
import type { World } from '../world.ts';
import { failed, look, ok, type Found, type Requirement } from './requirement.ts';

/** Every log group that containers write to is there, or is made by the driver. */
export async function checkLogGroups(
  definition: JsonObject,
  aws: World['aws'],
): Promise<readonly Requirement[]> {
  const looks = new Map<string, Promise<Found>>();
  const checks = containersOf(definition).flatMap((container, index) => {
    const logging = container['logConfiguration'];
    if (!isJsonObject(logging) || logging['logDriver'] !== 'awslogs') return [];
    const options = isJsonObject(logging['options']) ? logging['options'] : {};
    const group = textOf(options['awslogs-group']);
    const region = textOf(options['awslogs-region']) || aws.region;
    if (group === '') return [];
    const created = textOf(options['awslogs-create-group']) === 'true';
    const key = JSON.stringify([group, region, created]);
    const found =
      looks.get(key) ??
      (created
        ? Promise.resolve(ok(`log group ${group} is made by the log driver if it is not there`))
        : look(async () => await findGroup(group, region, aws)));
    looks.set(key, found);
    return [
      async (): Promise<Requirement> => ({
        item: `log group of container ${textOf(container['name'])}`,
        path: ['containerDefinitions', index, 'logConfiguration', 'options', 'awslogs-group'],
        ...(await found),
      }),
    ];
  });
  return await Promise.all(checks.map(async (check) => await check()));
}

async function findGroup(group: string, region: string, aws: World['aws']): Promise<Found> {
  const partition = partitionOf(region);
  if (partition !== aws.partition)
    return failed(
      `awslogs-region ${region} is of partition ${partition}, and the tasks run in partition ${aws.partition}`,
      'Correct awslogs-region.',
    );
  if (await aws.logGroups.exists(group, region)) return ok(`log group ${group} is there`);
  return failed(
    `there is no log group ${group} in ${region}, and without it no task starts`,
    `Create it (aws logs create-log-group --log-group-name ${group} --region ${region}), correct awslogs-group or awslogs-region, or add awslogs-create-group: "true".`,
  );
}
