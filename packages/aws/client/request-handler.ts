import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { isRead, type Connection } from './connection.ts';

type Request = Parameters<NodeHttpHandler['handle']>[0];
type Options = Parameters<NodeHttpHandler['handle']>[1];
type Answer = Awaited<ReturnType<NodeHttpHandler['handle']>>;

/**
 * Without it the SDK waits for ever on a connection that a firewall or a NAT gateway dropped without a word. In
 * milliseconds, for each attempt.
 */
const CONNECT_MS = 10_000;
/** Time for one attempt from its first byte to the last one of the answer; no call of the suite takes seconds. */
const ANSWER_MS = 60_000;
/** The largest answers are pages of events and findings: a few MiB. */
const ANSWER_LIMIT = 32 * 1024 * 1024;
/** Time that a write under way is given after a cancellation; the runner kills the process after 7.5 s. */
const GRACE_MS = 3000;

export interface Limits {
  readonly answerMs?: number;
  readonly answerBytes?: number;
  readonly graceMs?: number;
}

/**
 * Sends the requests of every SDK client: through the proxy, with a limit to the time and the size of each answer, and
 * ended by a cancellation of the job. Clients share its connections.
 */
export class RequestHandler {
  readonly metadata = { handlerProtocol: 'http/1.1' };
  readonly #connection: Connection;
  readonly #limits: Required<Limits>;
  #inner: Promise<NodeHttpHandler> | undefined;

  constructor(connection: Connection, limits: Limits = {}) {
    this.#connection = connection;
    this.#limits = { answerMs: ANSWER_MS, answerBytes: ANSWER_LIMIT, graceMs: GRACE_MS, ...limits };
  }

  async handle(request: Request, options?: Options): Promise<Answer> {
    const inner = await this.#open();
    const { answerBytes, answerMs } = this.#limits;
    const end = new AbortController();
    const late = setTimeout(() => {
      end.abort(named('TimeoutError', `no whole answer within ${answerMs / 1000} s`));
    }, answerMs);
    const unhear = this.#hear(request, end);
    try {
      const answer = await inner.handle(request, { ...options, abortSignal: end.signal });
      const body: unknown = answer.response.body;
      if (isStream(body)) answer.response.body = await collect(body, answerBytes, end.signal);
      return answer;
    } catch (error) {
      throw end.signal.aborted ? (end.signal.reason as Error) : error;
    } finally {
      clearTimeout(late);
      unhear();
    }
  }

  /** A client that ends leaves the connections to the others. */
  destroy(): void {
    // Idle connections do not keep the process alive.
  }

  updateHttpClientConfig(): void {
    // The settings are the connection's.
  }

  httpHandlerConfigs(): object {
    return {};
  }

  /** Ends the request when the job is cancelled while it is under way. */
  #hear(request: Request, end: AbortController): () => void {
    const { signal } = this.#connection;
    if (signal.aborted) return () => undefined;
    let grace: NodeJS.Timeout | undefined;
    const stop = (): void => {
      if (isRead(operationOf(request))) {
        end.abort(named('AbortError', 'the job was cancelled'));
        return;
      }
      const { graceMs } = this.#limits;
      grace = setTimeout(() => {
        end.abort(named('TimeoutError', `no answer within ${graceMs / 1000} s after the cancellation`));
      }, graceMs);
    };
    signal.addEventListener('abort', stop, { once: true });
    return () => {
      clearTimeout(grace);
      signal.removeEventListener('abort', stop);
    };
  }

  async #open(): Promise<NodeHttpHandler> {
    this.#inner ??= import('@smithy/node-http-handler').then(({ NodeHttpHandler }) => {
      const agent = this.#connection.proxy === undefined ? {} : { proxyEnv: this.#connection.proxy };
      return new NodeHttpHandler({
        connectionTimeout: CONNECT_MS,
        requestTimeout: this.#limits.answerMs,
        throwOnRequestTimeout: true,
        httpAgent: agent,
        httpsAgent: agent,
      });
    });
    return await this.#inner;
  }
}

/** The operation's name as the protocols of AWS carry it: a header, a path or the first field of a form. */
function operationOf({ body, headers, path }: Request): string {
  const target = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-amz-target')?.[1];
  const form = typeof body === 'string' ? /(?:^|&)Action=(\w+)/.exec(body.slice(0, 10_000))?.[1] : undefined;
  return target?.split('.').at(-1) ?? form ?? /\/operation\/(\w+)/.exec(path)?.[1] ?? '';
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> & { destroy(error?: Error): void } {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** The whole body, which the clients take as it is. @throws the signal's reason, or an error about its size */
async function collect(
  body: AsyncIterable<Uint8Array> & { destroy(error?: Error): void },
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const stop = (): void => {
    body.destroy(signal.reason as Error);
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of body) {
      size += part.length;
      if (size > limit) throw named('AnswerTooLarge', `the answer is larger than ${limit / 1024 / 1024} MiB`);
      parts.push(part);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    body.destroy();
  }
  return new Uint8Array(Buffer.concat(parts));
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
