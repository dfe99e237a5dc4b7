import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** Digests of what a layout was made of. */
export interface Made {
  readonly digest: string;
  readonly layers: readonly string[];
  readonly config: string;
}

const OCI = 'application/vnd.oci.image';

/** Writes an OCI image layout with one image for each platform; several make an index. */
export async function writeLayout(
  directory: string,
  layers: readonly Buffer[],
  platforms: readonly string[] = ['linux/amd64'],
): Promise<Made> {
  await mkdir(join(directory, 'blobs/sha256'), { recursive: true });
  const put = async (mediaType: string, bytes: Buffer | object): Promise<Descriptor> => {
    const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(JSON.stringify(bytes));
    const hex = createHash('sha256').update(buffer).digest('hex');
    await writeFile(join(directory, 'blobs/sha256', hex), buffer);
    return { mediaType, digest: `sha256:${hex}`, size: buffer.length };
  };
  const stored = await Promise.all(layers.map((layer) => put(`${OCI}.layer.v1.tar`, layer)));
  const images = [];
  let config = '';
  for (const platform of platforms) {
    const [os, architecture] = platform.split('/');
    const rootfs = { type: 'layers', diff_ids: stored.map(({ digest }) => digest) };
    const described = await put(`${OCI}.config.v1+json`, { os, architecture, rootfs });
    config = described.digest;
    const mediaType = `${OCI}.manifest.v1+json`;
    const manifest = await put(mediaType, { schemaVersion: 2, mediaType, config: described, layers: stored });
    images.push({ ...manifest, platform: { os, architecture } });
  }
  const root =
    images.length === 1
      ? images[0]
      : await put(`${OCI}.index.v1+json`, {
          schemaVersion: 2,
          mediaType: `${OCI}.index.v1+json`,
          manifests: images,
        });
  await writeFile(join(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  await writeFile(
    join(directory, 'index.json'),
    JSON.stringify({ schemaVersion: 2, manifests: [{ ...root, platform: undefined }] }),
  );
  return { digest: root?.digest ?? '', layers: stored.map(({ digest }) => digest), config };
}
