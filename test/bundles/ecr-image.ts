import { createHash } from 'node:crypto';
import type { RunningSimulator } from '@cutover/simulator/start';

const OCI = 'application/vnd.oci.image';

/** Puts an image without any files into a repository, which is made if it is not there, and gives back its digest. */
export async function putImage(
  { sim }: RunningSimulator,
  repositoryName: string,
  { tag = 'v1', platforms = ['linux/amd64'] }: { tag?: string; platforms?: readonly string[] } = {},
): Promise<string> {
  await sim.call('ecr', 'CreateRepository', { repositoryName }).catch(() => undefined);
  const upload = async (bytes: Buffer): Promise<{ digest: string; size: number }> => {
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const { uploadId } = await sim.call<{ uploadId: string }>('ecr', 'InitiateLayerUpload', {
      repositoryName,
    });
    await sim.call('ecr', 'UploadLayerPart', {
      repositoryName,
      uploadId,
      partFirstByte: 0,
      partLastByte: bytes.length - 1,
      layerPartBlob: bytes.toString('base64'),
    });
    await sim.call('ecr', 'CompleteLayerUpload', { repositoryName, uploadId, layerDigests: [digest] });
    return { digest, size: bytes.length };
  };
  const put = async (mediaType: string, manifest: object, imageTag?: string) => {
    const text = JSON.stringify(manifest);
    await sim.call('ecr', 'PutImage', {
      repositoryName,
      imageManifest: text,
      imageManifestMediaType: mediaType,
      ...(imageTag === undefined ? {} : { imageTag }),
    });
    return {
      mediaType,
      digest: `sha256:${createHash('sha256').update(text).digest('hex')}`,
      size: text.length,
    };
  };
  const manifests = [];
  for (const platform of platforms) {
    const [os, architecture] = platform.split('/');
    const config = await upload(
      Buffer.from(JSON.stringify({ os, architecture, rootfs: { type: 'layers', diff_ids: [] } })),
    );
    const mediaType = `${OCI}.manifest.v1+json`;
    const manifest = {
      schemaVersion: 2,
      mediaType,
      config: { mediaType: `${OCI}.config.v1+json`, ...config },
      layers: [],
    };
    manifests.push({
      ...(await put(mediaType, manifest, platforms.length === 1 ? tag : undefined)),
      platform: { os, architecture },
    });
  }
  const [only] = manifests;
  if (only !== undefined && manifests.length === 1) return only.digest;
  const mediaType = `${OCI}.index.v1+json`;
  return (await put(mediaType, { schemaVersion: 2, mediaType, manifests }, tag)).digest;
}
