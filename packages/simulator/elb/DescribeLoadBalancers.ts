import type {
  DescribeLoadBalancersInput,
  DescribeLoadBalancersOutput,
  LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { list } from './form.ts';
import type { LoadBalancerRecord, LoadBalancing } from './load-balancing.ts';

/** AWS time until a new load balancer is `active`; its listeners answer at once. Assumption: AWS takes two to three minutes. */
const PROVISIONING_MS = 120_000;

export function describeLoadBalancers(
  elb: LoadBalancing,
  input: DescribeLoadBalancersInput,
): DescribeLoadBalancersOutput {
  const arns = list<string>(input.LoadBalancerArns);
  const names = list<string>(input.Names);
  let found = [...elb.loadBalancers.values()];
  if (arns.length > 0) found = arns.map((arn) => elb.loadBalancer(arn));
  if (names.length > 0) {
    const missing = names.filter((name) => !found.some((one) => one.name === name));
    if (missing.length > 0) {
      throw new ApiError('LoadBalancerNotFound', `Load balancers '[${missing.join(', ')}]' not found`);
    }
    found = found.filter((one) => names.includes(one.name));
  }
  return { LoadBalancers: found.map((one) => describeLoadBalancer(elb, one)) };
}

export function describeLoadBalancer(elb: LoadBalancing, one: LoadBalancerRecord): LoadBalancer {
  const active = elb.sim.clock.now() - one.createdAt.getTime() >= PROVISIONING_MS;
  return {
    LoadBalancerArn: one.arn,
    DNSName: dnsName(one),
    CanonicalHostedZoneId: 'Z35SXDOTRQ7X7K',
    CreatedTime: one.createdAt,
    LoadBalancerName: one.name,
    Scheme: one.scheme as LoadBalancer['Scheme'],
    VpcId: one.vpcId,
    State: { Code: active ? 'active' : 'provisioning' },
    Type: one.type as LoadBalancer['Type'],
    AvailabilityZones: one.subnets.map((subnet, index) => ({
      ZoneName: `${elb.sim.region}${'abcdef'[index % 6] ?? 'a'}`,
      SubnetId: subnet,
      LoadBalancerAddresses: [],
    })),
    SecurityGroups: [...one.securityGroups],
    IpAddressType: one.ipAddressType as LoadBalancer['IpAddressType'],
  };
}

/**
 * The loopback address, so that `http://<DNSName>:<port>` reaches a listener without name resolution. When another program
 * answers on a listener's port, a name that nobody can resolve: a client must never take that program for the listener.
 */
export function dnsName({ listeners }: LoadBalancerRecord): string {
  const taken = [...listeners.values()].find(({ portIsForeign }) => portIsForeign);
  return taken === undefined ? '127.0.0.1' : `another-program-has-port-${taken.port}.invalid`;
}
