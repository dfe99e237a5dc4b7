import type {
  DescribeListenersInput,
  DescribeListenersOutput,
  Listener as ListenerDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { invalid, list } from './form.ts';
import type { Listener } from './listener.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function describeListeners(
  elb: LoadBalancing,
  input: DescribeListenersInput,
): DescribeListenersOutput {
  const arns = list<string>(input.ListenerArns);
  if (arns.length === 0 && input.LoadBalancerArn === undefined) {
    throw invalid('Either listener ARNs or a load balancer ARN must be specified');
  }
  const found =
    arns.length > 0
      ? arns.map((arn) => elb.listener(arn))
      : [...elb.loadBalancer(input.LoadBalancerArn).listeners.values()];
  return { Listeners: found.map(describeListener) };
}

export function describeListener(listener: Listener): ListenerDescription {
  return {
    ListenerArn: listener.arn,
    LoadBalancerArn: listener.host.arn,
    Port: listener.port,
    Protocol: listener.protocol as ListenerDescription['Protocol'],
    ...(listener.certificates.length > 0 ? { Certificates: [...listener.certificates] } : {}),
    ...(listener.sslPolicy === undefined ? {} : { SslPolicy: listener.sslPolicy }),
    DefaultActions: [...listener.defaultActions],
  };
}
