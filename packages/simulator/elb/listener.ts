import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Action, Certificate, Rule, RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';
import { answers } from '../ecs/ports.ts';
import type { Address } from '../kernel/network.ts';
import { matches } from './conditions.ts';
import { proxy } from './proxy.ts';
import { proxyUpgrade } from './upgrade.ts';
import type { ListenerHost, ProxyingListener } from './proxying-listener.ts';

export interface ListenerRule {
  readonly arn: string;
  priority: number;
  conditions: readonly RuleCondition[];
  actions: readonly Action[];
}

/**
 * A listener and the real socket behind it. Assumptions: every protocol is served as plain HTTP/1.1, as the simulator holds no
 * certificates, and a sticky session of target groups is recorded but not kept.
 */
export class Listener implements ProxyingListener {
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
  #portIsForeign = false;

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

  /** Whether another program answers on the listener's own port of 127.0.0.1. */
  get portIsForeign(): boolean {
    return this.#portIsForeign;
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
    this.#portIsForeign = false;
    try {
      await bind(server, this.port);
    } catch {
      // An ordinary user may bind no port below 1024, whether or not something listens there.
      this.#portIsForeign = await answers(this.port);
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
