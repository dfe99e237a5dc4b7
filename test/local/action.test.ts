import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { command, type Ended } from './command.ts';

describe('npm run action', () => {
  let simulator: RunningSimulator;
  let folder: string;
  beforeAll(async () => {
    simulator = await startSimulator({ timeScale: 100, tasks: 'process', sampleService: true });
    folder = await mkdtemp(join(tmpdir(), 'cutover-local-'));
  });
  afterAll(async () => {
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  });

  const action = async (...argv: readonly string[]): Promise<Ended> =>
    await command(folder, 'action', ...argv);

  test('runs an action to its end, shows its summary and outputs, and writes what it made', async () => {
    const { code, output } = await action(
      'register-taskdef',
      '--endpoint',
      simulator.url,
      '--with',
      'cluster=sample',
      '--with',
      'service=sample',
      '--with',
      'environment-variables=GREETING=hello',
      '--results',
      'results',
    );
    expect(output).toContain(`register-taskdef in ${folder}, against the simulator at ${simulator.url}`);
    expect(output).toMatch(/✅ .*sample:2/);
    expect(output).toMatch(/^ {2}revision +2$/m);
    expect(code).toBe(0);
    const results = join(folder, 'results');
    expect((await readdir(results)).toSorted()).toEqual([
      'outputs.json',
      'report.json',
      'summary.html',
      'summary.md',
      'task-definition-sample.json',
    ]);
    const outputs = JSON.parse(await readFile(join(results, 'outputs.json'), 'utf8')) as Record<
      string,
      string
    >;
    expect(outputs).toMatchObject({ outcome: 'succeeded', report: join(results, 'report.json') });
    // No run of GitHub's is claimed.
    expect(await readFile(join(results, 'report.json'), 'utf8')).toContain('"runUrl": ""');
  });

  test('a failure exits with 1 and says once what to do', async () => {
    const { code, output } = await action('preflight', '--endpoint', simulator.url, '--with', 'stak=shop');
    expect(output).toContain('Unknown input stak.');
    expect(output.match(/Did you mean stack\?/g)).toHaveLength(1);
    expect(code).toBe(1);
  });

  test.each([
    ['an action that does not exist', ['preflihgt'], 'did you mean preflight?'],
    [
      'an account that is not there',
      ['preflight', '--endpoint', 'http://127.0.0.1:1'],
      'no simulator answers',
    ],
    ['a folder that is not there', ['preflight', '--workspace', 'no'], '--workspace no is no folder'],
  ])('%s: exit 2, before anything is started', async (_, argv, message) => {
    const { code, output } = await action(...argv);
    expect(output).toContain(message);
    expect(code).toBe(2);
  });

  test('without a name it lists the actions, and --help the inputs of one', async () => {
    expect((await action()).output).toMatch(/^ {2}rollback +Roll/m);
    const { output } = await action('rollback', '--help');
    expect(output).toMatch(/^ {2}stack$/m);
    expect(output).toMatch(/^ {2}dry-run \(default false\)$/m);
  });
});
