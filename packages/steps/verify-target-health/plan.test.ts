import { describe, expect, test } from '@jest/globals';
import type { ServiceState } from '@cutover/domain/ecs-service';
import { ConfigurationError, type CutoverError } from '@cutover/domain/errors';
import { parseInputs } from '@cutover/domain/inputs';
import { inputs } from './inputs.ts';
import { plan, type Request } from './plan.ts';

const service = {
  name: 'web',
  status: 'ACTIVE',
  desired: 2,
  taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7',
  taskSets: [],
} as unknown as ServiceState;
const environment = { cluster: 'shop', service: 'web', serviceUrl: 'https://shop.example.com' };
const request: Request = {
  revision: undefined,
  targetGroup: undefined,
  minHealthy: undefined,
  consecutive: 2,
  waitForMinutes: 5,
  intervalMs: 5000,
  url: undefined,
  path: undefined,
  statuses: [[200, 200]],
};

test('without a revision, the one that serves is proven', () => {
  expect(plan(request, environment, service)).toMatchObject({
    revision: service.taskDefinition,
    limitMs: 300_000,
    probe: undefined,
  });
});

test.each<[string, Partial<Request>, string]>([
  ['an address as it is', { url: 'http://127.0.0.1:8080/ready' }, 'http://127.0.0.1:8080/ready'],
  ['a path of the stack’s service', { path: '/health' }, 'https://shop.example.com/health'],
  [
    'a path of an address',
    { url: 'http://127.0.0.1:8080', path: '/health?deep=1' },
    'http://127.0.0.1:8080/health?deep=1',
  ],
])('%s is probed', (_, changes, url) => {
  expect(plan({ ...request, ...changes }, environment, service).probe?.url).toBe(url);
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

  test.each<[string, Partial<Request>, ServiceState | undefined, string]>([
    ['no service', {}, undefined, 'Cluster shop has no service web.'],
    ['a service on its way out', {}, { ...service, status: 'DRAINING' }, 'is DRAINING'],
    ['no tasks wanted', {}, { ...service, desired: 0 }, 'has a desired count of 0'],
  ])('%s', (_, changes, state, message) => {
    expect(refusal(() => plan({ ...request, ...changes }, environment, state))).toContain(message);
  });

  test('a path of nothing', () => {
    const bare = { cluster: 'shop', service: 'web' };
    expect(refusal(() => plan({ ...request, path: '/health' }, bare, service))).toContain(
      'no url that it belongs to',
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
