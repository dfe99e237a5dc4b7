import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { findTool } from '../tools.ts';
import { command } from './command.ts';

const FILE = '.github/workflows/preflight.yml';
const WORKFLOW = `
on: [workflow_dispatch]
permissions: {}
jobs:
  check:
    runs-on: ubuntu-24.04-arm
    permissions: { id-token: write, contents: read }
    steps:
      - uses: actions/checkout@v5
      - uses: octo/cutover/actions/preflight@v1
        with:
          aws-region: us-east-1
          role-to-assume: \${{ vars.DEPLOY_ROLE_ARN }}
          cluster: sample
          service: \${{ vars.SERVICE }}
`;

let app: string;
beforeAll(() => {
  app = mkdtempSync(join(tmpdir(), 'cutover-app-'));
  mkdirSync(join(app, '.github/workflows'), { recursive: true });
  writeFileSync(join(app, FILE), WORKFLOW);
});
afterAll(() => {
  rmSync(app, { recursive: true, force: true });
});

test.each([
  ['a file that is not there', ['no.yml'], "no.yml can't be read: ENOENT"],
  ['a file outside of a checkout', [FILE], `${FILE} is in no git checkout`],
])('%s: exit 2', async (_, argv, message) => {
  const program = findTool('act') ?? process.execPath;
  process.env['ACT_BIN'] ??= program;
  const { code, output } = await command(app, 'workflow', ...argv);
  expect(output).toContain(message);
  expect(code).toBe(2);
});

(findTool('act') === undefined ? describe.skip : describe)('npm run workflow', () => {
  let simulator: RunningSimulator;
  beforeAll(async () => {
    simulator = await startSimulator({ timeScale: 100, tasks: 'process', sampleService: true });
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-C', app, '-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args]);
    };
    git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'a change');
  });
  afterAll(async () => {
    await simulator.close();
  });

  test.each([
    ['sample', 0, 'Everything that was checked is right'],
    ['another', 1, 'another'],
  ])('a job that checks service %s ends with %i', async (service, code, said) => {
    const run = await command(
      app,
      'workflow',
      FILE,
      '--endpoint',
      simulator.url,
      '--var',
      `SERVICE=${service}`,
    );
    expect(run.output).toContain(`started by workflow_dispatch, against the simulator at ${simulator.url}`);
    expect(run.output).toContain(said);
    expect(run.code).toBe(code);
  });
});
