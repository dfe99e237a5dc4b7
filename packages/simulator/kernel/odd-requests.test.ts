import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningSimulator, startSimulator } from '../start.ts';

let running: RunningSimulator;
beforeAll(async () => {
  running = await startSimulator({ timeScale: 0 });
});
afterAll(async () => {
  await running.close();
});

const ECS = 'AmazonEC2ContainerServiceV20141113';

async function json(target: string, body: string): Promise<{ status: number; text: string }> {
  const response = await fetch(running.url, { method: 'POST', headers: { 'x-amz-target': target }, body });
  return { status: response.status, text: await response.text() };
}

async function form(body: string): Promise<{ status: number; text: string }> {
  const response = await fetch(running.url, {
    method: 'POST',
    headers: { authorization: 'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/x/aws4_request' },
    body: new URLSearchParams(body),
  });
  return { status: response.status, text: await response.text() };
}

test.each([
  [
    'an operation named like a member of every object',
    `${ECS}.constructor`,
    '{}',
    'UnknownOperationException',
  ],
  ['more than one dot', `${ECS}.ListClusters.ListClusters`, '{}', 'UnknownOperationException'],
  ['a body that is null', `${ECS}.ListClusters`, 'null', 'SerializationException'],
  ['a body of endless lists', `${ECS}.ListClusters`, '['.repeat(50_000), 'SerializationException'],
  ['a body that is a list', `${ECS}.ListClusters`, '[]', 'SerializationException'],
  [
    'a very deep body',
    `${ECS}.ListClusters`,
    `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    'SerializationException',
  ],
])('%s is refused', async (_, target, body, code) => {
  const { status, text } = await json(target, body);
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({ __type: code });
});

test('JSON cannot change every object', async () => {
  const { status } = await json(
    `${ECS}.RegisterTaskDefinition`,
    '{"family":"web","__proto__":{"polluted":1},"containerDefinitions":[{"name":"a","image":"a","memory":64,"__proto__":{"polluted":1}}]}',
  );
  expect(status).toBe(200);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('null counts as absent', async () => {
  const { status } = await json(`${ECS}.DescribeClusters`, '{"clusters":[null],"include":null}');
  expect(status).toBe(200);
});

test.each([
  ['a version of no service', 'Action=ListThings&Version=1999-01-01', 'InvalidAction'],
  [
    'a very deep parameter',
    `Action=DescribeStacks&Version=2010-05-15&A${'.member.1'.repeat(500)}=x`,
    'MalformedInput',
  ],
])('%s is refused in XML', async (_, body, code) => {
  const { status, text } = await form(body);
  expect(status).toBe(400);
  expect(text).toContain(`<Code>${code}</Code>`);
});

test('a parameter cannot change every object', async () => {
  await form('Action=DescribeStacks&Version=2010-05-15&__proto__.polluted=x');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('XML shows control characters as unreadable', async () => {
  const { text } = await form('Action=DescribeStacks&Version=2010-05-15&StackName=a%01b');
  expect(text).toContain('<Code>');
  expect(text).toContain('a\uFFFDb');
});

test.each(['/v2/%ZZ/tags/list', '/%'])('the path %s is refused', async (path) => {
  const response = await fetch(`${running.url}${path}`);
  expect(response.status).toBe(400);
});

test.each([
  ['2016-11-15', 'DescribeNetworkAcls', 'Filters'],
  ['2016-11-15', 'DescribeRouteTables', 'Filters'],
  ['2016-11-15', 'DescribeSecurityGroups', 'Filters'],
  ['2016-11-15', 'DescribeSubnets', 'SubnetIds'],
  ['2016-11-15', 'DescribeVpcEndpoints', 'VpcEndpointIds'],
  ['2015-12-01', 'DescribeLoadBalancers', 'Names'],
  ['2015-12-01', 'DescribeTargetGroups', 'TargetGroupArns'],
  ['2014-10-31', 'DescribeDBInstances', 'Filters'],
])('an empty list in a form is one without items (%s %s %s)', async (version, operation, list) => {
  const { status, text } = await form(`Action=${operation}&Version=${version}&${list}=`);
  expect({ status, text }).toMatchObject({ status: 200 });
});
