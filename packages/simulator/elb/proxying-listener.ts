import type { IncomingMessage } from 'node:http';
import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Address } from '../kernel/network.ts';
import type { TargetGroup } from './target-group.ts';

/** A listener's view of its load balancer. */
export interface ListenerHost {
  readonly name: string;
  readonly arn: string;
  /** Wall-clock milliseconds that a target may stay silent. */
  readonly idleTimeoutMs: () => number;
  readonly targetGroup: (arn: string) => TargetGroup | undefined;
  readonly resolve: (ip: string, port: number) => Address | undefined;
  readonly log: (line: string) => void;
}

/** The members of a listener that forwarding a request needs. */
export interface ProxyingListener {
  readonly host: ListenerHost;
  readonly port: number;
  readonly protocol: string;
  /** The actions that apply to a request. */
  route(request: IncomingMessage): readonly Action[];
}
