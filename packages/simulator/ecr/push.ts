import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Header } from 'tar';

/** One entry of a layer: a file with content, `{ link }` a symbolic link, `{ hard }` a hard link, `null` a directory. */
export type LayerEntry = string | { readonly link: string } | { readonly hard: string } | null;

export interface BuiltImage {
  readonly blobs: ReadonlyMap<string, Buffer>;
  readonly manifest: string;
  readonly digest: string;
}

export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';

export function sha256(content: string | Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** A tar archive of the entries, in order; nothing is checked, so that hostile archives can be made. */
export function tarball(
  entries: Readonly<Record<string, LayerEntry>> | readonly [string, LayerEntry][],
): Buffer {
  const blocks: Buffer[] = [];
  for (const [path, entry] of Array.isArray(entries) ? entries : Object.entries(entries)) {
    const body = Buffer.from(typeof entry === 'string' ? entry : '');
    const linked = typeof entry === 'object' && entry !== null ? entry : undefined;
    const header = new Header({
      path,
      mode: entry === null || path.includes('bin/') ? 0o755 : 0o644,
      size: body.length,
      mtime: new Date(0),
      type:
        entry === null
          ? 'Directory'
          : linked === undefined
            ? 'File'
            : 'link' in linked
              ? 'SymbolicLink'
              : 'Link',
      ...(linked === undefined ? {} : { linkpath: 'link' in linked ? linked.link : linked.hard }),
    });
    const block = Buffer.alloc(512);
    header.encode(block, 0);
    blocks.push(block, body, Buffer.alloc((512 - (body.length % 512)) % 512));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** An OCI image of the given layers (tar archives, compressed with gzip unless they come with a magic of their own). */
export function buildImage(
  layers: readonly Buffer[],
  config: object = {},
  architecture = 'amd64',
  compress: (layer: Buffer) => Buffer = (layer) => gzipSync(layer),
): BuiltImage {
  const blobs = new Map<string, Buffer>();
  const add = (content: Buffer, mediaType: string): object => {
    const digest = sha256(content);
    blobs.set(digest, content);
    return { mediaType, digest, size: content.length };
  };
  const descriptors = layers.map((layer) =>
    add(compress(layer), 'application/vnd.oci.image.layer.v1.tar+gzip'),
  );
  const configBlob = {
    architecture,
    os: 'linux',
    config,
    rootfs: { type: 'layers', diff_ids: layers.map(sha256) },
  };
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: add(Buffer.from(JSON.stringify(configBlob)), 'application/vnd.oci.image.config.v1+json'),
    layers: descriptors,
  });
  return { blobs, manifest, digest: sha256(manifest) };
}

/** A client of the registry protocol that speaks as `docker push` does. */
export class Pusher {
  readonly #base: string;
  readonly #authorization: string;

  /** @param token `authorizationToken` of GetAuthorizationToken */
  constructor(baseUrl: string, repository: string, token: string) {
    this.#base = `${baseUrl}/v2/${repository}`;
    this.#authorization = `Basic ${token}`;
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const url = path.startsWith('http') ? path : `${this.#base}${path}`;
    const headers = {
      authorization: this.#authorization,
      ...(init.headers as Record<string, string> | undefined),
    };
    return await fetch(url, { ...init, headers });
  }

  async blob(content: Buffer): Promise<void> {
    const digest = sha256(content);
    if ((await this.request(`/blobs/${digest}`, { method: 'HEAD' })).status === 200) return;
    const start = await this.request('/blobs/uploads/', { method: 'POST' });
    const patch = await this.request(location(start), { method: 'PATCH', body: new Uint8Array(content) });
    const put = await this.request(`${location(patch)}?digest=${digest}`, { method: 'PUT' });
    if (put.status !== 201) throw new Error(`PUT of blob ${digest}: ${put.status} ${await put.text()}`);
  }

  async manifest(reference: string, content: string, mediaType = OCI_MANIFEST): Promise<Response> {
    return await this.request(`/manifests/${reference}`, {
      method: 'PUT',
      body: content,
      headers: { 'content-type': mediaType },
    });
  }

  /** Pushes blobs and manifest; throws with the registry's answer. */
  async push(image: BuiltImage, reference: string): Promise<void> {
    for (const content of image.blobs.values()) await this.blob(content);
    const answer = await this.manifest(reference, image.manifest);
    if (answer.status !== 201)
      throw new Error(`PUT of ${reference}: ${answer.status} ${await answer.text()}`);
  }
}

function location(response: Response): string {
  const value = response.headers.get('location');
  if (value === null) throw new Error(`no Location in the answer ${response.status}`);
  return value;
}
