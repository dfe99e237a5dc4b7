import { describe, expect, test } from '@jest/globals';
import { actArguments, knownToAct } from './act.ts';
import { readCommand } from './command-line.ts';
import { readWorkflow } from './workflow-file.ts';

const TEXT = `
on:
  workflow_dispatch:
  push: { branches: [main] }
jobs:
  a:
    runs-on: ubuntu-24.04-arm
    steps:
      - uses: actions/checkout@0123456 # v5
      - uses: 'octo/cutover/actions/preflight@v1'
        with: { stack: '\${{ vars.STACK }}' }
  b:
    needs: a
    uses: octo/cutover/.github/workflows/deploy.yml@v1
    with: { role-to-assume: '\${{ vars.DEPLOY_ROLE_ARN }}' }
`;

test('what act does not know is left out, and nothing else', () => {
  const text =
    'concurrency:\n  group: a\n  queue: max # none is dropped\nenvironment:\n  name: a\n  deployment: false\n';
  expect(knownToAct(text)).toBe('concurrency:\n  group: a\nenvironment:\n  name: a\n');
  expect(knownToAct(TEXT)).toBe(TEXT);
});

test('what act must know of a workflow', () => {
  expect(readWorkflow(TEXT, 'deploy.yml')).toEqual({
    events: ['workflow_dispatch', 'push'],
    labels: ['ubuntu-24.04-arm'],
    uses: ['actions/checkout@0123456', 'octo/cutover@v1'],
    vars: ['STACK', 'DEPLOY_ROLE_ARN'],
  });
});

test.each([
  ['no workflow', 'name: x', 'deploy.yml is no workflow: it has no jobs'],
  ['broken YAML', 'jobs: [', 'deploy.yml: Flow sequence'],
])('%s is refused', (_, text, message) => {
  expect(() => readWorkflow(text, 'deploy.yml')).toThrow(message);
});

test('the arguments of act: everything runs here, Cutover is this checkout, no secret has a value', () => {
  const { events: _, ...facts } = readWorkflow(TEXT, 'deploy.yml');
  expect(
    actArguments({
      ...facts,
      event: 'push',
      workflow: 'deploy.yml',
      job: 'b',
      repository: '/cutover',
      cutover: '/copy',
      env: { A: '1' },
      envFile: '/env',
      inputs: { 'dry-run': 'true' },
      vars: { STACK: 'shop' },
      secrets: ['TOKEN'],
    }),
  ).toEqual([
    'push',
    '--workflows',
    'deploy.yml',
    '--job',
    'b',
    '--platform',
    'ubuntu-24.04-arm=-self-hosted',
    '--platform',
    'ubuntu-latest=-self-hosted',
    '--local-repository',
    'actions/checkout@0123456=/cutover/packages/local/workflow/stand-ins/checkout',
    '--local-repository',
    'octo/cutover@v1=/copy',
    '--var',
    'STACK=shop',
    '--env',
    'A=1',
    '--env',
    'CUTOVER_CHECKOUT=/copy',
    '--env-file',
    '/env',
    '--input',
    'dry-run=true',
    '--secret',
    'TOKEN',
  ]);
});

describe('the command line of npm run workflow', () => {
  test('a file and its options', () => {
    expect(
      readCommand([
        'w.yml',
        '--event',
        'push',
        '--input',
        'a=b=c',
        '--var',
        'X=1',
        '--secret',
        'TOKEN',
        '--simulator',
      ]),
    ).toEqual({
      file: 'w.yml',
      event: 'push',
      job: undefined,
      inputs: { a: 'b=c' },
      vars: { X: '1' },
      secrets: ['TOKEN'],
      target: { simulator: 'http://127.0.0.1:4566' },
    });
  });

  test.each([
    ['no file', [], "the workflow's file is missing"],
    ['two files', ['a.yml', 'b.yml'], "'b.yml' belongs to no option"],
    [
      'a secret with its value',
      ['a.yml', '--secret', 'TOKEN=s3cr3t'],
      'export TOKEN and write --secret TOKEN',
    ],
  ])('%s is refused', (_, argv, message) => {
    expect(() => readCommand(argv)).toThrow(message);
  });

  test('a refused secret is not repeated', () => {
    expect(() => readCommand(['a.yml', '--secret', 'TOKEN=s3cr3t'])).toThrow(/^(?!.*s3cr3t)/s);
  });
});
