import type { IncomingMessage } from 'node:http';
import { send } from '../kernel/send.ts';
import { DIGEST } from './blobs.ts';
import { type Image } from './image.ts';
import { deleteImage } from './images.ts';
import { OciError } from './oci-error.ts';
import { putImage } from './put-image.ts';
import type { Repository } from './repository.ts';
import { type RegistryRequest, unsupported } from './registry-request.ts';

const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

/** HEAD, GET, PUT and DELETE of a manifest by tag or digest. */
export async function serveManifest(
  call: RegistryRequest,
  repository: Repository,
  reference: string,
): Promise<void> {
  const { registry, request, response, url, method } = call;
  if (method === 'PUT') {
    const byDigest = reference.startsWith('sha256:');
    const image = putImage(registry, repository, {
      content: await read(request),
      mediaType: request.headers['content-type']?.split(';')[0],
      ...(byDigest ? { digest: reference } : { tag: reference }),
    });
    response.writeHead(201, {
      ...headers(image),
      ...(image.manifest.subject === undefined ? {} : { 'oci-subject': image.manifest.subject.digest }),
      location: `${url.origin}/v2/${repository.name}/manifests/${image.digest}`,
      'content-length': 0,
    });
    response.end();
    return;
  }
  const image = registry.find(repository, reference);
  if (image === undefined) {
    const what = DIGEST.test(reference) ? `imageDigest:'${reference}'` : `imageTag:'${reference}'`;
    throw new OciError(
      'MANIFEST_UNKNOWN',
      `Requested image not found: {${what}} in '${repository.name}'`,
      404,
    );
  }
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (method === 'GET') image.lastPulledAt = registry.sim.clock.date();
      response.writeHead(200, {
        ...headers(image),
        'content-type': image.mediaType,
        'content-length': Buffer.byteLength(image.content),
      });
      response.end(method === 'HEAD' ? undefined : image.content);
      return;
    case 'DELETE':
      if (
        deleteImage(repository, image, reference === image.digest ? undefined : reference) === 'referenced'
      ) {
        throw new OciError('DENIED', `Image ${image.digest} is referenced by an image index`, 403);
      }
      response.writeHead(202, { 'content-length': 0 });
      response.end();
      return;
    default:
      throw unsupported(method, 'a manifest');
  }
}

/** `GET …/tags/list`, in pages of `n` after tag `last`. */
export function serveTags({ response, url, method }: RegistryRequest, repository: Repository): void {
  if (method !== 'GET') throw unsupported(method, 'the list of tags');
  const last = url.searchParams.get('last') ?? '';
  const n = Number(url.searchParams.get('n') ?? 1000);
  const rest = [...repository.tags.keys()].filter((tag) => tag > last).sort();
  const tags = rest.slice(0, n);
  const link = `</v2/${repository.name}/tags/list?n=${n}&last=${encodeURIComponent(tags.at(-1) ?? '')}>; rel="next"`;
  const headers = {
    'content-type': 'application/json',
    ...(rest.length > tags.length && tags.length > 0 ? { link } : {}),
  };
  send(response, 200, headers, JSON.stringify({ name: repository.name, tags }));
}

/** `GET …/referrers/<digest>`: the artifacts whose `subject` is that image. */
export function serveReferrers(
  { response, url, method }: RegistryRequest,
  repository: Repository,
  digest: string,
): void {
  if (method !== 'GET') throw unsupported(method, 'referrers');
  const type = url.searchParams.get('artifactType');
  const manifests = [...repository.images.values()]
    .filter(({ manifest }) => manifest.subject?.digest === digest)
    .map((image) => ({
      mediaType: image.mediaType,
      digest: image.digest,
      size: Buffer.byteLength(image.content),
      artifactType: image.manifest.artifactType ?? image.manifest.config?.mediaType,
      annotations: image.manifest.annotations,
    }))
    .filter(({ artifactType }) => type === null || artifactType === type);
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  send(
    response,
    200,
    { 'content-type': mediaType, ...(type === null ? {} : { 'oci-filters-applied': 'artifactType' }) },
    JSON.stringify({ schemaVersion: 2, mediaType, manifests }),
  );
}

function headers(image: Image): Record<string, string> {
  return {
    'docker-content-digest': image.digest,
    'docker-distribution-api-version': 'registry/2.0',
    etag: `"${image.digest}"`,
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_MANIFEST_BYTES)
      throw new OciError('MANIFEST_INVALID', 'The manifest is larger than 4 MiB', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
