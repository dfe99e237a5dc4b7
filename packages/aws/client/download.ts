import { backOff } from '@cutover/domain/backoff';
import { AwsCallError } from '@cutover/domain/errors';
import type { Connection } from './connection.ts';
import { Http, type HttpRequest } from './http.ts';

const ATTEMPTS = 4;
const PAUSE = { firstMs: 400, longestMs: 5000 };

/**
 * Reads a small object from a pre-signed address, more than once if need be.
 * @param action IAM action that gave the address, for the error
 * @throws the signal's reason
 */
export async function download(
  { clock, proxy, signal }: Connection,
  action: string,
  url: string,
  limits: Pick<HttpRequest, 'answerLimit' | 'totalMs'> = {},
): Promise<string> {
  const http = new Http(proxy);
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    const read = await readOnce(http, url, { method: 'GET', headers: {}, signal, ...limits });
    if ('text' in read) return read.text;
    if (!read.again || attempt === ATTEMPTS) {
      throw new AwsCallError({
        action,
        code: 'DownloadFailed',
        what: `the object it points to could not be read: ${read.reason}`,
        fix: 'Check that the runner reaches S3 (network, proxy), and run the job again.',
      });
    }
    await backOff(clock, attempt, PAUSE, signal);
  }
}

type Read = { readonly text: string } | { readonly reason: string; readonly again: boolean };

async function readOnce(http: Http, url: string, request: HttpRequest): Promise<Read> {
  try {
    const response = await http.send(new URL(url), request);
    if (response.ok) return { text: await response.text() };
    return { reason: `HTTP ${response.status}`, again: response.status >= 500 || response.status === 429 };
  } catch (error) {
    request.signal.throwIfAborted();
    const { code, message } = error as { readonly code?: string; readonly message?: string };
    return {
      reason: message || code || String(error),
      again: code !== 'EMSGSIZE' && code !== 'EDOWNGRADE' && code !== 'ERR_INVALID_URL',
    };
  }
}
