// Preloaded by `NODE_OPTIONS=--import=…`: every API exchange of the simulators in this process becomes a line of the file
// that CUTOVER_RECORD names. Processes append at the same time; a line is one write.
import { appendFileSync } from 'node:fs';
import { subscribe } from 'node:diagnostics_channel';

const file = process.env.CUTOVER_RECORD;
if (file !== undefined && file !== '') {
  subscribe('cutover.simulator.exchange', (exchange) => {
    // What a test writes by hand is odd on purpose; clients that know the models don't ask such things.
    if (!/aws-sdk|aws-cli|Boto/i.test(exchange.userAgent)) return;
    appendFileSync(file, `${JSON.stringify(exchange)}\n`);
  });
}
