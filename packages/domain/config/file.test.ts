import { describe, expect, test } from '@jest/globals';
import { credentialInputs } from '../inputs/credentials.ts';
import { command, commands } from '../inputs/command.ts';
import { configInputs } from '../inputs/config.ts';
import { choice, flag, json, lines, list, number, pairs, text } from '../inputs/input.ts';
import { readConfiguration, type Catalogue, type Configuration } from './file.ts';

const common = {
  stack: text(),
  region: text({ aliases: ['aws-region'] }),
  'wait-for-minutes': number({ min: 1, max: 60 }),
  ...configInputs,
  ...credentialInputs,
};
const CATALOGUE: Catalogue = {
  pipeline: {
    ...common,
    digest: text(),
    file: text(),
    alarms: list(),
    'build-args': pairs(),
    'migration-command': command(),
    'migration-commands': commands(),
    'verify-for-minutes': number({ default: '5', min: 0.01, max: 360 }),
    maintenance: flag({ default: 'false' }),
    gate: choice(['none', 'http'], { default: 'none' }),
    'github-token': text({ default: '${{ github.token }}', secret: true }),
    'job-key': text({ default: '${{ job.check_run_id }}' }),
  },
  'run-migration-task': { ...common, command: command(), commands: commands(), overrides: json() },
  'verify-target-health': { ...common, 'expect-header': lines() },
  'deploy-stack': { ...common, name: text({ aliases: ['stack-name'] }), 'confirm-delete': text() },
};

function read(
  file: string,
  { action = 'pipeline', environment = undefined as string | undefined, given = [] as string[] } = {},
): Configuration {
  const request = { file: 'cutover.yml', action, environment, given: new Set(given) };
  return readConfiguration(file, CATALOGUE, request);
}

function texts(...args: Parameters<typeof read>): Record<string, string> {
  return Object.fromEntries([...read(...args).inputs].map(([name, { text: value }]) => [name, value]));
}

/** Messages and remedies of a refusal. */
function refusal(...args: Parameters<typeof read>): string {
  try {
    read(...args);
    return 'accepted';
  } catch (error) {
    return `${(error as Error).message}\n${(error as { fix: string }).fix}`;
  }
}

describe('values become the texts that would stand under with:', () => {
  test.each([
    ['a text', 'stack: shop', { stack: 'shop' }],
    ['a number as it is spelt', 'wait-for-minutes: 10.50', { 'wait-for-minutes': '10.50' }],
    [
      'an account whose zero comes first',
      'allowed-account-ids: [012345678901]',
      { 'allowed-account-ids': '012345678901' },
    ],
    ['a boolean', 'maintenance: true', { maintenance: 'true' }],
    ['a list', 'alarms: [a, b]', { alarms: 'a\nb' }],
    ['a list as a text', 'alarms: a, b', { alarms: 'a, b' }],
    ['a map of pairs', 'build-args:\n  A: 1.0\n  B: "x=y z"\n  C:', { 'build-args': 'A=1.0\nB=x=y z\nC=' }],
    ['pairs as a text', 'build-args: |\n  A=1\n  B=2\n', { 'build-args': 'A=1\nB=2\n' }],
    [
      'the arguments of a command',
      'migration-command: [sh, -c, "a && b"]',
      { 'migration-command': '["sh","-c","a && b"]' },
    ],
    [
      'commands',
      'migration-commands:\n  - node a.js\n  - node b.js',
      { 'migration-commands': 'node a.js\nnode b.js' },
    ],
    ['an input by another of its names', 'aws-region: eu-west-1', { region: 'eu-west-1' }],
    ['JSON', '{"stack": "shop", "maintenance": true}', { stack: 'shop', maintenance: 'true' }],
    ['aliases', 'stack: &name shop\nfile: *name', { stack: 'shop', file: 'shop' }],
    ['null, which gives nothing', 'stack:\nfile: a', { file: 'a' }],
    ['an empty file', '# nothing\n', {}],
  ])('%s', (_, file, expected) => {
    expect(texts(file)).toEqual(expected);
  });

  test('each has its place', () => {
    expect(read('stack: shop\nalarms:\n  - a\n').inputs.get('alarms')?.place).toEqual({
      file: 'cutover.yml',
      line: 3,
      column: 3,
    });
  });
});

describe('sections', () => {
  const FILE = [
    'stack: shop',
    'migration-command: node migrate.js',
    'wait-for-minutes: 20',
    'verify-for-minutes: 7',
    'role-to-assume: arn:aws:iam::123456789012:role/deploy',
    'actions:',
    '  verify-target-health: {wait-for-minutes: 9}',
    'environments:',
    '  staging:',
    '    stack: shop-staging',
    '    migration-command:',
    '    actions:',
    '      verify-target-health: {stack: shop-probe}',
    '  production: {}',
  ].join('\n');

  test('an environment’s values win over those at the top, and null takes one away', () => {
    expect(texts(FILE, { environment: 'staging' })).toMatchObject({ stack: 'shop-staging' });
    expect(texts(FILE, { environment: 'staging' })).not.toHaveProperty('migration-command');
    expect(texts(FILE, { environment: 'production' })).toMatchObject({ stack: 'shop' });
  });

  test('an action takes the pipeline’s inputs by its own names', () => {
    expect(texts(FILE, { action: 'run-migration-task' })).toMatchObject({ command: 'node migrate.js' });
    expect(texts(FILE, { action: 'deploy-stack' })).toEqual({ name: 'shop' });
  });

  test('an input of the same name and another meaning is not taken', () => {
    expect(texts('verify-for-minutes: 7\nwait-for-minutes: 20', { action: 'verify-target-health' })).toEqual({
      'wait-for-minutes': '7',
    });
  });

  test('an action’s own section wins, that of the environment most of all', () => {
    const action = 'verify-target-health';
    expect(texts(FILE, { action })).toMatchObject({ stack: 'shop', 'wait-for-minutes': '9' });
    expect(texts(FILE, { action, environment: 'staging' })).toMatchObject({ stack: 'shop-probe' });
  });

  test('without an environment its sections are told and not used', () => {
    const { inputs, unused } = read(FILE);
    expect(inputs.get('stack')?.text).toBe('shop');
    expect(unused).toEqual(['staging', 'production']);
  });

  test('an unknown environment is refused, as the top alone may be another one’s', () => {
    expect(refusal(FILE, { environment: 'stagin' })).toMatch(
      /^cutover\.yml:9:3: Input environment: "stagin" is no section under environments; there are staging, production\./,
    );
  });

  test('a file without sections serves every environment', () => {
    expect(texts('stack: shop', { environment: 'production' })).toEqual({ stack: 'shop' });
  });
});

describe('inputs under with: win', () => {
  test('over the same one', () => {
    expect(texts('stack: shop\nfile: a', { given: ['stack'] })).toEqual({ file: 'a' });
  });

  test('over those that an action refuses beside them', () => {
    const { inputs, replaced } = read('stack: shop\nfile: a\nbuild-args: {A: 1}', { given: ['digest'] });
    expect([...inputs.keys()]).toEqual(['stack']);
    expect(replaced.toSorted()).toEqual(['build-args', 'file']);
  });
});

describe('what is wrong is told with its place and a fix', () => {
  test.each([
    [
      'a mistyped name',
      'stack: shop\nmigration-comand: a',
      'cutover.yml:2:19: There is no input "migration-comand" of the whole pipeline.',
      'Did you mean migration-command?',
    ],
    [
      'an input of another action',
      'stack: a\nexpect-header: a',
      'There is no input "expect-header" of the whole pipeline.',
      'Write it under actions: verify-target-health:, whose input it is.',
    ],
    [
      'an action that is not there',
      'actions: {verify: {}}',
      'cutover.yml:1:19: There is no action "verify".',
      'correct the name',
    ],
    [
      'an input that this action lacks',
      'actions: {run-migration-task: {comand: x}}',
      'There is no input "comand" in this action.',
      'Did you mean command?',
    ],
    [
      'a list for one value',
      'stack: [a, b]',
      'Input stack: the value is a list, and the input takes one value.',
      'Write one value.',
    ],
    [
      'a map for a list',
      'alarms: {a: b}',
      'Input alarms: the value is a map, and the input takes none.',
      'a list of them',
    ],
    [
      'a comma within an entry',
      'alarms: ["a,b"]',
      'Input alarms: an entry of the list holds a comma.',
      'on its own',
    ],
    [
      'a line break within a pair',
      'build-args: {A: "1\\nB=2"}',
      'Input build-args: an entry has several lines.',
      'in one line',
    ],
    [
      'a name with =',
      'build-args: {"A=B": 1}',
      'Input build-args: a name holds = or a line break.',
      'Correct',
    ],
    [
      'the file’s own name',
      'stack: a\nconfig: other.yml',
      'Input config has no meaning inside the file.',
      'Give config under with:.',
    ],
    [
      'what the job knows',
      'stack: a\njob-key: a',
      'Input job-key takes its value from the job.',
      'Remove it',
    ],
    [
      'a key given twice',
      'stack: a\nstack: b',
      'cutover.yml:2:1: the key stack stands there twice',
      'Remove one',
    ],
    ['a syntax error', 'stack: "a', 'cutover.yml:1:', 'Correct the YAML'],
    ['environments as a list', 'environments: [a]', 'environments is not a map.', 'one section for each'],
    [
      'an environment as a text',
      'environments: {staging: shop}',
      'The section of an environment is not a map.',
      'NAME: value',
    ],
    ['actions as a text', 'stack: a\nactions: rollback', 'actions is not a map.', 'one section for each'],
    [
      'a slip in an environment that is not chosen',
      'environments: {staging: {stak: a}}',
      'There is no input "stak"',
      'Did you mean stack?',
    ],
  ])('%s', (_, file, message, fix) => {
    expect(refusal(file)).toContain(message);
    expect(refusal(file)).toContain(fix);
  });

  test('a permit of one run, which the file would give for good', () => {
    const told = refusal('actions:\n  deploy-stack:\n    confirm-delete: shop', { action: 'deploy-stack' });
    expect(told).toContain('cutover.yml:3:21: Input confirm-delete permits a loss for one run');
    expect(told).toContain('under with: of the run that needs it');
  });

  test('all at once', () => {
    expect(refusal('stak: a\nalarm: b\nstack: c')).toMatch(/stak[\s\S]*alarm/);
  });
});

describe('nothing that may be a secret is repeated', () => {
  test('an input that holds secrets is refused without its value', () => {
    const told = refusal('stack: a\nrole-external-id: hunter2-hunter2');
    expect(told).toContain('cutover.yml:2:19: Input role-external-id may be a secret');
    expect(told).not.toContain('hunter2');
  });

  test.each([
    ['variables of a program', 'DATABASE_PASSWORD: hunter2\nhunter2token: 1'],
    ['a file of lines', 'DATABASE_PASSWORD=hunter2\nOTHER=hunter2'],
    ['a list', '[hunter2]'],
    ['a text', 'hunter2'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----'],
    ['a task definition', '{"family": "hunter2", "containerDefinitions": []}'],
  ])('%s in place of a configuration', (_, file) => {
    const told = refusal(file);
    expect(told).not.toBe('accepted');
    expect(told).not.toContain('hunter2');
  });

  test('a key that no input could have', () => {
    const told = refusal('stack: a\n"hunter2 is the password": 1');
    expect(told).toContain('There is no input of this name');
    expect(told).not.toContain('hunter2');
  });
});

test('a file of another kind is named', () => {
  expect(refusal('{"family": "web", "containerDefinitions": []}')).toContain('This is a task definition');
});
