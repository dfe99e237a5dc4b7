import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from '../kernel/api-error.ts';
import { send } from '../kernel/send.ts';
import { OciError, fromApi, sendError } from './oci-error.ts';
import type { RegistryRequest } from './registry-request.ts';
import type { Registry } from './registry.ts';
import { serveBlob } from './serve-blob.ts';
import { serveManifest, serveReferrers, serveTags } from './serve-manifest.ts';
import { serveUpload, startUpload } from './serve-upload.ts';

const BLOB = /^\/v2\/(.+)\/blobs\/([^/]+)$/;
const UPLOADS = /^\/v2\/(.+)\/blobs\/uploads\/?$/;
const UPLOAD = /^\/v2\/(.+)\/blobs\/uploads\/([^/]+)$/;
const MANIFEST = /^\/v2\/(.+)\/manifests\/([^/]+)$/;
const TAGS = /^\/v2\/(.+)\/tags\/list$/;
const REFERRERS = /^\/v2\/(.+)\/referrers\/([^/]+)$/;

/** Serves the OCI distribution protocol below `/v2/`, with HTTP Basic login as ECR has it. */
export async function serveRegistry(
  registry: Registry,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = request.headers.host ?? '';
  const url = new URL(request.url ?? '/', `http://${host}`);
  try {
    login(registry, request, registry.host(url.host));
    await dispatch({ registry, request, response, url, method: request.method ?? 'GET' });
  } catch (error) {
    // The client went away in the middle of its body; what arrived of an upload is kept.
    if (request.destroyed && !request.complete) return;
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (error instanceof OciError) sendError(response, error);
    else if (error instanceof ApiError) sendError(response, fromApi(error));
    else throw error;
    // The body of a refused push may be large: the rest of it is thrown away, so that the client reads the answer.
    request.resume();
  }
}

async function dispatch(call: RegistryRequest): Promise<void> {
  const { registry, response, url } = call;
  const path = decodeURIComponent(url.pathname);
  if (path === '/v2' || path === '/v2/') {
    const headers = {
      'content-type': 'application/json',
      'docker-distribution-api-version': 'registry/2.0',
    };
    send(response, 200, headers, '{}');
    return;
  }
  const route = (pattern: RegExp): [string, string] | undefined => {
    const match = pattern.exec(path);
    return match === null ? undefined : [match[1] ?? '', match[2] ?? ''];
  };
  let found = route(UPLOADS);
  if (found !== undefined) return await startUpload(call, registry.served(found[0]));
  found = route(UPLOAD);
  if (found !== undefined) return await serveUpload(call, registry.served(found[0]), found[1]);
  found = route(BLOB);
  if (found !== undefined) return await serveBlob(call, registry.served(found[0]), found[1]);
  found = route(MANIFEST);
  if (found !== undefined) return await serveManifest(call, registry.served(found[0]), found[1]);
  found = route(TAGS);
  if (found !== undefined) return serveTags(call, registry.served(found[0]));
  found = route(REFERRERS);
  if (found !== undefined) return serveReferrers(call, registry.served(found[0]), found[1]);
  throw new OciError('UNSUPPORTED', `The registry has no ${path}`, 404);
}

function login(registry: Registry, request: IncomingMessage, host: string): void {
  const [scheme, credentials = ''] = (request.headers.authorization ?? '').split(' ');
  const [user, ...password] = Buffer.from(credentials, 'base64').toString().split(':');
  // ECR Public takes its token as a bearer too.
  const state =
    /^(?:basic|bearer)$/i.test(scheme ?? '') && user === 'AWS'
      ? registry.check(password.join(':'))
      : 'unknown';
  if (state === 'expired') {
    throw new OciError('DENIED', 'Your authorization token has expired. Reauthenticate and try again.', 403);
  }
  if (state === 'unknown') {
    throw new OciError('UNAUTHORIZED', 'Not Authorized', 401, {
      'www-authenticate': `Basic realm="http://${host}/",service="ecr.amazonaws.com"`,
    });
  }
}
