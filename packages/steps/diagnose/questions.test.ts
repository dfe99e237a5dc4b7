import { expect, test } from '@jest/globals';
import { AccessDeniedError, CancelledError } from '@cutover/domain/errors';
import { testWorld } from '../testing/world.ts';
import { Questions } from './questions.ts';

/** Questions whose time is over when the test says so. */
function opened(signal = new AbortController().signal) {
  const clock = { pass: (): void => undefined };
  const closed: AbortSignal[] = [];
  const questions = new Questions(
    testWorld({
      aws: {
        until: (one: AbortSignal) => {
          closed.push(one);
          return {};
        },
      },
      clock: {
        now: () => 0,
        random: () => 0,
        sleep: async (_: number, ended: AbortSignal) => {
          await new Promise<void>((resolve, reject) => {
            clock.pass = resolve;
            ended.addEventListener('abort', () => {
              reject(ended.reason as Error);
            });
          });
        },
      },
      signal,
    }),
  );
  return { questions, clock, closed: closed[0] };
}

const never = async (): Promise<string> => await new Promise(() => undefined);

test('when the time is over, answers that came count, and those that did not are named', async () => {
  const { clock, closed, questions } = opened();
  const answers = Promise.all([
    questions.ask('service', async () => await Promise.resolve('web')),
    questions.ask('listeners', never),
  ]);
  clock.pass();
  expect(await answers).toEqual(['web', undefined]);
  expect(closed?.aborted).toBe(true);
  expect(await questions.ask('log', never)).toBeUndefined();
  expect(questions.unseen.map(({ part, why }) => `${part}: ${why}`)).toEqual([
    'listeners: no answer within 9 s',
    'log: no answer within 9 s',
  ]);
  await expect(questions.need('stack', never)).rejects.toThrow('the 9 s of a diagnosis were over');
});

test('a refused question is named with the statement to add, and the others go on', async () => {
  const { questions } = opened();
  const refused = new AccessDeniedError('ecs:ListTasks', { what: 'refused', fix: 'Grant ecs:ListTasks' });
  expect(await questions.ask('running tasks', async () => await Promise.reject(refused))).toBeUndefined();
  expect(await questions.ask('service', async () => await Promise.resolve('web'))).toBe('web');
  expect(questions.unseen).toEqual([
    { part: 'running tasks', why: 'ecs:ListTasks was refused', fix: 'Grant ecs:ListTasks' },
  ]);
  questions.end();
});

test('a defect is no answer of AWS, and is thrown', async () => {
  const { questions } = opened();
  await expect(
    questions.ask('service', async () => await Promise.reject(new TypeError('x'))),
  ).rejects.toThrow(TypeError);
  questions.end();
});

test('a cancelled job ends the question with its reason', async () => {
  const job = new AbortController();
  const { questions } = opened(job.signal);
  const asked = questions.ask('service', never);
  job.abort(new CancelledError('cancelled'));
  await expect(asked).rejects.toThrow(CancelledError);
  expect(questions.unseen).toEqual([]);
  questions.end();
});
