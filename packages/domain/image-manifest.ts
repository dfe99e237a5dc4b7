import { isDigest, type Digest } from './digest.ts';
import { formatPlatform, type Platform } from './platform.ts';

/** What a manifest says about another object of the registry. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
}

/** One entry of an index. Attestations (provenance, SBOM) sit there beside the images and run nowhere. */
export interface IndexEntry extends Descriptor {
  readonly platform?: Platform;
  readonly attestation: boolean;
}

export type ImageManifest =
  | { readonly kind: 'index'; readonly mediaType: string; readonly entries: readonly IndexEntry[] }
  | {
      readonly kind: 'image';
      readonly mediaType: string;
      readonly config: Descriptor;
      readonly layers: readonly Descriptor[];
    };

export const INDEX_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
] as const;

export const IMAGE_TYPES = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const;

interface RawDescriptor {
  readonly mediaType?: unknown;
  readonly digest?: unknown;
  readonly size?: unknown;
  readonly platform?: Partial<Platform>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * Reads the JSON of an image manifest or index.
 * @param mediaType as the registry or a descriptor tells it; wins over the text's own
 * @throws SyntaxError with the reason when the text is neither
 */
export function parseManifest(text: string, mediaType?: string): ImageManifest {
  const raw = JSON.parse(text) as {
    readonly mediaType?: string;
    readonly manifests?: unknown;
    readonly config?: RawDescriptor;
    readonly layers?: unknown;
  } | null;
  if (raw === null || typeof raw !== 'object') throw new SyntaxError('it is no JSON object');
  if (Array.isArray(raw.manifests)) {
    return {
      kind: 'index',
      mediaType: mediaType ?? raw.mediaType ?? INDEX_TYPES[0],
      entries: (raw.manifests as RawDescriptor[]).map(indexEntry),
    };
  }
  if (raw.config !== undefined && Array.isArray(raw.layers)) {
    return {
      kind: 'image',
      mediaType: mediaType ?? raw.mediaType ?? IMAGE_TYPES[0],
      config: descriptor(raw.config),
      layers: (raw.layers as RawDescriptor[]).map(descriptor),
    };
  }
  throw new SyntaxError('it has neither config and layers nor manifests');
}

/** `linux/amd64` of every image in an index; attestations left out. */
export function indexPlatforms(entries: readonly IndexEntry[]): readonly string[] {
  return entries.flatMap(({ attestation, platform }) =>
    attestation || platform === undefined ? [] : [formatPlatform(platform)],
  );
}

/** The platform that an image's configuration blob names. */
export function configPlatform(text: string): string {
  const { os, architecture, variant } = JSON.parse(text) as Partial<Platform>;
  return formatPlatform({
    os: os ?? 'unknown',
    architecture: architecture ?? 'unknown',
    ...(variant === undefined ? {} : { variant }),
  });
}

function indexEntry(raw: RawDescriptor): IndexEntry {
  const { platform, annotations } = raw;
  return {
    ...descriptor(raw),
    ...(platform?.os === undefined || platform.architecture === undefined
      ? {}
      : { platform: platform as Platform }),
    attestation:
      annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' || platform?.os === 'unknown',
  };
}

function descriptor({ mediaType, digest, size }: RawDescriptor): Descriptor {
  if (typeof digest !== 'string' || !isDigest(digest))
    throw new SyntaxError(`${JSON.stringify(digest)} is no sha256 digest`);
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    throw new SyntaxError(`the size of ${digest} is ${JSON.stringify(size)}, not a number of bytes`);
  return { mediaType: typeof mediaType === 'string' ? mediaType : '', digest, size };
}
