import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';

// For busy machines: the test waits for what happens.
jest.setTimeout(60_000);

const HERE = fileURLToPath(new URL('simulator-process.ts', import.meta.url));
const MAIN = new URL('../simulator/main.ts', import.meta.url).href;
let repository = '';

beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), 'cutover-demo-'));
  const folder = join(repository, 'dist', 'simulator');
  await mkdir(folder, { recursive: true });
  // The simulator from its sources, where the bundle of a release is.
  await writeFile(
    join(folder, 'index.js'),
    `require('node:fs').writeFileSync(__dirname + '/pid', String(process.pid));\nvoid import(${JSON.stringify(MAIN)});\n`,
  );
});
afterAll(async () => {
  const pid = Number(await readFile(join(repository, 'dist', 'simulator', 'pid'), 'utf8'));
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself, as it should.
  }
  await rm(repository, { recursive: true, force: true });
});

async function answers(url: string): Promise<boolean> {
  return await fetch(`${url}/_simulator/health`).then(
    () => true,
    () => false,
  );
}

test('a demonstration that is killed leaves no simulator behind', async () => {
  const script = `
    const { startSimulatorProcess } = await import(${JSON.stringify(HERE)});
    const { url } = await startSimulatorProcess(${JSON.stringify(repository)}, 100);
    console.log('url ' + url);
  `;
  const demo = spawn(
    process.execPath,
    ['--conditions=@cutover/source', '--input-type=module', '-e', script],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '--conditions=@cutover/source' },
    },
  );
  let output = '';
  demo.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  let url: string | undefined;
  while (url === undefined && demo.exitCode === null) {
    await setTimeout(50);
    [, url] = /^url (\S+)\n/m.exec(output) ?? [];
  }
  expect(await answers(url ?? '')).toBe(true);
  demo.kill('SIGKILL');
  while (await answers(url ?? '')) await setTimeout(50);
});
