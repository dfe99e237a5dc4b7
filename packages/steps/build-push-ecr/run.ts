import { findEnvironment } from '../find-environment.ts';
import type { RepositoryState, StoredImage } from '@cutover/aws/ecr/images';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Outcome } from '@cutover/domain/outcome';
import { platformOfArchitecture } from '@cutover/domain/image/platform';
import { lookAtExpiry } from '../protection/expiry.ts';
import { protect } from '../protection/protect.ts';
import type { World } from '../world.ts';
import { cachePlace, checkCacheRepository } from './cache.ts';
import { checkFiles } from './check-files.ts';
import { concludePush, type Finish } from './conclude.ts';
import { contentOfDigest, contentTag } from './content-tag.ts';
import { wouldPush } from './dry-run.ts';
import type { BuildOutputs } from './image-outputs.ts';
import type { BuildInputs } from './inputs.ts';
import { NEW_REPOSITORY } from './new-repository.ts';
import { sourceDate } from './origin.ts';
import { decide, planRepository, planRequest, type ImageRequest } from './plan.ts';
import { push } from './push.ts';
import { checkRuntimePlatform, runtimePlatform } from './runtime-platform.ts';
import { tagsOf, type ImageStore, type Target } from './target.ts';

/** Builds (or takes a layout), pushes and proves an image; builds nothing when its tag is there already. */
export async function run(inputs: BuildInputs, world: World): Promise<Outcome<BuildOutputs>> {
  try {
    return await act(inputs, world);
  } catch (error) {
    if (!world.signal.aborted) throw error;
    return {
      kind: 'cancelled',
      what: 'The job was cancelled before the image was proven to be in ECR.',
      outputs: {},
      findings: [],
      fix: 'No login is left on the runner. Run the job again: what was pushed is found there.',
    };
  }
}

async function act(inputs: BuildInputs, world: World): Promise<Outcome<BuildOutputs>> {
  const plan = (defaultPlatform?: string): ImageRequest =>
    planRequest(inputs, world.run.commit, defaultPlatform, (path) => world.files.resolve(path));
  // Everything that is wrong without AWS is found before the first call.
  const { source, tag = '' } = plan();
  const images: ImageStore = inputs['registry-type'] === 'public' ? world.aws.publicImages : world.aws.images;
  const layout = source.kind === 'layout' ? await images.openLayout(source.path, tag) : undefined;
  const hidden = source.kind === 'build' ? await checkFiles(inputs, world) : [];
  const date = sourceDate(source.kind === 'build' ? world.docker.variable('SOURCE_DATE_EPOCH') : undefined);
  const definition = inputs['task-definition'];
  const runtime = definition === undefined ? undefined : await runtimePlatform(definition, world);
  checkRuntimePlatform(inputs.platforms, runtime, definition ?? '');
  if (inputs.repository !== undefined)
    planRepository(inputs.repository, world.aws.region, inputs['registry-type']);
  const environment =
    inputs.stack === undefined ? undefined : await findEnvironment(world.aws, { stack: inputs.stack });
  const architecture = environment?.cpuArchitecture;
  const planned = plan(
    runtime ?? (architecture === undefined ? undefined : platformOfArchitecture(architecture)),
  );
  const named = inputs.repository ?? environment?.repositoryUri;
  if (named === undefined) {
    throw new ConfigurationError({
      what: `Input stack: stack ${inputs.stack ?? ''} has no output EcrRepositoryUri.`,
      fix: 'Add the output to the stack, or give repository: NAME.',
    });
  }
  const request = await derived(planned, layout?.root.descriptor.digest, world);
  const repository = await findRepository(named, images, inputs, world);
  // Only a dry run goes on without a repository.
  if (repository === undefined) return wouldPush(request, named, undefined);
  const threshold = inputs['fail-on-severity'];
  const target: Target = {
    request: proven(request, runtime),
    repository,
    images,
    cache: inputs.cache,
    registries: inputs.registries,
    hidden,
    sourceDate: date,
    world,
    ...(layout === undefined ? {} : { layout }),
    ...(threshold === undefined ? {} : { gate: { threshold, minutes: inputs['scan-timeout-minutes'] } }),
  };
  if (request.source.kind === 'stored') return await stored(target, inputs, world);
  await checkCache(target);
  const existing =
    request.tag === undefined ? undefined : await images.find(repository, { tag: request.tag });
  const decision = decide(request.ifExists, request.tag ?? '', repository, existing);
  switch (decision.kind) {
    case 'refuse':
      throw new ConfigurationError(decision);
    case 'reuse':
      return await reuse(target, decision.image, inputs['dry-run']);
    case 'push':
      return inputs['dry-run'] ? wouldPush(request, named, target) : await push(target);
  }
}

/** The request with the tag that `tag: auto` stands for. */
async function derived(
  request: ImageRequest,
  layout: string | undefined,
  world: World,
): Promise<ImageRequest> {
  if (request.tag !== 'auto') return request;
  if (layout !== undefined) return { ...request, tag: contentOfDigest(layout) };
  if (request.source.kind !== 'build') return request;
  return { ...request, tag: await contentTag(request.source.build, world) };
}

/** The image has to run where its tasks run, whatever other platforms it is built for. */
function proven(request: ImageRequest, runtime: string | undefined): ImageRequest {
  return runtime === undefined || request.platforms.includes(runtime)
    ? request
    : { ...request, platforms: [...request.platforms, runtime] };
}

async function findRepository(
  named: string,
  images: ImageStore,
  inputs: BuildInputs,
  world: World,
): Promise<RepositoryState | undefined> {
  const name = planRepository(named, world.aws.region, inputs['registry-type']);
  if (!inputs['create-repository']) return await images.requireRepository(name);
  const found = await images.repository(name);
  if (found !== undefined) return found;
  if (inputs['dry-run']) return undefined;
  const created = await images.createRepository(name, NEW_REPOSITORY, ({ message, fix }) => {
    world.progress.report({
      type: 'warning',
      what: `Repository ${name.name} was created without rules of expiry: ${message}`,
      fix,
    });
  });
  world.progress.report({ type: 'note', text: `Created repository ${created.uri}` });
  return created;
}

/** @throws ConfigurationError when the cache’s repository is missing, or lets no tag be moved */
async function checkCache({ cache, repository, images }: Target): Promise<void> {
  const place = cachePlace(cache, repository);
  if (place === undefined) return;
  const found =
    place.repository === repository.name
      ? repository
      : await images.repository({ name: place.repository, account: repository.account });
  if (found === undefined) {
    throw new ConfigurationError({
      what: `Input cache: there is no repository ${place.repository} in this registry.`,
      fix: `Create it: aws ecr create-repository --repository-name ${place.repository}, or use cache: ecr, which keeps the cache beside the image.`,
    });
  }
  checkCacheRepository(found, place.tag);
}

async function reuse(target: Target, existing: StoredImage, dryRun: boolean): Promise<Outcome<BuildOutputs>> {
  const { layout, request, world } = target;
  const offered = layout?.root.descriptor.digest;
  if (offered !== undefined && offered !== existing.digest) {
    world.progress.report({
      type: 'warning',
      what: `Tag ${request.tag ?? ''} stands for ${existing.digest}, not for the layout’s image ${offered}; the image in ECR is used.`,
      fix: 'Push the layout under a tag of its own, or set if-exists: overwrite.',
    });
  }
  return await concludePush(target, existing, undefined, async () => {
    if (!dryRun) await addTags(target, existing, request.otherTags);
    return { facts: [] };
  });
}

/** Proves an image that is in ECR already, tags it and protects it. */
async function stored(target: Target, inputs: BuildInputs, world: World): Promise<Outcome<BuildOutputs>> {
  const { images, repository, request } = target;
  if (request.source.kind !== 'stored') throw new TypeError('no digest was given');
  const { digest } = request.source;
  const image = await images.find(repository, { digest });
  if (image === undefined) {
    throw new ConfigurationError({
      what: `Input digest: repository ${repository.name} has no image ${digest}.`,
      fix: 'Correct digest or repository; a lifecycle rule may have removed the image, which then has to be built again.',
    });
  }
  return await concludePush(target, image, undefined, finishStored(target, image, inputs, world));
}

function finishStored(
  target: Target,
  stored: StoredImage,
  inputs: BuildInputs,
  { aws, progress }: World,
): Finish {
  return async () => {
    const image = `${target.repository.uri}@${stored.digest}`;
    if (inputs['dry-run'])
      return { facts: [], headline: `Dry run: ${image} is in ECR; nothing was changed.` };
    const added = await addTags(target, stored, tagsOf(target.request));
    const facts: [string, string][] = added.length === 0 ? [] : [['Added tags', added.join(', ')]];
    if (inputs.protect === undefined) return { facts, headline: `${image} is in ECR.` };
    const result = await protect(target.images, target.repository, stored, inputs.protect);
    if (result.kind === 'refused')
      throw new ConfigurationError({ what: `Input protect: ${result.what}`, fix: result.fix });
    const expiry = await lookAtExpiry(aws.images, target.repository, result, tagsOf(target.request));
    for (const warning of expiry.warnings) progress.report({ type: 'warning', ...warning });
    switch (result.kind) {
      case 'unchanged':
        return { facts, headline: `${image} is marked ${result.tag} already.` };
      case 'protected':
        return {
          facts: [
            ...facts,
            ['Protected', `${result.tag} stands for ${result.digest}`],
            ...(result.previous === undefined
              ? []
              : [['Kept', `${result.previous.tag} stands for ${result.previous.digest}`] as const]),
          ],
          headline: `${image} is marked ${result.tag}${expiry.safe ? ': no lifecycle rule removes it' : ''}.`,
        };
    }
  };
}

/** @returns the tags that the image did not have before */
async function addTags(
  { images, repository }: Target,
  image: StoredImage,
  tags: readonly string[],
): Promise<readonly string[]> {
  const added: string[] = [];
  for (const tag of tags) {
    const current = await images.find(repository, { tag });
    if (current?.digest === image.digest) continue;
    await images.tag(repository, image, tag);
    added.push(tag);
  }
  return added;
}
