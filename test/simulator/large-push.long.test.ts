import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { ActionResult } from '@cutover/runner/run-action';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, start } from '../bundles/action.ts';
import { BadLine } from './bad-line.ts';
import { writeBigLayout } from './big-layout.ts';

// Ten gigabytes are written, hashed and sent; a busy machine needs its time.
jest.setTimeout(900_000);

const MB = 1_000_000;

/** Linux alone tells how much memory a process ever had. */
const linux = process.platform === 'linux';

let simulator: RunningSimulator;
let workspace: string;

beforeEach(async () => {
  simulator = await startSimulator();
  workspace = await mkdtemp(join(tmpdir(), 'cutover-large-'));
  for (const repositoryName of ['team/app', 'team/other'])
    await simulator.sim.call('ecr', 'CreateRepository', { repositoryName });
});

afterEach(async () => {
  await simulator.close();
  await rm(workspace, { recursive: true, force: true });
});

interface Push extends ActionResult {
  /** Most memory that the process ever had, in bytes. */
  readonly peak: number;
  readonly seconds: number;
}

async function push(url: string, inputs: Record<string, string>): Promise<Push> {
  const began = Date.now();
  const running = await start('build-push-ecr', {
    workspace,
    inputs: { repository: 'team/app', ...inputs },
    env: awsEnv(url),
  });
  let peak = 0;
  const look = async (): Promise<void> => {
    const status = await readFile(`/proc/${running.process.pid ?? 0}/status`, 'utf8').catch(() => '');
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
    peak = Math.max(peak, Number(kilobytes) * 1024);
  };
  const looking = setInterval(() => void look(), 100);
  const result = await running.done;
  clearInterval(looking);
  return { ...result, peak, seconds: (Date.now() - began) / 1000 };
}

/** Requests of the registry protocol that carry a blob's bytes. */
function uploads(result: ActionResult): number {
  return result.stdout.match(/ uploaded/g)?.length ?? 0;
}

test('5 GB in 40 layers over a line that breaks every 50 MB: right digest, little memory, nothing sent twice', async () => {
  const layout = join(workspace, 'image');
  const made = await writeBigLayout(layout, { layers: 40, bytes: 125 * MB });
  const line = await BadLine.open(simulator.url, 50 * MB);
  try {
    const first = await push(line.url, { 'oci-layout': 'image', tag: 'v1' });
    expect(first.errors).toEqual([]);
    expect(first.outputs).toMatchObject({ digest: made.digest, 'image-existed': 'false' });
    expect(uploads(first)).toBe(41);
    expect(line.broken).toBeGreaterThanOrEqual(80);
    expect(first.peak).toBeGreaterThan(linux ? 20 * MB : -1);
    expect(first.peak).toBeLessThan(200 * MB);
    // Not more than a tenth was sent again.
    expect(line.sent).toBeLessThan(5500 * MB);
    console.info(
      `sent in ${first.seconds.toFixed(0)} s with ${(first.peak / MB).toFixed(0)} MB, ${line.broken} connections broken`,
    );

    const sent = line.sent;
    const second = await push(line.url, { 'oci-layout': 'image', tag: 'v2' });
    expect(second.outputs).toMatchObject({ digest: made.digest });
    expect(uploads(second)).toBe(0);
    expect(line.sent - sent).toBeLessThan(MB);

    const mounted = await push(line.url, {
      repository: 'team/other',
      'oci-layout': 'image',
      tag: 'v1',
      'mount-from': 'team/app',
    });
    expect(mounted.errors).toEqual([]);
    expect(mounted.outputs).toMatchObject({ digest: made.digest });
    expect(uploads(mounted)).toBe(0);
    expect(line.sent - sent).toBeLessThan(2 * MB);
  } finally {
    line.close();
  }
});
