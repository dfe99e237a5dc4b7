import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Action, Certificate, Rule, RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Address } from '../kernel/network.ts';
import { matches } from './conditions.ts';
import { proxy } from './proxy.ts';
import { proxyUpgrade } from './upgrade.ts';
import type { TargetGroup } from './target-group.ts';
import type { IncomingMessage } from 'node:http';

export interface ListenerRule {
  readonly arn: string;
  priority: number;
  conditions: readonly RuleCondition[];
  actions: readonly Action[];
}

/** What a listener needs to know of the load balancer that it belongs to. */
export interface ListenerHost {
  readonly name: string;
  readonly arn: string;
  /** Wall-clock milliseconds that a target may stay silent. */
  readonly idleTimeoutMs: () => number;
  readonly targetGroup: (arn: string) => TargetGroup | undefined;
  readonly resolve: (ip: string, port: number) => Address | undefined;
  readonly log: (line: string) => void;
}

/**
 * A listener and the real socket behind it. Assumptions: every protocol is served as plain HTTP/1.1, as the simulator holds no
 * certificates, and a sticky session of target groups is recorded but not kept.
 */
export class Listener {
  readonly arn: string;
  readonly host: ListenerHost;
  /** The port of the API; where it really answers is `address`. */
  port: number;
  protocol: string;
  sslPolicy: string | undefined;
  certificates: readonly Certificate[] = [];
  defaultActions: readonly Action[];
  readonly rules = new Map<string, ListenerRule>();
  readonly defaultRuleArn: string;
  #server: Server | undefined;
  #address: Address | undefined;

  constructor(
    arn: string,
    defaultRuleArn: string,
    host: ListenerHost,
    protocol: string,
    port: number,
    actions: readonly Action[],
  ) {
    this.arn = arn;
    this.defaultRuleArn = defaultRuleArn;
    this.host = host;
    this.protocol = protocol;
    this.port = port;
    this.defaultActions = actions;
  }

  /** `http://127.0.0.1:8080`, where the listener really answers. */
  get url(): string | undefined {
    return this.#address === undefined ? undefined : `http://${this.#address.host}:${this.#address.port}`;
  }

  /** Rules in the order in which they are tried, the default one last. */
  describeRules(): Rule[] {
    const rules = [...this.rules.values()].toSorted((a, b) => a.priority - b.priority);
    return [
      ...rules.map((rule): Rule => ({
        RuleArn: rule.arn,
        Priority: `${rule.priority}`,
        Conditions: [...rule.conditions],
        Actions: [...rule.actions],
        IsDefault: false,
        Transforms: [],
      })),
      {
        RuleArn: this.defaultRuleArn,
        Priority: 'default',
        Conditions: [],
        Actions: [...this.defaultActions],
        IsDefault: true,
        Transforms: [],
      },
    ];
  }

  /** Every action of the listener and of its rules. */
  get actions(): readonly Action[] {
    return [...this.defaultActions, ...[...this.rules.values()].flatMap((rule) => rule.actions)];
  }

  /** The actions that apply to a request. */
  route(request: IncomingMessage): readonly Action[] {
    const rule = [...this.rules.values()]
      .toSorted((a, b) => a.priority - b.priority)
      .find((candidate) => matches(candidate.conditions, request));
    return rule?.actions ?? this.defaultActions;
  }

  /** Listens on the listener's own port of 127.0.0.1, or on a free one when that port cannot be had. */
  async open(): Promise<void> {
    const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
      void proxy(this, request, response);
    });
    server.on('upgrade', (request, socket, head) => {
      proxyUpgrade(this, request, socket, head);
    });
    this.#server = server;
    try {
      await bind(server, this.port);
    } catch {
      await bind(server, 0);
    }
    const { port } = server.address() as AddressInfo;
    this.#address = { host: '127.0.0.1', port };
    this.host.log(`listener ${this.port} of ${this.host.name} answers at http://127.0.0.1:${port}`);
  }

  /** Takes no new connection and lets requests in flight finish. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#address = undefined;
    if (server === undefined) return;
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeIdleConnections();
    });
  }

  /** Ends every connection at once. */
  abort(): void {
    this.#server?.closeAllConnections();
  }
}

async function bind(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error): void => {
      reject(error);
    };
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      resolve();
    });
  });
}
