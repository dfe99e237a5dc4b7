import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** An API request and its response as they went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  /** `X-Amz-Target`; empty for Query services. */
  readonly target: string;
  readonly contentType: string;
  /** Names the SDK that asked, if one did. */
  readonly userAgent: string;
  readonly request: string;
  readonly status: number;
  readonly response: string;
  /** True when the response is a fault that was asked for, so not what the simulator makes of the request. */
  readonly injected: boolean;
}

/** Channel of `node:diagnostics_channel` with every exchange of the simulators of this process. */
export const EXCHANGES = 'cutover.simulator.exchange';

const exchanges = channel(EXCHANGES);
const injected = new WeakSet<ServerResponse>();

/** Tells the subscribers, if there are any, of this exchange once it is answered. */
export function observe(request: IncomingMessage, body: string, response: ServerResponse): void {
  if (!exchanges.hasSubscribers) return;
  const end = response.end.bind(response) as (text?: string) => ServerResponse;
  response.end = ((text?: string) => {
    exchanges.publish({
      method: request.method ?? '',
      url: request.url ?? '',
      target: String(request.headers['x-amz-target'] ?? ''),
      contentType: request.headers['content-type'] ?? '',
      userAgent: request.headers['user-agent'] ?? '',
      request: body,
      status: response.statusCode,
      response: text ?? '',
      injected: injected.has(response),
    } satisfies Exchange);
    return end(text);
  }) as typeof response.end;
}

/** Marks a response as a fault that was asked for. */
export function markInjected(response: ServerResponse): void {
  injected.add(response);
}
