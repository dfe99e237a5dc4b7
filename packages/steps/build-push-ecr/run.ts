import { findEnvironment } from '@cutover/aws/find-environment';
import type { RepositoryState, StoredImage } from '@cutover/aws/images';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Outcome } from '@cutover/domain/outcome';
import { platformOfArchitecture } from '@cutover/domain/platform';
import type { World } from '../world.ts';
import { checkFiles } from './check-files.ts';
import { conclude } from './conclude.ts';
import { wouldPush } from './dry-run.ts';
import type { BuildOutputs } from './image-outputs.ts';
import type { BuildInputs } from './inputs.ts';
import { decide, planRepository, planRequest } from './plan.ts';
import { push } from './push.ts';
import type { Target } from './target.ts';

/** Builds (or takes a layout), pushes and proves an image; builds nothing when its tag is there already. */
export async function run(inputs: BuildInputs, world: World): Promise<Outcome<BuildOutputs>> {
  try {
    return await act(inputs, world);
  } catch (error) {
    if (!world.signal.aborted) throw error;
    return {
      kind: 'cancelled',
      headline: 'The job was cancelled before the image was proven to be in ECR.',
      outputs: {},
      findings: [],
      remedy: 'No login is left on the runner. Run the job again: what was pushed is found there.',
    };
  }
}

async function act(inputs: BuildInputs, world: World): Promise<Outcome<BuildOutputs>> {
  const plan = (defaultPlatform?: string) =>
    planRequest(inputs, world.run.commit, defaultPlatform, (path) => world.files.resolve(path));
  // Everything that is wrong without AWS is found before the first call.
  const { source, tag } = plan();
  const layout = source.kind === 'layout' ? await world.aws.images.openLayout(source.path, tag) : undefined;
  if (layout === undefined) await checkFiles(inputs, world);
  if (inputs.repository !== undefined) planRepository(inputs.repository, world.aws.region);
  const environment =
    inputs.stack === undefined ? undefined : await findEnvironment(world.aws, { stack: inputs.stack });
  const architecture = environment?.cpuArchitecture;
  const request = plan(architecture === undefined ? undefined : platformOfArchitecture(architecture));
  const named = inputs.repository ?? environment?.repositoryUri;
  if (named === undefined) {
    throw new ConfigurationError({
      message: `Input stack: stack ${inputs.stack ?? ''} has no output EcrRepositoryUri.`,
      remedy: 'Add the output to the stack, or give repository: NAME.',
    });
  }
  const repository = await findRepository(named, inputs, world);
  // Only a dry run goes on without a repository.
  if (repository === undefined) return wouldPush(request, undefined, named);
  const target = { request, repository, world, ...(layout === undefined ? {} : { layout }) };
  const existing = await world.aws.images.find(repository, { tag: request.tag });
  const decision = decide(request.ifExists, request.tag, repository, existing);
  switch (decision.kind) {
    case 'refuse':
      throw new ConfigurationError(decision);
    case 'reuse':
      return await reuse(target, decision.image, inputs['dry-run']);
    case 'push':
      return inputs['dry-run'] ? wouldPush(request, repository, named) : await push(target);
  }
}

async function findRepository(
  named: string,
  inputs: BuildInputs,
  world: World,
): Promise<RepositoryState | undefined> {
  const name = planRepository(named, world.aws.region);
  if (!inputs['create-repository']) return await world.aws.images.requireRepository(name);
  const found = await world.aws.images.repository(name);
  if (found !== undefined) return found;
  if (inputs['dry-run']) return undefined;
  const created = await world.aws.images.createRepository(name);
  world.progress.report({ type: 'note', text: `Created repository ${created.uri}` });
  return created;
}

async function reuse(target: Target, existing: StoredImage, dryRun: boolean): Promise<Outcome<BuildOutputs>> {
  const { layout, request, repository, world } = target;
  const offered = layout?.root.descriptor.digest;
  if (offered !== undefined && offered !== existing.digest) {
    world.progress.report({
      type: 'warning',
      text: `Tag ${request.tag} stands for ${existing.digest}, not for the layout’s image ${offered}; the image in ECR is used.`,
      remedy: 'Push the layout under a tag of its own, or set if-exists: overwrite.',
    });
  }
  const { images } = world.aws;
  for (const tag of dryRun ? [] : request.otherTags) {
    const current = await images.find(repository, { tag });
    if (current?.digest !== existing.digest) await images.tag(repository, existing, tag);
  }
  return await conclude(target, existing, true);
}
