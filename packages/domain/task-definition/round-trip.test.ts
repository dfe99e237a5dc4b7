import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../text/json.ts';
import { readSourceText } from '../text/source-text.ts';
import { containersOf, objectsIn } from './containers.ts';
import { diffTaskDefinitions } from './diff.ts';
import { normalise } from './normalise.ts';
import { readTaskDefinition } from './read.ts';
import { READ_ONLY_MEMBERS, TASK_DEFINITION_SHAPE, type Shape } from './shape.ts';

/** `FUZZ_RUNS` in the environment asks for more. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 150);

/** Any value of a shape: members that may be absent are absent half of the time. */
function arbitrary(shape: Shape): fc.Arbitrary<Json> {
  if (shape === 'string') return fc.string({ unit: 'grapheme', maxLength: 12 });
  if (shape === 'integer') return fc.integer({ min: -1, max: 70_000 });
  if (shape === 'boolean') return fc.boolean();
  if (shape.kind === 'list') return fc.array(arbitrary(shape.of), { maxLength: 3 });
  if (shape.kind === 'map')
    return fc.dictionary(fc.string({ maxLength: 8 }), arbitrary(shape.of), { maxKeys: 3 });
  const members = Object.entries(shape.members);
  return fc.record(Object.fromEntries(members.map(([name, one]) => [name, arbitrary(one.shape)])), {
    requiredKeys: members.filter(([, one]) => one.required).map(([name]) => name),
  });
}

const definitions = arbitrary(TASK_DEFINITION_SHAPE).map((value) => {
  const { tags: _, ...definition } = value as JsonObject;
  return definition;
});

/** A definition as DescribeTaskDefinition returns it. */
function described(definition: JsonObject): JsonObject {
  return {
    taskDefinition: {
      volumes: [],
      placementConstraints: [],
      ...definition,
      containerDefinitions: containersOf(definition).map((container) => ({
        cpu: 0,
        essential: true,
        environment: [],
        mountPoints: [],
        volumesFrom: [],
        systemControls: [],
        ...container,
        portMappings: objectsIn(container['portMappings']).map((mapping) => ({
          protocol: 'tcp',
          ...(definition['networkMode'] === 'awsvpc' && mapping['containerPort'] !== undefined
            ? { hostPort: mapping['containerPort'] }
            : {}),
          ...mapping,
        })),
      })),
      taskDefinitionArn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/shop:7',
      revision: 7,
      status: 'ACTIVE',
      requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.ecr-auth' }],
      compatibilities: ['EC2', 'FARGATE'],
      registeredAt: 1_700_000_000.5,
      registeredBy: 'arn:aws:iam::123456789012:role/deploy',
    },
    tags: [{ key: 'team', value: '' }],
  };
}

test('what is read is what was written, to the last empty string', () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      const source = readSourceText(JSON.stringify(definition, undefined, 2), 'task.json');
      expect(readTaskDefinition(source.value, source)).toEqual({
        definition,
        tags: new Map(),
        problems: [],
        warnings: [],
      });
    }),
    { numRuns: RUNS },
  );
});

test('what ECS describes is what was registered', () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      const read = readTaskDefinition(described(definition));
      expect(read.problems).toEqual([]);
      expect(read.warnings).toEqual([]);
      expect([...read.tags]).toEqual([['team', '']]);
      expect(diffTaskDefinitions(definition, read.definition)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('a change of any one value is a difference, or one of AWS’s defaults', () => {
  fc.assert(
    fc.property(definitions, fc.nat(), (definition, pick) => {
      const paths = scalars(definition, []);
      if (paths.length === 0) return;
      const path = paths[pick % paths.length] as readonly (string | number)[];
      const changed = replaced(definition, path, 'another value than any');
      expect(diffTaskDefinitions(definition, changed as JsonObject)).not.toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      const once = normalise(definition);
      expect(normalise(once)).toEqual(once);
    }),
    { numRuns: RUNS },
  );
});

test('no read-only member is one that can be registered', () => {
  const members =
    typeof TASK_DEFINITION_SHAPE === 'object' && TASK_DEFINITION_SHAPE.kind === 'struct'
      ? TASK_DEFINITION_SHAPE.members
      : {};
  expect(Object.keys(members).filter((name) => READ_ONLY_MEMBERS.has(name))).toEqual([]);
});

function scalars(value: Json, path: readonly (string | number)[]): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((one: Json, index) => scalars(one, [...path, index]));
  if (isJsonObject(value))
    return Object.entries(value).flatMap(([name, one]) => scalars(one, [...path, name]));
  return [path];
}

function replaced(value: Json, [first, ...rest]: readonly (string | number)[], by: Json): Json {
  if (first === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((one: Json, index) => (index === first ? replaced(one, rest, by) : one));
  }
  const object = value as JsonObject;
  return { ...object, [first]: replaced(object[first] ?? null, rest, by) };
}
