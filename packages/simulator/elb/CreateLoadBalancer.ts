import type {
  CreateLoadBalancerInput,
  CreateLoadBalancerOutput,
  SubnetMapping,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { describeLoadBalancer } from './DescribeLoadBalancers.ts';
import { invalid, list, required } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

const KINDS: Readonly<Record<string, string>> = { application: 'app', network: 'net', gateway: 'gwy' };

/** Idempotent by name: the same settings give back the load balancer that exists. */
export function createLoadBalancer(
  elb: LoadBalancing,
  input: CreateLoadBalancerInput,
): CreateLoadBalancerOutput {
  const name = required('Name', input.Name);
  if (!/^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/.test(name)) {
    throw invalid(`The load balancer name '${name}' must have 1 to 32 letters, digits and inner hyphens`);
  }
  const type = input.Type ?? 'application';
  const scheme = input.Scheme ?? 'internet-facing';
  const kind = KINDS[type];
  if (kind === undefined) throw invalid(`The load balancer type '${type}' is not valid`);
  const mapped = list<SubnetMapping>(input.SubnetMappings).map(({ SubnetId }) => SubnetId ?? '');
  const subnets = [...list<string>(input.Subnets), ...mapped];
  if (type === 'application' && subnets.length < 2) {
    throw invalid('At least two subnets in two different Availability Zones must be specified');
  }
  for (const known of elb.loadBalancers.values()) {
    if (known.name !== name) continue;
    if (known.type !== type || known.scheme !== scheme) {
      throw new ApiError(
        'DuplicateLoadBalancerName',
        `A load balancer with the same name '${name}' exists, but with different settings`,
      );
    }
    return { LoadBalancers: [describeLoadBalancer(elb, known)] };
  }
  const arn = elb.arn(`loadbalancer/${kind}/${name}`);
  const created = {
    arn,
    name,
    type,
    scheme,
    ipAddressType: input.IpAddressType ?? 'ipv4',
    // Assumption: subnets are not modelled, so every load balancer lies in the same network.
    vpcId: 'vpc-0simulator0000000',
    subnets,
    securityGroups: [...list<string>(input.SecurityGroups)],
    createdAt: elb.sim.clock.date(),
    attributes: new Map([
      ['deletion_protection.enabled', 'false'],
      ['access_logs.s3.enabled', 'false'],
      ['access_logs.s3.bucket', ''],
      ['access_logs.s3.prefix', ''],
      ['idle_timeout.timeout_seconds', '60'],
      ['routing.http2.enabled', 'true'],
      ['routing.http.drop_invalid_header_fields.enabled', 'false'],
      ['routing.http.desync_mitigation_mode', 'defensive'],
    ]),
    listeners: new Map(),
  };
  elb.loadBalancers.set(arn, created);
  elb.tag(arn, input.Tags);
  return { LoadBalancers: [describeLoadBalancer(elb, created)] };
}
