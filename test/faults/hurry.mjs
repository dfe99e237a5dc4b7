// Preloaded by `NODE_OPTIONS=--import=…`: in this process the clock that steps measure by, and every pause, run HURRY times
// faster, so that an outage which a step waits out for minutes is over in seconds.
import { performance } from 'node:perf_hooks';

const scale = Number(process.env.HURRY);
const { setTimeout: pause } = globalThis;
const now = performance.now.bind(performance);
globalThis.performance.now = () => now() * scale;
globalThis.setTimeout = Object.assign((act, ms = 0, ...given) => pause(act, ms / scale, ...given), pause);
