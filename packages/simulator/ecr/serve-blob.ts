import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { OciError } from './oci-error.ts';
import type { Registry } from './registry.ts';
import type { Repository } from './repository.ts';
import { type RegistryRequest, unsupported } from './registry-request.ts';

/** HEAD, GET (whole or one range) and DELETE of a blob. */
export async function serveBlob(
  { registry, request, response, method }: RegistryRequest,
  repository: Repository,
  digest: string,
): Promise<void> {
  if (!repository.layers.has(digest))
    throw new OciError('BLOB_UNKNOWN', `blob unknown to registry: ${digest}`, 404);
  if (method === 'DELETE') {
    repository.layers.delete(digest);
    await registry.sweep([digest]);
    response.writeHead(202, { 'content-length': 0 });
    response.end();
    return;
  }
  if (method !== 'GET' && method !== 'HEAD') throw unsupported(method, 'a blob');
  await send(registry, request, response, digest);
}

/** A blob behind a pre-signed address: no login. */
export async function serveDownload(
  registry: Registry,
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
): Promise<void> {
  const digest = registry.presigned(key);
  if (digest === undefined) {
    response.writeHead(403, { 'content-length': 0 });
    response.end();
    return;
  }
  await send(registry, request, response, digest);
}

async function send(
  registry: Registry,
  request: IncomingMessage,
  response: ServerResponse,
  digest: string,
): Promise<void> {
  const size = await registry.blobs.size(digest);
  const headers = {
    'content-type': 'application/octet-stream',
    'docker-content-digest': digest,
    'docker-distribution-api-version': 'registry/2.0',
    'accept-ranges': 'bytes',
    etag: `"${digest}"`,
  };
  const range = parseRange(request.headers.range, size);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${size}`, 'content-length': 0 });
    response.end();
    return;
  }
  if (range === undefined) response.writeHead(200, { ...headers, 'content-length': size });
  else {
    response.writeHead(206, {
      ...headers,
      'content-length': range.end - range.start + 1,
      'content-range': `bytes ${range.start}-${range.end}/${size}`,
    });
  }
  if (request.method === 'HEAD' || size === 0) response.end();
  else await pipeline(registry.blobs.read(digest, range), response);
}

function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? 'unsatisfiable' : { start, end };
}
