import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ProxyingListener } from './proxying-listener.ts';

/** Headers that concern one connection only. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
]);
const REPLACED = new Set([
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-amzn-trace-id',
  'expect',
]);

/** Headers for the target: the client's in their order, and the request's origin. */
export function requestHeaders(request: IncomingMessage, listener: ProxyingListener): string[] {
  const client = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const earlier = request.headers['x-forwarded-for'];
  const trace = request.headers['x-amzn-trace-id'];
  return [
    ...pairs(request.rawHeaders, (name) => !HOP_BY_HOP.has(name) && !REPLACED.has(name)),
    'X-Forwarded-For',
    earlier === undefined ? client : `${String(earlier)}, ${client}`,
    'X-Forwarded-Proto',
    listener.protocol === 'HTTPS' ? 'https' : 'http',
    'X-Forwarded-Port',
    `${listener.port}`,
    'X-Amzn-Trace-Id',
    trace === undefined
      ? `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${randomBytes(12).toString('hex')}`
      : String(trace),
  ];
}

/** Headers for the client: the target's; the length or the chunks of the body stay as they are. */
export function responseHeaders(response: IncomingMessage): string[] {
  return pairs(response.rawHeaders, (name) => !HOP_BY_HOP.has(name) && name !== 'transfer-encoding');
}

function pairs(raw: readonly string[], keep: (name: string) => boolean): string[] {
  const kept: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? '';
    if (keep(name.toLowerCase())) kept.push(name, raw[index + 1] ?? '');
  }
  return kept;
}
