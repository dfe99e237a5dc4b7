import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface StreamedRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A piece may be overwritten as soon as the next one is asked for. */
  readonly body: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
  /** Milliseconds without a byte in either direction after which the connection counts as broken; default two minutes. */
  readonly silenceMs?: number;
}

/**
 * Sends a body of any size with little memory: a piece is asked for when the one before has left this process. `fetch` is
 * not fit for this: it reads the body as fast as it comes, and keeps in memory what the connection has not taken yet.
 */
export async function sendStream(
  url: URL,
  { method, headers, body, signal, silenceMs = 120_000 }: StreamedRequest,
): Promise<Response> {
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = open(url, { method, headers, signal });
  request.setTimeout(silenceMs, () => {
    const silence = new Error(`no byte moved for ${silenceMs / 1000} s`);
    request.destroy(Object.assign(silence, { code: 'ETIMEDOUT' }));
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
  const sent = writeAll(request, body);
  sent.catch((error: unknown) => {
    request.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  // A registry that refuses answers before it has read everything.
  const message = await answered;
  const chunks: Uint8Array[] = [];
  for await (const chunk of message as AsyncIterable<Uint8Array>) chunks.push(chunk);
  request.destroy();
  const known = Object.entries(message.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  // A Response of these statuses may have no body at all.
  const empty = message.statusCode === 204 || chunks.length === 0;
  return new Response(empty ? null : Buffer.concat(chunks), {
    status: message.statusCode ?? 500,
    headers: known,
  });
}

async function writeAll(request: ClientRequest, body: AsyncIterable<Uint8Array>): Promise<void> {
  let leave: (error: Error) => void = () => undefined;
  // Nobody calls back for a piece that was under way when the connection went.
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
