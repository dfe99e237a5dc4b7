import { ConfigurationError } from '@cutover/domain/errors';
import { isTagMovable, type TagMutability } from '@cutover/domain/image/tag-mutability';
import { isRepositoryName, isTag, parseImageReference } from '@cutover/domain/image/reference';
import { InvalidInput } from '@cutover/domain/inputs/input';

/** Where the layers of a build are kept for the next one. */
export type Cache =
  | { readonly kind: 'none' }
  /** A tag of its own in ECR: in the image's repository, or in another one of the same registry. */
  | { readonly kind: 'ecr'; readonly repository?: string; readonly tag: string }
  /** The cache of GitHub Actions; builds that share a scope share their layers. */
  | { readonly kind: 'gha'; readonly scope?: string }
  | { readonly kind: 'registry'; readonly reference: string }
  | { readonly kind: 'local'; readonly directory: string };

/** The options of a build, as buildx takes them. */
export interface CacheOptions {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Tag under which `cache: ecr` keeps layers; the bundled template exempts `cache*` from immutability. */
const CACHE_TAG = 'cache';

/**
 * ECR's requirements: it takes a cache only as an OCI image manifest, not as the index that BuildKit writes by default. A
 * cache that can't be written costs time and is no reason to fail a build.
 */
const REGISTRY_OPTIONS = 'mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true';

const WORDS = 'Write none, gha, ecr, ecr=REPOSITORY, registry=REFERENCE or local=FOLDER.';

/** Reads the input `cache`. @throws InvalidInput */
export function parseCache(text: string): Cache {
  const at = text.indexOf('=');
  const kind = at === -1 ? text : text.slice(0, at);
  const value = at === -1 ? undefined : text.slice(at + 1).trim();
  switch (kind) {
    case 'none':
      if (value === undefined) return { kind };
      break;
    case 'gha':
      if (value === undefined) return { kind };
      if (/^[\w.-]{1,128}$/.test(value)) return { kind, scope: value };
      throw new InvalidInput(
        'gha or gha=SCOPE',
        'Name the scope with letters, digits, dots, dashes and underscores.',
      );
    case 'ecr': {
      if (value === undefined) return { kind, tag: CACHE_TAG };
      const colon = value.indexOf(':');
      const repository = colon === -1 ? value : value.slice(0, colon);
      const tag = colon === -1 ? CACHE_TAG : value.slice(colon + 1);
      if (isTag(tag) && repository === '' && colon === 0) return { kind, tag };
      if (isTag(tag) && isRepositoryName(repository)) return { kind, repository, tag };
      throw new InvalidInput(
        'ecr, ecr=REPOSITORY, ecr=:TAG or ecr=REPOSITORY:TAG',
        'Name a repository of the same registry, as in ecr=team/cache, or use registry=REFERENCE for another one.',
      );
    }
    case 'registry':
      if (value !== undefined && parseImageReference(value)?.digest === undefined && isReference(value))
        return { kind, reference: value };
      throw new InvalidInput(
        'registry=REFERENCE',
        'Write it like registry=123456789012.dkr.ecr.us-east-1.amazonaws.com/team/cache:main.',
      );
    case 'local':
      if (value !== undefined && value !== '') return { kind, directory: value };
      throw new InvalidInput('local=FOLDER', 'Write it like local=.cache/build.');
    default:
  }
  throw new InvalidInput('a cache', WORDS);
}

function isReference(text: string): boolean {
  return parseImageReference(text) !== undefined;
}

/** Variables in which GitHub's runner tells actions where its cache is; `cache: gha` needs the token and an address. */
const RUNTIME_TOKEN = 'ACTIONS_RUNTIME_TOKEN';
const ADDRESSES = ['ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'];

/**
 * The cache of GitHub Actions can be used only where its address is known.
 * @param missing those of the variables that the step's environment lacks
 * @throws ConfigurationError
 */
export function checkRuntime(cache: Cache, missing: (names: readonly string[]) => readonly string[]): void {
  if (cache.kind !== 'gha') return;
  const lacking = [
    ...missing([RUNTIME_TOKEN]),
    ...(missing(ADDRESSES).length === ADDRESSES.length ? ADDRESSES.slice(0, 1) : []),
  ];
  if (lacking.length === 0) return;
  throw new ConfigurationError({
    what: `Input cache: gha was asked for, but this runner has no cache of GitHub Actions (${lacking.join(', ')} is not set).`,
    fix: 'Use cache: ecr, which works on every runner, or run the job on GitHub.',
  });
}

/**
 * Cache options of the build.
 * @param repository URI of the image's repository
 * @param path absolute path of a path given in an input
 */
export function cacheOptions(
  cache: Cache,
  repository: { readonly uri: string; readonly registry: string },
  path: (given: string) => string,
): CacheOptions {
  switch (cache.kind) {
    case 'none':
      return { from: [], to: [] };
    case 'gha': {
      const scope = cache.scope === undefined ? '' : `,scope=${cache.scope}`;
      return { from: [`type=gha${scope}`], to: [`type=gha,mode=max,ignore-error=true${scope}`] };
    }
    case 'ecr':
    case 'registry': {
      const reference = cacheReference(cache, repository);
      return {
        from: [`type=registry,ref=${reference}`],
        to: [`type=registry,ref=${reference},${REGISTRY_OPTIONS}`],
      };
    }
    case 'local': {
      const directory = path(cache.directory);
      return {
        from: [record('type=local', `src=${directory}`)],
        to: [record('type=local', `dest=${directory}`, 'mode=max', 'ignore-error=true')],
      };
    }
  }
}

/** `host/name:tag` of a cache in a registry. */
function cacheReference(
  cache: Extract<Cache, { kind: 'ecr' | 'registry' }>,
  { uri, registry }: { readonly uri: string; readonly registry: string },
): string {
  if (cache.kind === 'registry') return cache.reference;
  return `${cache.repository === undefined ? uri : `${registry}/${cache.repository}`}:${cache.tag}`;
}

/** buildx reads these options as one record of CSV. */
function record(...fields: readonly string[]): string {
  return fields.map((one) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(',');
}

/** The repository of the registry that holds the cache, and its tag; undefined when the cache is elsewhere. */
export function cachePlace(
  cache: Cache,
  image: { readonly name: string; readonly registry: string },
): { readonly repository: string; readonly tag: string } | undefined {
  if (cache.kind === 'ecr') return { repository: cache.repository ?? image.name, tag: cache.tag };
  if (cache.kind !== 'registry') return undefined;
  const found = parseImageReference(cache.reference);
  if (found?.host !== image.registry) return undefined;
  return { repository: found.name, tag: found.tag ?? 'latest' };
}

/** @throws ConfigurationError when the cache could be written once and never again */
export function checkCacheRepository(
  repository: { readonly name: string; readonly uri: string } & TagMutability,
  tag: string,
): void {
  if (isTagMovable(repository, tag)) return;
  throw new ConfigurationError({
    what: `Input cache: repository ${repository.name} lets no tag be moved, so that tag ${tag} could hold one cache and never a newer one.`,
    fix: `Keep the cache in a repository with movable tags (cache: ecr=${repository.name}-cache), or exempt the tag: aws ecr put-image-tag-mutability --repository-name ${repository.name} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=${tag} (name the filters that it has already too).`,
  });
}
