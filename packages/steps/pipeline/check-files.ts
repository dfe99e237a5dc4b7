import { ConfigurationError } from '@cutover/domain/errors';
import type { JsonObject } from '@cutover/domain/json';
import { readRequest } from '../blue-green-codedeploy/request.ts';
import { contradictions } from '../build-push-ecr/contradictions.ts';
import { maintenancePage } from '../maintenance/page.ts';
import { prepare } from '../register-taskdef/run.ts';
import type { World } from '../world.ts';
import { buildInputs, deployInputs, registerInputs, type PipelineInputs } from './request.ts';

/** Stands for the image before there is one. */
const NOT_YET = 'to-be-built';
/** Stands for the revision before there is one. */
const NO_REVISION = 'to-be-registered:1';

/**
 * Reads inputs and files of the later stages before the first stage starts: a slip in the AppSpec must not show after the
 * build.
 * @returns what the file of the task definition says, if there is one
 * @throws ConfigurationError with every problem and its place
 */
export async function checkFiles(given: PipelineInputs, world: World): Promise<JsonObject | undefined> {
  // The stage itself will say what is only worth a warning.
  const silent: World = { ...world, progress: { report: () => undefined } };
  const image = given.image === undefined && given.digest === undefined ? NOT_YET : undefined;
  const { file } = await prepare(registerInputs(given, image), silent);
  await readRequest(deployInputs(given, NO_REVISION), silent);
  if (image !== undefined) {
    const problems = contradictions(buildInputs(given));
    if (problems.length > 0) throw new ConfigurationError(problems);
  }
  const page = given['maintenance-page'];
  if (page !== undefined) {
    const text = await world.files.read(page, 'maintenance-page');
    maintenancePage(text, page, given['retry-after-seconds']);
  }
  return file?.definition;
}
