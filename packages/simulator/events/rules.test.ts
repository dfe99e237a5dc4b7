import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type RunningSimulator, startSimulator } from '../start.ts';

const A = 'us-east-1:123456789012';
const CLUSTER = `arn:aws:ecs:${A}:cluster/shop`;
const TARGET = {
  Id: 'nightly',
  Arn: CLUSTER,
  RoleArn: 'arn:aws:iam::123456789012:role/events',
  EcsParameters: { TaskDefinitionArn: `arn:aws:ecs:${A}:task-definition/job:1`, TaskCount: 1 },
};

let running: RunningSimulator;
beforeAll(async () => {
  running = await startSimulator({ timeScale: 0 });
});
afterAll(async () => {
  await running.close();
});
beforeEach(async () => {
  await running.sim.reset();
});

/** A call as a client sends it: its answer, or the name and text of the refusal. */
async function call(operation: string, input: object): Promise<unknown> {
  const response = await fetch(running.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSEvents.${operation}`,
      authorization: 'AWS4-HMAC-SHA256 Credential=AKIASIMULATOR/20260101/us-east-1/events/aws4_request',
    },
    body: JSON.stringify(input),
  });
  return await response.json();
}

const refusal = (code: string, message: RegExp | string) => ({
  __type: expect.stringContaining(code),
  message: expect.stringMatching(message),
});

describe('rules', () => {
  test('are put, described, listed by page and deleted', async () => {
    expect(await call('PutRule', { Name: 'nightly', ScheduleExpression: 'cron(0 3 * * ? *)' })).toEqual({
      RuleArn: `arn:aws:events:${A}:rule/nightly`,
    });
    await call('PutRule', { Name: 'often', ScheduleExpression: 'rate(5 minutes)', State: 'DISABLED' });
    expect(await call('DescribeRule', { Name: 'often' })).toEqual({
      Name: 'often',
      Arn: `arn:aws:events:${A}:rule/often`,
      EventBusName: 'default',
      State: 'DISABLED',
      CreatedBy: '123456789012',
      ScheduleExpression: 'rate(5 minutes)',
    });
    const first = (await call('ListRules', { Limit: 1 })) as { NextToken: string };
    expect(first).toMatchObject({ Rules: [{ Name: 'nightly', State: 'ENABLED' }] });
    expect(await call('ListRules', { NextToken: first.NextToken })).toMatchObject({
      Rules: [{ Name: 'often' }],
    });
    expect(await call('ListRules', { NamePrefix: 'of' })).toMatchObject({ Rules: [{ Name: 'often' }] });
    await call('DeleteRule', { Name: 'often' });
    expect(await call('DescribeRule', { Name: 'often' })).toEqual(
      refusal('ResourceNotFoundException', 'Rule often does not exist on EventBus default.'),
    );
    expect(await call('DeleteRule', { Name: 'often' })).toEqual({});
  });

  test.each([
    [{}, 'ValidationException', /EventPattern or ScheduleExpression must be specified/],
    [{ ScheduleExpression: 'every night' }, 'ValidationException', /ScheduleExpression is not valid/],
    [{ ScheduleExpression: 'rate(1 hours)' }, 'ValidationException', /ScheduleExpression is not valid/],
    [{ ScheduleExpression: 'rate(5 minute)' }, 'ValidationException', /ScheduleExpression is not valid/],
    [{ ScheduleExpression: 'rate(0 minutes)' }, 'ValidationException', /ScheduleExpression is not valid/],
    [{ ScheduleExpression: 'cron(0 3 * * * *)' }, 'ValidationException', /ScheduleExpression is not valid/],
    [{ ScheduleExpression: 'cron(0 3 * * ?)' }, 'ValidationException', /ScheduleExpression is not valid/],
    [{ EventPattern: '{"source":["aws.ecs"],}' }, 'InvalidEventPatternException', /not valid/],
    [
      { EventPattern: '{}', EventBusName: 'own' },
      'ResourceNotFoundException',
      /Event bus own does not exist/,
    ],
    [{ Name: 'a b', EventPattern: '{}' }, 'ValidationException', /failed to satisfy constraint/],
    [{ EventPattern: '{}', State: 'ON' }, 'ValidationException', /failed to satisfy constraint/],
  ])('are refused: %j', async (input, code, message) => {
    expect(await call('PutRule', { Name: 'odd', ...input })).toEqual(refusal(code, message));
  });
});

describe('targets', () => {
  beforeEach(async () => {
    await call('PutRule', { Name: 'nightly', ScheduleExpression: 'cron(0 3 ? * MON *)' });
  });

  test('are put, replaced by id, listed and removed; a rule that has one stays', async () => {
    expect(await call('PutTargets', { Rule: 'nightly', Targets: [TARGET] })).toEqual({
      FailedEntryCount: 0,
      FailedEntries: [],
    });
    const EcsParameters = { TaskDefinitionArn: `arn:aws:ecs:${A}:task-definition/job:2` };
    await call('PutTargets', { Rule: 'nightly', Targets: [{ ...TARGET, EcsParameters }] });
    await call('PutRule', { Name: 'nightly', ScheduleExpression: 'rate(1 day)' });
    expect(await call('ListTargetsByRule', { Rule: 'nightly' })).toEqual({
      Targets: [{ ...TARGET, EcsParameters }],
    });
    expect(await call('DeleteRule', { Name: 'nightly' })).toEqual(
      refusal('ValidationException', "Rule can't be deleted since it has targets."),
    );
    await call('RemoveTargets', { Rule: 'nightly', Ids: ['nightly', 'absent'] });
    expect(await call('ListTargetsByRule', { Rule: 'nightly' })).toEqual({ Targets: [] });
    expect(await call('DeleteRule', { Name: 'nightly' })).toEqual({});
  });

  test('of a rule that is missing are refused', async () => {
    const missing = refusal('ResourceNotFoundException', /Rule absent does not exist/);
    expect(await call('ListTargetsByRule', { Rule: 'absent' })).toEqual(missing);
    expect(await call('PutTargets', { Rule: 'absent', Targets: [TARGET] })).toEqual(missing);
    expect(await call('RemoveTargets', { Rule: 'absent', Ids: ['a'] })).toEqual(missing);
  });

  test.each([
    [{ Id: 'a', Arn: 'shop' }, /Provided Arn is not in correct format/],
    [{ ...TARGET, RoleArn: undefined }, /RoleArn is required for target/],
    [{ ...TARGET, EcsParameters: undefined }, /EcsParameters are required/],
    [{ ...TARGET, EcsParameters: {} }, /TaskDefinitionArn/i],
    [{ ...TARGET, Id: 'a b' }, /failed to satisfy constraint/],
  ])('are refused, and none of the request is kept: %j', async (target, message) => {
    expect(await call('PutTargets', { Rule: 'nightly', Targets: [TARGET, target] })).toEqual(
      refusal('ValidationException', message),
    );
    expect(await call('ListTargetsByRule', { Rule: 'nightly' })).toEqual({ Targets: [] });
  });

  test('are at most five', async () => {
    const Targets = [1, 2, 3, 4, 5, 6].map((at) => ({ ...TARGET, Id: `t${at}` }));
    expect(await call('PutTargets', { Rule: 'nightly', Targets })).toEqual(
      refusal('LimitExceededException', /exceeds the maximum number allowed/),
    );
    expect(await call('PutTargets', { Rule: 'nightly', Targets: Targets.slice(1) })).toMatchObject({
      FailedEntryCount: 0,
    });
  });
});

test('PutTargets needs the right to pass the target’s role, beside its own on the rule', async () => {
  expect(running.sim.permissions('events', 'PutTargets', { Rule: 'nightly', Targets: [TARGET] })).toEqual([
    {
      action: 'events:PutTargets',
      resources: [`arn:aws:events:${A}:rule/nightly`],
      conditions: { 'events:TargetArn': [CLUSTER] },
    },
    {
      action: 'iam:PassRole',
      resources: [TARGET.RoleArn],
      conditions: { 'iam:PassedToService': 'events.amazonaws.com' },
    },
  ]);
});
