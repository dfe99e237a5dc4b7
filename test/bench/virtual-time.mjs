// Preloaded by NODE_OPTIONS=--import=…: this process lives in the time of a simulated account. Its timers end when the
// account's clock says so, and that clock jumps to the next of them as soon as the process has nothing else to do.
// VIRTUAL_TIME is the address of the clock, whose moments are epoch milliseconds.
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import promises from 'node:timers/promises';

/** Wall milliseconds between two looks at whether the process is idle, and how many idle ones make it so. */
const LOOK_MS = 2;
const IDLE_LOOKS = 2;

const address = process.env.VIRTUAL_TIME;
if (address !== undefined) {
  const { request } = http;
  const { setTimeout: wallTimeout } = globalThis;
  const timers = new Set();
  let inFlight = 0;
  let order = 0;
  let looking = false;
  let now = await moment(0);

  /** Moves the clock; gives back what it then says. */
  async function moment(ms) {
    return await new Promise((resolve, reject) => {
      const asked = request(`${address}/${ms}`, { agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        response.on('end', () => resolve(Number(text)));
      });
      asked.on('error', reject);
      asked.end();
    });
  }

  class Timer {
    constructor(run, ms, every) {
      Object.assign(this, { run, every, held: true, order: order++, at: now + Math.max(1, Number(ms) || 1) });
      timers.add(this);
      look();
    }
    ref() {
      this.held = true;
      look();
      return this;
    }
    unref() {
      this.held = false;
      return this;
    }
    hasRef() {
      return this.held;
    }
    close() {
      timers.delete(this);
      return this;
    }
    [Symbol.dispose]() {
      timers.delete(this);
    }
  }

  function look(idle = 0) {
    if (idle === 0 && looking) return;
    looking = [...timers].some(({ held }) => held);
    if (!looking) return;
    wallTimeout(async () => {
      if (inFlight > 0 || idle < IDLE_LOOKS) {
        looking = false;
        look(inFlight > 0 ? 0 : idle + 1);
        return;
      }
      const [next] = [...timers].sort((a, b) => a.at - b.at || a.order - b.order);
      if (next !== undefined) {
        if (next.at > now) now = await moment(next.at - now);
        if (timers.has(next)) {
          if (next.every === undefined) timers.delete(next);
          else next.at = now + next.every;
          next.run();
        }
      }
      looking = false;
      look();
    }, LOOK_MS);
  }

  globalThis.setTimeout = (run, ms, ...given) => new Timer(() => run(...given), ms);
  globalThis.setInterval = (run, ms, ...given) =>
    new Timer(() => run(...given), ms, Math.max(1, Number(ms) || 1));
  globalThis.clearTimeout = globalThis.clearInterval = (timer) => timer?.close?.();
  promises.setTimeout = async (ms, value) =>
    await new Promise((resolve) => {
      globalThis.setTimeout(resolve, ms, value);
    });
  Date.now = () => now;
  // Durations are measured by it.
  performance.now = () => now - performance.timeOrigin;
  // Jitter is the same in every run.
  let seed = 1;
  Math.random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  globalThis.Date = class extends Date {
    constructor(...given) {
      if (given.length === 0) super(now);
      else super(...given);
    }
  };
  http.request = (...given) => {
    const made = request(...given);
    inFlight += 1;
    made.once('close', () => (inFlight -= 1));
    return made;
  };
  syncBuiltinESMExports();
}
