import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface StreamedRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
  /** Milliseconds without a byte in either direction after which the connection counts as broken; default two minutes. */
  readonly silenceMs?: number;
}

/**
 * Sends a body of any size with little memory. `fetch` is not fit for this: it reads the body as fast as it comes, and
 * keeps in memory what the connection has not taken yet.
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
  const sent = pipeline(Readable.from(body), request);
  // A registry that refuses answers before it has read everything.
  const message = await Promise.race([answered, sent.then(async () => await answered)]);
  sent.catch(() => undefined);
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
