import type { Clock } from '@cutover/domain/clock';
import type { Digest } from '@cutover/domain/digest';
import type { Progress } from '@cutover/domain/progress';
import type { RegistryLogin } from './images.ts';
import type { Layout } from './registry-layout.ts';
import { uploadBlob } from './registry-upload.ts';
import { Registry } from './registry.ts';

/** Blobs sent at the same time. */
const PARALLEL = 4;

export interface PushOptions {
  /** `host/name` */
  readonly repository: string;
  readonly login: RegistryLogin;
  readonly tags: readonly string[];
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/**
 * Sends an image from an OCI layout to a registry: only what the registry lacks, manifests after what they name, tags
 * last, so that no tag ever stands for half an image.
 * @returns the image's digest
 * @throws ConfigurationError when the layout is damaged, the repository missing, the tag immutable or the push denied
 */
export async function pushLayout(layout: Layout, options: PushOptions): Promise<Digest> {
  const { repository, login, tags, clock, progress, signal } = options;
  // The first failure ends the other uploads too.
  const failed = new AbortController();
  const registry = new Registry(repository, login, {
    clock,
    signal: AbortSignal.any([signal, failed.signal]),
  });
  // The largest first, so that no long upload is left alone at the end.
  const queue = layout.blobs.toSorted((a, b) => b.size - a.size);
  const worker = async (): Promise<void> => {
    for (let blob = queue.shift(); blob !== undefined; blob = queue.shift()) {
      const current = blob;
      const existed = await registry.hasBlob(current.digest);
      if (!existed) {
        await layout.checkBlob(current);
        await uploadBlob(registry, current, (from) => layout.blob(current, from));
      }
      progress.report({ type: 'blob.uploaded', digest: current.digest, bytes: current.size, existed });
    }
  };
  const workers = Array.from({ length: Math.min(PARALLEL, queue.length) }, worker);
  try {
    await Promise.all(workers);
  } catch (error) {
    failed.abort(error);
    await Promise.allSettled(workers);
    throw error;
  }
  const { root } = layout;
  const put = async ({ descriptor, text }: typeof root): Promise<void> => {
    if (!(await registry.hasManifest(descriptor.digest))) await registry.putManifest(descriptor, text);
  };
  for (const child of layout.manifests) {
    if (child !== root) await put(child);
  }
  if (tags.length === 0) await put(root);
  for (const tag of tags) await registry.putManifest(root.descriptor, root.text, tag);
  return root.descriptor.digest;
}
