import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { create } from 'tar';

export interface ImageRecipe {
  /** Folder whose files become the image's only layer, below `/app`. */
  readonly files: string;
  /** Paths of those files, relative to the folder, with `/`; all of them when absent. */
  readonly paths?: readonly string[];
  readonly command: readonly string[];
  readonly port?: number;
  /** `KEY=value` */
  readonly environment?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  /** Default: linux/amd64. */
  readonly platform?: { readonly os: string; readonly architecture: string };
}

/**
 * Writes an OCI image layout of one layer, as `docker buildx build --output type=oci` would make of a base image and
 * `COPY . /app`, without the base. Equal files make an equal digest.
 * @param directory made when it is missing
 * @returns the digest of the image's manifest
 */
export async function writeOciLayout(directory: string, recipe: ImageRecipe): Promise<string> {
  const blobs = join(directory, 'blobs', 'sha256');
  await mkdir(blobs, { recursive: true });
  const work = await mkdtemp(join(dirname(directory), `.${basename(directory)}-`));
  try {
    return await write(directory, blobs, work, recipe);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function write(directory: string, blobs: string, work: string, recipe: ImageRecipe): Promise<string> {
  const { command, environment = [], files, labels, port } = recipe;
  const layerTar = join(work, 'layer.tar');
  await create(
    {
      cwd: files,
      file: layerTar,
      prefix: 'app',
      portable: true,
      mtime: new Date(0),
      noDirRecurse: recipe.paths !== undefined,
    },
    [...(recipe.paths ?? (await readdir(files)).toSorted())].map((path) => `./${path}`),
  );
  const diffId = await sha256(layerTar);
  const layerFile = join(work, 'layer.tar.gz');
  await pipeline(createReadStream(layerTar), createGzip({ level: 6 }), createWriteStream(layerFile));
  const layer = { digest: await sha256(layerFile), size: (await stat(layerFile)).size };
  await rename(layerFile, join(blobs, layer.digest.slice('sha256:'.length)));

  const put = async (content: object): Promise<{ digest: string; size: number }> => {
    const text = JSON.stringify(content);
    const digest = createHash('sha256').update(text).digest('hex');
    await writeFile(join(blobs, digest), text);
    return { digest: `sha256:${digest}`, size: Buffer.byteLength(text) };
  };
  const platform = recipe.platform ?? { os: 'linux', architecture: 'amd64' };
  const config = await put({
    ...platform,
    config: {
      Env: ['PATH=/usr/local/bin:/usr/bin:/bin', ...environment],
      Cmd: command,
      WorkingDir: '/app',
      ...(port === undefined ? {} : { ExposedPorts: { [`${port}/tcp`]: {} } }),
      ...(labels === undefined ? {} : { Labels: labels }),
    },
    rootfs: { type: 'layers', diff_ids: [diffId] },
  });
  const manifest = await put({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...config },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', ...layer }],
  });
  await writeFile(join(directory, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  await writeFile(
    join(directory, 'index.json'),
    JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [{ mediaType: 'application/vnd.oci.image.manifest.v1+json', ...manifest, platform }],
    }),
  );
  return manifest.digest;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return `sha256:${hash.digest('hex')}`;
}
