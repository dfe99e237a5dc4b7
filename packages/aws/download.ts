import { setTimeout as pause } from 'node:timers/promises';
import { AwsCallError } from '@cutover/domain/errors';

const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 200;

/**
 * Reads a small object from a pre-signed address, more than once if need be.
 * @param action IAM action that gave the address, for the error
 */
export async function download(action: string, url: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const read = await readOnce(url);
    if ('text' in read) return read.text;
    if (!read.again || attempt === ATTEMPTS) {
      throw new AwsCallError({
        action,
        code: 'DownloadFailed',
        message: `the object it points to could not be read: ${read.reason}`,
        remedy: 'Check that the runner reaches S3 (network, proxy), and run the job again.',
      });
    }
    await pause(FIRST_PAUSE_MS * 2 ** attempt * Math.random());
  }
}

type Read = { readonly text: string } | { readonly reason: string; readonly again: boolean };

async function readOnce(url: string): Promise<Read> {
  try {
    const response = await fetch(url);
    if (response.ok) return { text: await response.text() };
    return { reason: `HTTP ${response.status}`, again: response.status >= 500 || response.status === 429 };
  } catch (error) {
    // fetch says only that it failed; the cause has the reason.
    const { cause } = error as { cause?: { message?: string } };
    return { reason: cause?.message || String(error), again: true };
  }
}
