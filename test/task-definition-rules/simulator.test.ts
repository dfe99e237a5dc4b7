import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JsonObject } from '@cutover/domain/text/json';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { RULES } from './rules.ts';

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 100 });
});
afterAll(async () => {
  await simulator.close();
});

async function register(definition: JsonObject): Promise<string> {
  try {
    await simulator.sim.call('ecs', 'RegisterTaskDefinition', definition);
    return 'registered';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

test.each(RULES.map((rule) => [rule.rule, rule] as const))(
  'the simulator keeps the rule: %s',
  async (_, rule) => {
    expect(await register(rule.taken)).toBe('registered');
    expect(await register(rule.refused)).toBe(rule.ecs === 'refuses' ? 'ClientException' : 'registered');
  },
);
