import { Readable } from 'node:stream';
import { isDate } from 'node:util/types';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Aws } from '@cutover/aws/aws';
import { clientOptions, type ClientOptions } from '@cutover/aws/client/options';
import { TaskDefinitions } from '@cutover/aws/ecs/task-definitions';
import { testConnection } from '@cutover/aws/testing/connection';
import { parseInputs } from '@cutover/domain/inputs/input';
import type { Outcome } from '@cutover/domain/outcome';
import type { ProgressEvent } from '@cutover/domain/progress';
import type { JsonObject } from '@cutover/domain/text/json';
import { diffTaskDefinitions } from '@cutover/domain/task-definition/diff';
import { readTaskDefinition } from '@cutover/domain/task-definition/read';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { registerTaskdef } from '@cutover/steps/register-taskdef/step';
import type { World } from '@cutover/steps/world';
import { validDefinitions } from './valid-definition.ts';

jest.setTimeout(1_200_000);

const RUNS = 10_000;
// `FUZZ_SEED=<seed> npm run test:long -- round-trip` tries other definitions.
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);

let simulator: RunningSimulator;
let file = '';
let warnings: ProgressEvent[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 1000 });
});

afterAll(async () => {
  await simulator.close();
});

/** Hands the SDK's requests to the simulator without a socket in between; the model's rules are checked all the same. */
const requestHandler = {
  handle: async ({ headers, body }: { headers: Record<string, string>; body: Uint8Array }) => {
    const operation = headers['x-amz-target']?.split('.')[1] ?? '';
    const { sim } = simulator;
    const answer = (statusCode: number, output: object) => ({
      response: { statusCode, headers: {}, body: Readable.from([JSON.stringify(output, epoch)]) },
    });
    try {
      const caller = { internal: false, requestId: 'r', accessKeyId: 'AKIA', baseUrl: simulator.url };
      return answer(
        200,
        await sim.execute(
          sim.service('ecs'),
          operation,
          JSON.parse(new TextDecoder().decode(body)) as object,
          caller,
        ),
      );
    } catch (error) {
      const { code, message } = error as { code: string; message: string };
      return answer(400, { __type: code, message });
    }
  },
  destroy: () => {},
};

/** Times are numbers on the wire. */
function epoch(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const raw = this[key];
  return isDate(raw) ? raw.getTime() / 1000 : value;
}

function onTheWire(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value, epoch)) as JsonObject;
}

function world(): World {
  const taskDefinitions = new TaskDefinitions({
    ...clientOptions('us-east-1', testConnection()),
    requestHandler,
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'x' },
  } as unknown as ClientOptions);
  return {
    aws: {
      region: 'us-east-1',
      partition: 'aws',
      taskDefinitions,
      // An account without repositories, in which whatever else a definition names is there.
      images: { hasRepositories: async () => false },
      roles: {
        describe: async (arn: string) => ({ name: arn.split('/').at(-1), arn, trust: undefined }),
        refusals: async () => [],
      },
      secrets: {
        look: async (values: readonly string[]) =>
          values.map((valueFrom) => ({ reference: { valueFrom }, state: 'found' })),
      },
    } as unknown as Aws,
    files: { read: async () => file, writeTemporary: async () => '/tmp/rendered.json' },
    progress: {
      report: (event: ProgressEvent) => {
        if (event.type === 'warning') warnings.push(event);
      },
    },
    clock: { now: () => 0, random: () => 0.5, sleep: async () => {} },
    signal: new AbortController().signal,
    run: {
      repository: 'octo/shop',
      commit: 'c',
      ref: 'r',
      runId: '1',
      runAttempt: '1',
      job: 'j',
      runUrl: 'u',
      actor: 'a',
    },
    mask: () => {},
    remember: () => {},
  } as unknown as World;
}

test(`${RUNS} definitions are registered as they were written, and what ECS tells of them is nothing new`, async () => {
  const one = world();
  const inputs = parseInputs(registerTaskdef.inputs, { 'task-definition': 'task.json' });
  const register = async (document: object): Promise<Outcome> => {
    file = JSON.stringify(document, undefined, 1);
    warnings = [];
    simulator.sim.calls.length = 0;
    return await registerTaskdef.run(inputs, one);
  };
  const sent = (): readonly unknown[] =>
    simulator.sim.calls
      .filter(({ operation }) => operation === 'RegisterTaskDefinition')
      .map(({ input }) => input);
  let registrations = 0;
  let rounds = 0;
  await fc.assert(
    fc.asyncProperty(validDefinitions, async (definition) => {
      const outcome = await register({ ...definition, status: 'ACTIVE', revision: 3, registeredBy: 'me' });
      for (const input of sent()) {
        registrations++;
        expect(input).toEqual({ ...definition, tags: expect.any(Array) });
      }
      expect(warnings).toEqual([]);
      const arn = String(outcome.outputs['task-definition-arn']);
      const described = await simulator.sim.call<JsonObject>('ecs', 'DescribeTaskDefinition', {
        taskDefinition: arn,
        include: ['TAGS'],
      });
      // What is read of it is what was registered, so that there is nothing to register.
      const { definition: back, warnings: lost } = readTaskDefinition(onTheWire(described));
      expect(lost).toEqual([]);
      expect(diffTaskDefinitions(definition, back)).toEqual([]);
      if (++rounds % 20 !== 0) return;
      expect(await register(described)).toMatchObject({
        kind: 'unchanged',
        outputs: { 'task-definition-arn': arn, diff: '' },
      });
      expect(sent()).toEqual([]);
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: false },
  );
  // Two of one family and of equal content are one revision; hardly any are.
  expect(registrations).toBeGreaterThan(RUNS * 0.9);
});
