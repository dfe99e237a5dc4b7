import { setMaxListeners } from 'node:events';
import { CancelledError } from '@cutover/domain/errors';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** Preflight has some thirty calls in flight, each with listeners; from 11 on Node warns of a leak, in the log of the job. */
const LISTENERS = 200;

/**
 * A signal that is aborted when the runner cancels the job. The runner sends SIGINT, 7.5 s later SIGTERM and 2.5 s after
 * that kills the process; the second signal must not end what the first one started.
 */
export function cancellation(): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(LISTENERS, controller.signal);
  for (const name of SIGNALS) {
    process.on(name, () => {
      controller.abort(new CancelledError(`The job was cancelled (${name}).`));
    });
  }
  return controller.signal;
}
