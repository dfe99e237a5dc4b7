import { ConfigurationError } from '@cutover/domain/errors';
import type { Entrance } from '@cutover/domain/target/target-verdict';
import type { World } from '../world.ts';

/**
 * Where requests of the entrances' first listener are sent: `https://DNS-NAME:443`.
 * @throws ConfigurationError when there is no listener, or the load balancer is out of the runner's reach
 */
export async function addressOf(aws: World['aws'], entrances: readonly Entrance[]): Promise<string> {
  const [listener] = entrances.flatMap(({ listeners }) => listeners);
  const balancer =
    listener === undefined ? undefined : await aws.loadBalancing.loadBalancer(listener.loadBalancerArn);
  if (listener === undefined || balancer === undefined) {
    throw new ConfigurationError({
      what: 'Input path was given, but no url that it belongs to, and no listener has an address.',
      fix: 'Give url: http(s)://HOST, or stack: with an output ServiceUrl.',
    });
  }
  const secure = listener.protocol === 'HTTPS' || listener.protocol === 'TLS';
  return `${secure ? 'https' : 'http'}://${balancer.dnsName}:${listener.port}`;
}
