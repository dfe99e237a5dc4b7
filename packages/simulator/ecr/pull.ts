import { reasonOf } from '../kernel/reason.ts';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ImageConfig, ImagePullError, type ImageSource, type PulledImage } from '../kernel/images.ts';
import { isIndex, type Image } from './image.ts';
import type { Registry } from './registry.ts';
import type { Repository } from './repository.ts';
import { unpackLayer } from './unpack.ts';

interface ConfigBlob {
  readonly os?: string;
  readonly architecture?: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** Lets ECS pull images straight out of the registry's store. */
export function createImageSource(registry: Registry): ImageSource {
  /** Unpacked root file systems by manifest digest; a promise, so that two tasks share one unpacking. */
  const unpacked = new Map<string, Promise<string>>();

  const unpack = async (image: Image): Promise<string> => {
    const directory = join(registry.sim.dataDir, 'registry', 'unpacked', image.digest.replace(':', '-'));
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    for (const layer of image.manifest.layers ?? []) {
      await unpackLayer(registry.blobs.path(layer.digest), directory);
    }
    return directory;
  };

  return {
    owns: (reference) => registry.isHost(parseReference(reference).host),

    find: async (reference, architecture) => {
      const { repository, found } = await find(registry, reference, architecture);
      return { ...found, repository: repository.name };
    },

    pull: async (reference, architecture, directory): Promise<PulledImage> => {
      const { platform, found } = await find(registry, reference, architecture);
      try {
        let cached = unpacked.get(platform.digest);
        if (cached === undefined) {
          cached = unpack(platform);
          unpacked.set(platform.digest, cached);
        }
        await mkdir(directory, { recursive: true });
        await cp(await cached, directory, { recursive: true, verbatimSymlinks: true });
      } catch (error) {
        unpacked.delete(platform.digest);
        throw notExtracted(reference, error);
      }
      return found;
    },
  };
}

async function find(
  registry: Registry,
  reference: string,
  architecture: string,
): Promise<{ repository: Repository; platform: Image; found: PulledImage }> {
  const { repository, image } = resolve(registry, reference);
  const platform = await choosePlatform(registry, repository, image, architecture);
  image.lastPulledAt = registry.sim.clock.date();
  const config = await readConfig(registry, platform).catch((error: unknown) => {
    throw notExtracted(reference, error);
  });
  return {
    repository,
    platform,
    found: {
      digest: platform.digest,
      config: imageConfig(config),
      ...(config.architecture === undefined ? {} : { architecture: config.architecture }),
    },
  };
}

function notExtracted(reference: string, cause: unknown): ImagePullError {
  const why = reasonOf(cause);
  return new ImagePullError(`CannotPullContainerError: failed to extract image ${reference}: ${why}`, {
    cause,
  });
}

/** `host/repository`, then `:tag` (default `latest`) or `@digest`; with both, the digest counts. */
export function parseReference(reference: string): { host: string; repository: string; target: string } {
  const slash = reference.indexOf('/');
  const host = reference.slice(0, Math.max(0, slash));
  const [rest = '', digest] = reference.slice(slash + 1).split('@');
  const colon = rest.lastIndexOf(':');
  const repository = colon < 0 ? rest : rest.slice(0, colon);
  return { host, repository, target: digest ?? (colon < 0 ? 'latest' : rest.slice(colon + 1)) };
}

function resolve(registry: Registry, reference: string): { repository: Repository; image: Image } {
  const { repository: name, target } = parseReference(reference);
  const repository = registry.publicRepositories.get(name) ?? registry.repositories.get(name);
  const image = repository === undefined ? undefined : registry.find(repository, target);
  if (repository === undefined || image === undefined) {
    throw new ImagePullError(
      `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${reference}: ${reference}: not found`,
    );
  }
  return { repository, image };
}

/**
 * The child of an index for `linux/<architecture>`; a child without a platform is asked for its config. Attestations are
 * children too, for platform `unknown/unknown`.
 */
async function choosePlatform(
  registry: Registry,
  repository: Repository,
  image: Image,
  architecture: string,
): Promise<Image> {
  if (!isIndex(image.mediaType)) return image;
  for (const { platform, digest } of image.manifest.manifests ?? []) {
    const child = repository.images.get(digest);
    if (child === undefined) continue;
    const found = platform ?? (isIndex(child.mediaType) ? undefined : await readConfig(registry, child));
    if (found?.architecture !== architecture || found.os !== 'linux') continue;
    return await choosePlatform(registry, repository, child, architecture);
  }
  throw new ImagePullError(
    `CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/${architecture}'`,
  );
}

/** Builders write `null` for what an image doesn't say. */
function imageConfig({ config = {} }: ConfigBlob): ImageConfig {
  const names: readonly (keyof ImageConfig)[] = ['Entrypoint', 'Cmd', 'Env', 'WorkingDir', 'User'];
  return Object.fromEntries(
    names
      .map((name) => [name, config[name]])
      .filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as ImageConfig;
}

async function readConfig(registry: Registry, image: Image): Promise<ConfigBlob> {
  const { config } = image.manifest;
  if (config === undefined) throw new Error(`manifest ${image.digest} has no config`);
  return JSON.parse(await readFile(registry.blobs.path(config.digest), 'utf8')) as ConfigBlob;
}
