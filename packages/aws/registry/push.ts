import type { Clock } from '@cutover/domain/clock';
import type { Digest } from '@cutover/domain/image/digest';
import type { Descriptor } from '@cutover/domain/image/manifest';
import type { Progress } from '@cutover/domain/progress';
import type { ProxySettings } from '@cutover/domain/proxy';
import type { RegistryLogin } from './login.ts';
import type { Layout } from './layout.ts';
import { mountBlob, uploadBlob } from './upload.ts';
import { Registry } from './registry.ts';

/** Blobs sent at the same time. */
const PARALLEL = 4;

export interface PushOptions {
  /** `host/name` */
  readonly repository: string;
  readonly login: Omit<RegistryLogin, 'host'>;
  readonly tags: readonly string[];
  /** Repositories of the same registry that may hold some of the blobs already. */
  readonly mountFrom?: readonly string[];
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly proxy?: ProxySettings | undefined;
  readonly progress: Progress;
}

/** How a blob came to be in the repository. */
export interface PushedBlob {
  readonly digest: Digest;
  readonly bytes: number;
  readonly how: 'sent' | 'mounted' | 'existed';
}

export interface PushReport {
  readonly digest: Digest;
  readonly blobs: readonly PushedBlob[];
}

/**
 * Sends an image from an OCI layout to a registry: only what the registry lacks, manifests after what they name, tags
 * last, so that no tag ever stands for half an image.
 * @throws ConfigurationError when the layout is damaged, the repository missing, the tag immutable or the push denied
 */
export async function pushLayout(layout: Layout, options: PushOptions): Promise<PushReport> {
  const { repository, login, tags, clock, mountFrom = [], progress, proxy, signal } = options;
  // The first failure ends the other uploads too.
  const failed = new AbortController();
  const registry = new Registry(repository, login, {
    clock,
    proxy,
    signal: AbortSignal.any([signal, failed.signal]),
  });
  const blobs: PushedBlob[] = [];
  // The largest first, so that no long upload is left alone at the end.
  const queue = layout.blobs.toSorted((a, b) => b.size - a.size);
  const worker = async (): Promise<void> => {
    for (let blob = queue.shift(); blob !== undefined; blob = queue.shift()) {
      const current = blob;
      const how = await bring(registry, layout, current, mountFrom);
      blobs.push({ digest: current.digest, bytes: current.size, how });
      progress.report({
        type: 'blob.uploaded',
        digest: current.digest,
        bytes: current.size,
        existed: how !== 'sent',
      });
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
  return { digest: root.descriptor.digest, blobs };
}

async function bring(
  registry: Registry,
  layout: Layout,
  blob: Descriptor,
  mountFrom: readonly string[],
): Promise<PushedBlob['how']> {
  if (await registry.hasBlob(blob.digest)) return 'existed';
  const begun = await mountBlob(registry, blob.digest, mountFrom);
  if (begun === 'mounted') return 'mounted';
  await layout.checkBlob(blob);
  await uploadBlob(registry, blob, (from) => layout.blob(blob, from), begun);
  return 'sent';
}
