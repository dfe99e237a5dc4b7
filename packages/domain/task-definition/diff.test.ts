import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../json.ts';
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
      '- containerDefinitions.app.environment.LEVEL: "info"\n+ containerDefinitions.app.environment.LEVEL: ""',
    ],
    [
      'a new variable',
      {},
      { environment: [{ name: 'A', value: 'b=c' }] },
      '+ containerDefinitions.app.environment.A: "b=c"',
    ],
    [
      'a secret by its ARN',
      { secrets: [{ name: 'KEY', valueFrom: 'arn:1' }] },
      { secrets: [{ name: 'KEY', valueFrom: 'arn:2' }] },
      '- containerDefinitions.app.secrets.KEY.valueFrom: "arn:1"\n+ containerDefinitions.app.secrets.KEY.valueFrom: "arn:2"',
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
    ['nothing for ECS’s defaults', {}, { cpu: 0, essential: true, environment: [], mountPoints: [] }, ''],
  ])('%s', (_, before, after, text) => {
    expect(diff(before, after)).toBe(text);
  });
});

describe('the diff does not show', () => {
  test.each<[string, JsonObject, string]>([
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
