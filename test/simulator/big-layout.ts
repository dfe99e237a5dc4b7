import { createHash } from 'node:crypto';
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MIB = 1024 * 1024;
const OCI = 'application/vnd.oci.image';

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** Writes an OCI layout with large layers, in which every mebibyte differs from every other one. */
export async function writeBigLayout(
  directory: string,
  { layers, bytes }: { readonly layers: number; readonly bytes: number },
): Promise<{ readonly digest: string; readonly layers: readonly string[] }> {
  const blobs = join(directory, 'blobs/sha256');
  await mkdir(blobs, { recursive: true });
  const put = async (mediaType: string, value: object): Promise<Descriptor> => {
    const buffer = Buffer.from(JSON.stringify(value));
    const hex = createHash('sha256').update(buffer).digest('hex');
    await writeFile(join(blobs, hex), buffer);
    return { mediaType, digest: `sha256:${hex}`, size: buffer.length };
  };
  const stored: Descriptor[] = [];
  for (let layer = 0; layer < layers; layer++) stored.push(await writeLayer(blobs, layer, bytes));
  const config = await put(`${OCI}.config.v1+json`, {
    os: 'linux',
    architecture: 'amd64',
    rootfs: { type: 'layers', diff_ids: stored.map(({ digest }) => digest) },
  });
  const mediaType = `${OCI}.manifest.v1+json`;
  const manifest = await put(mediaType, { schemaVersion: 2, mediaType, config, layers: stored });
  await writeFile(join(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  await writeFile(join(directory, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [manifest] }));
  return { digest: manifest.digest, layers: stored.map(({ digest }) => digest) };
}

async function writeLayer(blobs: string, layer: number, bytes: number): Promise<Descriptor> {
  const hash = createHash('sha256');
  // What is not written is a hole, which costs no disk and reads as zeros.
  const block = Buffer.alloc(MIB);
  const temporary = join(blobs, `layer-${layer}`);
  const file = await open(temporary, 'w');
  try {
    for (let at = 0; at < bytes; at += block.length) {
      // Enough to make every block of every layer another one.
      block.writeUInt32LE(layer, 0);
      block.writeUInt32LE(at / MIB, 4);
      const piece = block.subarray(0, Math.min(block.length, bytes - at));
      hash.update(piece);
      await file.write(piece, 0, 8, at);
    }
    await file.truncate(bytes);
  } finally {
    await file.close();
  }
  const hex = hash.digest('hex');
  await rename(temporary, join(blobs, hex));
  return { mediaType: `${OCI}.layer.v1.tar`, digest: `sha256:${hex}`, size: bytes };
}
