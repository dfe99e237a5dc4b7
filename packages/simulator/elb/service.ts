import type { Operation, QueryService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { addTags } from './AddTags.ts';
import { createListener } from './CreateListener.ts';
import { createLoadBalancer } from './CreateLoadBalancer.ts';
import { createRule } from './CreateRule.ts';
import { createTargetGroup } from './CreateTargetGroup.ts';
import { deleteListener } from './DeleteListener.ts';
import { deleteLoadBalancer } from './DeleteLoadBalancer.ts';
import { deleteRule } from './DeleteRule.ts';
import { deleteTargetGroup } from './DeleteTargetGroup.ts';
import { deregisterTargets } from './DeregisterTargets.ts';
import { describeListeners } from './DescribeListeners.ts';
import { describeLoadBalancerAttributes } from './DescribeLoadBalancerAttributes.ts';
import { describeLoadBalancers, dnsName } from './DescribeLoadBalancers.ts';
import { describeRules } from './DescribeRules.ts';
import { describeTags } from './DescribeTags.ts';
import { describeTargetGroupAttributes } from './DescribeTargetGroupAttributes.ts';
import { describeTargetGroups } from './DescribeTargetGroups.ts';
import { describeTargetHealth } from './DescribeTargetHealth.ts';
import { describeListenerAttributes, modifyListenerAttributes } from './listener-attributes.ts';
import { modifyListener } from './ModifyListener.ts';
import { modifyLoadBalancerAttributes } from './ModifyLoadBalancerAttributes.ts';
import { modifyRule } from './ModifyRule.ts';
import { modifyTargetGroup } from './ModifyTargetGroup.ts';
import { modifyTargetGroupAttributes } from './ModifyTargetGroupAttributes.ts';
import { registerTargets } from './RegisterTargets.ts';
import { removeTags } from './RemoveTags.ts';
import { setRulePriorities } from './SetRulePriorities.ts';
import { setSecurityGroups } from './SetSecurityGroups.ts';
import { setSubnets } from './SetSubnets.ts';
import { LoadBalancing } from './load-balancing.ts';

/** Elastic Load Balancing v2: the API, and load balancers that really pass HTTP requests to targets. */
export function createElb(sim: Simulator): QueryService {
  const elb = new LoadBalancing(sim);
  // eslint-disable-next-line typescript/no-explicit-any -- each operation has its own input type
  const bind = (run: (elb: LoadBalancing, input: any) => object | Promise<object>): Operation => {
    return (input) => run(elb, input);
  };
  return {
    name: 'elasticloadbalancing',
    protocol: 'query',
    version: '2015-12-01',
    xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
    operations: {
      CreateLoadBalancer: bind(createLoadBalancer),
      DescribeLoadBalancers: bind(describeLoadBalancers),
      DeleteLoadBalancer: bind(deleteLoadBalancer),
      ModifyLoadBalancerAttributes: bind(modifyLoadBalancerAttributes),
      DescribeLoadBalancerAttributes: bind(describeLoadBalancerAttributes),
      CreateTargetGroup: bind(createTargetGroup),
      DescribeTargetGroups: bind(describeTargetGroups),
      ModifyTargetGroup: bind(modifyTargetGroup),
      DeleteTargetGroup: bind(deleteTargetGroup),
      ModifyTargetGroupAttributes: bind(modifyTargetGroupAttributes),
      DescribeTargetGroupAttributes: bind(describeTargetGroupAttributes),
      CreateListener: bind(createListener),
      DescribeListeners: bind(describeListeners),
      DescribeListenerAttributes: bind(describeListenerAttributes),
      ModifyListenerAttributes: bind(modifyListenerAttributes),
      ModifyListener: bind(modifyListener),
      DeleteListener: bind(deleteListener),
      CreateRule: bind(createRule),
      DescribeRules: bind(describeRules),
      ModifyRule: bind(modifyRule),
      DeleteRule: bind(deleteRule),
      RegisterTargets: bind(registerTargets),
      DeregisterTargets: bind(deregisterTargets),
      DescribeTargetHealth: bind(describeTargetHealth),
      AddTags: bind(addTags),
      DescribeTags: bind(describeTags),
      SetSubnets: bind(setSubnets),
      SetSecurityGroups: bind(setSecurityGroups),
      SetRulePriorities: bind(setRulePriorities),
      RemoveTags: bind(removeTags),
    },
    lookup: (_what, arn) => {
      const found = elb.loadBalancers.get(arn);
      return found === undefined ? undefined : dnsName(found);
    },
    snapshot: () => elb.snapshot(),
    stop: () => elb.stop(),
  };
}
