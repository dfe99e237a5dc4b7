import { ConfigurationError } from '@cutover/domain/errors';
import type { ProxySettings } from '@cutover/domain/proxy';

/**
 * Refuses a Node.js whose agents know nothing of proxies: it would go past the proxy without a word.
 * @param version as in `process.versions.node`
 */
export function requireProxySupport(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21)) return;
  throw new ConfigurationError({
    what: `A proxy is set, and Node.js ${version} of this runner can't use one.`,
    fix: 'Update the runner: Node.js 24.5 or later is needed. Without a proxy remove http-proxy and HTTPS_PROXY.',
  });
}

/** Lets what reads the environment (the client of GitHub, Docker, commands of the user) know a proxy that came as an input. */
export function exportProxy(
  { HTTP_PROXY, HTTPS_PROXY, NO_PROXY }: ProxySettings,
  given: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): void {
  if ((given['http-proxy'] ?? '').trim() === '') return;
  for (const [name, value] of Object.entries({ HTTP_PROXY, HTTPS_PROXY })) {
    if (value === undefined) continue;
    env[name] = value;
    env[name.toLowerCase()] = value;
  }
  env['NO_PROXY'] = NO_PROXY;
  env['no_proxy'] = NO_PROXY;
}
