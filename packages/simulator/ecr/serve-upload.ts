import type { IncomingMessage } from 'node:http';
import { DIGEST, type Upload } from './blobs.ts';
import { OciError } from './oci-error.ts';
import type { Repository } from './repository.ts';
import { type RegistryRequest, unsupported } from './registry-request.ts';

/** `POST …/blobs/uploads/`: mounts a blob of another repository, takes a whole blob, or begins an upload. */
export async function startUpload(call: RegistryRequest, repository: Repository): Promise<void> {
  const { registry, request, url, method } = call;
  if (method !== 'POST') throw unsupported(method, 'uploads');
  const mount = url.searchParams.get('mount');
  const from = url.searchParams.get('from');
  if (mount !== null && from !== null && registry.repositories.get(from)?.layers.has(mount) === true) {
    repository.layers.add(mount);
    created(call, repository, mount);
    return;
  }
  const digest = url.searchParams.get('digest');
  const upload = await registry.blobs.begin(repository.name);
  if (digest === null) {
    status(call, upload, 202);
    return;
  }
  await registry.blobs.append(upload, request as AsyncIterable<Buffer>);
  await finish(call, repository, upload, digest);
}

/** GET (how much has arrived), PATCH (a chunk), PUT (the end) and DELETE (give up) of one upload. */
export async function serveUpload(call: RegistryRequest, repository: Repository, id: string): Promise<void> {
  const { registry, request, response, url, method } = call;
  const upload = registry.blobs.upload(repository.name, id);
  if (upload === undefined)
    throw new OciError('BLOB_UPLOAD_UNKNOWN', `blob upload unknown to registry: ${id}`, 404);
  switch (method) {
    case 'GET':
    case 'HEAD':
      status(call, upload, 204);
      return;
    case 'PATCH':
      accept(call, upload);
      await registry.blobs.append(upload, request as AsyncIterable<Buffer>);
      status(call, upload, 202);
      return;
    case 'PUT': {
      accept(call, upload);
      await registry.blobs.append(upload, request as AsyncIterable<Buffer>);
      await finish(call, repository, upload, url.searchParams.get('digest') ?? '');
      return;
    }
    case 'DELETE':
      await registry.blobs.cancel(upload);
      response.writeHead(204);
      response.end();
      return;
    default:
      throw unsupported(method, 'an upload');
  }
}

/** Chunks come in order: a chunk that starts elsewhere than after the last byte is answered with what has arrived. */
function accept(call: RegistryRequest, upload: Upload): void {
  const start = firstByte(call.request);
  if (!upload.busy && (start === undefined || start === upload.size)) return;
  throw new OciError(
    'BLOB_UPLOAD_INVALID',
    upload.busy
      ? 'another request is writing this upload'
      : `the chunk starts at byte ${start ?? 0}, byte ${upload.size} is next`,
    416,
    headers(call, upload),
  );
}

function firstByte(request: IncomingMessage): number | undefined {
  const match = /^(?:bytes )?(\d+)-(\d+)/.exec(request.headers['content-range'] ?? '');
  return match === null ? undefined : Number(match[1]);
}

async function finish(
  call: RegistryRequest,
  repository: Repository,
  upload: Upload,
  digest: string,
): Promise<void> {
  if (!DIGEST.test(digest))
    throw new OciError('DIGEST_INVALID', `provided digest '${digest}' is not a sha256 digest`, 400);
  if (!(await call.registry.blobs.commit(upload, digest))) {
    throw new OciError('DIGEST_INVALID', `provided digest ${digest} did not match uploaded content`, 400);
  }
  repository.layers.add(digest);
  created(call, repository, digest);
}

function created({ response, url }: RegistryRequest, repository: Repository, digest: string): void {
  response.writeHead(201, {
    location: `${url.origin}/v2/${repository.name}/blobs/${digest}`,
    'docker-content-digest': digest,
    'docker-distribution-api-version': 'registry/2.0',
    'content-length': 0,
  });
  response.end();
}

function status(call: RegistryRequest, upload: Upload, code: number): void {
  call.response.writeHead(code, {
    ...headers(call, upload),
    ...(code === 204 ? {} : { 'content-length': '0' }),
  });
  call.response.end();
}

function headers({ url }: RegistryRequest, upload: Upload): Record<string, string> {
  return {
    location: `${url.origin}/v2/${upload.repository}/blobs/uploads/${upload.id}`,
    range: `0-${Math.max(0, upload.size - 1)}`,
    'docker-upload-uuid': upload.id,
    'docker-distribution-api-version': 'registry/2.0',
  };
}
