import { asError } from '@cutover/domain/text/reason';
import type { Agent, ClientRequest, IncomingMessage, request as requestHttp } from 'node:http';
import type { ProxySettings } from '@cutover/domain/proxy';

/** Time without a byte in either direction after which a connection counts as broken. */
const SILENCE_MS = 120_000;
/** Time for a request without a body of its own, its answer included. */
const TOTAL_MS = 120_000;
/** The slowest line that is worth waiting for, in bytes a millisecond. */
const SLOWEST = 20;
/** Manifests and configurations have 4 MiB at most. */
const ANSWER_LIMIT = 16 * 1024 * 1024;
const REDIRECTS = 5;

export interface HttpRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A piece of a stream may be overwritten as soon as the next one is asked for. */
  readonly body?: string | AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which the connection counts as broken; default two minutes. */
  readonly silenceMs?: number;
  /** Milliseconds for the whole request and its answer; default two minutes, and more for a body by its length. */
  readonly totalMs?: number;
  /** Bytes of the answer; default 16 MiB. */
  readonly answerLimit?: number;
}

/**
 * Requests of any size with little memory: a piece is asked for when the one before has left this process. `fetch` is not
 * fit for this: it reads a body as fast as it comes, and keeps in memory what the connection has not taken yet.
 */
export class Http {
  readonly #proxy: ProxySettings | undefined;
  #ways: Promise<Ways> | undefined;

  constructor(proxy?: ProxySettings) {
    this.#proxy = proxy;
  }

  /**
   * Sends a request, and follows the redirects of one that only reads. Another origin is told no authorisation, and is
   * never asked in plain HTTP for what came by HTTPS.
   * @throws the signal's reason; Error with Node's code when the connection broke, was silent or too slow
   */
  async send(url: URL, request: HttpRequest): Promise<Response> {
    let at = url;
    let asked = request;
    for (let left = REDIRECTS; ; left--) {
      const response = await this.#once(at, asked);
      const location = response.headers.get('location');
      const reads = request.method === 'GET' || request.method === 'HEAD';
      if (!reads || location === null || ![301, 302, 303, 307, 308].includes(response.status))
        return response;
      if (left === 0) throw coded('ETOOMANYREDIRECTS', `more than ${REDIRECTS} redirects`);
      const next = new URL(location, at);
      asked = { ...asked, headers: headersFor(next, at, asked.headers) };
      at = next;
    }
  }

  async #once(url: URL, asked: HttpRequest): Promise<Response> {
    const { answerLimit = ANSWER_LIMIT, body, headers, method, signal, silenceMs = SILENCE_MS } = asked;
    const secure = url.protocol === 'https:';
    const { open, agent } = (await (this.#ways ??= openWays(this.#proxy)))[secure ? 'tls' : 'plain'];
    signal.throwIfAborted();
    const totalMs = asked.totalMs ?? TOTAL_MS + Number(headers['content-length'] ?? 0) / SLOWEST;
    const request = open(url, { method, headers, signal, agent });
    let ended: Error | undefined;
    const end = (message: string): void => {
      ended = coded('ETIMEDOUT', message);
      request.destroy(ended);
    };
    request.setTimeout(silenceMs, () => {
      end(`no byte moved for ${silenceMs / 1000} s`);
    });
    const total = setTimeout(() => {
      end(`not done within ${Math.round(totalMs / 1000)} s`);
    }, totalMs);
    try {
      const answered = new Promise<IncomingMessage>((resolve, reject) => {
        request.once('response', resolve);
        // A connection that breaks later is met by the reader of the answer.
        request.on('error', reject);
      });
      send(request, body);
      // A registry that refuses answers before it has read everything.
      const message = await answered;
      const chunks = await collect(message, answerLimit);
      if (!request.writableFinished) request.destroy();
      return responseOf(message, chunks);
    } catch (error) {
      // The reader of the answer knows only that it broke off.
      throw ended ?? error;
    } finally {
      clearTimeout(total);
    }
  }
}

/** One client for each scheme, whose connections are used again. */
type Ways = Readonly<Record<'plain' | 'tls', { readonly open: typeof requestHttp; readonly agent: Agent }>>;

/** Loaded late: importing `node:http` makes Node load its whole `fetch`, a third of an action's start. */
async function openWays(proxy: ProxySettings | undefined): Promise<Ways> {
  const [http, https] = await Promise.all([import('node:http'), import('node:https')]);
  const options = { keepAlive: true, ...(proxy === undefined ? {} : { proxyEnv: proxy }) };
  return {
    plain: { open: http.request, agent: new http.Agent(options) },
    tls: { open: https.request, agent: new https.Agent(options) },
  };
}

/** The headers for another address: the authorisation stays with the origin that it is for. */
export function headersFor(
  next: URL,
  origin: URL,
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (origin.protocol === 'https:' && next.protocol !== 'https:') {
    throw coded('EDOWNGRADE', `${origin.host} sends to ${next.host} without encryption`);
  }
  if (next.origin === origin.origin) return headers;
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(authorization|cookie)$/i.test(name)),
  );
}

function send(request: ClientRequest, body: HttpRequest['body']): void {
  if (body === undefined || typeof body === 'string') {
    request.end(body);
    return;
  }
  writeAll(request, body).catch((error: unknown) => {
    request.destroy(asError(error));
  });
}

async function collect(message: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) throw coded('EMSGSIZE', `the answer is larger than ${limit / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function responseOf(message: IncomingMessage, body: Buffer): Response {
  const known = Object.entries(message.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  const status = message.statusCode ?? 500;
  // A Response of these statuses may have no body at all.
  const empty = [204, 205, 304].includes(status) || body.length === 0;
  return new Response(empty ? null : new Uint8Array(body), {
    status: status >= 200 && status <= 599 ? status : 502,
    headers: known,
    statusText: message.statusMessage ?? '',
  });
}

async function writeAll(request: ClientRequest, body: AsyncIterable<Uint8Array>): Promise<void> {
  let leave: (error: Error) => void = () => undefined;
  // A piece in flight when the connection closed gets no callback.
  const gone = (): void => {
    leave(new Error('the connection was closed'));
  };
  request.once('close', gone);
  try {
    for await (const piece of body) {
      if (request.destroyed) return;
      await new Promise<void>((resolve, reject) => {
        leave = reject;
        request.write(piece, (error) => {
          if (error === undefined || error === null) resolve();
          else reject(error);
        });
      });
    }
    request.end();
  } finally {
    request.off('close', gone);
  }
}

function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
