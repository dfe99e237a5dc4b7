import { createHash } from 'node:crypto';
import { access, constants, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { ConfigurationError } from '@cutover/domain/errors';
import { wordsOfKind } from '@cutover/domain/files';
import { parseManifest, type Descriptor, type ImageManifest } from '@cutover/domain/image/manifest';
import { blobPath, layoutRoot } from '@cutover/domain/image/oci-layout';
import { filePieces } from './file-pieces.ts';
import { tarEntries } from './tar.ts';

/** One manifest of a layout with its bytes. */
interface LayoutManifest {
  readonly descriptor: Descriptor;
  readonly text: string;
  readonly manifest: ImageManifest;
}

/** The files of a layout, wherever they are kept. */
interface LayoutFiles {
  /**
   * Bytes of a file; undefined when it is absent.
   * @throws ConfigurationError naming the path and what stands there instead of a regular file that may be read
   */
  size(path: string): Promise<number | undefined>;
  /** @param size bytes to read at most: the file may have grown, or have no end */
  bytes(path: string, size: number): AsyncIterable<Uint8Array>;
}

/** Manifests are a few kilobytes; ECR refuses those above 4 MiB. */
const MANIFEST_LIMIT = 4 * 1024 * 1024;

/** An image in an OCI layout on disk: its manifests are read and checked, its blobs are left where they are. */
export class Layout {
  readonly root: LayoutManifest;
  /** All manifests, children before parents, the root last. */
  readonly manifests: readonly LayoutManifest[];
  /** Configurations and layers, each once. Layers that may not be distributed are left out, as Docker does. */
  readonly blobs: readonly Descriptor[];
  readonly #path: string;
  readonly #files: LayoutFiles;

  private constructor(
    path: string,
    files: LayoutFiles,
    root: LayoutManifest,
    all: readonly LayoutManifest[],
  ) {
    this.#path = path;
    this.#files = files;
    this.root = root;
    this.manifests = all;
    const blobs = all.flatMap(({ manifest }) =>
      manifest.kind === 'image'
        ? [
            manifest.config,
            ...manifest.layers.filter(({ mediaType }) => !/nondistributable|foreign/.test(mediaType)),
          ]
        : [],
    );
    this.blobs = [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
  }

  /**
   * @param path directory, or uncompressed tar archive, absolute
   * @param tag which image is meant when the layout holds several
   * @throws ConfigurationError naming the input `oci-layout`, the file in the layout and what is wrong with it
   */
  static async open(path: string, tag: string): Promise<Layout> {
    const files = await openFiles(path);
    await readSmall(path, files, 'oci-layout');
    const found = parsed(path, 'index.json', await readSmall(path, files, 'index.json'), (text) =>
      layoutRoot(text, tag),
    );
    switch (found.kind) {
      case 'empty':
        throw broken(path, 'index.json names no image', 'Build the image into the layout before this step.');
      case 'ambiguous':
        throw broken(
          path,
          `it holds several images (${found.names.join(', ')}) and none of them is named ${tag}`,
          'Give a layout with one image, or name one of them like the tag (org.opencontainers.image.ref.name).',
        );
      case 'found': {
        const all: LayoutManifest[] = [];
        const root = await collect(path, files, found.root, all);
        return new Layout(path, files, root, all);
      }
    }
  }

  /**
   * The bytes of a blob from byte `from` on. All of it is read and hashed, so that what has been sent is known to be whole.
   * @throws ConfigurationError before the last bytes when they are not those of the digest
   */
  async *blob(descriptor: Descriptor, from = 0): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let at = 0;
    // The last piece is held back until all is checked: a damaged blob never arrives whole.
    let held: Uint8Array | undefined;
    for await (const chunk of this.#files.bytes(blobPath(descriptor.digest), descriptor.size)) {
      hash.update(chunk);
      const skip = Math.max(0, Math.min(chunk.length, from - at));
      at += chunk.length;
      if (skip === chunk.length) continue;
      if (held !== undefined) yield held;
      held = chunk.subarray(skip);
    }
    if (`sha256:${hash.digest('hex')}` !== descriptor.digest) throw this.#damaged(descriptor);
    if (held !== undefined) yield held;
  }

  /** @throws ConfigurationError when the blob is absent or has another size than the manifest says */
  async checkBlob(descriptor: Descriptor): Promise<void> {
    const size = await this.#files.size(blobPath(descriptor.digest));
    if (size === undefined)
      throw broken(
        this.#path,
        `${blobPath(descriptor.digest)} is missing`,
        'Copy the whole layout; a layer that the registry lacks has to be in it.',
      );
    if (size !== descriptor.size) throw this.#damaged(descriptor);
  }

  #damaged(descriptor: Descriptor): ConfigurationError {
    return broken(
      this.#path,
      `${blobPath(descriptor.digest)} does not hold what its name says`,
      'The layout is damaged; build it again.',
    );
  }
}

async function collect(
  path: string,
  files: LayoutFiles,
  descriptor: Descriptor,
  all: LayoutManifest[],
): Promise<LayoutManifest> {
  const known = all.find((one) => one.descriptor.digest === descriptor.digest);
  if (known !== undefined) return known;
  const name = blobPath(descriptor.digest);
  const text = await readSmall(path, files, name);
  const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  if (digest !== descriptor.digest)
    throw broken(path, `${name} does not hold what its name says`, 'The layout is damaged; build it again.');
  const mediaType = descriptor.mediaType === '' ? undefined : descriptor.mediaType;
  const manifest = parsed(path, name, text, (one) => parseManifest(one, mediaType));
  if (manifest.kind === 'index') {
    for (const entry of manifest.entries) await collect(path, files, entry, all);
  }
  const found = { descriptor: { ...descriptor, mediaType: manifest.mediaType }, text, manifest };
  all.push(found);
  return found;
}

async function openFiles(path: string): Promise<LayoutFiles> {
  const kind = await stat(path).catch(() => undefined);
  if (kind === undefined)
    throw broken(
      path,
      'there is nothing at this path',
      'Correct it; it is relative to the root of the repository. Does the step that builds the layout run before this one?',
    );
  if (kind.isDirectory()) {
    const root = await realpath(path);
    return {
      size: (name) => sizeInFolder(path, root, name),
      bytes: (name, size) => filePieces(join(root, name), 0, size),
    };
  }
  if (!kind.isFile()) {
    throw broken(
      path,
      `it is neither a directory nor a regular file, but ${wordsOfKind(kind)}`,
      'Give an uncompressed tar archive (buildx: --output type=oci,dest=image.tar) or a directory.',
    );
  }
  let entries;
  try {
    entries = await tarEntries(path);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw broken(
      path,
      `it is neither a directory nor a tar archive that can be read: ${error.message}`,
      'Give an uncompressed tar archive (buildx: --output type=oci,dest=image.tar) or a directory.',
    );
  }
  return {
    size: (name) => Promise.resolve(entries.get(name)?.size),
    bytes: (name, wanted) => {
      const { offset, size } = entries.get(name) ?? { offset: 0, size: 0 };
      return filePieces(path, offset, Math.min(size, wanted));
    },
  };
}

/**
 * Size of a regular file in a layout's folder. A blob may be a symbolic link to anywhere, as Bazel and Nix make them: its
 * digest proves that nothing but the image is sent. `index.json` and `oci-layout` have no digest and stay in the folder.
 */
async function sizeInFolder(path: string, root: string, name: string): Promise<number | undefined> {
  let real;
  let found;
  try {
    real = await realpath(join(root, name));
    found = await stat(real);
  } catch (error) {
    if (ABSENT.has(codeOf(error))) return undefined;
    throw broken(path, `${name} can't be read: ${codeOf(error)}`, READABLE);
  }
  if (!found.isFile())
    throw broken(
      path,
      `${name} is no regular file, but ${wordsOfKind(found)}`,
      'Build the image into the layout again.',
    );
  const way = relative(root, real);
  if (!name.startsWith('blobs/') && (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)))
    throw broken(
      path,
      `${name} is a symbolic link that leads out of the layout (${wordsOfKind(found)})`,
      `Put ${name} itself into the layout.`,
    );
  try {
    await access(real, constants.R_OK);
  } catch (error) {
    throw broken(path, `${name} can't be read: ${codeOf(error)}`, READABLE);
  }
  return found.size;
}

/** Codes of a path at which nothing stands. */
const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

const READABLE = 'Check the permissions of the file and of the folders above it.';

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}

async function readSmall(path: string, files: LayoutFiles, name: string): Promise<string> {
  const size = await files.size(name);
  if (size === undefined)
    throw broken(
      path,
      `it has no ${name}`,
      'Give the root of an OCI image layout (with oci-layout and index.json).',
    );
  if (size > MANIFEST_LIMIT)
    throw broken(path, `${name} is larger than 4 MiB`, 'ECR takes no manifest of that size.');
  const chunks: Uint8Array[] = [];
  // A copy: the bytes of a piece don't stay.
  for await (const chunk of files.bytes(name, size)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function parsed<T>(path: string, name: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw broken(path, `${name} can't be read: ${error.message}`, 'The layout is damaged; build it again.');
  }
}

function broken(path: string, what: string, fix: string): ConfigurationError {
  return new ConfigurationError({
    what: `Input oci-layout: "${path}" is no usable OCI layout: ${what}.`,
    fix,
  });
}
