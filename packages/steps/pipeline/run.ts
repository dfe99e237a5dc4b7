import { isSuccess, type Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import { blueGreenCodedeploy } from '../blue-green-codedeploy/step.ts';
import type { BuildOutputs } from '../build-push-ecr/image-outputs.ts';
import { buildPushEcr } from '../build-push-ecr/step.ts';
import { takeAwayFrom } from '../leftovers/of-service.ts';
import { registerTaskdef } from '../register-taskdef/step.ts';
import { rollBack } from '../rollback/run.ts';
import { rollback } from '../rollback/step.ts';
import { runMigrationTask } from '../run-migration-task/step.ts';
import { verifyTargetHealth } from '../verify-target-health/step.ts';
import type { World } from '../world.ts';
import { checkFiles } from './check-files.ts';
import { checkMigration } from './check-migration.ts';
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

/** The fix of a stage before the shift, behind what that means for the users; the stage's own short form of it is left out. */
function untouched({ fix }: { readonly fix: string }): { readonly fix: string } {
  return {
    fix: `${UNTOUCHED} ${fix.replaceAll(/(^|\s+)Nothing was (deployed|changed)\.(?=\s|$)/g, '').trim()}`.trim(),
  };
}

/** Look before, build, register, migrate, shift, verify; ends with the first stage that does not succeed. */
export async function run(given: PipelineInputs, world: World): Promise<Result> {
  const source = chooseImage(given);
  const { definition, deployment } = await checkFiles(given, world);
  await refuseOlder(given, world);
  const journey = new Journey(world);
  const quiet = given.preflight === 'off';
  const ready = await journey.pass(lookBefore(given, definition, deployment), {}, {}, { quiet });
  // A page whose time is over keeps users out, whatever keeps this deployment from being started.
  if (!given['dry-run'] && ready.kind !== 'cancelled') await takeAwayFrom(world, given);
  if (!succeeded(ready)) return journey.stopped(ready, untouched(ready));
  await checkMigration(given, definition, world);
  let image: string | undefined;
  if (source.kind === 'build') {
    const built = await journey.pass(buildPushEcr, buildInputs(given), {
      image: 'image',
      digest: 'digest',
    });
    if (!succeeded(built)) return journey.stopped(built, untouched(built));
    image = built.outputs.image ?? plannedImage(given, built.outputs, world);
  }
  if (source.kind === 'image') journey.keep({ image: source.image });
  if (source.kind === 'digest') journey.keep({ digest: source.digest });
  const registered = await journey.pass(registerTaskdef, registerInputs(given, image), {
    'task-definition-arn': 'task-definition-arn',
    'previous-task-definition-arn': 'previous-task-definition-arn',
    changed: 'changed',
  });
  if (!succeeded(registered)) {
    return journey.stopped(registered, untouched(registered));
  }
  const revision = registered.outputs['task-definition-arn'];
  if (revision === undefined) {
    return journey.succeeded('unchanged', `${registered.what} What follows needs that revision.`);
  }
  if (hasMigration(given)) {
    const migrated = await journey.pass(runMigrationTask, migrateInputs(given, revision), {
      'migration-task-arn': 'task-arn',
      'migration-exit-code': 'exit-code',
      'snapshot-id': 'snapshot-id',
    });
    if (!succeeded(migrated)) return journey.stopped(migrated);
  }
  return await shift(given, revision, journey, world, image ?? given.image);
}

/** The image of a dry run, which has no digest yet. */
function plannedImage(
  { tag }: PipelineInputs,
  { registry, repository }: Partial<BuildOutputs>,
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
  const deployed = await journey.pass(blueGreenCodedeploy, deployInputs(given, revision), {
    'previous-task-definition-arn': 'previous-task-definition-arn',
    'deployment-id': 'deployment-id',
    'codedeploy-deployment-id': 'codedeploy-deployment-id',
    'deployment-status': 'deployment-status',
    'rolled-back': 'rolled-back',
    'rollback-deployment-id': 'rollback-deployment-id',
    superseded: 'superseded',
    'traffic-shifted-at': 'traffic-shifted-at',
  });
  // Whichever version serves now, users may have it. A deployment that only is ready has not moved them.
  const isReadyOnly = given['wait-until'] === 'ready' && succeeded(deployed);
  if (hasMigration(given) && !isReadyOnly) await journey.takeAway(runMigrationTask);
  if (!succeeded(deployed)) return journey.stopped(deployed);
  const kind = deployed.kind === 'unchanged' ? 'unchanged' : 'succeeded';
  // Nothing to be verified: no user is on the new version yet.
  if (given['dry-run'] || isReadyOnly) return journey.succeeded(kind, deployed.what);
  const verified = await journey.pass(verifyTargetHealth, verifyInputs(given, revision), {
    'healthy-count': 'healthy-count',
    'service-url': 'service-url',
  });
  if (succeeded(verified)) {
    const built = given.image === undefined && given.digest === undefined;
    await protectImage(given, { image, digest: given.digest, built }, revision, world);
    return journey.succeeded(kind, deployed.what);
  }
  const label = formatRevision(revision);
  if (verified.kind === 'cancelled') {
    return journey.stopped(verified, {
      what: `Cancelled: ${label} serves, its health was not proven to the end.`,
      fix: 'Run verify-target-health to prove it, or rollback to go back.',
    });
  }
  const previous = deployed.outputs['previous-task-definition-arn'];
  if (kind === 'unchanged' || previous === undefined) {
    return journey.stopped(verified, {
      what: `${label} served before this run and still does. ${verified.what}`,
      fix: `This run deployed nothing, so there is nothing to take back. ${verified.fix}`,
    });
  }
  return await takeBack(
    given,
    { revision, previous, id: deployed.outputs['deployment-id'] },
    verified,
    journey,
    world,
  );
}

/**
 * Users are on a version that does not prove healthy: back to the one before, unless a deployment that this run did not
 * make is under way or serves by now.
 */
async function takeBack(
  given: PipelineInputs,
  {
    id,
    previous,
    revision,
  }: { readonly revision: string; readonly previous: string; readonly id: string | undefined },
  verified: Exclude<StageOutcome<{ 'healthy-count': number }>, { kind: 'succeeded' | 'unchanged' }>,
  journey: Journey,
  world: World,
): Promise<Result> {
  world.progress.report({
    type: 'warning',
    what: `${verified.what} Going back to ${formatRevision(previous)}.`,
    inSections: true,
  });
  const goBack: typeof rollback = {
    ...rollback,
    run: async (inputs, own) => await rollBack(inputs, own, (deployment) => deployment.id === id),
  };
  const back = await journey.pass(goBack, rollbackInputs(given, previous), {
    'rollback-deployment-id': 'deployment-id',
  });
  const restored = isSuccess(back) && back.outputs['task-definition-arn'] === previous;
  journey.outputs = { ...journey.outputs, 'rolled-back': restored };
  if (restored) {
    return journey.stopped(verified, {
      kind: 'rolledBack',
      what: `${verified.what} Rolled back: ${formatRevision(previous)} serves.`,
      fix: 'Production is on the old version. Mend the cause and deploy again.',
    });
  }
  if (back.kind === 'unchanged') {
    journey.outputs = {
      ...journey.outputs,
      superseded: back.outputs['task-definition-arn'] !== revision,
    };
    return journey.stopped(verified, {
      kind: 'failed',
      what: `${verified.what} ${back.what}`,
      fix: `A newer deployment decides what serves; watch that one. ${verified.fix}`,
    });
  }
  return journey.stopped(verified, {
    kind: 'failed',
    what: `${verified.what} Going back did not succeed either: ${back.what}`,
    fix: 'fix' in back ? back.fix : `Check at once what serves. ${verified.fix}`,
    findings: [...verified.findings, ...('findings' in back ? back.findings : [])],
  });
}

function succeeded<O extends Outcome>(
  outcome: O,
): outcome is Extract<O, { kind: 'succeeded' | 'unchanged' }> {
  return isSuccess(outcome);
}
