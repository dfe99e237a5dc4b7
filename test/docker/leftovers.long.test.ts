import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Docker, engine } from './engine.ts';

jest.setTimeout(400_000);

const withEngine = engine === undefined ? describe.skip : describe;
const MAIN = fileURLToPath(import.meta.resolve('@cutover/simulator/main'));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** The simulator as a process of its own, with the lines that it prints up to `ready`. */
async function start(): Promise<{ child: ChildProcess; url: string; lines: string[] }> {
  const child = spawn(
    process.execPath,
    ['--conditions=@cutover/source', MAIN, '--port', '0', '--time-scale', '60'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  children.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const [ready] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, url: ready.replace('ready ', ''), lines };
}

async function ecs(url: string, operation: string, input: object): Promise<Record<string, never>> {
  const headers = { 'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) });
  return (await response.json()) as Record<string, never>;
}

withEngine('a simulator that was killed', () => {
  test('leaves containers that the next one removes', async () => {
    const docker = await Docker.open();
    const image = `cutover-leftover:${process.pid}`;
    try {
      await docker.build(image);
      const killed = await start();
      expect(killed.lines).toEqual([expect.stringMatching(/^tasks run as containers of Docker \d.* at /)]);
      await ecs(killed.url, 'CreateCluster', { clusterName: 'c' });
      await ecs(killed.url, 'RegisterTaskDefinition', {
        family: 'deaf',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        // The engine has this image though no registry does.
        containerDefinitions: [{ name: 'app', image, command: ['deaf'] }],
      });
      await ecs(killed.url, 'RunTask', {
        cluster: 'c',
        taskDefinition: 'deaf',
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      });
      const left = async (): Promise<string> =>
        await docker.run('ps', '--quiet', '--filter', `label=cutover.simulator.pid=${killed.child.pid}`);
      const deadline = Date.now() + 60_000;
      while ((await left()) === '') {
        if (Date.now() > deadline) throw new Error('the task never ran');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      killed.child.kill('SIGKILL');
      await once(killed.child, 'exit');
      const next = await start();
      expect(await left()).toBe('');
      next.child.kill('SIGTERM');
      await once(next.child, 'exit');
    } finally {
      await docker.run('rmi', '--force', image).catch(() => undefined);
      await docker.close();
    }
  });
});
