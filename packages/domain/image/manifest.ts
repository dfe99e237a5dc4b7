import { isDigest, type Digest } from './digest.ts';
import { formatPlatform, type Platform } from './platform.ts';

/** A manifest's reference to another object of the registry. */
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

type RawObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the JSON of an image manifest or index.
 * @param mediaType as the registry or a descriptor tells it; wins over the text's own
 * @throws SyntaxError with the reason when the text is neither
 */
export function parseManifest(text: string, mediaType?: string): ImageManifest {
  const raw = parsedJson(text);
  if (!isObject(raw)) throw new SyntaxError('it is no JSON object');
  const own = typeof raw['mediaType'] === 'string' ? raw['mediaType'] : undefined;
  const { config, layers, manifests } = raw;
  if (Array.isArray(manifests)) {
    return {
      kind: 'index',
      mediaType: mediaType ?? own ?? INDEX_TYPES[0],
      entries: manifests.map(indexEntry),
    };
  }
  if (config !== undefined && Array.isArray(layers)) {
    return {
      kind: 'image',
      mediaType: mediaType ?? own ?? IMAGE_TYPES[0],
      config: descriptor(config),
      layers: layers.map(descriptor),
    };
  }
  throw new SyntaxError('it has neither config and layers nor manifests');
}

/** @throws SyntaxError without the text: Node's own message quotes it, and it may be another file's. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SyntaxError('it is no JSON', { cause: error });
  }
}

/** `linux/amd64` of every image in an index; attestations left out. */
export function indexPlatforms(entries: readonly IndexEntry[]): readonly string[] {
  return entries.flatMap(({ attestation, platform }) =>
    attestation || platform === undefined ? [] : [formatPlatform(platform)],
  );
}

/** The platform that an image's configuration blob names; `unknown` stands for what it does not say. */
export function configPlatform(text: string): string {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    // An image without a known platform is refused where the platform counts.
  }
  const { os, architecture, variant } = isObject(raw) ? raw : {};
  return formatPlatform({
    os: word(os) ?? 'unknown',
    architecture: word(architecture) ?? 'unknown',
    ...(word(variant) === undefined ? {} : { variant: word(variant) ?? '' }),
  });
}

/** A short text as it is written in a platform. */
function word(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.-]{1,64}$/.test(value) ? value : undefined;
}

function indexEntry(raw: unknown): IndexEntry {
  const found = descriptor(raw);
  const { platform, annotations } = raw as RawObject;
  const { os, architecture, variant } = isObject(platform) ? platform : {};
  const kind = isObject(annotations) ? annotations['vnd.docker.reference.type'] : undefined;
  const named = word(os) !== undefined && word(architecture) !== undefined;
  return {
    ...found,
    ...(named
      ? {
          platform: {
            os: word(os) ?? '',
            architecture: word(architecture) ?? '',
            ...(word(variant) === undefined ? {} : { variant: word(variant) ?? '' }),
          },
        }
      : {}),
    attestation: kind === 'attestation-manifest' || os === 'unknown',
  };
}

function descriptor(raw: unknown): Descriptor {
  if (!isObject(raw)) throw new SyntaxError(`${shown(raw)} stands where a descriptor belongs`);
  const { mediaType, digest, size } = raw;
  if (typeof digest !== 'string' || !isDigest(digest))
    throw new SyntaxError(`${shown(digest)} is no sha256 digest`);
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    throw new SyntaxError(`the size of ${digest} is ${shown(size)}, not a number of bytes`);
  return { mediaType: typeof mediaType === 'string' ? mediaType : '', digest, size };
}

/** A value of a foreign file for a message: never much of it. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}
