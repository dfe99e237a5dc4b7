import { describe, expect, test } from '@jest/globals';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { ConfigurationError, type CutoverError } from '@cutover/domain/errors';
import { parseInputs } from '@cutover/domain/inputs/input';
import { inputs } from './inputs.ts';
import { planVerification, probeUrl, type VerifyRequest } from './plan.ts';

const service = {
  name: 'web',
  status: 'ACTIVE',
  desired: 2,
  taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7',
  taskSets: [],
} as unknown as ServiceState;
const environment = {
  cluster: 'shop',
  service: 'web',
  serviceUrl: 'https://shop.example.com',
  testUrl: 'https://shop.example.com:8443',
};
const request: VerifyRequest = {
  role: 'production',
  revision: undefined,
  listeners: [],
  targetGroups: [],
  minHealthy: undefined,
  consecutive: 2,
  waitForMinutes: 5,
  intervalMs: 5000,
  url: undefined,
  path: undefined,
  hostHeader: undefined,
  expected: { statuses: [[200, 200]], body: undefined, headers: [], maxLatencyMs: undefined },
  count: 1,
  concurrency: 1,
  alarms: [],
};

test('without a revision, the one that serves is proven', () => {
  expect(planVerification(request, environment, service)).toMatchObject({
    revision: service.taskDefinition,
    limitMs: 300_000,
    probe: undefined,
  });
});

test.each<[string, Partial<VerifyRequest>, string | undefined]>([
  ['an address as it is', { url: 'http://127.0.0.1:8080/ready' }, 'http://127.0.0.1:8080/ready'],
  ['a path of the stack’s service', { path: '/health' }, 'https://shop.example.com/health'],
  [
    'a path of the stack’s test listener',
    { path: '/health', role: 'test' },
    'https://shop.example.com:8443/health',
  ],
  [
    'a path of an address',
    { url: 'http://127.0.0.1:8080', path: '/health?deep=1' },
    'http://127.0.0.1:8080/health?deep=1',
  ],
])('%s is probed', (_, changes, url) => {
  const { probe } = planVerification({ ...request, ...changes }, environment, service);
  expect(probe === undefined ? undefined : probeUrl(probe.base ?? '', probe.path)).toBe(url);
});

test('a path without a known address waits for that of the listener', () => {
  const bare = { cluster: 'shop', service: 'web' };
  expect(planVerification({ ...request, path: '/health' }, bare, service).probe).toMatchObject({
    base: undefined,
    path: '/health',
  });
});

describe('behind the test listener', () => {
  const replacement = {
    status: 'ACTIVE',
    taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8',
  };
  test.each<[string, unknown[], string]>([
    ['the replacement is expected', [{ status: 'PRIMARY', taskDefinition: 'old' }, replacement], 'web:8'],
    ['PRIMARY is, when nothing replaces it', [{ status: 'PRIMARY', taskDefinition: 'web:7' }], 'web:7'],
  ])('%s', (_, taskSets, revision) => {
    const now = { ...service, taskSets } as unknown as ServiceState;
    expect(planVerification({ ...request, role: 'test' }, environment, now).revision).toContain(revision);
  });
});

describe('refused', () => {
  const refusal = (act: () => unknown): string => {
    try {
      act();
      return 'accepted';
    } catch (error) {
      return error instanceof ConfigurationError ? (error as CutoverError).message : String(error);
    }
  };

  test.each<[string, Partial<VerifyRequest>, ServiceState | undefined, string]>([
    ['no service', {}, undefined, 'Cluster shop has no service web.'],
    ['a service on its way out', {}, { ...service, status: 'DRAINING' }, 'is DRAINING'],
    ['no tasks wanted', {}, { ...service, desired: 0 }, 'has a desired count of 0'],
    [
      'listeners and target groups at once',
      { listeners: ['a'], targetGroups: ['b'] },
      service,
      'Inputs listener-arn and target-group-arn were both given.',
    ],
    [
      'expectations of answers that nobody asks for',
      { hostHeader: 'shop.example.com', count: 20, expected: { ...request.expected, maxLatencyMs: 500 } },
      service,
      'Inputs max-latency-ms, host-header, probe-count say what an answer must be like, but no request is made.',
    ],
  ])('%s', (_, changes, state, message) => {
    expect(refusal(() => planVerification({ ...request, ...changes }, environment, state))).toContain(
      message,
    );
  });
});

test.each([
  ['200', [[200, 200]]],
  [
    '200-299, 302',
    [
      [200, 299],
      [302, 302],
    ],
  ],
])('expect-status %s', (text, statuses) => {
  expect(parseInputs(inputs, { 'expect-status': text })['expect-status']).toEqual(statuses);
});

test.each(['99', '299-200', '2xx', '200;201'])('expect-status %s is refused', (text) => {
  expect(() => parseInputs(inputs, { 'expect-status': text })).toThrow('is not a list of HTTP statuses');
});

test.each([
  ['listener-arn', 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/web/1a/2b'],
  ['listener-arn', 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/web/1a/2b/3c'],
  [
    'target-group-arn',
    'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/a/1,arn:aws-cn:elasticloadbalancing:cn-north-1:123456789012:targetgroup/b/2',
  ],
])('%s: %s', (input, text) => {
  const given: Record<string, unknown> = parseInputs(inputs, { [input]: text });
  expect(given[input]).toEqual(text.split(','));
});

test('a status of the service that AWS may have added since is no refusal', () => {
  const state = { ...service, status: 'REBALANCING' } as ServiceState;
  expect(planVerification(request, environment, state).minHealthy).toBe(
    planVerification(request, environment, service).minHealthy,
  );
});
