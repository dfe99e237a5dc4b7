import { CancelledError } from '@cutover/domain/errors';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * A signal that is aborted when the runner cancels the job. The runner sends SIGINT, 7.5 s later SIGTERM and 2.5 s after
 * that kills the process; the second signal must not end what the first one started.
 */
export function cancellation(): AbortSignal {
  const controller = new AbortController();
  for (const name of SIGNALS) {
    process.on(name, () => {
      controller.abort(new CancelledError(`The job was cancelled (${name}).`));
    });
  }
  return controller.signal;
}
