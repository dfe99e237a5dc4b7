import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Answers with the whole body and its length; Node would send it in chunks, which AWS does not. */
export function send(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body = '',
): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
