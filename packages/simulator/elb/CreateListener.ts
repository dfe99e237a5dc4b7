import type { CreateListenerInput, CreateListenerOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { describeListener } from './DescribeListeners.ts';
import { integer, invalid, list } from './form.ts';
import { Listener } from './listener.ts';
import type { LoadBalancing } from './load-balancing.ts';

/** Resolves once the listener answers. */
export async function createListener(
  elb: LoadBalancing,
  input: CreateListenerInput,
): Promise<CreateListenerOutput> {
  const loadBalancer = elb.loadBalancer(input.LoadBalancerArn);
  const protocol = input.Protocol ?? (loadBalancer.type === 'network' ? 'TCP' : 'HTTP');
  const port = integer('port', input.Port, 1, 65_535);
  if (port === undefined) throw invalid('A listener port must be specified');
  if (list(input.DefaultActions).length === 0) throw invalid('A default action must be specified');
  if ([...loadBalancer.listeners.values()].some((one) => one.port === port)) {
    throw new ApiError('DuplicateListener', 'A listener already exists on this port for this load balancer');
  }
  if (protocol === 'HTTPS' && list(input.Certificates).length === 0) {
    throw new ApiError('CertificateNotFound', 'A certificate must be specified for HTTPS listeners');
  }
  const actions = elb.actions(loadBalancer.arn, input.DefaultActions);
  const arn = elb.arn(
    loadBalancer.arn
      .slice(loadBalancer.arn.indexOf(':loadbalancer/') + 1)
      .replace('loadbalancer', 'listener'),
  );
  const listener = new Listener(arn, ruleArn(elb, arn), elb.host(loadBalancer), protocol, port, actions);
  listener.certificates = [...list(input.Certificates)];
  listener.sslPolicy = input.SslPolicy ?? (protocol === 'HTTPS' ? 'ELBSecurityPolicy-2016-08' : undefined);
  loadBalancer.listeners.set(arn, listener);
  elb.tag(arn, input.Tags);
  elb.settleUse();
  await listener.open();
  return { Listeners: [describeListener(listener)] };
}

/** The ARN of a new rule of the listener. */
export function ruleArn(elb: LoadBalancing, listenerArn: string): string {
  return elb.arn(
    listenerArn.slice(listenerArn.indexOf(':listener/') + 1).replace('listener', 'listener-rule'),
  );
}
