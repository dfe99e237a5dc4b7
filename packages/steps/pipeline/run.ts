import { isSuccess, type Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import { blueGreenCodedeploy } from '../blue-green-codedeploy/step.ts';
import { buildPushEcr } from '../build-push-ecr/step.ts';
import { registerTaskdef } from '../register-taskdef/step.ts';
import { rollback } from '../rollback/step.ts';
import { runMigrationTask } from '../run-migration-task/step.ts';
import { verifyTargetHealth } from '../verify-target-health/step.ts';
import type { World } from '../world.ts';
import { checkFiles } from './check-files.ts';
import { Journey } from './journey.ts';
import { lookBefore } from './look-before.ts';
import { protectImage } from './protect-image.ts';
import { refuseOlder } from './refuse-older.ts';
import type { PipelineOutputs } from './outputs.ts';
import {
  buildInputs,
  chooseImage,
  deployInputs,
  hasMigration,
  migrateInputs,
  registerInputs,
  rollbackInputs,
  verifyInputs,
  type PipelineInputs,
} from './request.ts';
import type { StageOutcome } from './stage.ts';

type Result = Outcome<PipelineOutputs>;

/** Stages before the shift can't harm anybody. */
const UNTOUCHED = 'Nothing was deployed: the old version serves.';

/** Look before, build, register, migrate, shift, verify; ends with the first stage that does not succeed. */
export async function run(given: PipelineInputs, world: World): Promise<Result> {
  const source = chooseImage(given);
  const definition = await checkFiles(given, world);
  await refuseOlder(given, world);
  const journey = new Journey(world);
  if (given.preflight !== 'off') {
    const ready = await journey.pass(lookBefore(given, definition), {}, () => ({}));
    if (!succeeded(ready)) return journey.stopped(ready, { remedy: `${UNTOUCHED} ${ready.remedy}` });
  }
  let image: string | undefined;
  if (source.kind === 'build') {
    const built = await journey.pass(buildPushEcr, buildInputs(given), ({ image, digest }) => ({
      image,
      digest,
    }));
    if (!succeeded(built)) return journey.stopped(built, { remedy: `${UNTOUCHED} ${built.remedy}` });
    image = built.outputs.image ?? plannedImage(given, built.outputs, world);
  }
  const registered = await journey.pass(registerTaskdef, registerInputs(given, image), (outputs) => ({
    ...(source.kind === 'image' ? { image: source.image } : {}),
    ...(source.kind === 'digest' ? { digest: source.digest } : {}),
    'task-definition-arn': outputs['task-definition-arn'],
    'previous-task-definition-arn': outputs['previous-task-definition-arn'],
    changed: outputs.changed,
  }));
  if (!succeeded(registered)) {
    return journey.stopped(registered, { remedy: `${UNTOUCHED} ${registered.remedy}` });
  }
  const revision = registered.outputs['task-definition-arn'];
  if (revision === undefined) {
    return journey.succeeded('unchanged', `${registered.headline} What follows needs that revision.`);
  }
  if (hasMigration(given)) {
    const migrated = await journey.pass(runMigrationTask, migrateInputs(given, revision), (outputs) => ({
      'migration-task-arn': outputs['task-arn'],
      'migration-exit-code': outputs['exit-code'],
      'snapshot-id': outputs['snapshot-id'],
    }));
    if (!succeeded(migrated)) return journey.stopped(migrated);
  }
  return await shift(given, revision, journey, world, image ?? given.image);
}

/** The image of a dry run, which has no digest yet. */
function plannedImage(
  { tag }: PipelineInputs,
  { registry, repository }: { readonly registry?: string; readonly repository?: string },
  { run: { commit } }: World,
): string {
  return [registry, repository].filter(Boolean).join('/') + `:${tag ?? commit}`;
}

async function shift(
  given: PipelineInputs,
  revision: string,
  journey: Journey,
  world: World,
  image: string | undefined,
): Promise<Result> {
  const deployed = await journey.pass(blueGreenCodedeploy, deployInputs(given, revision), (outputs) => ({
    'previous-task-definition-arn': outputs['previous-task-definition-arn'],
    'deployment-id': outputs['deployment-id'],
    'codedeploy-deployment-id': outputs['codedeploy-deployment-id'],
    'deployment-status': outputs['deployment-status'],
    'rolled-back': outputs['rolled-back'],
    'rollback-deployment-id': outputs['rollback-deployment-id'],
    superseded: outputs.superseded,
    'traffic-shifted-at': outputs['traffic-shifted-at'],
  }));
  // Whichever version serves now, users may have it. A deployment that only is ready has not moved them.
  const isReadyOnly = given['wait-until'] === 'ready' && succeeded(deployed);
  if (hasMigration(given) && !isReadyOnly) await journey.takeAway(runMigrationTask);
  if (!succeeded(deployed)) return journey.stopped(deployed);
  const kind = deployed.kind === 'unchanged' ? 'unchanged' : 'succeeded';
  // Nothing to be verified: no user is on the new version yet.
  if (given['dry-run'] || isReadyOnly) return journey.succeeded(kind, deployed.headline);
  const verified = await journey.pass(verifyTargetHealth, verifyInputs(given, revision), (outputs) => ({
    'healthy-count': outputs['healthy-count'],
  }));
  if (succeeded(verified)) {
    const built = given.image === undefined && given.digest === undefined;
    await protectImage(given, { image, digest: given.digest, built }, revision, world);
    return journey.succeeded(kind, `${deployed.headline} ${verified.headline}`);
  }
  const label = formatRevision(revision);
  if (verified.kind === 'cancelled') {
    return journey.stopped(verified, {
      headline: `Cancelled: ${label} serves, its health was not proven to the end.`,
      remedy: 'Run verify-target-health to prove it, or rollback to go back.',
    });
  }
  const previous = deployed.outputs['previous-task-definition-arn'];
  if (kind === 'unchanged' || previous === undefined) {
    return journey.stopped(verified, {
      headline: `${label} served before this run and still does. ${verified.headline}`,
      remedy: `This run deployed nothing, so there is nothing to take back. ${verified.remedy}`,
    });
  }
  return await takeBack(given, previous, verified, journey, world);
}

/** Users are on a version that does not prove healthy: back to the one before. */
async function takeBack(
  given: PipelineInputs,
  previous: string,
  verified: Exclude<StageOutcome<{ 'healthy-count': number }>, { kind: 'succeeded' | 'unchanged' }>,
  journey: Journey,
  world: World,
): Promise<Result> {
  world.progress.report({
    type: 'warning',
    text: `${verified.headline} Going back to ${formatRevision(previous)}.`,
  });
  const back = await journey.pass(rollback, rollbackInputs(given, previous), (outputs) => ({
    'rollback-deployment-id': outputs['deployment-id'],
  }));
  const restored = isSuccess(back) && back.outputs['task-definition-arn'] === previous;
  journey.outputs = { ...journey.outputs, 'rolled-back': restored };
  if (restored) {
    return journey.stopped(verified, {
      kind: 'rolledBack',
      headline: `${verified.headline} Rolled back: ${formatRevision(previous)} serves.`,
      remedy: 'Production is on the old version. Mend the cause and deploy again.',
    });
  }
  return journey.stopped(verified, {
    kind: 'failed',
    headline: `${verified.headline} Going back did not succeed either: ${back.headline}`,
    remedy: 'remedy' in back ? back.remedy : `Check at once what serves. ${verified.remedy}`,
    findings: [...verified.findings, ...('findings' in back ? back.findings : [])],
  });
}

function succeeded<O extends Outcome>(
  outcome: O,
): outcome is Extract<O, { kind: 'succeeded' | 'unchanged' }> {
  return isSuccess(outcome);
}
