import { expect, test } from '@jest/globals';
import type { RegisteredTaskDefinition } from '@cutover/aws/ecs/task-definitions';
import type { ProgressEvent } from '@cutover/domain/progress';
import { parseInputs } from '@cutover/domain/inputs/input';
import type { JsonObject } from '@cutover/domain/text/json';
import { testWorld } from '../testing/world.ts';
import { carryOutRegistration } from './carry-out.ts';
import { inputs } from './inputs.ts';
import { planRegistration } from './plan.ts';

const SENT = {
  family: 'shop',
  cpu: '256',
  containerDefinitions: [{ name: 'app', image: 'shop:1', stopTimeout: 30, essential: true }],
};

/** Warnings of a registration that ECS answers with `kept`. */
async function warningsFor(kept: JsonObject): Promise<readonly string[]> {
  const warnings: string[] = [];
  const revision: RegisteredTaskDefinition = {
    arn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/shop:1',
    family: 'shop',
    revision: 1,
    status: 'ACTIVE',
    definition: kept,
    tags: new Map(),
  };
  const world = testWorld({
    aws: {
      region: 'us-east-1',
      taskDefinitions: { register: () => Promise.resolve({ kind: 'registered', revision }) },
    },
    files: { writeTemporary: (name: string) => Promise.resolve(name) },
    run: {},
    progress: {
      report: (event: ProgressEvent) => {
        if (event.type === 'warning') warnings.push(event.what);
      },
    },
  });
  const outcome = await carryOutRegistration(
    planRegistration(SENT, new Map(), {}),
    parseInputs(inputs, {}),
    world,
  );
  expect(outcome).toMatchObject({ kind: 'succeeded', outputs: { changed: true } });
  return warnings;
}

test.each<[string, JsonObject, readonly string[]]>([
  ['everything, with members that ECS fills in', { ...SENT, networkMode: 'bridge', volumes: [] }, []],
  [
    'a container without one of its members',
    { ...SENT, containerDefinitions: [{ name: 'app', image: 'shop:1', essential: true }] },
    ['ECS did not keep containerDefinitions.app.stopTimeout as it was given.'],
  ],
  [
    'another value and a member less',
    { ...SENT, cpu: '512', containerDefinitions: [{ ...SENT.containerDefinitions[0], stopTimeout: 120 }] },
    [
      'ECS did not keep containerDefinitions.app.stopTimeout as it was given.',
      'ECS did not keep cpu as it was given.',
    ],
  ],
])('ECS keeps %s: what it did not keep is named', async (_, kept, expected) => {
  expect((await warningsFor(kept)).toSorted()).toEqual(expected);
});
