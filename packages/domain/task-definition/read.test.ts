import { describe, expect, test } from '@jest/globals';
import { type Json, type JsonObject, type JsonPath } from '../text/json.ts';
import { readSourceText } from '../text/source-text.ts';
import { readTaskDefinition } from './read.ts';
import { TASK_DEFINITION_SHAPE, type Shape } from './shape.ts';

/** Every struct of the request with the path to it. */
function structs(shape: Shape, path: JsonPath = []): readonly (readonly [JsonPath, readonly string[]])[] {
  if (typeof shape === 'string') return [];
  if (shape.kind === 'list') return structs(shape.of, [...path, 0]);
  if (shape.kind === 'map') return [];
  return [
    [path, Object.keys(shape.members)] as const,
    ...Object.entries(shape.members).flatMap(([name, one]) => structs(one.shape, [...path, name])),
  ];
}

const MEMBERS = structs(TASK_DEFINITION_SHAPE).flatMap(([path, names]) =>
  names.map((name) => [[...path, name].join('.'), path, name, names] as const),
);

/** Some value of each member of the request, except those named. */
function sample(shape: Shape, path: JsonPath, leave: (path: JsonPath) => boolean): Json {
  if (shape === 'string') return 'x';
  if (shape === 'integer') return 1;
  if (shape === 'boolean') return true;
  if (shape.kind === 'list') return [sample(shape.of, [...path, 0], leave)];
  if (shape.kind === 'map') return {};
  return Object.fromEntries(
    Object.entries(shape.members)
      .filter(([name]) => !leave([...path, name]))
      .map(([name, one]) => [name, sample(one.shape, [...path, name], leave)]),
  );
}

/** A shape that lacks one member, as it was before AWS added it. */
function without(shape: Shape, path: JsonPath, name: string): Shape {
  if (typeof shape === 'string') return shape;
  const [first, ...rest] = path;
  if (shape.kind === 'list' || shape.kind === 'map') return { ...shape, of: without(shape.of, rest, name) };
  if (first === undefined) {
    const { [name]: _, ...members } = shape.members;
    return { ...shape, members };
  }
  return {
    ...shape,
    members: Object.fromEntries(
      Object.entries(shape.members).map(([key, one]) => [
        key,
        key === first ? { ...one, shape: without(one.shape, rest, name) } : one,
      ]),
    ),
  };
}

test('there are members to leave out', () => {
  expect(MEMBERS.length).toBeGreaterThan(160);
});

test.each(MEMBERS)('%s was no mistake before it was known', (_, path, name) => {
  const shape = without(TASK_DEFINITION_SHAPE, path, name);
  const whole = readTaskDefinition(
    sample(TASK_DEFINITION_SHAPE, [], () => false),
    undefined,
    shape,
  );
  expect(whole.problems.filter(notOfTags)).toEqual([]);
  expect(whole.warnings.map(({ what }) => what)).toEqual([expect.stringContaining('it is not sent')]);
  // Nor where it stands nearly alone: only required members and the way to it.
  const bare = sample(TASK_DEFINITION_SHAPE, [], (at) => {
    const onTheWay = [...path, name].slice(0, at.length).join() === at.join();
    return !onTheWay && !isRequired(at);
  });
  expect(readTaskDefinition(bare, undefined, shape).problems.filter(notOfTags)).toEqual([]);
});

/** A tag without a key is wrong for another reason. */
function notOfTags({ what }: { readonly what: string }): boolean {
  return !what.startsWith('tags[');
}

function isRequired(path: JsonPath): boolean {
  let shape: Shape = TASK_DEFINITION_SHAPE;
  let required = true;
  for (const part of path) {
    if (typeof shape === 'string') return false;
    if (shape.kind === 'struct') {
      const member = shape.members[String(part)];
      if (member === undefined) return false;
      required = member.required;
      shape = member.shape;
    } else shape = shape.of;
  }
  return required;
}

const app = (members: JsonObject): JsonObject => ({
  family: 'a',
  containerDefinitions: [{ name: 'app', image: 'a', ...members }],
});

describe('a slip of the pen is refused', () => {
  test.each<[string, JsonObject, string]>([
    ['another case', app({ Environment: [] }), 'Did you mean environment?'],
    [
      'another case beside the right one',
      app({ environment: [], Environment: [] }),
      'Did you mean environment?',
    ],
    ['a letter too few', app({ environmnt: [] }), 'Did you mean environment?'],
    ['a letter too much', app({ portMappingss: [] }), 'Did you mean portMappings?'],
    ['another letter', app({ cpx: 1 }), 'Did you mean cpu?'],
    ['two letters that changed places', app({ esesntial: true }), 'Did you mean essential?'],
  ])('%s', (_, definition, fix) => {
    expect(readTaskDefinition(definition).problems.map((one) => one.fix)).toEqual([fix]);
  });
});

describe('what may be new is a warning', () => {
  test.each<[string, JsonObject]>([
    ['one edit from a member that is there', app({ cpu: 1, gpu: 1 })],
    ['two edits from any', app({ environ: [] })],
    ['a word of its own', app({ quantum: {} })],
  ])('%s', (_, definition) => {
    const { problems, warnings } = readTaskDefinition(definition);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([expect.objectContaining({ what: expect.stringContaining('it is not sent') })]);
  });

  test('with the member that may be meant', () => {
    const { warnings } = readTaskDefinition(app({ container_port: 1, port_mappings: [] }));
    expect(warnings.map(({ fix }) => fix).join()).toContain('Write portMappings if you mean that');
  });
});

test('null is absent everywhere', () => {
  const definition = app({
    environment: null,
    healthCheck: null,
    secrets: [],
    linuxParameters: { devices: null },
  });
  expect(readTaskDefinition({ ...definition, taskRoleArn: null, volumes: null })).toMatchObject({
    definition: app({ secrets: [], linuxParameters: {} }),
    problems: [],
    warnings: [],
  });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  '%s is a name like any other',
  (name) => {
    const text = `{"family": "a", "${name}": {"x": 1}, "containerDefinitions": [{"name": "a", "image": "b", "${name}": 1, "dockerLabels": {"${name}": "y"}}]}`;
    const source = readSourceText(text, 'task.json');
    const { definition, warnings } = readTaskDefinition(source.value, source);
    expect(warnings.map(({ what }) => what)).toEqual([
      expect.stringContaining(`${name} is no property that RegisterTaskDefinition knows`),
      expect.stringContaining(`${name} is no property that RegisterTaskDefinition knows`),
    ]);
    const [container] = definition['containerDefinitions'] as unknown as [{ dockerLabels: object }];
    expect(Object.entries(container.dockerLabels)).toEqual([[name, 'y']]);
  },
);

test('a file that is something else is told by its size, never by its content', () => {
  const source = readSourceText('DB_PASSWORD=not-to-be-told\nB=c\n', '.env');
  const { problems } = readTaskDefinition(source.value, source);
  expect(JSON.stringify(problems)).toContain('and this is a text of 30 characters');
  expect(JSON.stringify(problems)).not.toContain('not-to-be-told');
});

test('a variable whose value comes from a secret belongs under secrets', () => {
  const { problems, warnings } = readTaskDefinition({
    family: 'web',
    containerDefinitions: [{ name: 'app', image: 'a:1', environment: [{ name: 'A', valueFrom: '/shop/a' }] }],
  });
  expect(problems).toEqual([
    {
      what: 'containerDefinitions[0].environment[0].valueFrom is a member of secrets',
      fix: 'Move the entry from environment to secrets.',
    },
  ]);
  expect(warnings).toEqual([]);
});
