import { lookup } from 'node:dns/promises';
import type { Agent } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { ProxySettings } from '@cutover/domain/proxy';

/** How a probe gets to its address. */
export interface ProbeRoute {
  readonly agent: Agent | false;
  /** Whether the answer may come by way of the proxy: one that is out of order answers by itself. */
  readonly proxied: boolean;
}

const DIRECT: ProbeRoute = { agent: false, proxied: false };

/** Addresses of this machine and of private networks: the load balancer is near, and a proxy is on the way out. */
const NEAR = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  NEAR.addSubnet(network, bits);
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  NEAR.addSubnet(network, bits, 'ipv6');

/**
 * Chooses between the proxy and the direct way: hosts of NO_PROXY and private addresses are asked directly, by whatever
 * name they have.
 */
export async function routeTo(url: URL, proxy: ProxySettings | undefined): Promise<ProbeRoute> {
  if (proxy === undefined) return DIRECT;
  const secure = url.protocol === 'https:';
  if ((secure ? proxy.HTTPS_PROXY : proxy.HTTP_PROXY) === undefined) return DIRECT;
  if (await isNear(url.hostname.replaceAll(/^\[|\]$/g, ''))) return DIRECT;
  const options = { keepAlive: false, proxyEnv: proxy };
  // Importing node:http makes Node load its whole fetch: not before there is something to ask.
  const http = secure ? await import('node:https') : await import('node:http');
  return { agent: new http.Agent(options), proxied: true };
}

async function isNear(host: string): Promise<boolean> {
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  try {
    const addresses = isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host }];
    return addresses.every(({ address }) => NEAR.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'));
  } catch {
    // The proxy may know names that this runner does not.
    return false;
  }
}
