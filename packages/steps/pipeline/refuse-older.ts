import { servingRevision } from '@cutover/domain/task/ecs-service';
import { refuseDowngrade, servedCommit } from '../deploy/downgrade.ts';
import { describeService, environmentOf } from '../deployment/environment.ts';
import type { World } from '../world.ts';
import type { PipelineInputs } from './request.ts';

/**
 * Looks before the first stage whether a newer commit serves: the deployment would refuse the older one, but its migration
 * would have run by then.
 * @throws ConfigurationError when this commit is older
 */
export async function refuseOlder(given: PipelineInputs, world: World): Promise<void> {
  if (given['allow-downgrade'] || world.run.commit === '') return;
  const service = await describeService(world.aws, await environmentOf(world.aws, given));
  const serving = service === undefined ? undefined : servingRevision(service);
  const newest = serving === undefined ? undefined : await servedCommit(world, serving);
  // A mere warning is left to the deployment, which asks again.
  const silent: World = { ...world, progress: { report: () => undefined } };
  if (newest?.newest !== undefined) await refuseDowngrade(silent, newest.newest, given['github-token']);
}
