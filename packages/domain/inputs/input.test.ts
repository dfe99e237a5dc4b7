import { alarmNames } from './alarms.ts';
import { describe, expect, test } from '@jest/globals';
import { choice, flag, lines, list, number, pairs, parseInputs, text } from './input.ts';

const schema = {
  service: text({ required: true }),
  cluster: text({ default: 'default' }),
  'dry-run': flag({ default: 'false' }),
  'wait-until': choice(['ready', 'completed'], { default: 'ready' }),
  'poll-interval-seconds': number({ default: '5', min: 0.1, max: 300 }),
  'max-failed-tasks': number({ min: 0, max: 100, integer: true }),
  subnets: list({ aliases: ['subnet-ids'] }),
  commands: lines(),
  environment: pairs(),
  password: number({ min: 0, max: 1, secret: true }),
};

const refusal = (given: Record<string, string>): string => {
  try {
    parseInputs(schema, { service: 'web', ...given });
    return 'accepted';
  } catch (error) {
    return `${(error as Error).message} ${(error as { fix: string }).fix}`;
  }
};

test('values are typed, empty inputs take their defaults', () => {
  const values = parseInputs(schema, {
    service: ' web ',
    'dry-run': 'TRUE',
    cluster: '',
    'subnet-ids': 'subnet-1, subnet-2\nsubnet-3',
    commands: 'a b\n\n c ',
    environment: 'URL=postgres://u:p@h/db?x=1\nQUOTED= "a b" ',
  });
  expect(values).toMatchObject({
    service: 'web',
    cluster: 'default',
    'dry-run': true,
    'poll-interval-seconds': 5,
    'max-failed-tasks': undefined,
    subnets: ['subnet-1', 'subnet-2', 'subnet-3'],
    commands: ['a b', 'c'],
  });
  expect([...values.environment]).toEqual([
    ['URL', 'postgres://u:p@h/db?x=1'],
    ['QUOTED', ' "a b" '],
  ]);
});

describe('bad input names the input, the value and the fix', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'a missing required input',
      { service: ' ' },
      'Input service is required and was not given. Add service under with:.',
    ],
    ['a mistyped name', { dryrun: 'true' }, 'Unknown input dryrun. Did you mean dry-run?'],
    [
      'yes is no boolean',
      { 'dry-run': 'yes' },
      'Input dry-run: "yes" is not a boolean. Write true or false.',
    ],
    [
      'an unknown choice',
      { 'wait-until': 'later' },
      'Input wait-until: "later" is not one of ready, completed. Write one of ready, completed.',
    ],
    [
      'a negative number',
      { 'poll-interval-seconds': '-1' },
      'Input poll-interval-seconds: "-1" is not a number from 0.1 to 300.',
    ],
    [
      'a word for a number',
      { 'poll-interval-seconds': 'fast' },
      'Input poll-interval-seconds: "fast" is not a number',
    ],
    ['a fraction of a task', { 'max-failed-tasks': '1.5' }, 'is not a whole number from 0 to 100'],
    ['a line without =', { environment: 'A=1\nB' }, 'is not KEY=value in line 2'],
    ['a key given twice', { environment: 'A=1\nA=2' }, 'A stands there twice'],
    ['a secret value is not repeated', { password: 'hunter2' }, 'Input password: the value is not a number'],
  ])('%s', (_, given, message) => {
    expect(refusal(given)).toContain(message);
  });

  test.each([
    ['a key given twice', 'A=hunter2\nA=2'],
    ['a value that goes on in the next line', 'A=-----BEGIN KEY-----\nhunter2/+x\n'],
  ])('%s: no value of a variable is repeated', (_, environment) => {
    expect(refusal({ environment })).not.toMatch(/hunter2/);
  });

  test('a long value is cut', () => {
    expect(refusal({ 'wait-until': 'x'.repeat(100_000) }).length).toBeLessThan(1000);
  });

  test('all problems are told at once', () => {
    expect(refusal({ 'dry-run': 'yes', 'wait-until': 'never' })).toMatch(/dry-run[\s\S]*wait-until/);
  });
});

test('alarms are given by their names', () => {
  expect(alarmNames().parse('web-5xx, web-latency')).toEqual(['web-5xx', 'web-latency']);
  expect(() =>
    parseInputs(
      { alarms: alarmNames() },
      { alarms: 'a,arn:aws:cloudwatch:us-east-1:123456789012:alarm:web-5xx' },
    ),
  ).toThrow(/alarms.*names of alarms/s);
});
