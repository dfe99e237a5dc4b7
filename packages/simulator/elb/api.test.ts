import {
  CreateTargetGroupCommand,
  DeleteTargetGroupCommand,
  DescribeListenersCommand,
  DescribeTargetGroupsCommand,
  ModifyListenerCommand,
  type Action,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { forward, Stage, weighted } from './testing/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(async () => {
  await stage.close();
});

describe('API', () => {
  test('TargetGroupArn of a forward action disappears with the second group', async () => {
    const blue = await stage.targetGroup('blue');
    const green = await stage.targetGroup('green');
    const { arn } = await stage.listener([forward(blue)]);
    const action = async (): Promise<Action | undefined> =>
      (await stage.client.send(new DescribeListenersCommand({ ListenerArns: [arn] }))).Listeners?.[0]
        ?.DefaultActions?.[0];
    expect(await action()).toMatchObject({
      TargetGroupArn: blue,
      ForwardConfig: { TargetGroups: [{ TargetGroupArn: blue, Weight: 1 }] },
    });
    await stage.client.send(
      new ModifyListenerCommand({ ListenerArn: arn, DefaultActions: [weighted([blue, 100], [green, 0])] }),
    );
    expect((await action())?.TargetGroupArn).toBeUndefined();
    const { TargetGroups } = await stage.client.send(new DescribeTargetGroupsCommand({ Names: ['green'] }));
    expect(TargetGroups?.[0]?.LoadBalancerArns?.[0]).toMatch(/:loadbalancer\/app\/web\/[0-9a-f]{16}$/);
    await expect(
      stage.client.send(new DeleteTargetGroupCommand({ TargetGroupArn: green })),
    ).rejects.toMatchObject({
      name: 'ResourceInUseException',
    });
  });

  test.each([
    [
      'TargetGroupNotFoundException',
      () => stage.client.send(new DescribeTargetGroupsCommand({ Names: ['missing'] })),
    ],
    [
      'ListenerNotFoundException',
      () => stage.client.send(new DescribeListenersCommand({ ListenerArns: ['a'] })),
    ],
    ['ValidationError', () => stage.client.send(new DescribeListenersCommand({}))],
    [
      'ValidationError',
      () =>
        stage.client.send(
          new CreateTargetGroupCommand({
            Name: 'a',
            Protocol: 'HTTP',
            Port: 80,
            HealthCheckIntervalSeconds: 4,
          }),
        ),
    ],
  ])('%s', async (name, call) => {
    await expect(call()).rejects.toMatchObject({ name });
  });
});
