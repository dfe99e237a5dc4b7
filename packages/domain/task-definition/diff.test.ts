import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { JsonObject } from '../text/json.ts';
import { diffTaskDefinitions, formatTaskDefinitionDiff } from './diff.ts';

const container = (members: JsonObject): JsonObject => ({
  family: 'shop',
  containerDefinitions: [{ name: 'app', image: 'shop:1', ...members }],
});

function diff(before: JsonObject, after: JsonObject): string {
  return formatTaskDefinitionDiff(diffTaskDefinitions(container(before), container(after)));
}

describe('the diff shows', () => {
  test.each<[string, JsonObject, JsonObject, string]>([
    [
      'a changed image',
      {},
      { image: 'shop:2' },
      '- containerDefinitions.app.image: "shop:1"\n+ containerDefinitions.app.image: "shop:2"',
    ],
    [
      'a changed variable',
      { environment: [{ name: 'LEVEL', value: 'info' }] },
      { environment: [{ name: 'LEVEL', value: '' }] },
      '- containerDefinitions.app.environment.LEVEL: (old value, not shown)\n+ containerDefinitions.app.environment.LEVEL: (new value, not shown)',
    ],
    [
      'a new variable',
      {},
      { environment: [{ name: 'A', value: 'b=c' }] },
      '+ containerDefinitions.app.environment.A: (not shown)',
    ],
    [
      'a secret by its ARN',
      { secrets: [{ name: 'KEY', valueFrom: 'arn:aws:ssm:1' }] },
      { secrets: [{ name: 'KEY', valueFrom: 'arn:aws:ssm:2' }] },
      '- containerDefinitions.app.secrets.KEY.valueFrom: "arn:aws:ssm:1"\n+ containerDefinitions.app.secrets.KEY.valueFrom: "arn:aws:ssm:2"',
    ],
    [
      'nothing for another order',
      {
        environment: [
          { name: 'A', value: '1' },
          { name: 'B', value: '2' },
        ],
      },
      {
        environment: [
          { name: 'B', value: '2' },
          { name: 'A', value: '1' },
        ],
      },
      '',
    ],
    [
      'nothing for empty strings where a member may be absent',
      {},
      {
        user: '',
        workingDirectory: '',
        hostname: '',
        healthCheck: null,
        repositoryCredentials: { credentialsParameter: '' },
      },
      '',
    ],
    [
      'an empty string in place of a value that a program reads',
      { command: ['a'], dockerLabels: { a: 'b' } },
      { command: [''], dockerLabels: { a: '' } },
      '- containerDefinitions.app.command: ["a"]\n+ containerDefinitions.app.command: [""]\n- containerDefinitions.app.dockerLabels.a: "b"\n+ containerDefinitions.app.dockerLabels.a: ""',
    ],
    ['nothing for ECS’s defaults', {}, { cpu: 0, essential: true, environment: [], mountPoints: [] }, ''],
  ])('%s', (_, before, after, text) => {
    expect(diff(before, after)).toBe(text);
  });
});

test('an empty member of the whole task is an absent one', () => {
  const before = container({});
  const empty = { taskRoleArn: '', executionRoleArn: '', cpu: '', memory: '', networkMode: '', pidMode: '' };
  expect(diffTaskDefinitions(before, { ...before, ...empty })).toEqual([]);
});

describe('the diff does not show', () => {
  test.each<[string, JsonObject, string]>([
    [
      'any value of the environment',
      { environment: [{ name: 'GREETING', value: 'correct-horse' }] },
      'horse',
    ],
    ['a secret where its name belongs', { secrets: [{ name: 'A', valueFrom: 'correct-horse' }] }, 'horse'],
    [
      'one among the log options',
      {
        logConfiguration: { logDriver: 'splunk', secretOptions: [{ name: 'A', valueFrom: 'correct-horse' }] },
      },
      'horse',
    ],
    ['a password', { environment: [{ name: 'DB_PASSWORD', value: 'correct-horse' }] }, 'correct-horse'],
    [
      'a URL with credentials',
      { environment: [{ name: 'UPSTREAM', value: 'https://me:horse@host/' }] },
      'horse',
    ],
    ['an access key', { environment: [{ name: 'X', value: 'AKIAABCDEFGHIJKLMNOP' }] }, 'AKIA'],
    ['a random value', { environment: [{ name: 'X', value: 'q83hvnJ8sd7Hgs62kLpZx09aBc' }] }, 'q83hvnJ8'],
    [
      'a token among the log options',
      { logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': 'correct-horse' } } },
      'correct-horse',
    ],
    [
      'a password of a variable that stands there twice',
      {
        environment: [
          { name: 'PASSWORD', value: 'correct-horse' },
          { name: 'PASSWORD', value: 'battery' },
        ],
      },
      'correct-horse',
    ],
    ['a key in a label', { dockerLabels: { 'api-key': 'correct-horse' } }, 'correct-horse'],
    ['credentials in a command', { command: ['serve', 'postgres://me:horse@db/x'] }, 'horse'],
  ])('%s', (_, members, hidden) => {
    const text = diff({}, members);
    expect(text).not.toBe('');
    expect(text).not.toContain(hidden);
    expect(diff(members, {})).not.toContain(hidden);
  });
});

/** Any text but one that stands in names and notation as well. */
const values = fc.string({ unit: 'grapheme', minLength: 5, maxLength: 40 }).map((text) => `µ${text}µ`);

const containers = fc.record({
  name: fc.constantFrom('app', 'proxy'),
  environment: fc.array(
    fc.record({ name: fc.constantFrom('LEVEL', 'PORT', 'PASSWORD', 'A'), value: values }),
    { maxLength: 4 },
  ),
  secrets: fc.array(fc.record({ name: fc.constantFrom('KEY', 'TOKEN'), valueFrom: values }), {
    maxLength: 2,
  }),
});

test('no value of the environment and no secret stands in any diff', () => {
  const definitions = fc
    .uniqueArray(containers, { selector: ({ name }) => name, maxLength: 2 })
    .map((containerDefinitions): JsonObject => ({ family: 'shop', containerDefinitions }));
  fc.assert(
    fc.property(definitions, definitions, (before, after) => {
      expect(formatTaskDefinitionDiff(diffTaskDefinitions(before, after))).not.toContain('µ');
    }),
    { numRuns: 500 },
  );
});
