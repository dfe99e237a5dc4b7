import { expect, test } from '@jest/globals';
import { NotStarted, StartingLine } from './starting-line.ts';

/** `waiting`, `started` or `refused`, once everything that can happen has. */
async function stateOf(permit: Promise<void>): Promise<string> {
  const settled = permit.then(
    () => 'started',
    (error: unknown) => (error instanceof NotStarted ? `refused: ${error.message}` : 'failed'),
  );
  return await Promise.race([settled, new Promise<string>((resolve) => setImmediate(resolve, 'waiting'))]);
}

test('nobody starts before all have come, or need nothing', async () => {
  const line = new StartingLine(3);
  const first = line.permit(0);
  line.arrive(1);
  expect(await stateOf(first)).toBe('waiting');
  const last = line.permit(2);
  expect(await stateOf(last)).toBe('started');
  expect(await stateOf(first)).toBe('started');
});

test('coming twice counts once', async () => {
  const line = new StartingLine(2);
  line.arrive(0);
  line.arrive(0);
  expect(await stateOf(line.permit(0))).toBe('waiting');
});

test('when one can’t be deployed, nobody is, neither who waits nor who comes later', async () => {
  const line = new StartingLine(3);
  const first = line.permit(0);
  line.close('web failed');
  line.close('api failed too');
  expect(await stateOf(first)).toBe('refused: web failed');
  expect(await stateOf(line.permit(2))).toBe('refused: web failed');
});

test('who has to come a second time comes too late after a failure', async () => {
  const line = new StartingLine(1);
  expect(await stateOf(line.permit(0))).toBe('started');
  line.close('web failed');
  expect(await stateOf(line.permit(0))).toBe('refused: web failed');
});
