import { expect, test } from '@jest/globals';
import { AccessDeniedError, AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { cleanUpAll, type CleanUp } from './clean-up.ts';

const refused = new AccessDeniedError('ecs:StopTask', { what: 'refused', fix: 'Allow it.' });
const lost = new AwsCallError({
  action: 'a:B',
  code: 'TimeoutError',
  what: 'no',
  fix: 'Run it again.',
});
function fails(failure: Error, more: Partial<CleanUp> = {}): CleanUp {
  const act = async (): Promise<void> => {
    throw failure;
  };
  return { act, ...more };
}

async function caught(parts: readonly CleanUp[]): Promise<unknown> {
  return await cleanUpAll(parts).then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('each part has its turn, and each that failed is told with what stays behind', async () => {
  const done: string[] = [];
  const error = await caught([
    fails(refused, { left: 'Task 1 runs on', fix: 'Stop it.' }),
    {
      act: () => {
        done.push('page');
        return Promise.resolve();
      },
    },
    fails(lost),
  ]);
  expect(done).toEqual(['page']);
  expect(error).toBeInstanceOf(ConfigurationError);
  expect((error as ConfigurationError).problems).toEqual([
    { what: 'Task 1 runs on: refused', fix: 'Stop it. Allow it.' },
    { what: lost.message, fix: lost.fix },
  ]);
});

test('problems within a part stay apart', async () => {
  const inner: CleanUp = {
    act: async () => {
      await cleanUpAll([fails(refused, { left: 'one' }), fails(refused, { left: 'two' })]);
    },
  };
  expect(((await caught([inner])) as ConfigurationError).problems.map(({ what }) => what)).toEqual([
    'one: refused',
    'two: refused',
  ]);
});

test('one failure to which nothing is added keeps its kind', async () => {
  expect(await caught([fails(refused)])).toBe(refused);
});

test('a defect is thrown as it is, unless something stays behind', async () => {
  const defect = new TypeError('undefined is no function');
  expect(await caught([fails(defect)])).toBe(defect);
  expect(String(await caught([fails(defect), fails(refused, { left: 'one' })]))).toContain('one: refused');
});

test('nothing is thrown when all is done', async () => {
  expect(await caught([{ act: () => Promise.resolve() }])).toBeUndefined();
});
