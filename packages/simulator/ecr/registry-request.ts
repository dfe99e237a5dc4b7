import type { IncomingMessage, ServerResponse } from 'node:http';
import { OciError } from './oci-error.ts';
import type { Registry } from './registry.ts';

/** One request of the registry protocol. */
export interface RegistryRequest {
  readonly registry: Registry;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly method: string;
}

export function unsupported(method: string, what: string): OciError {
  return new OciError('UNSUPPORTED', `${method} is not supported on ${what}`, 405);
}
