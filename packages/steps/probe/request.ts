import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { Clock } from '@cutover/domain/clock';
import type { HttpAnswer } from './expectation.ts';

/** Nobody waits longer for a web page, in milliseconds. */
export const PATIENCE_MS = 10_000;
/** More of a body is not looked at, in bytes. */
const BODY_LIMIT = 1024 * 1024;

export interface Question {
  readonly url: string;
  /** Sent as Host in place of the address's own, and the name that the certificate must be for. */
  readonly hostHeader: string | undefined;
  /** In milliseconds, for all of it. */
  readonly patienceMs: number;
}

export type Reply =
  | { readonly kind: 'answer'; readonly answer: HttpAnswer }
  /** `why` ends a sentence that starts with the address; `remedy` is a sentence of its own. */
  | {
      readonly kind: 'silence';
      readonly why: string;
      readonly remedy: string | undefined;
      readonly milliseconds: number;
    };

/**
 * One GET over a connection of its own, so that a load balancer may choose any target. Redirects are not followed. A
 * certificate is always verified.
 * @throws the signal's reason when the step is cancelled
 */
export async function ask(question: Question, clock: Clock, signal: AbortSignal): Promise<Reply> {
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
  { hostHeader, patienceMs, url }: Question,
  signal: AbortSignal,
): Promise<Omit<HttpAnswer, 'milliseconds'>> {
  const address = new URL(url);
  const name = (hostHeader ?? address.hostname).replace(/:\d+$/, '').replaceAll(/^\[|\]$/g, '');
  const options = {
    method: 'GET',
    agent: false as const,
    signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    headers: {
      host: hostHeader ?? address.host,
      'user-agent': 'cutover-probe',
      accept: '*/*',
      connection: 'close',
      ...(address.username === '' ? {} : { authorization: basic(address) }),
    },
  };
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
  { hostHeader, patienceMs, url }: Question,
): { readonly why: string; readonly remedy: string | undefined } {
  const { cert, code = '', message, name } = firstOf(error);
  const { host, hostname } = new URL(url);
  if (name === 'TimeoutError' || name === 'AbortError') {
    return {
      why: `did not answer within ${Math.round(patienceMs / 1000)} s`,
      remedy:
        'The runner must be let in by the load balancer’s security group, and the application must answer.',
    };
  }
  switch (code) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID': {
      const names = (cert?.subjectaltname ?? cert?.subject?.CN ?? '').replaceAll('DNS:', '');
      return {
        why: `has a certificate for ${names === '' ? 'another name' : names}, not for ${hostHeader ?? hostname}`,
        remedy: 'Give host-header: the name that users write, or that name in url.',
      };
    }
    case 'CERT_HAS_EXPIRED':
      return { why: 'has a certificate that has expired', remedy: 'Renew the listener’s certificate.' };
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return {
        why: `has a certificate of an authority that the runner does not know (${code})`,
        remedy:
          'Give the step the authority’s certificate: env: NODE_EXTRA_CA_CERTS: /path/to/authority.pem. Certificates are always verified.',
      };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        why: `has a host that can’t be found: ${hostname}`,
        remedy: 'Correct the address or the DNS record.',
      };
    case 'ECONNREFUSED':
      return { why: `refuses connections at ${host}`, remedy: 'Nothing listens there; correct the port.' };
    case 'ECONNRESET':
      return { why: 'closed the connection without an answer', remedy: undefined };
    default:
      return { why: `did not answer: ${message}${code === '' ? '' : ` (${code})`}`, remedy: undefined };
  }
}

/** A host with several addresses fails with one error for each. */
function firstOf(error: unknown): SocketError {
  const { errors } = (error ?? {}) as { readonly errors?: readonly SocketError[] };
  return errors?.[0] ?? (error as SocketError);
}
