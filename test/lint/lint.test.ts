import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { repository } from '../bundles/action.ts';
import { findTool } from '../tools.ts';

const yaml = (folder: string): string[] =>
  readdirSync(join(repository, folder))
    .filter((file) => file.endsWith('.yml'))
    .map((file) => join(folder, file));

const workflows = [...yaml('.github/workflows'), ...yaml('workflows-examples')];
const actions = ['action.yml', ...actionFiles('actions')];

function actionFiles(folder: string): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name, 'action.yml'))
    .filter((file) => existsSync(join(repository, file)));
}

/** Skipped by name where the linter is missing; the gate installs all of them. */
function linted(name: string, args: readonly string[]): void {
  const tool = findTool(name);
  (tool === undefined ? test.skip : test)(
    `${name} has nothing to say`,
    () => {
      const { status, stdout, stderr } = spawnSync(tool ?? '', args, { cwd: repository, encoding: 'utf8' });
      // What it said is worth more in a failure's message than the status alone.
      expect(status === 0 ? '' : `${stdout}${stderr}`).toBe('');
    },
    60_000,
  );
}

linted('actionlint', workflows);
linted('zizmor', [
  '--offline',
  '--persona=auditor',
  '--quiet',
  '--no-progress',
  '--format=plain',
  ...workflows,
  ...actions,
]);
linted('cfn-lint', [
  '--regions',
  'us-east-1',
  'ap-northeast-1',
  '--',
  'packages/template/template.yml',
  'packages/template/template.json',
  'packages/template/service.yml',
]);
