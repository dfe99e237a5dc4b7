import { expect, test } from '@jest/globals';
import { elsewhere, homeOf, isSameArn, misplaced } from './home.ts';

const HOME = { partition: 'aws', region: 'us-east-1', account: '123456789012' };

test.each([
  ['arn:aws:ecs:us-east-1:123456789012:task-definition/web:7', undefined],
  ['web:7', undefined],
  ['arn:aws:ecs:us-east-1:210987654321:task-definition/web:7', 'account'],
  ['arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7', 'region'],
  ['arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/web:7', 'partition'],
  ['arn:aws:iam::123456789012:role/app', undefined],
  ['arn:aws:iam::210987654321:role/app', 'account'],
  ['arn:aws-us-gov:iam::123456789012:role/app', 'partition'],
  ['arn:aws:s3:::shop-config/app.env', undefined],
  ['arn:aws-cn:s3:::shop-config/app.env', 'partition'],
])('%s differs in %s', (arn, part) => {
  expect(elsewhere(arn, HOME)?.part).toBe(part);
});

test('an account that is not known is not compared', () => {
  const arn = 'arn:aws:ecs:us-east-1:210987654321:cluster/shop';
  expect(elsewhere(arn, { partition: 'aws', region: 'us-east-1' })).toBeUndefined();
  expect(elsewhere(arn, HOME, ['partition', 'region'])).toBeUndefined();
});

test('the problem names the input, the value and both places', () => {
  expect(misplaced('Input to', 'arn:aws:ecs:us-east-1:210987654321:task-definition/web:7', HOME)).toEqual({
    what: 'Input to: arn:aws:ecs:us-east-1:210987654321:task-definition/web:7 is of account 210987654321, and the credentials work in account 123456789012.',
    fix: 'Give an ARN of this account, or use credentials of the account that the ARN names.',
  });
});

test.each([
  'arn:aws:ecs:us-east-1:21098765432:cluster/shop',
  'arn:aws:ecs:us-east-1:123456789012',
  'ARN:aws:ecs:us-east-1:123456789012:cluster/shop',
  ' arn:aws:ecs:us-east-1:123456789012:cluster/shop',
  'arn:ecs:us-east-1:123456789012:cluster/shop',
])('%j is neither an ARN nor a name', (text) => {
  expect(misplaced('Input cluster', text, HOME)?.what).toContain(
    `Input cluster: ${JSON.stringify(text)} is no ARN`,
  );
});

test('an ARN of AWS tells where it is', () => {
  expect(homeOf('arn:aws:ecs:us-east-1:123456789012:service/shop/web')).toEqual(HOME);
  expect(homeOf('web')).toBeUndefined();
});

test('two ARNs that differ in a path are two resources; a name is whatever was found by it', () => {
  const answered = 'arn:aws:iam::123456789012:role/app';
  expect(isSameArn('arn:aws:iam::123456789012:role/team/app', answered)).toBe(false);
  expect(isSameArn(answered, answered)).toBe(true);
  expect(isSameArn('app', answered)).toBe(true);
});
