import type { ModifyListenerInput, ModifyListenerOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { describeListener } from './DescribeListeners.ts';
import { integer, list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

/** New actions hold from the next request on; requests in flight finish where they are. */
export async function modifyListener(
  elb: LoadBalancing,
  input: ModifyListenerInput,
): Promise<ModifyListenerOutput> {
  const listener = elb.listener(input.ListenerArn);
  const { listeners } = elb.loadBalancer(listener.host.arn);
  const port = integer('port', input.Port, 1, 65_535) ?? listener.port;
  if ([...listeners.values()].some((one) => one !== listener && one.port === port)) {
    throw new ApiError('DuplicateListener', 'A listener already exists on this port for this load balancer');
  }
  if (list(input.DefaultActions).length > 0) {
    listener.defaultActions = elb.actions(listener.host.arn, input.DefaultActions);
  }
  listener.protocol = input.Protocol ?? listener.protocol;
  listener.sslPolicy = input.SslPolicy ?? listener.sslPolicy;
  if (list(input.Certificates).length > 0) listener.certificates = [...list(input.Certificates)];
  elb.settleUse();
  if (port !== listener.port) {
    void listener.close();
    listener.port = port;
    await listener.open();
  }
  return { Listeners: [describeListener(listener)] };
}
