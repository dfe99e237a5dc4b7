import type { DeleteListenerInput } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { LoadBalancing } from './load-balancing.ts';

export function deleteListener(elb: LoadBalancing, input: DeleteListenerInput): object {
  const listener = elb.listener(input.ListenerArn);
  elb.loadBalancer(listener.host.arn).listeners.delete(listener.arn);
  elb.tags.delete(listener.arn);
  void listener.close();
  elb.settleUse();
  return {};
}
