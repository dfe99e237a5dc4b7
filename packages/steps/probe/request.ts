import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Clock } from '@cutover/domain/clock';
import { proxyHost, type ProxySettings } from '@cutover/domain/proxy';
import type { HttpAnswer } from './expectation.ts';
import { routeTo } from './route.ts';

/** Time limit for one request, in milliseconds. */
export const PATIENCE_MS = 10_000;
/** More of a body is not looked at, in bytes. */
const BODY_LIMIT = 1024 * 1024;

export interface ProbeQuestion {
  readonly url: string;
  /** Sent as Host in place of the address's own, and the name that the certificate must be for. */
  readonly hostHeader: string | undefined;
  /** In milliseconds, for all of it. */
  readonly patienceMs: number;
  readonly proxy?: ProxySettings | undefined;
}

export type Reply =
  | { readonly kind: 'answer'; readonly answer: HttpAnswer }
  /** `why` ends a sentence that starts with the address; `fix` is a sentence of its own. */
  | {
      readonly kind: 'silence';
      readonly why: string;
      readonly fix: string | undefined;
      readonly milliseconds: number;
    };

/**
 * One GET over a connection of its own, so that a load balancer may choose any target. Redirects are not followed. A
 * certificate is always verified.
 * @throws the signal's reason when the step is cancelled
 */
export async function ask(question: ProbeQuestion, clock: Clock, signal: AbortSignal): Promise<Reply> {
  signal.throwIfAborted();
  const begun = clock.now();
  try {
    const answer = await send(question, signal);
    return { kind: 'answer', answer: { ...answer, milliseconds: clock.now() - begun } };
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'silence', ...reasonOf(error, question), milliseconds: clock.now() - begun };
  }
}

async function send(
  { hostHeader, patienceMs, proxy, url }: ProbeQuestion,
  signal: AbortSignal,
): Promise<Omit<HttpAnswer, 'milliseconds'>> {
  const address = new URL(url);
  const name = (hostHeader ?? address.hostname).replace(/:\d+$/, '').replaceAll(/^\[|\]$/g, '');
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  const route = await routeTo(address, proxy);
  limit.throwIfAborted();
  const options = {
    method: 'GET',
    agent: route.agent,
    signal: limit,
    headers: {
      host: hostHeader ?? address.host,
      'user-agent': 'cutover-probe',
      accept: '*/*',
      connection: 'close',
      ...(address.username === '' ? {} : { authorization: basic(address) }),
    },
  };
  const [{ request: plainRequest }, { request: tlsRequest }] = await Promise.all([
    import('node:http'),
    import('node:https'),
  ]);
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing =
      address.protocol === 'https:'
        ? tlsRequest(address, { ...options, ...(isIP(name) === 0 ? { servername: name } : {}) }, resolve)
        : plainRequest(address, options, resolve);
    // An error may come after the answer has begun; the body's reader meets it.
    outgoing.on('error', reject);
    outgoing.end();
  });
  return {
    status: message.statusCode ?? 0,
    headers: headersOf(message),
    body: await collect(message),
  };
}

function basic({ password, username }: URL): string {
  return `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
}

async function collect(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    if (bytes < BODY_LIMIT) parts.push(part.subarray(0, BODY_LIMIT - bytes));
    bytes += part.length;
    // A stream without an end is an answer too.
    if (bytes >= BODY_LIMIT) break;
  }
  return Buffer.concat(parts).toString('utf8');
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

interface SocketError extends Error {
  readonly code?: string;
  readonly cert?: { readonly subjectaltname?: string; readonly subject?: { readonly CN?: string } };
}

/** Why there was no answer, and what helps where that can be known. */
function reasonOf(
  error: unknown,
  { hostHeader, patienceMs, proxy, url }: ProbeQuestion,
): { readonly why: string; readonly fix: string | undefined } {
  const { cert, code = '', message, name } = firstOf(error);
  const { host, hostname, protocol } = new URL(url);
  const by = proxyHost(proxy, protocol);
  if (name === 'TimeoutError' || name === 'AbortError') {
    return {
      why: `did not answer within ${Math.round(patienceMs / 1000)} s`,
      fix: 'The runner must be let in by the load balancer’s security group, and the application must answer.',
    };
  }
  switch (code) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID': {
      const names = (cert?.subjectaltname ?? cert?.subject?.CN ?? '').replaceAll('DNS:', '');
      return {
        why: `has a certificate for ${names === '' ? 'another name' : names}, not for ${hostHeader ?? hostname}`,
        fix: 'Give host-header: the name that users write, or that name in url.',
      };
    }
    case 'CERT_HAS_EXPIRED':
      return { why: 'has a certificate that has expired', fix: 'Renew the listener’s certificate.' };
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return {
        why: `has a certificate of an authority that the runner does not know (${code})`,
        fix: 'Give the step the authority’s certificate: env: NODE_EXTRA_CA_CERTS: /path/to/authority.pem. Certificates are always verified.',
      };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        why: `has a host that can’t be found: ${hostname}`,
        fix: 'Correct the address or the DNS record.',
      };
    case 'ECONNREFUSED':
      return { why: `refuses connections at ${host}`, fix: 'Nothing listens there; correct the port.' };
    case 'ECONNRESET':
      return { why: 'closed the connection without an answer', fix: undefined };
    case 'ERR_PROXY_TUNNEL':
      return {
        why: `can't be reached through the proxy ${by ?? ''}: ${message}`,
        fix: `Add ${hostname} to no-proxy (or NO_PROXY) when the runner reaches it directly, or let the proxy pass it.`,
      };
    default:
      return { why: `did not answer: ${message}${code === '' ? '' : ` (${code})`}`, fix: undefined };
  }
}

/** A host with several addresses fails with one error for each. */
function firstOf(error: unknown): SocketError {
  const { errors } = (error ?? {}) as { readonly errors?: readonly SocketError[] };
  return errors?.[0] ?? (error as SocketError);
}
