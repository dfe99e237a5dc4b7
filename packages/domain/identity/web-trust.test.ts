import { expect, test } from '@jest/globals';
import { looseSubjects } from './web-trust.ts';

const PROVIDER = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';
const KEY = 'token.actions.githubusercontent.com:sub';

function role(Condition: object | undefined, Federated: unknown = PROVIDER, Effect = 'Allow') {
  return {
    name: 'deploy',
    arn: 'arn:aws:iam::123456789012:role/deploy',
    trust: {
      Statement: [
        {
          Effect,
          Principal: { Federated },
          Action: 'sts:AssumeRoleWithWebIdentity',
          ...(Condition === undefined ? {} : { Condition }),
        },
      ],
    },
  };
}

test.each<[string, object | undefined, readonly string[]]>([
  ['an exact subject', { StringEquals: { [KEY]: 'repo:octo/shop:environment:production' } }, []],
  ['a wildcard for the branch', { StringLike: { [KEY]: 'repo:octo/shop:ref:refs/heads/*' } }, []],
  [
    'a wildcard for the ids',
    {
      StringLike: {
        [KEY]: ['repo:octo/shop:environment:production', 'repo:octo@*/shop@*:environment:production'],
      },
    },
    ['repo:octo@*/shop@*:environment:production'],
  ],
  ['every repository of an owner', { StringLike: { [KEY]: 'repo:octo/*' } }, ['repo:octo/*']],
  [
    'a name with a question mark',
    { StringLike: { [KEY]: 'repo:octo/sho?:pull_request' } },
    ['repo:octo/sho?:pull_request'],
  ],
  ['everything', { StringLike: { [KEY]: '*' } }, ['*']],
  ['no condition', undefined, ['*']],
  [
    'another condition alone',
    { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
    ['*'],
  ],
  [
    'an exact subject beside a pattern',
    { StringEquals: { [KEY]: 'repo:octo/shop:environment:production' }, StringLike: { [KEY]: 'repo:*' } },
    [],
  ],
  ['the key in another case', { StringLike: { [KEY.toUpperCase()]: 'repo:octo/*' } }, ['repo:octo/*']],
])('%s', (_, condition, expected) => {
  expect(looseSubjects(role(condition))).toEqual(expected);
});

test.each<[string, unknown]>([
  ['a service', { Statement: { Effect: 'Allow', Principal: { Service: 'codedeploy.amazonaws.com' } } }],
  ['another provider', role(undefined, 'arn:aws:iam::123456789012:oidc-provider/gitlab.com').trust],
  ['a denial', role(undefined, PROVIDER, 'Deny').trust],
  ['an unreadable policy', undefined],
])('%s is no matter of this', (_, trust) => {
  expect(looseSubjects({ name: 'a', arn: 'b', trust })).toEqual([]);
});
