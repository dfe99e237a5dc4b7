import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findTool } from '../tools.ts';

// The gate holds what all tests exchange against the published models; here: that it would notice a difference.
const python = findTool('python') ?? findTool('python3');
const hasModels =
  python !== undefined &&
  spawnSync(python, ['-c', 'import botocore.validate'], { stdio: 'ignore' }).status === 0;

interface Exchange {
  readonly target?: string;
  readonly request: string;
  readonly status?: number;
  readonly response: string;
  readonly injected?: boolean;
}

function validate(exchange: Exchange): { status: number | null; said: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-exchanges-'));
  const exchanges = join(folder, 'exchanges.jsonl');
  const deviations = join(folder, 'deviations.json');
  const common = { method: 'POST', url: '/', target: '', contentType: '', status: 200, injected: false };
  const usual = {
    target: 'AmazonEC2ContainerServiceV20141113.ListClusters',
    request: '{}',
    response: '{"clusterArns":[]}',
  };
  // The usual exchange is valid, so that something counts even when the other is left out.
  writeFileSync(
    exchanges,
    [usual, exchange].map((one) => `${JSON.stringify({ ...common, ...one })}\n`).join(''),
  );
  writeFileSync(deviations, '[]');
  const { status, stdout } = spawnSync(
    python ?? '',
    [join(import.meta.dirname, 'validate.py'), exchanges, deviations],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  return { status, said: stdout.trimEnd().split('\n').slice(0, -1) };
}

const ecs = (operation: string): string => `AmazonEC2ContainerServiceV20141113.${operation}`;
const ecr = (operation: string): string => `AmazonEC2ContainerRegistry_V20150921.${operation}`;
const listeners = (result: string): string =>
  `<DescribeListenersResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"><DescribeListenersResult>${result}</DescribeListenersResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></DescribeListenersResponse>`;

const rows: [string, Exchange, unknown[]][] = [
  [
    'a complete answer',
    { target: ecs('ListTasks'), request: '{"launchType":"FARGATE"}', response: '{"taskArns":["a"]}' },
    [],
  ],
  [
    'a request with an unknown enum value',
    { target: ecs('ListTasks'), request: '{"launchType":"MOON"}', response: '{"taskArns":[]}' },
    [expect.stringMatching(/^ecs:ListTasks {2}request\.launchType: "MOON" is none of EC2, FARGATE/)],
  ],
  [
    'a request without a required member',
    { target: ecs('DescribeTasks'), request: '{}', response: '{}' },
    ['ecs:DescribeTasks  request: required member tasks is missing'],
  ],
  [
    'a request that breaks a pattern',
    { target: ecr('DescribeRepositories'), request: '{"registryId":"x"}', response: '{"repositories":[]}' },
    ['ecr:DescribeRepositories  request.registryId: "x" does not match [0-9]{12}'],
  ],
  [
    'a response with an unknown member',
    { target: ecs('ListTasks'), request: '{}', response: '{"taskArns":[],"more":1}' },
    ['ecs:ListTasks  response: unknown member more'],
  ],
  [
    'a response of a wrong type',
    { target: ecs('ListTasks'), request: '{}', response: '{"taskArns":[1]}' },
    ['ecs:ListTasks  response.taskArns[]: 1 is no string'],
  ],
  [
    'XML with an unknown member',
    {
      request: 'Action=DescribeListeners&Version=2015-12-01',
      response: listeners('<Listeners><member><Port>80</Port><Ports/></member></Listeners>'),
    },
    ['elbv2:DescribeListeners  response.Listeners[]: unknown member Ports'],
  ],
  [
    'XML with a port out of range',
    {
      request: 'Action=DescribeListeners&Version=2015-12-01',
      response: listeners('<Listeners><member><Port>0</Port></member></Listeners>'),
    },
    ['elbv2:DescribeListeners  response.Listeners[].Port: value 0 is below 1: 0'],
  ],
  [
    'an error that the operation does not have',
    { target: ecs('ListTasks'), request: '{}', status: 400, response: '{"__type":"NoSuchThing"}' },
    ['ecs:ListTasks  error: NoSuchThing is no error of this operation'],
  ],
  [
    'an error that was asked for',
    {
      target: ecs('ListTasks'),
      request: '{}',
      status: 400,
      response: '{"__type":"NoSuchThing"}',
      injected: true,
    },
    [],
  ],
];

const models = hasModels ? describe : describe.skip;
models('published models', () => {
  test.each(rows)('%s', (_, exchange, said) => {
    const result = validate(exchange);
    expect(result.said).toEqual(said);
    expect(result.status).toBe(said.length === 0 ? 0 : 1);
  });
});
