import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { World } from './world.ts';

const ARN = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:';
const NO_BALANCER = `${ARN}loadbalancer/app/other/0123456789abcdef`;
const NO_LISTENER = `${ARN}listener/app/other/0123456789abcdef/0123456789abcdef`;
const NO_RULE = `${ARN}listener-rule/app/other/0123456789abcdef/0123456789abcdef/0123456789abcdef`;
const NO_GROUP = `${ARN}targetgroup/other/0123456789abcdef`;

export async function elbv2(world: World): Promise<void> {
  const balancer = await balancers(world);
  const [blue, green] = await groups(world);
  const listener = await listeners(world, balancer, blue);
  const rule = await rules(world, listener, blue, green);
  await targets(world, blue, green);
  await tags(world, balancer);
  const { elbv2: client } = world;
  await world.see('DeleteTargetGroup', 'in use', client.deleteTargetGroup({ TargetGroupArn: blue }));
  await world.see('DeleteRule', 'there', client.deleteRule({ RuleArn: rule }));
  await world.see('DeleteRule', 'no more', client.deleteRule({ RuleArn: NO_RULE }));
  await world.see('DeleteListener', 'there', client.deleteListener({ ListenerArn: listener }));
  await world.see('DeleteListener', 'no more', client.deleteListener({ ListenerArn: NO_LISTENER }));
  await world.see('DeleteLoadBalancer', 'there', client.deleteLoadBalancer({ LoadBalancerArn: balancer }));
  await world.see('DeleteLoadBalancer', 'never', client.deleteLoadBalancer({ LoadBalancerArn: NO_BALANCER }));
  await world.see('DeleteTargetGroup', 'free', client.deleteTargetGroup({ TargetGroupArn: green }));
  await world.see('DeleteTargetGroup', 'never', client.deleteTargetGroup({ TargetGroupArn: NO_GROUP }));
}

async function balancers(world: World): Promise<string> {
  const { elbv2: client } = world;
  const Subnets = [...world.network.subnets];
  const create = (name: string, input: object) =>
    world.see('CreateLoadBalancer', name, client.createLoadBalancer(input as never));
  const created = await create('new', {
    Name: 'shop',
    Subnets,
    SecurityGroups: [world.network.securityGroup],
  });
  const LoadBalancerArn = created?.LoadBalancers?.[0]?.LoadBalancerArn ?? NO_BALANCER;
  await create('the same again', { Name: 'shop', Subnets, SecurityGroups: [world.network.securityGroup] });
  await create('again, otherwise', { Name: 'shop', Subnets, Scheme: 'internal' });
  await create('name too long', { Name: 'x'.repeat(33), Subnets });
  await create('wrong name', { Name: 'a_b', Subnets });
  await create('internal in front', { Name: 'internal-x', Subnets });
  await create('no subnets', { Name: 'bare' });
  await create('no name', { Subnets });
  const describe = client.describeLoadBalancers.bind(client);
  await world.see('DescribeLoadBalancers', 'all', describe({}));
  await world.see('DescribeLoadBalancers', 'by name', describe({ Names: ['shop'] }));
  await world.see('DescribeLoadBalancers', 'no such name', describe({ Names: ['other'] }));
  await world.see('DescribeLoadBalancers', 'no such ARN', describe({ LoadBalancerArns: [NO_BALANCER] }));
  const attributes = client.describeLoadBalancerAttributes.bind(client);
  await world.see('DescribeLoadBalancerAttributes', 'one', attributes({ LoadBalancerArn }));
  await world.see(
    'DescribeLoadBalancerAttributes',
    'no such one',
    attributes({ LoadBalancerArn: NO_BALANCER }),
  );
  const modify = (name: string, Key: string, Value: string, arn = LoadBalancerArn): Promise<unknown> =>
    world.see(
      'ModifyLoadBalancerAttributes',
      name,
      client.modifyLoadBalancerAttributes({ LoadBalancerArn: arn, Attributes: [{ Key, Value }] }),
    );
  await modify('idle timeout', 'idle_timeout.timeout_seconds', '30');
  await modify('unknown key', 'colour', 'blue');
  await modify('timeout too long', 'idle_timeout.timeout_seconds', '4001');
  await modify('no such one', 'idle_timeout.timeout_seconds', '30', NO_BALANCER);
  await world.see('SetSubnets', 'the same', client.setSubnets({ LoadBalancerArn, Subnets }));
  await world.see('SetSubnets', 'no such one', client.setSubnets({ LoadBalancerArn: NO_BALANCER, Subnets }));
  const SecurityGroups = [world.network.securityGroup];
  await world.see(
    'SetSecurityGroups',
    'the same',
    client.setSecurityGroups({ LoadBalancerArn, SecurityGroups }),
  );
  await world.see(
    'SetSecurityGroups',
    'no such one',
    client.setSecurityGroups({ LoadBalancerArn: NO_BALANCER, SecurityGroups }),
  );
  return LoadBalancerArn;
}

async function groups(world: World): Promise<[string, string]> {
  const { elbv2: client } = world;
  const input = { Protocol: 'HTTP', Port: 80, VpcId: world.network.vpc, TargetType: 'ip' } as const;
  const create = (name: string, change: object) =>
    world.see('CreateTargetGroup', name, client.createTargetGroup({ ...input, ...change } as never));
  const blue = await create('new', { Name: 'blue' });
  await create('the same again', { Name: 'blue' });
  await create('again, otherwise', { Name: 'blue', Port: 81 });
  const green = await create('with health check', {
    Name: 'green',
    HealthCheckPath: '/health',
    HealthCheckIntervalSeconds: 10,
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 2,
    Matcher: { HttpCode: '200-299' },
  });
  await create('name too long', { Name: 'x'.repeat(33) });
  await create('wrong name', { Name: 'a_b' });
  await create('wrong protocol', { Name: 'wrong-1', Protocol: 'GOPHER' });
  await create('port 0', { Name: 'wrong-2', Port: 0 });
  await create('no port', { Name: 'wrong-3', Port: undefined });
  await create('no protocol', { Name: 'wrong-4', Protocol: undefined });
  await create('no VPC', { Name: 'wrong-5', VpcId: undefined });
  await create('no name', {});
  await create('wrong codes', { Name: 'wrong-6', Matcher: { HttpCode: '700' } });
  const blueArn = blue?.TargetGroups?.[0]?.TargetGroupArn ?? NO_GROUP;
  const greenArn = green?.TargetGroups?.[0]?.TargetGroupArn ?? NO_GROUP;
  const describe = client.describeTargetGroups.bind(client);
  await world.see('DescribeTargetGroups', 'all', describe({}));
  await world.see('DescribeTargetGroups', 'by name', describe({ Names: ['blue'] }));
  await world.see('DescribeTargetGroups', 'no such name', describe({ Names: ['other'] }));
  await world.see('DescribeTargetGroups', 'no such ARN', describe({ TargetGroupArns: [NO_GROUP] }));
  const modify = client.modifyTargetGroup.bind(client);
  await world.see('ModifyTargetGroup', 'path', modify({ TargetGroupArn: blueArn, HealthCheckPath: '/' }));
  await world.see(
    'ModifyTargetGroup',
    'no such one',
    modify({ TargetGroupArn: NO_GROUP, HealthCheckPath: '/' }),
  );
  const attributes = client.describeTargetGroupAttributes.bind(client);
  await world.see('DescribeTargetGroupAttributes', 'one', attributes({ TargetGroupArn: blueArn }));
  await world.see('DescribeTargetGroupAttributes', 'no such one', attributes({ TargetGroupArn: NO_GROUP }));
  const set = (name: string, Key: string, Value: string, TargetGroupArn = blueArn): Promise<unknown> =>
    world.see(
      'ModifyTargetGroupAttributes',
      name,
      client.modifyTargetGroupAttributes({ TargetGroupArn, Attributes: [{ Key, Value }] }),
    );
  await set('delay', 'deregistration_delay.timeout_seconds', '0');
  await set('delay too long', 'deregistration_delay.timeout_seconds', '3601');
  await set('unknown key', 'colour', 'blue');
  await set('no such one', 'deregistration_delay.timeout_seconds', '0', NO_GROUP);
  return [blueArn, greenArn];
}

async function listeners(world: World, LoadBalancerArn: string, TargetGroupArn: string): Promise<string> {
  const { elbv2: client } = world;
  const forward = [{ Type: 'forward', TargetGroupArn }] as const;
  const create = (name: string, change: object) =>
    world.see(
      'CreateListener',
      name,
      client.createListener({
        LoadBalancerArn,
        Protocol: 'HTTP',
        Port: 80,
        DefaultActions: forward,
        ...change,
      } as never),
    );
  const created = await create('new', {});
  const ListenerArn = created?.Listeners?.[0]?.ListenerArn ?? NO_LISTENER;
  await create('the same port', {});
  await create('no such load balancer', { LoadBalancerArn: NO_BALANCER, Port: 81 });
  await create('no such target group', {
    Port: 82,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: NO_GROUP }],
  });
  await create('wrong protocol', { Port: 83, Protocol: 'GOPHER' });
  await create('port too high', { Port: 65_536 });
  await create('no port', { Port: undefined });
  await create('no action', { Port: 84, DefaultActions: undefined });
  await create('wrong action', { Port: 85, DefaultActions: [{ Type: 'dance' }] });
  await create('HTTPS without certificate', { Port: 443, Protocol: 'HTTPS' });
  await create('fixed answer', {
    Port: 86,
    DefaultActions: [
      { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404', ContentType: 'text/plain' } },
    ],
  });
  await create('redirect', {
    Port: 87,
    DefaultActions: [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', StatusCode: 'HTTP_301' } }],
  });
  const describe = client.describeListeners.bind(client);
  await world.see('DescribeListeners', 'of a load balancer', describe({ LoadBalancerArn }));
  await world.see('DescribeListeners', 'one', describe({ ListenerArns: [ListenerArn] }));
  await world.see('DescribeListeners', 'no such one', describe({ ListenerArns: [NO_LISTENER] }));
  await world.see('DescribeListeners', 'of no load balancer', describe({ LoadBalancerArn: NO_BALANCER }));
  await world.see('DescribeListeners', 'of nothing', describe({}));
  const modify = client.modifyListener.bind(client);
  const weighted: Action = {
    Type: 'forward',
    ForwardConfig: { TargetGroups: [{ TargetGroupArn, Weight: 100 }] },
  };
  await world.see('ModifyListener', 'weights', modify({ ListenerArn, DefaultActions: [weighted] }));
  await world.see(
    'ModifyListener',
    'no such one',
    modify({ ListenerArn: NO_LISTENER, DefaultActions: [weighted] }),
  );
  const attributes = client.describeListenerAttributes.bind(client);
  await world.see('DescribeListenerAttributes', 'one', attributes({ ListenerArn }));
  await world.see('DescribeListenerAttributes', 'no such one', attributes({ ListenerArn: NO_LISTENER }));
  const set = (arn: string, Key: string, Value: string) =>
    client.modifyListenerAttributes({ ListenerArn: arn, Attributes: [{ Key, Value }] });
  const server = 'routing.http.response.server.enabled';
  await world.see('ModifyListenerAttributes', 'one', set(ListenerArn, server, 'false'));
  await world.see('ModifyListenerAttributes', 'no such one', set(NO_LISTENER, server, 'false'));
  await world.see('ModifyListenerAttributes', 'no such attribute', set(ListenerArn, 'other', 'false'));
  return ListenerArn;
}

async function rules(world: World, ListenerArn: string, blue: string, green: string): Promise<string> {
  const { elbv2: client } = world;
  const Actions = [
    {
      Type: 'forward',
      ForwardConfig: {
        TargetGroups: [
          { TargetGroupArn: blue, Weight: 0 },
          { TargetGroupArn: green, Weight: 100 },
        ],
      },
    },
  ];
  const Conditions = [{ Field: 'path-pattern', Values: ['/api/*'] }];
  const create = (name: string, change: object) =>
    world.see(
      'CreateRule',
      name,
      client.createRule({ ListenerArn, Priority: 10, Conditions, Actions, ...change } as never),
    );
  const created = await create('new', {});
  const RuleArn = created?.Rules?.[0]?.RuleArn ?? NO_RULE;
  await create('the same priority', {});
  await create('no such listener', { ListenerArn: NO_LISTENER, Priority: 11 });
  await create('priority 0', { Priority: 0 });
  await create('wrong condition', { Priority: 12, Conditions: [{ Field: 'colour', Values: ['blue'] }] });
  await create('no conditions', { Priority: 13, Conditions: undefined });
  await create('no actions', { Priority: 14, Actions: undefined });
  await create('no such target group', {
    Priority: 15,
    Actions: [{ Type: 'forward', TargetGroupArn: NO_GROUP }],
  });
  await create('a host', {
    Priority: 16,
    Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: ['shop.example.com'] } }],
  });
  const describe = client.describeRules.bind(client);
  await world.see('DescribeRules', 'of a listener', describe({ ListenerArn }));
  await world.see('DescribeRules', 'one', describe({ RuleArns: [RuleArn] }));
  await world.see('DescribeRules', 'no such one', describe({ RuleArns: [NO_RULE] }));
  await world.see('DescribeRules', 'of no listener', describe({ ListenerArn: NO_LISTENER }));
  await world.see('DescribeRules', 'of nothing', describe({}));
  await world.see(
    'ModifyRule',
    'actions',
    client.modifyRule({ RuleArn, Actions: [{ Type: 'forward', TargetGroupArn: blue }] }),
  );
  await world.see('ModifyRule', 'no such one', client.modifyRule({ RuleArn: NO_RULE, Conditions }));
  const order = (name: string, arn: string, Priority: number): Promise<unknown> =>
    world.see(
      'SetRulePriorities',
      name,
      client.setRulePriorities({ RulePriorities: [{ RuleArn: arn, Priority }] }),
    );
  await order('a free one', RuleArn, 20);
  await order('a taken one', RuleArn, 16);
  await order('no such rule', NO_RULE, 30);
  return RuleArn;
}

async function targets(world: World, blue: string, green: string): Promise<void> {
  const { elbv2: client } = world;
  const Targets = [{ Id: '172.31.0.10', Port: 8080 }];
  const register = client.registerTargets.bind(client);
  await world.see('RegisterTargets', 'one', register({ TargetGroupArn: blue, Targets }));
  await world.see('RegisterTargets', 'in no group', register({ TargetGroupArn: NO_GROUP, Targets }));
  await world.see('RegisterTargets', 'none', register({ TargetGroupArn: blue } as never));
  await world.see(
    'RegisterTargets',
    'no address',
    register({ TargetGroupArn: blue, Targets: [{ Id: 'web' }] }),
  );
  const health = client.describeTargetHealth.bind(client);
  await world.see('DescribeTargetHealth', 'all', health({ TargetGroupArn: blue }));
  await world.see('DescribeTargetHealth', 'of none', health({ TargetGroupArn: green }));
  await world.see('DescribeTargetHealth', 'in no group', health({ TargetGroupArn: NO_GROUP }));
  await world.see(
    'DescribeTargetHealth',
    'not registered',
    health({ TargetGroupArn: blue, Targets: [{ Id: '172.31.0.99', Port: 8080 }] }),
  );
  const remove = client.deregisterTargets.bind(client);
  await world.see('DeregisterTargets', 'one', remove({ TargetGroupArn: blue, Targets }));
  await world.see(
    'DeregisterTargets',
    'not registered',
    remove({ TargetGroupArn: green, Targets: [{ Id: '172.31.0.99', Port: 8080 }] }),
  );
  await world.see('DeregisterTargets', 'in no group', remove({ TargetGroupArn: NO_GROUP, Targets }));
}

async function tags(world: World, balancer: string): Promise<void> {
  const { elbv2: client } = world;
  const Tags = [{ Key: 'team', Value: 'shop' }];
  await world.see('AddTags', 'one', client.addTags({ ResourceArns: [balancer], Tags }));
  await world.see('AddTags', 'no such one', client.addTags({ ResourceArns: [NO_BALANCER], Tags }));
  await world.see('AddTags', 'twice', client.addTags({ ResourceArns: [balancer], Tags: [...Tags, ...Tags] }));
  await world.see('DescribeTags', 'one', client.describeTags({ ResourceArns: [balancer] }));
  await world.see('DescribeTags', 'no such one', client.describeTags({ ResourceArns: [NO_BALANCER] }));
  const keys = { TagKeys: ['team'] };
  await world.see('RemoveTags', 'one', client.removeTags({ ResourceArns: [balancer], ...keys }));
  await world.see('RemoveTags', 'no such one', client.removeTags({ ResourceArns: [NO_BALANCER], ...keys }));
}
