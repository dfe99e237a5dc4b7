import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  RegisterTargetsCommand,
  type Action,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { startSimulator, type RunningSimulator } from '../../start.ts';

export interface App {
  readonly server: Server;
  status: number;
  delayMs: number;
}

/** A simulated account with programs that answer at addresses of the virtual network. */
export class Stage {
  readonly running: RunningSimulator;
  readonly client: ElasticLoadBalancingV2Client;
  readonly #servers: Server[] = [];

  constructor(running: RunningSimulator) {
    this.running = running;
    this.client = new ElasticLoadBalancingV2Client({
      endpoint: running.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
  }

  static async open(): Promise<Stage> {
    return new Stage(await startSimulator({ timeScale: 200 }));
  }

  async close(): Promise<void> {
    this.client.destroy();
    await this.running.close();
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  /** A program that answers with its name and what it was sent, at `ip:80`. */
  async app(name: string, ip: string): Promise<App> {
    const state = { status: 200, delayMs: 0 };
    const server = createServer((request, response) => {
      const answer = (): void => {
        response.writeHead(state.status, { 'x-seen-proto': String(request.headers['x-forwarded-proto']) });
        let body = '';
        request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        request.on('end', () => response.end(`${name}${body === '' ? '' : `:${body}`}`));
      };
      if (request.url === '/health' || state.delayMs === 0) answer();
      else setTimeout(answer, state.delayMs);
    });
    await this.attach(server, ip);
    return Object.assign(state, { server });
  }

  /** Makes a server reachable at `ip:80`. */
  async attach(server: Server, ip: string): Promise<void> {
    this.#servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    this.running.sim.network.attach(ip, 80, { host: '127.0.0.1', port });
  }

  /** A target group with those addresses in it; its ARN. */
  async targetGroup(name: string, ...ips: string[]): Promise<string> {
    const { TargetGroups } = await this.client.send(
      new CreateTargetGroupCommand({
        Name: name,
        Protocol: 'HTTP',
        Port: 80,
        TargetType: 'ip',
        VpcId: 'vpc-1',
        HealthCheckPath: '/health',
        HealthCheckIntervalSeconds: 5,
        HealthCheckTimeoutSeconds: 2,
        HealthyThresholdCount: 2,
      }),
    );
    const arn = TargetGroups?.[0]?.TargetGroupArn ?? '';
    if (ips.length > 0) {
      await this.client.send(
        new RegisterTargetsCommand({ TargetGroupArn: arn, Targets: ips.map((Id) => ({ Id, Port: 80 })) }),
      );
    }
    return arn;
  }

  /** A load balancer with one listener; `url` is where it really answers. */
  async listener(actions: Action[]): Promise<{ arn: string; url: string; loadBalancer: string }> {
    const { LoadBalancers } = await this.client.send(
      new CreateLoadBalancerCommand({ Name: 'web', Subnets: ['subnet-a', 'subnet-b'] }),
    );
    const { Listeners } = await this.client.send(
      new CreateListenerCommand({
        LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
        Port: 8080,
        Protocol: 'HTTP',
        DefaultActions: actions,
      }),
    );
    const arn = Listeners?.[0]?.ListenerArn ?? '';
    const state = (await (await fetch(`${this.running.url}/_simulator/state`)).json()) as {
      elasticloadbalancing: { loadBalancers: { listeners: { arn: string; address: string }[] }[] };
    };
    const found = state.elasticloadbalancing.loadBalancers[0]?.listeners.find((one) => one.arn === arn);
    const loadBalancer = LoadBalancers?.[0]?.LoadBalancerArn ?? '';
    return { arn, url: found?.address ?? '', loadBalancer };
  }

  /** `state | reason | description` of every target. */
  async states(group: string): Promise<string[]> {
    const { TargetHealthDescriptions = [] } = await this.client.send(
      new DescribeTargetHealthCommand({ TargetGroupArn: group }),
    );
    return TargetHealthDescriptions.map(({ TargetHealth }) =>
      [TargetHealth?.State, TargetHealth?.Reason, TargetHealth?.Description].filter(Boolean).join(' | '),
    );
  }

  async healthy(group: string): Promise<string[]> {
    return await this.statesWhen(group, (all) => all.length > 0 && all.every((state) => state === 'healthy'));
  }

  async statesWhen(group: string, wanted: (states: string[]) => boolean): Promise<string[]> {
    return await until(() => this.states(group), wanted);
  }
}

/** Looks again until `wanted`; fails with the last look when that takes too long. */
export async function until<T>(look: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const value = await look();
    if (wanted(value)) return value;
    if (Date.now() > deadline) throw new Error(`never came true: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const forward = (arn: string): Action => ({ Type: 'forward', TargetGroupArn: arn });

export const weighted = (...groups: [string, number][]): Action => ({
  Type: 'forward',
  ForwardConfig: { TargetGroups: groups.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })) },
});
