import type {
  CreateListenerCommandOutput,
  CreateLoadBalancerCommandOutput,
  CreateRuleCommandOutput,
  CreateTargetGroupCommandOutput,
  DescribeListenersCommandOutput,
  DescribeLoadBalancersCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { tagChanges } from './api-names.ts';
import { type Properties, type ResourceContext, ResourceFailure, type ResourceHandler } from './handler.ts';

const ELB = 'elasticloadbalancing';
const POLL_MS = 5000;
const PROVISIONING_MS = 30 * 60 * 1000;
const MAX_NAME = 32;

function without(properties: Properties, ...names: string[]): object {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}

function differs(name: string, properties: Properties, previous: Properties): boolean {
  return JSON.stringify(properties[name]) !== JSON.stringify(previous[name]);
}

async function retag(
  { sim }: ResourceContext,
  arn: string,
  properties: Properties,
  previous: Properties,
): Promise<void> {
  const { set, removed } = tagChanges(properties['Tags'], previous['Tags']);
  if (set.length > 0) await sim.call(ELB, 'AddTags', { ResourceArns: [arn], Tags: set });
  if (removed.length > 0) await sim.call(ELB, 'RemoveTags', { ResourceArns: [arn], TagKeys: removed });
}

/** AWS::ElasticLoadBalancingV2::LoadBalancer: Ref is the ARN; ready once its state is active. */
export const loadBalancer: ResourceHandler = {
  create: async ({ sim, physicalName, created, sleep }, properties) => {
    const made = await sim.call<CreateLoadBalancerCommandOutput>(ELB, 'CreateLoadBalancer', {
      Name: physicalName(MAX_NAME),
      ...without(properties, 'LoadBalancerAttributes'),
    });
    const arn = made.LoadBalancers?.[0]?.LoadBalancerArn ?? '';
    created(arn);
    await attributes(sim, arn, properties);
    for (
      const deadline = sim.clock.now() + PROVISIONING_MS;
      sim.clock.now() < deadline;
      await sleep(POLL_MS)
    ) {
      const { LoadBalancers: [found] = [] } = await sim.call<DescribeLoadBalancersCommandOutput>(
        ELB,
        'DescribeLoadBalancers',
        { LoadBalancerArns: [arn] },
      );
      if (found?.State?.Code === 'provisioning') continue;
      return {
        physicalId: arn,
        attributes: {
          LoadBalancerArn: arn,
          LoadBalancerName: found?.LoadBalancerName,
          LoadBalancerFullName: arn.split(':loadbalancer/')[1],
          DNSName: () => sim.service(ELB).lookup?.('dns-name', arn) ?? found?.DNSName,
          CanonicalHostedZoneID: found?.CanonicalHostedZoneId,
        },
      };
    }
    throw new ResourceFailure('Exceeded attempts to wait');
  },
  update: async (context, arn, properties, previous) => {
    const { sim } = context;
    if (differs('LoadBalancerAttributes', properties, previous)) await attributes(sim, arn, properties);
    if (differs('SecurityGroups', properties, previous)) {
      const SecurityGroups = properties['SecurityGroups'];
      await sim.call(ELB, 'SetSecurityGroups', { LoadBalancerArn: arn, SecurityGroups });
    }
    if (differs('Subnets', properties, previous)) {
      await sim.call(ELB, 'SetSubnets', { LoadBalancerArn: arn, Subnets: properties['Subnets'] });
    }
    await retag(context, arn, properties, previous);
  },
  delete: async ({ sim }, arn) => {
    await sim.call(ELB, 'DeleteLoadBalancer', { LoadBalancerArn: arn });
  },
};

async function attributes(sim: ResourceContext['sim'], arn: string, properties: Properties): Promise<void> {
  const Attributes = properties['LoadBalancerAttributes'];
  if (Attributes === undefined) return;
  await sim.call(ELB, 'ModifyLoadBalancerAttributes', { LoadBalancerArn: arn, Attributes });
}

/** AWS::ElasticLoadBalancingV2::TargetGroup: Ref is the ARN. */
export const targetGroup: ResourceHandler = {
  create: async ({ sim, physicalName, created }, properties) => {
    const made = await sim.call<CreateTargetGroupCommandOutput>(ELB, 'CreateTargetGroup', {
      Name: physicalName(MAX_NAME),
      ...without(properties, 'TargetGroupAttributes', 'Targets'),
    });
    const [group] = made.TargetGroups ?? [];
    const arn = group?.TargetGroupArn ?? '';
    created(arn);
    const { TargetGroupAttributes, Targets } = properties;
    if (TargetGroupAttributes !== undefined) {
      await sim.call(ELB, 'ModifyTargetGroupAttributes', {
        TargetGroupArn: arn,
        Attributes: TargetGroupAttributes,
      });
    }
    if (Targets !== undefined) await sim.call(ELB, 'RegisterTargets', { TargetGroupArn: arn, Targets });
    return {
      physicalId: arn,
      attributes: {
        TargetGroupArn: arn,
        TargetGroupName: group?.TargetGroupName,
        TargetGroupFullName: arn.slice(arn.indexOf('targetgroup/')),
        LoadBalancerArns: [],
      },
    };
  },
  update: async (context, arn, properties, previous) => {
    const { sim } = context;
    const changed = Object.entries(properties).filter(
      ([name]) =>
        (name.startsWith('Health') || name.startsWith('Unhealthy') || name === 'Matcher') &&
        differs(name, properties, previous),
    );
    if (changed.length > 0) {
      await sim.call(ELB, 'ModifyTargetGroup', { TargetGroupArn: arn, ...Object.fromEntries(changed) });
    }
    if (differs('TargetGroupAttributes', properties, previous)) {
      const Attributes = properties['TargetGroupAttributes'] ?? [];
      await sim.call(ELB, 'ModifyTargetGroupAttributes', { TargetGroupArn: arn, Attributes });
    }
    await retag(context, arn, properties, previous);
  },
  delete: async ({ sim }, arn) => {
    await sim.call(ELB, 'DeleteTargetGroup', { TargetGroupArn: arn });
  },
};

/** AWS::ElasticLoadBalancingV2::Listener: an update sends the template's DefaultActions again, whatever is live. */
export const listener: ResourceHandler = {
  create: async ({ sim }, properties) => {
    const made = await sim.call<CreateListenerCommandOutput>(
      ELB,
      'CreateListener',
      without(properties, 'ListenerAttributes'),
    );
    const arn = made.Listeners?.[0]?.ListenerArn ?? '';
    return { physicalId: arn, attributes: { ListenerArn: arn } };
  },
  update: async ({ sim }, arn, properties) => {
    await sim.call(ELB, 'ModifyListener', {
      ListenerArn: arn,
      ...without(properties, 'ListenerAttributes', 'LoadBalancerArn', 'Tags'),
    });
  },
  delete: async ({ sim }, arn) => {
    await sim.call(ELB, 'DeleteListener', { ListenerArn: arn });
  },
  read: async (sim, _type, arn) => {
    const { Listeners = [] } = await sim.call<DescribeListenersCommandOutput>(ELB, 'DescribeListeners', {
      ListenerArns: [arn],
    });
    const [found] = Listeners;
    if (found === undefined) return undefined;
    const { DefaultActions, Port, Protocol, SslPolicy } = found;
    return { DefaultActions, Port, Protocol, ...(SslPolicy === undefined ? {} : { SslPolicy }) };
  },
};

/** AWS::ElasticLoadBalancingV2::ListenerRule */
export const listenerRule: ResourceHandler = {
  create: async ({ sim }, properties) => {
    const made = await sim.call<CreateRuleCommandOutput>(ELB, 'CreateRule', properties);
    const arn = made.Rules?.[0]?.RuleArn ?? '';
    return { physicalId: arn, attributes: { RuleArn: arn, IsDefault: false } };
  },
  update: async (context, arn, properties, previous) => {
    if (differs('Priority', properties, previous)) {
      await context.sim.call(ELB, 'SetRulePriorities', {
        RulePriorities: [{ RuleArn: arn, Priority: properties['Priority'] }],
      });
    }
    if (differs('Actions', properties, previous) || differs('Conditions', properties, previous)) {
      await context.sim.call(ELB, 'ModifyRule', {
        RuleArn: arn,
        Actions: properties['Actions'],
        Conditions: properties['Conditions'],
      });
    }
    await retag(context, arn, properties, previous);
  },
  delete: async ({ sim }, arn) => {
    await sim.call(ELB, 'DeleteRule', { RuleArn: arn });
  },
};
