import type { Clock } from '@cutover/domain/clock';

/**
 * The runner's own time. It never jumps: a clock that is set while the step waits (NTP, a virtual machine that was moved)
 * neither ends a wait nor makes it endless.
 */
export const systemClock: Clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  random: () => Math.random(),
  sleep: async (ms, signal) => {
    await new Promise<void>((resolve, reject) => {
      const abort = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', abort);
        resolve();
      }, ms);
      if (signal?.aborted === true) abort();
      else signal?.addEventListener('abort', abort, { once: true });
    });
  },
};
