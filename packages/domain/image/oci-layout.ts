import { parseManifest, type Descriptor, type IndexEntry } from './manifest.ts';

/** Where a layout keeps an object: `blobs/sha256/<hex>`. */
export function blobPath(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`;
}

/** A layout's `index.json`, as far as it tells which image is meant. */
export type LayoutRoot =
  | { readonly kind: 'found'; readonly root: Descriptor }
  /** Several images, none of them under the wanted name: `names` are those that they have. */
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] }
  | { readonly kind: 'empty' };

/**
 * Finds the image that a layout holds: the only one, or the one named `tag`
 * (`org.opencontainers.image.ref.name`, or the tag of containerd's full name).
 * @throws SyntaxError when the text is no index
 */
export function layoutRoot(indexJson: string, tag: string): LayoutRoot {
  const index = parseManifest(indexJson);
  if (index.kind !== 'index') throw new SyntaxError('it is an image manifest, not an index');
  const images = index.entries.filter(({ attestation }) => !attestation);
  if (images.length === 1 && images[0] !== undefined) return { kind: 'found', root: pick(images[0]) };
  if (images.length === 0) return { kind: 'empty' };
  const names = refNames(indexJson);
  const named = images.filter(({ digest }) => names.get(digest)?.includes(tag) === true);
  return named.length === 1 && named[0] !== undefined
    ? { kind: 'found', root: pick(named[0]) }
    : { kind: 'ambiguous', names: images.map(({ digest }) => names.get(digest)?.[0] ?? digest) };
}

function pick({ mediaType, digest, size }: IndexEntry): Descriptor {
  return { mediaType, digest, size };
}

function refNames(indexJson: string): ReadonlyMap<string, readonly string[]> {
  const { manifests } = JSON.parse(indexJson) as {
    manifests: readonly { digest: string; annotations?: Readonly<Record<string, unknown>> | null }[];
  };
  return new Map(
    manifests.map(({ digest, annotations }) => {
      const full = textOf(annotations?.['io.containerd.image.name']);
      const names = [textOf(annotations?.['org.opencontainers.image.ref.name']), full?.split(':').at(-1)];
      return [digest, names.filter((name) => name !== undefined)] as const;
    }),
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
