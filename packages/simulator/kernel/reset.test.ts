import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { until } from '../ecs/test-account.ts';
import { createSampleService } from '../sample/service.ts';
import { type RunningSimulator, startSimulator } from '../start.ts';

jest.setTimeout(60_000);

let running: RunningSimulator;

beforeAll(async () => {
  running = await startSimulator({ timeScale: 100, sampleService: true });
});
afterAll(async () => {
  await running.close();
});

interface State {
  readonly ecs: readonly { readonly tasks: readonly { readonly pids: readonly number[] }[] }[];
}

async function state(): Promise<State> {
  const response = await fetch(`${running.url}/_simulator/state`);
  return (await response.json()) as State;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  return await fetch(url).then(
    () => true,
    () => false,
  );
}

test('a reset stops everything, and the same account can be made again', async () => {
  const { production = '' } = running.sample ?? {};
  const pids = (await state()).ecs.flatMap(({ tasks }) => tasks.flatMap((task) => task.pids));
  expect(pids).toHaveLength(2);
  expect(pids.every(alive)).toBe(true);
  expect(await answers(production)).toBe(true);

  const response = await fetch(`${running.url}/_simulator/reset`, { method: 'POST' });
  expect(response.status).toBe(200);
  expect(pids.some(alive)).toBe(false);
  expect(await answers(production)).toBe(false);
  expect((await state()).ecs).toEqual([]);

  const again = await createSampleService(running.sim);
  expect(await answers(again.production)).toBe(true);
  expect((await state()).ecs).toHaveLength(1);
  // Work in progress of the first account must not disturb the second.
  const [before] = (await state()).ecs;
  await running.sim.clock.advance(60_000);
  await until(
    async () => (await state()).ecs[0]?.tasks.length,
    (count) => count === before?.tasks.length,
  );
});
