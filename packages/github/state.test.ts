import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ConfigurationError } from '@cutover/domain/errors';
import { remember } from './state.ts';

let folder: string;
const before = { ...process.env };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-state-'));
  process.env['GITHUB_ACTIONS'] = 'true';
});

afterEach(async () => {
  process.env = { ...before };
  await rm(folder, { recursive: true, force: true });
});

test('a value is written at once', async () => {
  const path = join(folder, 'state');
  await writeFile(path, '');
  process.env['GITHUB_STATE'] = path;
  remember('deployment-id', 'd-1');
  expect(await readFile(path, 'utf8')).toMatch(/^deployment-id<<\S+\nd-1\n/);
});

test.each<[string, () => string | undefined, string]>([
  ['is missing', () => join(folder, 'none'), 'Missing file'],
  ['is a folder', () => folder, 'EISDIR'],
  ['is a full device', () => '/dev/full', 'ENOSPC'],
  ['is not named', () => undefined, 'GITHUB_STATE is not set'],
])('a file that %s is told as the runner’s trouble, not as a defect', (_, path, reason) => {
  const value = path();
  if (value === undefined) delete process.env['GITHUB_STATE'];
  else process.env['GITHUB_STATE'] = value;
  let said: unknown;
  try {
    remember('deployment-id', 'd-1');
  } catch (error) {
    said = error;
  }
  expect(said).toBeInstanceOf(ConfigurationError);
  const { message, fix } = said as ConfigurationError;
  expect(message).toContain(`saved state (GITHUB_STATE) can't be written: `);
  expect(message).toContain(reason);
  expect(fix).toContain('disk of the runner');
});
