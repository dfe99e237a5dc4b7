// Preloaded by `NODE_OPTIONS=--import=…`: lets this process live in the time of a simulated account. TRAVEL is JSON with
// `scale`, the wall clock's moment `from` and the account's moment `to` at it; the file `jumps` holds milliseconds by which
// the account's clock has been moved since.
import { readFileSync } from 'node:fs';

const { scale, from, to, jumps } = JSON.parse(process.env.TRAVEL ?? '{}');
if (jumps !== undefined) {
  const wall = Date.now;
  Date.now = () => Math.round(to + (wall() - from) * scale + Number(readFileSync(jumps, 'utf8')));
  // The steps measure by the clock that never jumps.
  performance.now = () => Date.now() - performance.timeOrigin;
  globalThis.Date = class extends Date {
    constructor(...given) {
      if (given.length === 0) super(Date.now());
      else super(...given);
    }
  };
}
