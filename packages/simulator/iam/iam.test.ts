import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
  SimulatePrincipalPolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { evaluate, type Question } from './evaluate.ts';
import type { Statement } from './document.ts';

let running: RunningSimulator;
let iam: IAMClient;

beforeAll(async () => {
  running = await startSimulator({ timeScale: 0 });
  iam = new IAMClient({
    endpoint: running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
});

afterAll(async () => {
  iam.destroy();
  await running.close();
});

test('the role of everybody who calls is in every account, with all rights', async () => {
  const ask = async (): Promise<unknown> => {
    const { EvaluationResults } = await iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: 'arn:aws:iam::123456789012:role/simulator',
        ActionNames: ['ecs:UpdateService'],
      }),
    );
    return EvaluationResults?.[0]?.EvalDecision;
  };
  expect(await ask()).toBe('allowed');
  await running.sim.reset();
  expect(await ask()).toBe('allowed');
});

const ROLE = 'arn:aws:iam::123456789012:role/web';
const trust = (service: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });
const passing = {
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: 'arn:aws:iam::123456789012:role/task*',
    Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  },
};

/** Action, resource and what became of them. */
async function decisions(
  ActionNames: string[],
  ResourceArns: string[],
  passedTo = 'ecs-tasks.amazonaws.com',
) {
  const { EvaluationResults = [] } = await iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: ROLE,
      ActionNames,
      ResourceArns,
      ContextEntries: [
        {
          ContextKeyName: 'iam:PassedToService',
          ContextKeyType: 'string',
          ContextKeyValues: [passedTo],
        },
      ],
    }),
  );
  return EvaluationResults.flatMap(({ EvalActionName, ResourceSpecificResults = [] }) =>
    ResourceSpecificResults.map(
      ({ EvalResourceName, EvalResourceDecision }) =>
        `${EvalActionName ?? ''} ${EvalResourceName?.split('/').at(-1) ?? ''} ${EvalResourceDecision ?? ''}`,
    ),
  );
}

test('a role from its creation to its end', async () => {
  await expect(iam.send(new GetRoleCommand({ RoleName: 'web' }))).rejects.toThrow(
    expect.objectContaining({ name: 'NoSuchEntityException' }),
  );
  const { Role } = await iam.send(
    new CreateRoleCommand({ RoleName: 'web', AssumeRolePolicyDocument: trust('ecs-tasks.amazonaws.com') }),
  );
  expect(Role).toMatchObject({ RoleName: 'web', Path: '/', Arn: ROLE });
  await iam.send(
    new UpdateAssumeRolePolicyCommand({
      RoleName: 'web',
      PolicyDocument: trust('codedeploy.amazonaws.com'),
    }),
  );
  const { Role: changed } = await iam.send(new GetRoleCommand({ RoleName: 'web' }));
  expect(decodeURIComponent(changed?.AssumeRolePolicyDocument ?? '')).toBe(trust('codedeploy.amazonaws.com'));
  const managed = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'web', PolicyArn: managed }));
  await expect(iam.send(new DeleteRoleCommand({ RoleName: 'web' }))).rejects.toThrow(
    expect.objectContaining({ name: 'DeleteConflictException' }),
  );
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: 'web',
      PolicyName: 'pass',
      PolicyDocument: JSON.stringify(passing),
    }),
  );
  expect(
    await decisions(
      ['ecr:BatchGetImage', 'iam:PassRole'],
      ['arn:aws:iam::123456789012:role/task', 'arn:aws:iam::123456789012:role/other'],
    ),
  ).toEqual([
    'ecr:BatchGetImage task allowed',
    'ecr:BatchGetImage other allowed',
    'iam:PassRole task allowed',
    'iam:PassRole other implicitDeny',
  ]);
  expect(
    await decisions(['iam:PassRole'], ['arn:aws:iam::123456789012:role/task'], 'ec2.amazonaws.com'),
  ).toEqual(['iam:PassRole task implicitDeny']);
  await iam.send(new DetachRolePolicyCommand({ RoleName: 'web', PolicyArn: managed }));
  expect(await decisions(['ecr:BatchGetImage'], ['*'])).toEqual(['ecr:BatchGetImage * implicitDeny']);
});

describe('policies', () => {
  const question = (changes: Partial<Question> = {}): Question => ({
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::shop/a',
    context: {},
    ...changes,
  });

  test.each<[string, readonly Statement[], Partial<Question>, string]>([
    ['nothing', [], {}, 'implicitDeny'],
    ['a grant', [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }], {}, 'allowed'],
    [
      'a grant, whatever the case',
      [{ Effect: 'Allow', Action: 'S3:getobject', Resource: '*' }],
      {},
      'allowed',
    ],
    [
      'another resource',
      [{ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::shop' }],
      {},
      'implicitDeny',
    ],
    ['one letter', [{ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::shop/?' }], {}, 'allowed'],
    [
      'a denial over a grant',
      [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 's3:*', Resource: '*' },
      ],
      {},
      'explicitDeny',
    ],
    ['all but', [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], {}, 'allowed'],
    ['all but this', [{ Effect: 'Allow', NotAction: ['s3:*'], Resource: '*' }], {}, 'implicitDeny'],
    ['all resources but this', [{ Effect: 'Allow', Action: '*', NotResource: '*/a' }], {}, 'implicitDeny'],
    [
      'a condition that is met',
      [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringLike: { 'aws:x': ['a*', 'b'] } } }],
      { context: { 'AWS:X': ['abc'] } },
      'allowed',
    ],
    [
      'a condition on what is not known',
      [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:x': 'a' } } }],
      {},
      'implicitDeny',
    ],
    [
      'a condition only if it is known',
      [
        {
          Effect: 'Allow',
          Action: '*',
          Resource: '*',
          Condition: { StringEqualsIfExists: { 'aws:x': 'a' } },
        },
      ],
      {},
      'allowed',
    ],
    [
      'a condition that excludes',
      [
        {
          Effect: 'Allow',
          Action: '*',
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:x': ['a', 'b'] } },
        },
      ],
      { context: { 'aws:x': ['b'] } },
      'implicitDeny',
    ],
  ])('%s', (_, Statement, changes, decision) => {
    expect(evaluate([{ Statement }], question(changes))).toBe(decision);
  });
});
