import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import {
  BatchGetDeploymentsCommand,
  type DeploymentInfo,
  StopDeploymentCommand,
} from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BlueGreen, type Front, until } from './blue-green.ts';

const SERVICES = 200;
/** Every eighth is stopped in the middle of its shift and rolled back. */
const STOPPED_EVERY = 8;
const MOST_MEMORY_MB = 500;
const TIME_SCALE = 30;
/** SDK calls at once. */
const CALLERS = 16;
/** The most that BatchGetDeployments takes. */
const BATCH = 25;
const OVER = ['Succeeded', 'Failed', 'Stopped'];

let child: ChildProcess;
let world: BlueGreen;
let maxRss: Promise<number>;
const complaints: string[] = [];

beforeAll(async () => {
  child = spawn(
    process.execPath,
    ['--conditions=@cutover/source', `${import.meta.dirname}/crowd-simulator.ts`, String(TIME_SCALE)],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'] } },
  );
  if (child.stderr !== null)
    createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  let found: (kibibytes: number) => void;
  maxRss = new Promise((resolve) => {
    found = resolve;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => {
      reject(new Error(`the simulator did not start: ${complaints.join('\n')}`));
    });
    if (child.stdout === null) throw new Error('the simulator has no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, value = ''] = line.split(' ');
      if (word === 'ready') resolve(value);
      if (word === 'maxRSS') found(Number(value));
    });
  });
  world = new BlueGreen(url, {
    desiredCount: 1,
    healthCheckSeconds: 30,
    terminationMinutes: 5,
    deregistrationSeconds: 10,
    canaryMinutes: 15,
  });
  await world.prepare();
});

afterAll(() => {
  world.close();
  child.kill('SIGKILL');
});

/** Does it for every item, some at a time, and keeps the order. */
async function all<T, R>(items: readonly T[], act: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (next < items.length) {
        const index = next++;
        results[index] = await act(items[index] as T, index);
      }
    }),
  );
  return results;
}

async function statuses(ids: readonly string[]): Promise<Map<string, DeploymentInfo>> {
  const found = new Map<string, DeploymentInfo>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const { deploymentsInfo = [] } = await world.codedeploy.send(
      new BatchGetDeploymentsCommand({ deploymentIds: ids.slice(from, from + BATCH) }),
    );
    for (const info of deploymentsInfo) found.set(info.deploymentId ?? '', info);
  }
  return found;
}

/** Waits until all of them are over; gives back how each ended. */
async function ended(ids: readonly string[]): Promise<Map<string, DeploymentInfo>> {
  return await until(
    async () => statuses(ids),
    (found) =>
      found.size === ids.length && [...found.values()].every(({ status }) => OVER.includes(status ?? '')),
    600,
  );
}

/** Tries of the test below: each has services and ports of its own. */
let tries = 0;

const isStopped = (index: number): boolean => index % STOPPED_EVERY === 0;

test(`${SERVICES} deployments at once all end as they should, within ${MOST_MEMORY_MB} MB`, async () => {
  const before = tries++ * SERVICES;
  const names = Array.from({ length: SERVICES }, (_, index) => `crowd-${before + index}`);
  const old = await world.revision('crowd', 'test/sleep', 'old');
  const fresh = await world.revision('crowd', 'test/sleep', 'new');
  const fronts = await all(names, async (name, index) => world.service(name, old, before + index));
  await all(names, async (name) =>
    until(
      async () => world.describe(name),
      ({ taskSets }) => taskSets?.[0]?.stabilityStatus === 'STEADY_STATE',
      600,
    ),
  );

  const ids = await all(names, async (name, index) =>
    world.deploy(name, fresh, isStopped(index) ? 'canary' : 'all-at-once'),
  );
  expect(new Set(ids).size).toBe(SERVICES);
  const stopped = ids.filter((_, index) => isStopped(index));
  await all(stopped, async (deploymentId, index) => {
    const front = fronts[index * STOPPED_EVERY] as Front;
    await until(
      async () => world.weights(front.listenerArn),
      (weights) => weights.get(front.groups[1]) === 20,
      600,
    );
    await world.codedeploy.send(new StopDeploymentCommand({ deploymentId, autoRollbackEnabled: true }));
  });

  const results = await ended(ids);
  const wrong = ids.filter(
    (id, index) => results.get(id)?.status !== (isStopped(index) ? 'Stopped' : 'Succeeded'),
  );
  expect(wrong.map((id) => results.get(id))).toEqual([]);
  // All of them were under way at once.
  const times = [...results.values()].map(({ createTime, completeTime }) => [createTime, completeTime]);
  const lastBegin = Math.max(...times.map(([begin]) => begin?.getTime() ?? Infinity));
  expect(Math.min(...times.map(([, end]) => end?.getTime() ?? 0))).toBeGreaterThan(lastBegin);
  const rollbacks = stopped.map((id) => results.get(id)?.rollbackInfo?.rollbackDeploymentId ?? '');
  const undone = [...(await ended(rollbacks)).values()];
  expect(undone.filter(({ status }) => status !== 'Succeeded')).toEqual([]);

  await all(names, async (name, index) => {
    const { listenerArn, groups } = fronts[index] as Front;
    const weights = await world.weights(listenerArn);
    expect(groups.map((arn) => weights.get(arn) ?? 0)).toEqual(isStopped(index) ? [100, 0] : [0, 100]);
    const { taskSets } = await until(
      async () => world.describe(name),
      (service) => service.taskSets?.length === 1 && service.taskSets[0]?.stabilityStatus === 'STEADY_STATE',
      600,
    );
    expect(taskSets?.[0]).toMatchObject({
      status: 'PRIMARY',
      taskDefinition: isStopped(index) ? old : fresh,
      runningCount: 1,
    });
  });
  expect(complaints.filter((line) => !/^listener \d+ of \S+ answers at/.test(line))).toEqual([]);

  child.kill('SIGTERM');
  const megabytes = (await maxRss) / 1024;
  console.log(`the simulator's memory was at most ${megabytes.toFixed(0)} MB`);
  expect(megabytes).toBeLessThan(MOST_MEMORY_MB);
}, 900_000);
