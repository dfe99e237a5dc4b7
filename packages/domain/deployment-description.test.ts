import { expect, test } from '@jest/globals';
import { commitOf, describeDeployment, isOfCommit } from './deployment-description.ts';

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
  const text = describeDeployment(run, 'web:8', 'x'.repeat(300));
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
  expect(isOfCommit(description, commit)).toBe(same);
});

test('the commit of a deployment is read from its description', () => {
  expect(commitOf(`Spring sale | ${MARKS}`)).toBe(COMMIT);
  expect(commitOf('web:8')).toBeUndefined();
});
