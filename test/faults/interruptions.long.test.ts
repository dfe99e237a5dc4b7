import { afterAll, describe, expect, jest, test } from '@jest/globals';
import type { CellResult } from './stage.ts';
import { interrupt, interruptPost, type Instant, type Interruption, type Subject } from './interruption.ts';
import { pool } from './pool.ts';
import { DEPLOYMENT, OTHERS, WITH_POST } from './subjects.ts';

jest.setTimeout(1_800_000);

const tables: string[] = [];

afterAll(() => {
  console.log(
    [
      ...tables,
      'O production is whole, and the run after the interruption does what the first one should have done; X does not hold',
    ].join('\n\n'),
  );
});

/** Plays every instant with every signal, prints the table and gives back what does not hold. */
async function table(
  title: string,
  instants: readonly Instant[],
  signals: readonly Interruption[],
  play: (instant: Instant, how: Interruption) => Promise<CellResult>,
): Promise<readonly string[]> {
  const cells = instants.flatMap((instant) => signals.map((how) => ({ instant, how })));
  const results = await pool(cells, async ({ instant, how }) => play(instant, how));
  const letter = (index: number): string => (results[index]?.violations.length === 0 ? 'O' : 'X');
  const width = Math.max(...instants.map(({ name }) => name.length));
  const wrong = results.filter(({ violations }) => violations.length > 0).length;
  const requests = results.reduce((sum, result) => sum + result.requests, 0);
  tables.push(
    [
      title,
      ['moment'.padEnd(width), ...signals].join(' | '),
      ...instants.map(({ name }, row) =>
        [
          name.padEnd(width),
          ...signals.map((how, column) => letter(row * signals.length + column).padEnd(how.length)),
        ].join(' | '),
      ),
      `${cells.length} cells: ${cells.length - wrong} O, ${wrong} X; ${requests} requests were answered meanwhile`,
    ].join('\n'),
  );
  return cells.flatMap(({ instant, how }, index) =>
    (results[index]?.violations ?? []).map((violation) => `${instant.name}, ${how}: ${violation}`),
  );
}

const named = (subjects: readonly Subject[]) => subjects.map((subject) => [subject.step, subject] as const);

describe('interrupted, cleaned up by post:, and run again', () => {
  test('blue-green-codedeploy', async () => {
    const { instants, step } = DEPLOYMENT;
    const play = async (instant: Instant, how: Interruption) => await interrupt(DEPLOYMENT, instant, how);
    expect(await table(`${step}: interrupted`, instants, ['SIGINT', 'SIGTERM', 'SIGKILL'], play)).toEqual([]);
  });

  // A cancelled job sends SIGINT first; a job that is over its time, or out of memory, kills.
  test.each(named(OTHERS))('%s', async (step, subject) => {
    const play = async (instant: Instant, how: Interruption) => await interrupt(subject, instant, how);
    expect(await table(`${step}: interrupted`, subject.instants, ['SIGINT', 'SIGKILL'], play)).toEqual([]);
  });
});

describe('killed, interrupted once more in post:, and run again', () => {
  test.each(named(WITH_POST))('%s', async (step, subject) => {
    const play = async (instant: Instant, how: Interruption) => await interruptPost(subject, instant, how);
    expect(
      await table(`${step}: post: interrupted`, subject.post?.instants ?? [], ['SIGINT', 'SIGKILL'], play),
    ).toEqual([]);
  });
});
