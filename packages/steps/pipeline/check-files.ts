import { parseAppSpecFile } from '@cutover/domain/appspec-file';
import { prepare } from '../register-taskdef/run.ts';
import type { World } from '../world.ts';
import { registerInputs, type PipelineInputs } from './request.ts';

/** Stands for the image before there is one. */
const NOT_YET = 'to-be-built';

/**
 * Reads the files of the later stages before the first stage starts: a slip in the AppSpec must not show after the build.
 * @throws ConfigurationError with every problem and its place
 */
export async function checkFiles(given: PipelineInputs, world: World): Promise<void> {
  // The stage itself will say what is only worth a warning.
  const silent: World = { ...world, progress: { report: () => undefined } };
  const image = given.image === undefined && given.digest === undefined ? NOT_YET : undefined;
  await prepare(registerInputs(given, image), silent);
  const appSpec = given['codedeploy-appspec'];
  if (appSpec !== undefined) {
    parseAppSpecFile(await world.files.read(appSpec, 'codedeploy-appspec'), appSpec);
  }
}
