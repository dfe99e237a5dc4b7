import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Listener } from '@cutover/domain/target/listener';
import type { World } from '../world.ts';

/**
 * Where the replacement answers before the shift: the stack's test address, else that of the test listener.
 * @param needed without it a missing permission is no reason to fail
 */
export async function testAddress(
  { aws, progress }: World,
  environment: Environment,
  listener: Listener | undefined,
  needed: boolean,
): Promise<string | undefined> {
  if (environment.testUrl !== undefined) return environment.testUrl;
  if (listener === undefined) return undefined;
  try {
    const balancer = await aws.loadBalancing.loadBalancer(listener.loadBalancerArn);
    if (balancer === undefined) {
      if (!needed) return undefined;
      throw new ConfigurationError({
        what: `The load balancer ${listener.loadBalancerArn} of the test listener does not exist, so gate: http has no address to ask.`,
        fix: 'Set gate-url, or a test listener of a load balancer that exists.',
      });
    }
    const protocol = /^(HTTPS|TLS)$/.test(listener.protocol) ? 'https' : 'http';
    return `${protocol}://${balancer.dnsName}:${listener.port}`;
  } catch (error) {
    if (needed || !(error instanceof ConfigurationError)) throw error;
    progress.report({
      type: 'warning',
      what: `The test listener's address is not known: ${error.message}`,
      fix: error.fix,
    });
    return undefined;
  }
}
