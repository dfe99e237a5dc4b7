import { ConfigurationError } from './errors.ts';

/**
 * The proxy of this process, in the form that Node's agents take. Loopback addresses are never asked for through it.
 */
export type ProxySettings = {
  readonly HTTP_PROXY?: string;
  readonly HTTPS_PROXY?: string;
  readonly NO_PROXY: string;
};

/** The proxy as inputs name it; they win over the environment. */
export interface ProxyInputs {
  readonly 'http-proxy'?: string | undefined;
  readonly 'no-proxy'?: string | undefined;
}

/** Addresses of this machine: a proxy elsewhere could not reach them. */
const LOOPBACK = ['localhost', '127.0.0.0-127.255.255.255', '::1'];

/**
 * Reads the proxy from inputs and environment; undefined when there is none. Lower case wins, as in Node and curl.
 * @throws ConfigurationError when an address can't be that of a proxy; its password is not repeated
 */
export function proxySettings(
  given: ProxyInputs,
  env: Readonly<Record<string, string | undefined>>,
): ProxySettings | undefined {
  const find = (name: string): readonly [string, string] | undefined =>
    [name.toLowerCase(), name]
      .map((one): readonly [string, string] => [one, env[one]?.trim() ?? ''])
      .find(([, value]) => value !== '');
  const input = given['http-proxy'];
  const own: readonly [string, string] | undefined =
    input === undefined ? undefined : ['Input http-proxy', input];
  const plain = own ?? find('HTTP_PROXY');
  const secure = own ?? find('HTTPS_PROXY');
  if (plain === undefined && secure === undefined) return undefined;
  const except = given['no-proxy'] ?? find('NO_PROXY')?.[1] ?? '';
  return {
    ...(plain === undefined ? {} : { HTTP_PROXY: checked(plain) }),
    ...(secure === undefined ? {} : { HTTPS_PROXY: checked(secure) }),
    NO_PROXY: [
      ...except
        .split(/[\s,]+/)
        .filter(Boolean)
        .flatMap(nodeForms),
      ...LOOPBACK,
    ].join(','),
  };
}

/**
 * An entry of NO_PROXY in the forms that Node's agents know. curl and Go take `example.com` for its subdomains too, and
 * networks as CIDR; Node knows the host alone, and ranges of IPv4 addresses.
 */
function nodeForms(entry: string): readonly string[] {
  const [, address = '', bits = ''] = /^(\d+\.\d+\.\d+\.\d+)\/(\d\d?)$/.exec(entry) ?? [];
  const range = address === '' ? undefined : rangeOf(address, Number(bits));
  if (range !== undefined) return [range];
  const bracketed = /^\[([\da-f:.]+)\]$/i.exec(entry)?.[1];
  if (bracketed !== undefined) return [bracketed];
  return /^[a-z\d_-]+(\.[a-z\d_-]+)*$/i.test(entry) && !/^[\d.]+(-[\d.]+)?$/.test(entry)
    ? [entry, `.${entry}`]
    : [entry];
}

/** `10.0.0.0-10.255.255.255` for `10.0.0.0/8`; undefined when it is no network. */
function rangeOf(address: string, bits: number): string | undefined {
  const parts = address.split('.').map(Number);
  if (bits > 32 || parts.some((part) => part > 255)) return undefined;
  const size = 2 ** (32 - bits);
  const value = parts.reduce((total, part) => total * 256 + part, 0);
  const first = value - (value % size);
  return `${dotted(first)}-${dotted(first + size - 1)}`;
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

/** Host and port of the proxy for an address, for messages; undefined when it is reached without one. */
export function proxyHost(settings: ProxySettings | undefined, protocol: string): string | undefined {
  const address = protocol === 'https:' ? settings?.HTTPS_PROXY : settings?.HTTP_PROXY;
  return address === undefined ? undefined : new URL(address).host;
}

function checked([origin, value]: readonly [string, string]): string {
  // `proxy:3128` is what many write, and what curl takes.
  const text = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    throw new ConfigurationError({
      what: `${origin} is not the address of an HTTP proxy${url === undefined ? '' : ` (its scheme is ${url.protocol.slice(0, -1)})`}.`,
      fix: 'Write it like http://proxy.example.com:3128.',
    });
  }
  return url.href;
}
