import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ActionResult } from '@cutover/runner/run-action';
import { run } from '../bundles/action.ts';
import { LiveService } from '../bundles/live-service.ts';

jest.setTimeout(120_000);

/** The service is `web` of cluster `shop`. */
let live: LiveService;
let folder: string;
let workspace: string;

beforeAll(async () => {
  live = await LiveService.open();
  folder = await mkdtemp(join(tmpdir(), 'cutover-config-'));
});
afterAll(async () => {
  await live.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  workspace = join(folder, 'workspace');
  await mkdir(workspace);
});
afterEach(async () => {
  await rm(workspace, { recursive: true });
});

const TASK = JSON.stringify({
  family: 'web',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  containerDefinitions: [
    {
      name: 'app',
      image: 'public.ecr.aws/docker/library/nginx:1.27',
      portMappings: [{ containerPort: 8080 }],
    },
  ],
});

async function register(
  config: string | undefined,
  inputs: Record<string, string> = {},
  file = 'cutover.yml',
): Promise<ActionResult> {
  if (config !== undefined) await writeFile(join(workspace, file), config);
  await writeFile(join(workspace, 'task.json'), TASK);
  return await run('register-taskdef', { workspace, inputs, env: live.env });
}

const FILE = 'cluster: shop\nservice: web\ntask-definition: task.json\ndry-run: true\n';

test('cutover.yml in the root of the repository is read, and the log says what was taken', async () => {
  const result = await register(FILE);
  expect(result.errors).toEqual([]);
  expect(result.stdout).toContain('cutover.yml: taken cluster, service, dry-run, task-definition.');
  expect(result.stdout).toMatch(/dry run/i);
});

test('config names another file, and environment its section', async () => {
  await mkdir(join(workspace, 'deploy'));
  const result = await register(
    `task-definition: task.json\ndry-run: true\nenvironments:\n  staging: {cluster: shop, service: web}\n  production: {cluster: none, service: none}\n`,
    { config: 'deploy/shop.yml', environment: 'staging' },
    'deploy/shop.yml',
  );
  expect(result.errors).toEqual([]);
  expect(result.stdout).toContain('(environment staging)');
});

test('an input under with: wins over the file', async () => {
  const result = await register(`${FILE}variables: {A: 1}`, { 'task-definition': 'no-such.json' });
  expect(result.errors.join('\n')).toContain('there is no file "no-such.json"');
});

test('a default that the runner hands over does not', async () => {
  const result = await register(FILE, { 'dry-run': 'false' });
  expect(result.errors).toEqual([]);
  expect(result.stdout).toMatch(/dry run/i);
});

test('a value that is wrong is annotated at its line of the file', async () => {
  const result = await register(`${FILE}keep-revisions: none\n`);
  expect(result.exitCode).toBe(1);
  expect(result.commands.find(({ command }) => command === 'error')?.properties).toMatchObject({
    file: 'cutover.yml',
    line: '5',
    col: '17',
  });
  expect(result.errors[0]).toContain(
    'cutover.yml:5:17: Input keep-revisions: "none" is not a whole number from 1 to 1000.',
  );
});

test('the file’s role and accounts are the ones that are asked for', async () => {
  const result = await register(`${FILE}allowed-account-ids: [999999999999]\n`);
  expect(result.exitCode).toBe(1);
  expect(result.errors[0]).toContain('999999999999');
});

describe('a file that is none', () => {
  test('is refused when it was named', async () => {
    const result = await register(undefined, { config: 'cutover.yaml' });
    expect(result.errors[0]).toContain('Input config: there is no file "cutover.yaml"');
  });

  test.each(['/etc/passwd', '../secret.yml', 'link.yml'])(
    'outside of the workspace is not read: %s',
    async (path) => {
      await writeFile(join(folder, 'secret.yml'), 'stack: hunter2\npassword: hunter2\n');
      await symlink(join(folder, 'secret.yml'), join(workspace, 'link.yml'));
      const result = await register(undefined, { config: path });
      expect(result.exitCode).toBe(1);
      expect(result.errors[0]).toContain('outside of the workspace');
      expect(result.stdout + result.summary).not.toMatch(/hunter2|root:/);
    },
  );

  test('is not shown when it is something else', async () => {
    await writeFile(join(workspace, 'env.yml'), 'DATABASE_PASSWORD: hunter2\n');
    const result = await register(undefined, { config: 'env.yml' });
    expect(result.errors[0]).toContain('env.yml:1:1: This is no configuration of Cutover');
    expect(result.stdout + result.summary).not.toMatch(/hunter2|DATABASE_PASSWORD/);
  });
});
