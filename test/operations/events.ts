import type { World } from './world.ts';

const ARN = 'arn:aws:ecs:us-east-1:123456789012:';
const TARGET = {
  Id: 'nightly',
  Arn: `${ARN}cluster/shop`,
  RoleArn: 'arn:aws:iam::123456789012:role/events',
  EcsParameters: { TaskDefinitionArn: `${ARN}task-definition/job:1`, TaskCount: 1 },
};

/** EventBridge's rules, as far as they run tasks by a schedule. */
export async function events(world: World): Promise<void> {
  const ask = (operation: string, name: string, input: object): Promise<unknown> =>
    world.see(operation, name, world.events(operation, input));
  await ask('PutRule', 'of a schedule', { Name: 'nightly', ScheduleExpression: 'rate(1 day)' });
  await ask('PutRule', 'of a pattern', { Name: 'tasks', EventPattern: '{"source":["aws.ecs"]}' });
  await ask('PutRule', 'wrong schedule', { Name: 'wrong', ScheduleExpression: 'sometimes' });
  await ask('PutRule', 'of nothing', { Name: 'empty' });
  await ask('DescribeRule', 'one', { Name: 'nightly' });
  await ask('DescribeRule', 'no such one', { Name: 'other' });
  await ask('ListRules', 'all', {});
  await ask('PutTargets', 'a task', { Rule: 'nightly', Targets: [TARGET] });
  await ask('PutTargets', 'of no rule', { Rule: 'other', Targets: [TARGET] });
  await ask('PutTargets', 'wrong ARN', { Rule: 'nightly', Targets: [{ Id: 'wrong', Arn: 'shop' }] });
  await ask('ListTargetsByRule', 'one', { Rule: 'nightly' });
  await ask('ListTargetsByRule', 'none', { Rule: 'tasks' });
  await ask('ListTargetsByRule', 'of no rule', { Rule: 'other' });
  await ask('ListTargetsByRule', 'on no bus', { Rule: 'nightly', EventBusName: 'other' });
  await ask('ListTargetsByRule', 'no name', {});
  await ask('DeleteRule', 'with targets', { Name: 'nightly' });
  await ask('RemoveTargets', 'one', { Rule: 'nightly', Ids: ['nightly'] });
  await ask('RemoveTargets', 'of no rule', { Rule: 'other', Ids: ['nightly'] });
  await ask('DeleteRule', 'there', { Name: 'nightly' });
}
