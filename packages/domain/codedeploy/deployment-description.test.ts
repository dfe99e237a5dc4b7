import { describe, expect, test } from '@jest/globals';
import { isOfCommit, isOfRun } from '../deployment/deployment.ts';
import { describeDeployment, readMarks } from './deployment-description.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const run = {
  repository: 'octo/shop',
  commit: COMMIT,
  ref: 'refs/heads/main',
  runId: '7',
  runAttempt: '2',
  job: 'deploy',
  runUrl: 'https://github.com/octo/shop/actions/runs/7',
  actor: 'octocat',
};
const MARKS = `web:8 commit ${COMMIT} https://github.com/octo/shop/actions/runs/7/attempts/2`;

test('carries revision, commit and run', () => {
  expect(describeDeployment(run, 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8')).toBe(MARKS);
});

test('cuts the user’s words, never the marks', () => {
  const text = describeDeployment(run, 'web:8', { words: 'x'.repeat(300) });
  expect(text).toHaveLength(256);
  expect(text.endsWith(` | ${MARKS}`)).toBe(true);
});

test('outside of a run there is only the revision', () => {
  expect(describeDeployment({ ...run, commit: '', runUrl: '' }, 'web:8')).toBe('web:8');
});

test.each([
  [MARKS, COMMIT, true],
  [MARKS, 'f'.repeat(40), false],
  ['somebody’s words', COMMIT, false],
  ['commit ', '', false],
])('%s of %s: %s', (description, commit, same) => {
  expect(isOfCommit(readMarks(description), commit)).toBe(same);
});

test('never cuts a character in half, which CodeDeploy would give back changed', () => {
  for (const words of ['🚀'.repeat(200), `x${'🚀'.repeat(200)}`]) {
    const text = describeDeployment(run, 'web:8', { words });
    expect(text.isWellFormed()).toBe(true);
    expect(text.endsWith(` | ${MARKS}`)).toBe(true);
  }
});

test('the commit of a deployment is read from its description', () => {
  expect(readMarks(`Spring sale | ${MARKS}`).commit).toBe(COMMIT);
  expect(readMarks('web:8').commit).toBeUndefined();
});

describe('a rollback', () => {
  test('tells what it goes back from, and its run', () => {
    const text = describeDeployment(run, 'web:5', { replaces: 'web:8' });
    expect(text).toBe(`rollback web:8 -> web:5${MARKS.slice('web:8'.length)}`);
    expect(readMarks(text)).toEqual({
      isRollback: true,
      commit: COMMIT,
      runUrl: run.runUrl,
      runAttempt: '2',
    });
  });

  test('keeps its marks however long the names are', () => {
    for (const length of [1, 60, 120, 255]) {
      const family = 'f'.repeat(length);
      for (const words of [undefined, 'x'.repeat(300)]) {
        const text = describeDeployment(run, `${family}:5`, { replaces: `${family}:8`, words });
        expect(text.length).toBeLessThanOrEqual(256);
        expect(readMarks(text)).toMatchObject({ isRollback: true, commit: COMMIT, runUrl: run.runUrl });
      }
    }
  });
});

describe('what a user writes is never a mark', () => {
  const other = 'f'.repeat(40);
  test.each([
    ['Rollback from web:7'],
    ['rollback'],
    ['rollback web:8 -> web:5'],
    [`rollback web:8 -> web:5 commit ${other} https://github.com/octo/shop/actions/runs/9/attempts/1`],
    [`Reverts commit ${other}`],
    [`x | rollback web:8 -> web:5 commit ${other}`],
    ['x | '],
    [' | rollback'],
  ])('%s', (words) => {
    expect(readMarks(describeDeployment(run, 'web:8', { words }))).toEqual({
      isRollback: false,
      commit: COMMIT,
      runUrl: run.runUrl,
      runAttempt: '2',
    });
    const bare = { ...run, commit: '', runUrl: '' };
    const nothing = { isRollback: false, commit: undefined, runUrl: undefined, runAttempt: undefined };
    expect(readMarks(describeDeployment(bare, 'web:8', { words }))).toEqual(nothing);
    // A family so long that no revision fits.
    expect(readMarks(describeDeployment(bare, `${'f'.repeat(255)}:88`, { words }))).toEqual(nothing);
  });

  test.each([
    [`Rollback from web:8 | Reverts commit ${other}`],
    [`Reverts commit ${other} of https://github.com/octo/shop/actions/runs/7/attempts/1`],
    ['rollback to the good one'],
  ])('nor what another tool wrote: %s', (description) => {
    expect(readMarks(description)).toMatchObject({ isRollback: false, commit: undefined, runUrl: undefined });
  });
});

test.each([
  ['https://github.com/octo/shop/actions/runs/7', true],
  ['https://github.com/octo/shop/actions/runs/77', false],
  ['https://github.com/octo/shop/actions/runs/', false],
  ['https://github.com/octo/shops/actions/runs/7', false],
  ['', false],
])('is of run %s: %s', (runUrl, same) => {
  expect(isOfRun(readMarks(`Spring sale | ${MARKS}`), { ...run, runUrl })).toBe(same);
  expect(isOfRun(readMarks('web:8'), { ...run, runUrl })).toBe(false);
});
