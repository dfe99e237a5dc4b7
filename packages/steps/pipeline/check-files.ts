import { ConfigurationError } from '@cutover/domain/errors';
import type { JsonObject } from '@cutover/domain/text/json';
import type { BlueGreenRequest } from '../deploy/plan.ts';
import { readRequest } from '../deploy/request.ts';
import { contradictions } from '../build-push-ecr/contradictions.ts';
import { maintenancePage } from '../maintenance/page.ts';
import { prepare } from '../register-taskdef/run.ts';
import type { World } from '../world.ts';
import { checkRequest } from '../verify-target-health/plan.ts';
import { requestOf } from '../verify-target-health/run.ts';
import { buildInputs, deployInputs, registerInputs, verifyInputs, type PipelineInputs } from './request.ts';

/** Stands for the image before there is one. */
const NOT_YET = 'to-be-built';
/** Stands for the revision before there is one. */
const NO_REVISION = 'to-be-registered:1';

/**
 * Reads inputs and files of the later stages before the first stage starts: a slip in a file must not show after the
 * build.
 * @returns what the deployment is asked for, and what the file of the task definition says, if there is one
 * @throws ConfigurationError with every problem and its place
 */
export async function checkFiles(
  given: PipelineInputs,
  world: World,
): Promise<{ readonly definition: JsonObject | undefined; readonly deployment: BlueGreenRequest }> {
  // The stage itself will say what is only worth a warning.
  const silent: World = { ...world, progress: { report: () => undefined } };
  const image = given.image === undefined && given.digest === undefined ? NOT_YET : undefined;
  const { definition } = await prepare(registerInputs(given, image), silent);
  const deployment = await readRequest(deployInputs(given, NO_REVISION), silent);
  checkRequest(requestOf(verifyInputs(given, NO_REVISION), undefined));
  if (image !== undefined) {
    const problems = contradictions(buildInputs(given));
    if (problems.length > 0) throw new ConfigurationError(problems);
  }
  const page = given['maintenance-page'];
  if (page !== undefined) {
    const text = await world.files.read(page, 'maintenance-page');
    maintenancePage(text, page, given['retry-after-seconds']);
  }
  return { definition, deployment };
}
