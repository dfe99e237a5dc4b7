import type { KeysProvider } from './web-identity.ts';

/** Options that every SDK client of the suite is made with. */
export interface ClientOptions {
  readonly region: string;
  /** Attempts in total; the SDK's default of 3 gives up within a second. */
  readonly maxAttempts: number;
  readonly retryMode: 'standard';
  readonly customUserAgent: [string, string][];
  readonly requestHandler: {
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    readonly throwOnRequestTimeout: true;
  };
  /** Without it the SDK finds credentials as it always does: environment, profile, container, instance. */
  readonly credentials?: KeysProvider | { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/**
 * Without them the SDK waits for ever on a connection that a firewall or a NAT gateway dropped without a word. In
 * milliseconds, for each attempt; no call of the suite takes seconds.
 */
const CONNECT_MS = 10_000;
const ANSWER_MS = 60_000;

export function clientOptions(region: string, maxAttempts = 8): ClientOptions {
  return {
    region,
    maxAttempts,
    retryMode: 'standard',
    customUserAgent: [['cutover', '0.1.0']],
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: ANSWER_MS,
      throwOnRequestTimeout: true,
    },
  };
}
