import type { Connection } from './connection.ts';
import { RequestHandler, type Limits } from './request-handler.ts';
import { retryStrategy, type RetryStrategy } from './retry-strategy.ts';
import type { KeysProvider } from './keys.ts';

/** Options that every SDK client of the suite is made with. */
export interface ClientOptions {
  readonly region: string;
  readonly connection: Connection;
  readonly retryStrategy: RetryStrategy;
  readonly requestHandler: RequestHandler;
  readonly customUserAgent: [string, string][];
  /** Without it the SDK finds credentials as it always does: environment, profile, container, instance. */
  readonly credentials?: KeysProvider | { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Makes the next call ask for new credentials; given when they can be renewed. */
  readonly expire?: () => void;
}

export function clientOptions(region: string, connection: Connection, limits?: Limits): ClientOptions {
  return {
    region,
    connection,
    retryStrategy: retryStrategy(connection),
    requestHandler: new RequestHandler(connection, limits),
    customUserAgent: [['cutover', '0.1.0']],
  };
}

/** The same options for calls that the SDK must not repeat. */
export function once(options: ClientOptions): ClientOptions {
  return { ...options, retryStrategy: retryStrategy(options.connection, 1) };
}
