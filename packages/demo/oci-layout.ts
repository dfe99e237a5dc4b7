import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { cp, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { create } from 'tar';

export interface ImageRecipe {
  /** Folder whose files become the image's only layer, below `/app`. */
  readonly files: string;
  readonly command: readonly string[];
  readonly port: number;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Writes an OCI image layout of one layer, what `docker buildx build --output type=oci` would make of a base image and
 * `COPY . /app`, without the base.
 * @param directory made anew; a sibling folder is used for the layer's files
 */
export async function writeOciLayout(directory: string, recipe: ImageRecipe): Promise<void> {
  const blobs = join(directory, 'blobs', 'sha256');
  const root = `${directory}-root`;
  await mkdir(blobs, { recursive: true });
  await cp(recipe.files, join(root, 'app'), { recursive: true });
  const layerTar = `${directory}.tar`;
  await create({ cwd: root, file: layerTar, portable: true, mtime: new Date(0) }, ['app']);
  const diffId = await sha256(layerTar);
  const layerFile = `${directory}.tar.gz`;
  await pipeline(createReadStream(layerTar), createGzip({ level: 6 }), createWriteStream(layerFile));
  const layer = { digest: await sha256(layerFile), size: (await stat(layerFile)).size };
  await rename(layerFile, join(blobs, layer.digest.slice('sha256:'.length)));

  const put = async (content: object): Promise<{ digest: string; size: number }> => {
    const text = JSON.stringify(content);
    const digest = createHash('sha256').update(text).digest('hex');
    await writeFile(join(blobs, digest), text);
    return { digest: `sha256:${digest}`, size: Buffer.byteLength(text) };
  };
  const platform = { os: 'linux', architecture: 'amd64' };
  const config = await put({
    ...platform,
    config: {
      Env: ['PATH=/usr/local/bin:/usr/bin:/bin'],
      Cmd: recipe.command,
      WorkingDir: '/app',
      ExposedPorts: { [`${recipe.port}/tcp`]: {} },
      Labels: recipe.labels,
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
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return `sha256:${hash.digest('hex')}`;
}
