import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { ActionResult } from '@cutover/runner/run-action';
import { run } from './action.ts';
import { FakeGithub } from './fake-github.ts';
import { LiveService } from './live-service.ts';

jest.setTimeout(60_000);

let live: LiveService;
let github: FakeGithub;

beforeEach(async () => {
  [github, live] = await Promise.all([FakeGithub.open(), LiveService.open()]);
  await live.register('web');
});
afterEach(async () => {
  await Promise.all([github.close(), live.close()]);
});

async function deploy(inputs: Record<string, string> = {}): Promise<ActionResult> {
  return await run('blue-green-codedeploy', {
    inputs: {
      cluster: 'shop',
      service: 'web',
      'task-definition-arn': 'web:2',
      'poll-interval-seconds': '0.1',
      'github-token': 'let-me-read',
      ...inputs,
    },
    env: { ...live.env, ...github.env },
  });
}

const OURS = { id: 5, environment: 'production', run: '1', state: 'in_progress' };
const OTHERS = [
  { id: 3, environment: 'production', run: '11', state: 'in_progress' },
  { id: 4, environment: 'production', run: '1', state: 'failure' },
];

test('the deployment that GitHub made for the job shows where it is, and the last status is that all traffic has moved', async () => {
  github.deployments = [OURS, ...OTHERS];
  const result = await deploy();
  expect(result.errors).toEqual([]);
  expect(github.statuses.length).toBeGreaterThan(0);
  for (const status of github.statuses)
    expect(status).toMatchObject({
      id: 5,
      state: 'in_progress',
      log_url: 'https://github.com/octo/shop/actions/runs/1',
    });
  expect(String(github.statuses.at(-1)?.['description'])).toMatch(/traffic/);
});

test('two jobs of one run in two environments are told apart by the input environment', async () => {
  github.deployments = [{ ...OURS, id: 6, environment: 'staging' }, OURS];
  expect((await deploy()).exitCode).toBe(0);
  expect(github.statuses).toEqual([]);
  await live.register('web');
  expect((await deploy({ 'task-definition-arn': 'web:3', environment: 'staging' })).exitCode).toBe(0);
  expect(new Set(github.statuses.map(({ id }) => id))).toEqual(new Set([6]));
});

test('a token that may not, or a job without a deployment, changes nothing, and is asked once', async () => {
  github.deployments = [OURS];
  github.mayWrite = false;
  const refused = await deploy();
  expect([refused.exitCode, refused.errors]).toEqual([0, []]);
  expect(refused.stdout).not.toContain('Resource not accessible');
  expect(github.asked).toBe(1);
  github.mayWrite = true;
  github.deployments = OTHERS;
  await live.register('web');
  expect((await deploy({ 'task-definition-arn': 'web:3' })).exitCode).toBe(0);
  expect(github.statuses).toEqual([]);
});

test('a dry run and a run without a token ask for nothing', async () => {
  github.deployments = [OURS];
  await deploy({ 'dry-run': 'true' });
  await deploy({ 'github-token': '' });
  expect(github.asked).toBe(0);
});
