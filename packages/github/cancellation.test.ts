import { getMaxListeners } from 'node:events';
import { expect, test } from '@jest/globals';
import { cancellation } from './cancellation.ts';

test('Node warns of no leak while preflight has its calls in flight', () => {
  const signal = cancellation();
  for (const name of ['SIGINT', 'SIGTERM']) process.removeAllListeners(name);
  expect(getMaxListeners(signal)).toBeGreaterThanOrEqual(100);
});
