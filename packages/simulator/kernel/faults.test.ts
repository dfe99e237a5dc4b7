import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Fault } from './faults.ts';
import { type RunningSimulator, startSimulator } from '../start.ts';

let running: RunningSimulator;

beforeAll(async () => {
  running = await startSimulator({ timeScale: 0 });
});
afterEach(async () => {
  await running.sim.reset();
});
afterAll(async () => {
  await running.close();
});

async function fault(body: Fault | readonly Fault[]): Promise<void> {
  const response = await fetch(`${running.url}/_simulator/faults`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

const TARGETS: Readonly<Record<string, string>> = {
  ecs: 'AmazonEC2ContainerServiceV20141113',
  codedeploy: 'CodeDeploy_20141006',
  ecr: 'AmazonEC2ContainerRegistry_V20150921',
  logs: 'Logs_20140328',
};
const VERSIONS: Readonly<Record<string, string>> = {
  elasticloadbalancing: '2015-12-01',
  cloudformation: '2010-05-15',
  sts: '2011-06-15',
};

/** Calls over HTTP and gives back status and text. */
async function call(service: string, operation: string, input: object = {}) {
  const version = VERSIONS[service];
  const response = await fetch(running.url, {
    method: 'POST',
    headers:
      version === undefined
        ? {
            'x-amz-target': `${TARGETS[service] ?? ''}.${operation}`,
            'content-type': 'application/x-amz-json-1.1',
          }
        : {
            'content-type': 'application/x-www-form-urlencoded',
            authorization: 'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/x/aws4_request',
          },
    body:
      version === undefined
        ? JSON.stringify(input)
        : new URLSearchParams({ Action: operation, Version: version, ...input }).toString(),
  });
  return { status: response.status, text: await response.text() };
}

async function ecs(operation: string, input: object = {}) {
  const { status, text } = await call('ecs', operation, input);
  return { status, body: JSON.parse(text) as Record<string, unknown> };
}

describe('throttling is the error of the service', () => {
  test.each([
    ['ecs', 'ListClusters', 'ThrottlingException'],
    ['codedeploy', 'ListApplications', 'ThrottlingException'],
    ['ecr', 'DescribeRepositories', 'ThrottlingException'],
    ['logs', 'DescribeLogGroups', 'ThrottlingException'],
    ['elasticloadbalancing', 'DescribeTargetGroups', '<Code>Throttling</Code>'],
    ['cloudformation', 'DescribeStacks', '<Code>Throttling</Code>'],
    ['sts', 'GetCallerIdentity', '<Code>Throttling</Code>'],
  ])('%s:%s', async (service, operation, code) => {
    await fault({ service, throttle: true });
    const answer = await call(service, operation);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(code);
    expect(answer.text).toContain('Rate exceeded');
    expect((await call(service, operation)).status).toBe(200);
  });
});

describe('a fault strikes', () => {
  test('only the calls that name the resource, in input or ARN', async () => {
    await fault({ service: 'ecs', resource: 'cluster/shop', throttle: true, times: 'always' });
    expect((await ecs('CreateCluster', { clusterName: 'books' })).status).toBe(200);
    expect((await ecs('CreateCluster', { clusterName: 'shop' })).status).toBe(400);
    await running.sim.reset();
    await fault({ resource: 'arn:*/sh*', throttle: true });
    expect((await ecs('CreateCluster', { clusterName: 'cash' })).status).toBe(200);
    expect((await ecs('CreateCluster', { clusterName: 'shop' })).status).toBe(400);
  });

  test('only after the call that it waits for', async () => {
    await fault({
      operation: 'ListClusters',
      after: { operation: 'CreateCluster', resource: 'shop' },
      throttle: true,
    });
    expect((await ecs('ListClusters')).status).toBe(200);
    await ecs('CreateCluster', { clusterName: 'books' });
    expect((await ecs('ListClusters')).status).toBe(200);
    await ecs('CreateCluster', { clusterName: 'shop' });
    expect((await ecs('ListClusters')).status).toBe(400);
  });

  test('with a status of the server', async () => {
    await fault({ service: 'ecs', serverError: 500 });
    expect(await ecs('ListClusters')).toMatchObject({ status: 500, body: { __type: 'ServerException' } });
    await fault({ service: 'elasticloadbalancing', serverError: 503 });
    expect(await call('elasticloadbalancing', 'DescribeTargetGroups')).toMatchObject({ status: 503 });
  });
});

describe('a refusal has the words of IAM', () => {
  const user =
    'User: arn:aws:sts::123456789012:assumed-role/simulator/simulator is not authorized to perform:';

  test('for the action of the call', async () => {
    await fault({ operation: 'DescribeServices', deny: true });
    const { status, body } = await ecs('DescribeServices', { cluster: 'shop', services: ['web'] });
    expect({ status, ...body }).toEqual({
      status: 400,
      __type: 'AccessDeniedException',
      message: `${user} ecs:DescribeServices on resource: arn:aws:ecs:us-east-1:123456789012:service/shop/web because no identity-based policy allows the ecs:DescribeServices action`,
    });
  });

  test('for an action that the call implies', async () => {
    await fault({ operation: 'RegisterTaskDefinition', deny: 'iam:PassRole' });
    const { body } = await ecs('RegisterTaskDefinition', {
      family: 'web',
      taskRoleArn: 'arn:aws:iam::123456789012:role/web',
      containerDefinitions: [],
    });
    expect(body['message']).toBe(
      `${user} iam:PassRole on resource: arn:aws:iam::123456789012:role/web because no identity-based policy allows the iam:PassRole action`,
    );
  });

  test('with the status of a Query service', async () => {
    await fault({ service: 'cloudformation', deny: true });
    const { status, text } = await call('cloudformation', 'DescribeStacks', { StackName: 'shop' });
    expect(status).toBe(403);
    expect(text).toContain('<Code>AccessDenied</Code>');
    expect(text).toContain('cloudformation:DescribeStacks on resource: arn:aws:cloudformation:');
  });
});

describe('a stale read', () => {
  const statuses = async () => {
    const { body } = await ecs('DescribeClusters', { clusters: ['shop'] });
    return (body as { clusters: { status: string }[] }).clusters.map(({ status }) => status);
  };

  test('does not see what came into being since', async () => {
    await fault({ service: 'ecs', staleSeconds: 5, times: 'always' });
    await ecs('CreateCluster', { clusterName: 'shop' });
    expect(await ecs('DescribeClusters', { clusters: ['shop'] })).toMatchObject({
      body: { clusters: [], failures: [{ arn: expect.stringMatching(/cluster\/shop$/), reason: 'MISSING' }] },
    });
    expect((await ecs('ListClusters')).body).toEqual({ clusterArns: [] });
    await running.sim.clock.advance(6000);
    expect(await statuses()).toEqual(['ACTIVE']);
    expect((await ecs('ListClusters')).body).toMatchObject({ clusterArns: [expect.stringMatching(/shop$/)] });
  });

  test('sees what is gone for a while', async () => {
    await ecs('CreateCluster', { clusterName: 'shop' });
    await running.sim.clock.advance(60_000);
    await fault({ operation: 'DescribeClusters', staleSeconds: 5, times: 'always' });
    expect(await statuses()).toEqual(['ACTIVE']);
    await running.sim.clock.advance(60_000);
    await ecs('DeleteCluster', { cluster: 'shop' });
    expect(await statuses()).toEqual(['ACTIVE']);
    await running.sim.clock.advance(6000);
    expect(await statuses()).toEqual(['INACTIVE']);
  });

  test('does not know a revision that was just registered', async () => {
    await fault({ service: 'ecs', staleSeconds: 5, times: 'always' });
    const { body } = await ecs('RegisterTaskDefinition', {
      family: 'web',
      containerDefinitions: [{ name: 'app', image: 'test/web', memory: 128 }],
    });
    const { taskDefinitionArn } = body['taskDefinition'] as { taskDefinitionArn: string };
    expect((await ecs('DescribeTaskDefinition', { taskDefinition: taskDefinitionArn })).status).toBe(400);
    await running.sim.clock.advance(6000);
    expect((await ecs('DescribeTaskDefinition', { taskDefinition: taskDefinitionArn })).status).toBe(200);
  });
});

test('after a reset nothing is left', async () => {
  await ecs('CreateCluster', { clusterName: 'shop' });
  await fault({ service: 'ecs', operation: 'ListTasks', throttle: true });
  const response = await fetch(`${running.url}/_simulator/reset`, { method: 'POST' });
  expect(response.status).toBe(200);
  expect(running.sim.calls).toEqual([]);
  expect(running.sim.faults.list()).toEqual([]);
  expect((await ecs('ListClusters')).body).toEqual({ clusterArns: [] });
});
