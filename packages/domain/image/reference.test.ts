import { describe, expect, test } from '@jest/globals';
import { parseImageReference, parseRepository } from './reference.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const ECR = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
const ecr = { host: ECR, account: '123456789012', region: 'us-east-1' };

describe('an image reference', () => {
  test.each([
    ['app', { name: 'app' }],
    ['team/app:v1', { name: 'team/app', tag: 'v1' }],
    [`team/app@${DIGEST}`, { name: 'team/app', digest: DIGEST }],
    [`${ECR}/team/app:v1@${DIGEST}`, { ...ecr, name: 'team/app', tag: 'v1', digest: DIGEST }],
    [`${ECR}/app`, { ...ecr, name: 'app' }],
    [
      '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app',
      {
        name: 'app',
        host: '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
        account: '123456789012',
        region: 'cn-north-1',
      },
    ],
    [
      '123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu/app',
      {
        name: 'app',
        host: '123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu',
        account: '123456789012',
        region: 'eusc-de-east-1',
      },
    ],
    [
      '123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app',
      {
        name: 'app',
        host: '123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com',
        account: '123456789012',
        region: 'us-gov-west-1',
      },
    ],
    ['127.0.0.1:4566/app:v1', { host: '127.0.0.1:4566', name: 'app', tag: 'v1' }],
    ['localhost/app', { host: 'localhost', name: 'app' }],
    ['a/b/c/d', { name: 'a/b/c/d' }],
    ['team/my-app_1.x--z', { name: 'team/my-app_1.x--z' }],
    ['registry.example/app', { host: 'registry.example', name: 'app' }],
  ])('%s', (text, expected) => {
    expect(parseImageReference(text)).toEqual(expected);
  });

  test.each([
    'arn:aws:ecr:us-east-1:123456789012:repository/team/app',
    'a:b:c/app',
    '',
    'a',
    'App',
    'app:',
    'app:-v1',
    `app:${'x'.repeat(129)}`,
    'app@sha256:abc',
    `app@${DIGEST}@${DIGEST}`,
    'app//web',
    '/app',
    'app/',
    '-app',
    'a..b',
    'https://example.com/app',
    'team/app v1',
    'x'.repeat(257),
  ])('is not %j', (text) => {
    expect(parseImageReference(text)).toBeUndefined();
  });
});

describe('a repository', () => {
  test.each([
    ['shop.example/web', { name: 'shop.example/web' }],
    ['127.0.0.1/web', { host: '127.0.0.1', name: 'web' }],
    ['registry:5000/web', { host: 'registry:5000', name: 'web' }],
  ])('%s', (text, expected) => {
    expect(parseRepository(text)).toEqual(expected);
  });

  test('is a reference without tag and digest', () => {
    expect(parseRepository(`${ECR}/team/app`)).toEqual({ ...ecr, name: 'team/app' });
    expect(parseRepository('team/app:v1')).toBeUndefined();
    expect(parseRepository(`team/app@${DIGEST}`)).toBeUndefined();
  });
});
