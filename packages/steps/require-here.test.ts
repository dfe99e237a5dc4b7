import { expect, test } from '@jest/globals';
import type { World } from './world.ts';
import { findEnvironment } from './find-environment.ts';
import { requireHere, requireOwn } from './require-here.ts';

const asked: string[] = [];
const aws = {
  region: 'us-east-1',
  partition: 'aws',
  identity: {
    caller: () => {
      asked.push('caller');
      return Promise.resolve({ account: '123456789012', arn: '' });
    },
  },
} as unknown as World['aws'];
const SERVICE = 'arn:aws:ecs:us-east-1:123456789012:service/shop/web';
const foreign = (place: string): string => `arn:aws:ecs:${place}:task-definition/web:7`;

test('region and partition are compared without a call, the account with an ARN of AWS’s answer', () => {
  expect(() => {
    requireHere(aws, { 'Input to': foreign('eu-west-1:123456789012') });
  }).toThrow('is of region eu-west-1');
  expect(() => {
    requireHere(aws, { 'Input to': foreign('us-east-1:210987654321') }, SERVICE);
  }).toThrow('is of account 210987654321');
  requireHere(aws, { 'Input to': ['web:7', foreign('us-east-1:123456789012')] }, SERVICE);
  expect(asked).toEqual([]);
});

test.each([
  ['Input cluster', 'ecs:us-east-1:123456789012:service/other/shop'],
  ['Input service', 'ecs:us-east-1:123456789012:cluster/web'],
  ['Input service', 'ecs:us-east-1:123456789012:task-definition/web:7'],
  ['Input stack', 'ecs:us-east-1:123456789012:cluster/shop'],
  ['Input task-definition-arn', 'ecs:us-east-1:123456789012:service/shop/web'],
  ['Input listener-arn', 'elasticloadbalancing:us-east-1:123456789012:targetgroup/a/1'],
  ['Input target-group-arn', 'elasticloadbalancing:us-east-1:123456789012:listener/app/a/1/2'],
  ['Input task-role-arn', 'iam::123456789012:user/deploy'],
])('%s refuses an ARN of another kind of resource: %s', (input, arn) => {
  expect(() => {
    requireHere(aws, { [input]: `arn:aws:${arn}` });
  }).toThrow(`${input}: "arn:aws:${arn}" is the ARN of another kind of resource.`);
});

test.each([
  ['Input cluster', 'ecs:us-east-1:123456789012:cluster/shop'],
  ['Input service', 'ecs:us-east-1:123456789012:service/web'],
  ['Input stack', 'cloudformation:us-east-1:123456789012:stack/shop/1-2'],
  ['Input task-definition-arn', 'ecs:us-east-1:123456789012:task-definition/web'],
  ['Input listener-arn', 'elasticloadbalancing:us-east-1:123456789012:listener-rule/app/a/1/2/3'],
  ['Input execution-role-arn', 'iam::123456789012:role/team/app'],
  ['Input snapshot', 'rds:us-east-1:123456789012:cluster:shop'],
])('%s takes %s', (input, arn) => {
  expect(() => {
    requireHere(aws, { [input]: `arn:aws:${arn}` });
  }).not.toThrow();
});

test('where no answer tells the account STS is asked, and only for an ARN', async () => {
  await requireOwn(aws, { 'Input to': 'web:7', 'Input cluster': undefined });
  expect(asked).toEqual([]);
  await expect(requireOwn(aws, { 'Input to': foreign('us-east-1:210987654321') })).rejects.toThrow(
    'is of account 210987654321',
  );
  expect(asked).toEqual(['caller']);
});

test('a service’s ARN names its cluster, and another cluster beside it is refused', async () => {
  expect(await findEnvironment(aws, { service: SERVICE })).toEqual({ cluster: 'shop', service: SERVICE });
  await expect(findEnvironment(aws, { service: SERVICE, cluster: 'other' })).rejects.toThrow(
    'is in cluster shop, and input cluster is other',
  );
  await expect(
    findEnvironment(aws, { service: SERVICE.replace('123456789012', '210987654321') }),
  ).rejects.toThrow('Input service');
});
