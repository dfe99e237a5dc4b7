import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { run } from './action.ts';
import { LiveService, type LiveOptions } from './live-service.ts';

jest.setTimeout(60_000);

let live: LiveService | undefined;

async function open(options: LiveOptions = {}): Promise<LiveService> {
  live = await LiveService.open(options);
  return live;
}

afterEach(async () => {
  await live?.close();
  live = undefined;
});

const WITH = { cluster: 'shop', service: 'web', 'poll-interval-seconds': '0.1', 'wait-for-minutes': '0.2' };
/** What is not going to be proven needn't be waited for. */
const BRIEF = { 'wait-for-minutes': '0.01' };

async function verify(account: LiveService, inputs: Record<string, string> = {}) {
  return await run('verify-target-health', { inputs: { ...WITH, ...inputs }, env: account.env });
}

async function point(account: LiveService, weights: readonly (readonly [string, number])[]): Promise<void> {
  await account.call('elasticloadbalancing', 'ModifyListener', {
    ListenerArn: account.production,
    DefaultActions: [
      {
        Type: 'forward',
        ForwardConfig: {
          TargetGroups: weights.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })),
        },
      },
    ],
  });
}

describe('what production requests reach', () => {
  test('is healthy and of the expected revision, several times in a row', async () => {
    const account = await open({ desiredCount: 2 });
    const result = await verify(account, { 'task-definition-arn': 'web:1', consecutive: '3' });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      'healthy-count': '2',
      'target-group-arn': account.blue,
      'task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:1',
    });
    expect(JSON.parse(result.outputs['targets'] ?? '')).toMatchObject([
      { state: 'healthy', revision: result.outputs['task-definition-arn'] },
      { state: 'healthy', revision: result.outputs['task-definition-arn'] },
    ]);
    expect(account.calls('DescribeTargetHealth').length).toBeGreaterThanOrEqual(3);
    const wanting = await verify(account, { 'min-healthy': '3', ...BRIEF });
    expect(wanting.exitCode).toBe(1);
    expect(wanting.errors[0]).toContain('2 of 3 targets are healthy in web-blue');
    const other = await verify(account, { 'target-group-arn': account.green, ...BRIEF });
    expect(other.errors[0]).toContain('forwards to web-blue, not to web-green');
  });

  test('is not what runs beside it: wrong revision, empty group, divided weights', async () => {
    const account = await open();
    const next = await account.register('web');
    const revision = await verify(account, { 'task-definition-arn': next, ...BRIEF });
    expect(revision.exitCode).toBe(1);
    expect(revision.errors[0]).toContain('PRIMARY runs web:1, not web:2');
    await point(account, [
      [account.blue, 90],
      [account.green, 10],
    ]);
    const divided = await verify(account, BRIEF);
    expect(divided.exitCode).toBe(1);
    expect(divided.errors[0]).toContain('still divides the requests: web-blue 90 %, web-green 10 %');
    await point(account, [
      [account.blue, 0],
      [account.green, 1],
    ]);
    const empty = await verify(account, BRIEF);
    expect(empty.exitCode).toBe(1);
    expect(empty.errors[0]).toContain('target group web-green has no targets');
  });

  test('is not a service without tasks, nor one that is not there', async () => {
    const account = await open({ desiredCount: 0 });
    const none = await verify(account);
    expect(none.exitCode).toBe(1);
    expect(none.errors[0]).toContain('has a desired count of 0');
    const absent = await verify(account, { service: 'shop' });
    expect(absent.errors[0]).toContain('Cluster shop has no service shop.');
  });

  test('works for a service of the ECS controller too', async () => {
    const account = await open({ controller: 'ECS', names: ['shop', 'web'] });
    const result = await verify(account, { region: 'us-east-1' });
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({ 'healthy-count': '1', 'target-group-arn': account.blue });
  });
});

describe('a probe', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.statusCode = request.url === '/health' ? 204 : 503;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  test('must be answered as expected', async () => {
    const account = await open();
    const fine = await verify(account, { url, path: '/health', 'expect-status': '200-299' });
    expect(fine.errors).toEqual([]);
    expect(fine.exitCode).toBe(0);
    const ill = await verify(account, { url, path: '/', ...BRIEF });
    expect(ill.exitCode).toBe(1);
    expect(ill.errors[0]).toContain(`${url}/ answered 503`);
  });
});

test('bad inputs are refused before the first call', async () => {
  const result = await run('verify-target-health', {
    inputs: {
      ...WITH,
      'min-healthy': '0',
      url: 'shop.example.com',
      path: 'health',
      'expect-status': '2xx',
      'target-group-arn': 'web-blue',
    },
    env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_REGION: 'us-east-1' },
  });
  expect(result.exitCode).toBe(1);
  const said = result.errors.join('\n') + result.stdout;
  for (const message of [
    'Input min-healthy: "0" is not a whole number from 1',
    'Input url: "shop.example.com" is not an http or https address',
    'Input path: "health" is not a path that begins with /',
    'Input expect-status: "2xx" is not a list of HTTP statuses',
    'Input target-group-arn: "web-blue" is not the ARN of a target group',
  ]) {
    expect(said).toContain(message);
  }
});
