import type { StoredImage } from '@cutover/aws/ecr/images';
import type { RegistryLogin } from '@cutover/aws/registry/login';
import type { Layout } from '@cutover/aws/registry/layout';
import type { Digest } from '@cutover/domain/image/digest';
import { CommandError, ConfigurationError } from '@cutover/domain/errors';
import type { Outcome } from '@cutover/domain/outcome';
import { isTagMovable } from '@cutover/domain/image/tag-mutability';
import { buildAndPush } from './build.ts';
import type { BuildRequest } from './build-request.ts';
import { cacheOptions } from './cache.ts';
import { concludePush } from './conclude.ts';
import { type BuildOutputs, repositoryOutputs } from './image-outputs.ts';
import { originLabels } from './origin.ts';
import { readBack } from './proof.ts';
import type { Made } from './report.ts';
import { references, tagsOf, type Target } from './target.ts';

/** Pushes the layout, or builds and pushes; then reads back what ECR holds. */
export async function push(target: Target): Promise<Outcome<BuildOutputs>> {
  const { source } = target.request;
  switch (source.kind) {
    case 'build':
      return await pushFromBuild(target, source.build);
    case 'layout':
      if (target.layout === undefined) throw new TypeError('the layout was not opened');
      return await pushFromLayout(target, target.layout, source);
    case 'stored':
      throw new TypeError('an image that is in ECR is not pushed');
  }
}

async function pushFromLayout(
  target: Target,
  layout: Layout,
  source: { readonly path: string; readonly mountFrom: readonly string[] },
): Promise<Outcome<BuildOutputs>> {
  const { images, repository, request, world } = target;
  const { clock, progress, signal } = world;
  await refuseTaken(target);
  const login = await images.login(repository.account);
  world.mask(login.password);
  const started = clock.now();
  const { digest, blobs } = await images.pushLayout(layout, {
    repository: repository.uri,
    login,
    tags: tagsOf(request),
    mountFrom: source.mountFrom,
    clock,
    progress,
    signal,
  });
  const { mediaType, size } = layout.root.descriptor;
  const metadata = JSON.stringify({
    'containerimage.digest': digest,
    'containerimage.descriptor': { mediaType, digest, size },
    'image.name': references(target).join(','),
  });
  const seconds = (clock.now() - started) / 1000;
  return await pushed(target, digest, {
    from: `OCI layout ${source.path}`,
    seconds,
    steps: [],
    blobs,
    metadata,
  });
}

async function pushFromBuild(
  target: Target,
  build: Omit<BuildRequest, 'references'>,
): Promise<Outcome<BuildOutputs>> {
  const { hidden, repository, request, world } = target;
  await refuseTaken(target);
  const logins = await loginsOf(target);
  for (const { password } of logins) world.mask(password);
  try {
    const built = await buildAndPush(
      complete(target, build),
      { values: request.secretValues, hidden },
      logins,
      world,
    );
    const { digest, metadata, seconds, steps } = built;
    const details = [
      ...(build.file === undefined ? [] : [`file ${build.file}`]),
      ...(build.target === undefined ? [] : [`target ${build.target}`]),
    ];
    const from = `${built.how} of ${build.context}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
    return await pushed(target, digest, {
      from,
      seconds,
      steps,
      ...(metadata === undefined ? {} : { metadata }),
    });
  } catch (error) {
    if (!(error instanceof CommandError) || world.signal.aborted) throw error;
    const overtaken = await pushedByAnother(target, error);
    if (overtaken !== undefined) return await concludePush(target, overtaken);
    return {
      kind: 'failed',
      what: error.message,
      outputs: repositoryOutputs(repository),
      findings: error.findings,
      fix: `${error.fix} Nothing was deployed.`,
    };
  }
}

/** The build with what depends on the moment and on the registry. */
export function complete(target: Target, build: Omit<BuildRequest, 'references'>): BuildRequest {
  const { cache, repository, sourceDate, world } = target;
  const origin = originLabels(world.run, sourceDate ?? world.clock.now());
  const labels = new Map([...origin, ...build.labels]);
  const { from, to } = cacheOptions(cache, repository, (path) => world.files.resolve(path));
  return {
    ...build,
    references: references(target),
    labels,
    // The user's own labels and annotations win in both places.
    annotations: new Map([...origin].map(([key, value]) => [key, build.labels.get(key) ?? value])),
    fixedDate: sourceDate !== undefined,
    cacheFrom: [...build.cacheFrom, ...from],
    cacheTo: [...build.cacheTo, ...to],
  };
}

/** One login for each host: the registry that is pushed to, and those of other accounts that the build may read. */
async function loginsOf({
  images,
  registries,
  repository,
  world,
}: Target): Promise<readonly RegistryLogin[]> {
  const logins = new Map<string, RegistryLogin>();
  const add = (login: RegistryLogin): void => {
    if (!logins.has(login.host)) logins.set(login.host, login);
  };
  add({ ...(await images.login(repository.account)), host: repository.registry });
  for (const account of registries) {
    if (account !== repository.account) add(await world.aws.images.login(account));
  }
  return [...logins.values()];
}

/** The image of another run that pushed the same immutable tag while this one was building. */
async function pushedByAnother(
  { images, repository, request: { ifExists, tag }, world }: Target,
  { findings }: CommandError,
): Promise<StoredImage | undefined> {
  if (ifExists !== 'reuse' || tag === undefined) return undefined;
  if (!findings.some(({ id }) => id === 'ecr-tag-immutable')) return undefined;
  const found = await images.find(repository, { tag });
  if (found !== undefined) {
    world.progress.report({
      type: 'warning',
      what: `Another run pushed tag ${tag} while this one was building; its image ${found.digest} is used.`,
    });
  }
  return found;
}

/** Other tags that can't be moved to the new image: better known before the build than after it. */
async function refuseTaken({ images, layout, request, repository }: Target): Promise<void> {
  for (const tag of request.otherTags) {
    if (isTagMovable(repository, tag)) continue;
    const taken = await images.find(repository, { tag });
    if (taken === undefined || taken.digest === layout?.root.descriptor.digest) continue;
    throw new ConfigurationError({
      what: `Input tags: tag ${tag} stands for ${taken.digest} already, and repository ${repository.name} lets no tag be moved.`,
      fix: `Remove ${tag} from tags, or exempt it from the repository’s tag immutability.`,
    });
  }
}

async function pushed(target: Target, digest: Digest, made: Made): Promise<Outcome<BuildOutputs>> {
  const { tag } = target.request;
  if (tag === undefined) throw new TypeError('an image was pushed without a tag');
  return await concludePush(target, await readBack(target, tag, digest), made);
}
