import { describe, expect, test } from '@jest/globals';
import { trusts } from './role.ts';

const ECS = 'ecs-tasks.amazonaws.com';
const allow = { Effect: 'Allow', Action: 'sts:AssumeRole' };
const role = (trust: unknown) => ({ name: 'web', arn: 'arn:aws:iam::123456789012:role/web', trust });

describe('a role trusts ECS', () => {
  test.each<[string, unknown, boolean | undefined]>([
    ['by name', [{ ...allow, Principal: { Service: ECS } }], true],
    ['among others', [{ ...allow, Principal: { Service: ['ec2.amazonaws.com', ECS] } }], true],
    ['in a statement without list', { ...allow, Principal: { Service: ECS } }, true],
    [
      'with an action of several',
      [{ ...allow, Action: ['sts:AssumeRole', 'sts:TagSession'], Principal: { Service: ECS } }],
      true,
    ],
    ['with every action', [{ ...allow, Action: 'sts:*', Principal: { Service: ECS } }], true],
    ['as everybody', [{ ...allow, Principal: '*' }], true],
    [
      'under a condition on the account',
      [
        {
          ...allow,
          Principal: { Service: ECS },
          Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
        },
      ],
      true,
    ],
    ['not another service', [{ ...allow, Principal: { Service: 'ec2.amazonaws.com' } }], false],
    ['not an account', [{ ...allow, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }], false],
    [
      'not with another action',
      [{ ...allow, Action: 'sts:AssumeRoleWithSAML', Principal: { Service: ECS } }],
      false,
    ],
    [
      'not when a statement denies it',
      [
        { ...allow, Principal: { Service: ECS } },
        { ...allow, Effect: 'Deny', Principal: '*' },
      ],
      false,
    ],
    ['not without statements', [], false],
  ])('%s', (_, Statement, expected) => {
    expect(trusts(role({ Statement }), ECS)).toBe(expected);
  });

  test('or nobody knows, when the policy can’t be read', () => {
    expect(trusts(role(undefined), ECS)).toBeUndefined();
  });
});

test('a service may be trusted by Region', () => {
  const trust = { Statement: [{ ...allow, Principal: { Service: 'codedeploy.eu-west-1.amazonaws.com' } }] };
  expect(trusts(role(trust), 'codedeploy.amazonaws.com')).toBe(true);
  expect(trusts(role(trust), ECS)).toBe(false);
});
