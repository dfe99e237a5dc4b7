import { createServer, type AddressInfo } from 'node:net';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DeleteTargetGroupCommand,
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupsCommand,
  ModifyListenerCommand,
  SetRulePrioritiesCommand,
  type Action,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { givePortBack, takePort } from '../ecs/ports.ts';
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

  test('two rules change places in one call', async () => {
    const { arn } = await stage.listener([forward(await stage.targetGroup('blue'))]);
    const rule = async (Priority: number): Promise<string> => {
      const { Rules } = await stage.client.send(
        new CreateRuleCommand({
          ListenerArn: arn,
          Priority,
          Conditions: [{ Field: 'path-pattern', Values: [`/${Priority}`] }],
          Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }],
        }),
      );
      return Rules?.[0]?.RuleArn ?? '';
    };
    const [one, two] = [await rule(1), await rule(2)];
    await expect(rule(1)).rejects.toMatchObject({ name: 'PriorityInUseException' });
    await stage.client.send(
      new SetRulePrioritiesCommand({
        RulePriorities: [
          { RuleArn: one, Priority: 2 },
          { RuleArn: two, Priority: 1 },
        ],
      }),
    );
    const { Rules } = await stage.client.send(new DescribeRulesCommand({ ListenerArn: arn }));
    expect(Rules?.map(({ RuleArn, Priority }) => [RuleArn, Priority])).toEqual([
      [two, '1'],
      [one, '2'],
      [expect.stringContaining(':listener-rule/app/web/'), 'default'],
    ]);
  });

  test('no client is sent to another program that has the port of a listener', async () => {
    const stranger = createServer();
    await new Promise<void>((resolve) => {
      stranger.listen(0, '127.0.0.1', resolve);
    });
    const { port } = stranger.address() as AddressInfo;
    const { LoadBalancers } = await stage.client.send(
      new CreateLoadBalancerCommand({ Name: 'web', Subnets: ['subnet-a', 'subnet-b'] }),
    );
    const LoadBalancerArn = LoadBalancers?.[0]?.LoadBalancerArn;
    const name = async (): Promise<string | undefined> =>
      (await stage.client.send(new DescribeLoadBalancersCommand({ Names: ['web'] }))).LoadBalancers?.[0]
        ?.DNSName;
    expect(await name()).toBe('127.0.0.1');
    const { Listeners } = await stage.client.send(
      new CreateListenerCommand({
        LoadBalancerArn,
        Port: port,
        DefaultActions: [forward(await stage.targetGroup('blue'))],
      }),
    );
    expect(await name()).toBe(`another-program-has-port-${port}.invalid`);
    await new Promise((resolve) => stranger.close(resolve));
    const ListenerArn = Listeners?.[0]?.ListenerArn;
    const free = await takePort();
    await stage.client.send(new ModifyListenerCommand({ ListenerArn, Port: free }));
    givePortBack(free);
    expect(await name()).toBe('127.0.0.1');
  });

  test('a target group serves one load balancer only', async () => {
    const blue = await stage.targetGroup('blue');
    await stage.listener([forward(blue)]);
    const { LoadBalancers } = await stage.client.send(
      new CreateLoadBalancerCommand({ Name: 'other', Subnets: ['subnet-a', 'subnet-b'] }),
    );
    await expect(
      stage.client.send(
        new CreateListenerCommand({
          LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
          Port: 8081,
          DefaultActions: [forward(blue)],
        }),
      ),
    ).rejects.toMatchObject({ name: 'TargetGroupAssociationLimitException' });
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
