import { Agent, createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DeleteTargetGroupCommand,
  DeregisterTargetsCommand,
  DescribeListenersCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  ModifyListenerCommand,
  ModifyTargetGroupAttributesCommand,
  RegisterTargetsCommand,
  type Action,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { startSimulator, type RunningSimulator } from '../start.ts';

let running: RunningSimulator;
let client: ElasticLoadBalancingV2Client;
const servers: Server[] = [];

beforeEach(async () => {
  running = await startSimulator({ timeScale: 200 });
  client = new ElasticLoadBalancingV2Client({
    endpoint: running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
});

afterEach(async () => {
  client.destroy();
  await running.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface App {
  readonly server: Server;
  status: number;
  delayMs: number;
}

/** A program that answers with its name, reachable at `ip:80` of the virtual network. */
async function app(name: string, ip: string): Promise<App> {
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
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  running.sim.network.attach(ip, 80, { host: '127.0.0.1', port: (server.address() as AddressInfo).port });
  return Object.assign(state, { server });
}

async function until<T>(what: string, probe: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const value = await probe();
    if (done(value)) return value;
    if (Date.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function targetGroup(name: string, ...ips: string[]): Promise<string> {
  const { TargetGroups } = await client.send(
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
    await client.send(
      new RegisterTargetsCommand({ TargetGroupArn: arn, Targets: ips.map((Id) => ({ Id, Port: 80 })) }),
    );
  }
  return arn;
}

async function listener(actions: Action[], port = 8080): Promise<{ arn: string; url: string }> {
  const { LoadBalancers } = await client.send(
    new CreateLoadBalancerCommand({ Name: 'web', Subnets: ['subnet-a', 'subnet-b'] }),
  );
  const { Listeners } = await client.send(
    new CreateListenerCommand({
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
      Port: port,
      Protocol: 'HTTP',
      DefaultActions: actions,
    }),
  );
  const arn = Listeners?.[0]?.ListenerArn ?? '';
  const state = (await (await fetch(`${running.url}/_simulator/state`)).json()) as {
    elasticloadbalancing: { loadBalancers: { listeners: { arn: string; address: string }[] }[] };
  };
  const url = state.elasticloadbalancing.loadBalancers[0]?.listeners.find((one) => one.arn === arn)?.address;
  return { arn, url: url ?? '' };
}

async function states(group: string): Promise<(string | undefined)[]> {
  const { TargetHealthDescriptions } = await client.send(
    new DescribeTargetHealthCommand({ TargetGroupArn: group }),
  );
  return (TargetHealthDescriptions ?? []).map(({ TargetHealth }) =>
    [TargetHealth?.State, TargetHealth?.Reason, TargetHealth?.Description].filter(Boolean).join(' | '),
  );
}

async function healthy(group: string): Promise<void> {
  await until(
    group,
    () => states(group),
    (all) => all.length > 0 && all.every((state) => state === 'healthy'),
  );
}

const forward = (arn: string): Action => ({ Type: 'forward', TargetGroupArn: arn });
const weighted = (...groups: [string, number][]): Action => ({
  Type: 'forward',
  ForwardConfig: { TargetGroups: groups.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })) },
});

describe('target health', () => {
  test('a group that no listener names is not in use', async () => {
    await app('blue', '10.0.0.1');
    expect(await states(await targetGroup('blue', '10.0.0.1'))).toEqual([
      'unused | Target.NotInUse | Target group is not configured to receive traffic from the load balancer',
    ]);
  });

  test('a target becomes healthy, answers wrongly, and recovers', async () => {
    const blue = await app('blue', '10.0.0.1');
    const group = await targetGroup('blue', '10.0.0.1');
    await listener([forward(group)]);
    expect((await states(group))[0]).toMatch(/^initial \| Elb\./);
    await healthy(group);
    blue.status = 500;
    await until(
      'unhealthy',
      () => states(group),
      ([state]) =>
        state === 'unhealthy | Target.ResponseCodeMismatch | Health checks failed with these codes: [500]',
    );
    blue.status = 200;
    await healthy(group);
  });

  test('a target at which nothing listens fails its checks', async () => {
    const group = await targetGroup('blue', '10.0.0.9');
    await listener([forward(group)]);
    const [state] = await until(
      'refused',
      () => states(group),
      ([state]) => state?.startsWith('unhealthy') === true,
    );
    expect(state).toBe('unhealthy | Target.FailedHealthChecks | Health checks failed');
  });

  test('a target that does not answer in time', async () => {
    const server = createServer(() => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    running.sim.network.attach('10.0.0.3', 80, {
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
    });
    const group = await targetGroup('slow', '10.0.0.3');
    await listener([forward(group)]);
    const [state] = await until(
      'timeout',
      () => states(group),
      ([state]) => state?.startsWith('unhealthy') === true,
    );
    expect(state).toBe('unhealthy | Target.Timeout | Request timed out');
  });

  test('weight 0 keeps a group in use, and its health checks run', async () => {
    await app('blue', '10.0.0.1');
    await app('green', '10.0.0.2');
    const blue = await targetGroup('blue', '10.0.0.1');
    const green = await targetGroup('green', '10.0.0.2');
    await listener([weighted([blue, 100], [green, 0])]);
    await healthy(green);
    expect(await states(green)).toEqual(['healthy']);
  });
});

describe('traffic', () => {
  test('is shared by the weights, and a group with weight 0 gets none', async () => {
    await app('blue', '10.0.0.1');
    await app('green', '10.0.0.2');
    const blue = await targetGroup('blue', '10.0.0.1');
    const green = await targetGroup('green', '10.0.0.2');
    const { arn, url } = await listener([weighted([blue, 90], [green, 10])]);
    await Promise.all([healthy(blue), healthy(green)]);
    const count = async (): Promise<Record<string, number>> => {
      const counts: Record<string, number> = { blue: 0, green: 0 };
      for (let index = 0; index < 100; index += 1) {
        const name = await (await fetch(url)).text();
        counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    };
    expect(await count()).toEqual({ blue: 90, green: 10 });
    await client.send(
      new ModifyListenerCommand({ ListenerArn: arn, DefaultActions: [weighted([green, 100], [blue, 0])] }),
    );
    expect(await count()).toEqual({ blue: 0, green: 100 });
  });

  test('goes round the healthy targets only, and to all of them when none is healthy', async () => {
    const one = await app('one', '10.0.0.1');
    const two = await app('two', '10.0.0.2');
    const group = await targetGroup('both', '10.0.0.1', '10.0.0.2');
    const { url } = await listener([forward(group)]);
    await healthy(group);
    const seen = async (): Promise<string[]> => {
      const names = new Set<string>();
      for (let index = 0; index < 6; index += 1) names.add(await (await fetch(url)).text());
      return [...names].toSorted();
    };
    expect(await seen()).toEqual(['one', 'two']);
    two.status = 500;
    await until(
      'two out',
      () => states(group),
      (all) => all.filter((state) => state === 'healthy').length === 1,
    );
    expect(await seen()).toEqual(['one']);
    one.status = 500;
    await until(
      'none healthy',
      () => states(group),
      (all) => !all.includes('healthy'),
    );
    expect(await seen()).toEqual(['one', 'two']);
  });

  test('503 without targets, 502 when the target refuses the connection', async () => {
    const group = await targetGroup('blue');
    const { url } = await listener([forward(group)]);
    expect((await fetch(url)).status).toBe(503);
    await client.send(
      new RegisterTargetsCommand({ TargetGroupArn: group, Targets: [{ Id: '10.0.0.9', Port: 80 }] }),
    );
    expect((await fetch(url)).status).toBe(502);
  });

  test('a body travels both ways, and the target learns where the request came from', async () => {
    await app('blue', '10.0.0.1');
    const group = await targetGroup('blue', '10.0.0.1');
    const { url } = await listener([forward(group)]);
    const body = 'x'.repeat(300_000);
    const response = await fetch(url, { method: 'POST', body });
    expect(response.headers.get('x-seen-proto')).toBe('http');
    expect(await response.text()).toBe(`blue:${body}`);
  });

  test('rules are tried by priority; fixed responses and redirects are answered by the load balancer', async () => {
    await app('blue', '10.0.0.1');
    const group = await targetGroup('blue', '10.0.0.1');
    const { arn, url } = await listener([forward(group)]);
    await client.send(
      new CreateRuleCommand({
        ListenerArn: arn,
        Priority: 20,
        Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/old/*'] } }],
        Actions: [
          { Type: 'redirect', RedirectConfig: { StatusCode: 'HTTP_302', Path: '/new/#{path}', Port: '9' } },
        ],
      }),
    );
    await client.send(
      new CreateRuleCommand({
        ListenerArn: arn,
        Priority: 10,
        Conditions: [
          { Field: 'path-pattern', Values: ['/old/closed'] },
          {
            Field: 'http-header',
            HttpHeaderConfig: { HttpHeaderName: 'x-test', Values: ['yes*'] },
          },
        ],
        Actions: [
          {
            Type: 'fixed-response',
            FixedResponseConfig: { StatusCode: '410', ContentType: 'text/plain', MessageBody: 'gone' },
          },
        ],
      }),
    );
    const closed = await fetch(`${url}/old/closed`, { headers: { 'x-test': 'yes, please' } });
    expect([closed.status, await closed.text()]).toEqual([410, 'gone']);
    const moved = await fetch(`${url}/old/closed?a=1`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([
      302,
      'http://127.0.0.1:9/new/old/closed?a=1',
    ]);
    expect(await (await fetch(`${url}/other`)).text()).toBe('blue');
  });
});

test('no request fails while traffic moves and the old target drains and stops', async () => {
  const old = await app('blue', '10.0.0.1');
  await app('green', '10.0.0.2');
  old.delayMs = 20;
  const blue = await targetGroup('blue', '10.0.0.1');
  const green = await targetGroup('green', '10.0.0.2');
  await client.send(
    new ModifyTargetGroupAttributesCommand({
      TargetGroupArn: blue,
      Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '60' }],
    }),
  );
  const { arn, url } = await listener([weighted([blue, 100], [green, 0])]);
  await Promise.all([healthy(blue), healthy(green)]);

  const agent = new Agent({ keepAlive: true });
  const failures: string[] = [];
  const counts: Record<string, number> = { blue: 0, green: 0 };
  const load = { on: true };
  const one = async (): Promise<string> =>
    await new Promise((resolve, reject) => {
      get(url, { agent }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () => {
          if (response.statusCode === 200) resolve(body);
          else reject(new Error(`HTTP ${String(response.statusCode)}`));
        });
      }).on('error', reject);
    });
  const worker = async (): Promise<void> => {
    while (load.on) {
      try {
        const name = await one();
        counts[name] = (counts[name] ?? 0) + 1;
      } catch (error) {
        failures.push(String(error));
      }
    }
  };
  const workers = Array.from({ length: 8 }, worker);
  const atLeast = async (name: string, more: number): Promise<void> => {
    const goal = (counts[name] ?? 0) + more;
    await until(
      name,
      async () => await Promise.resolve(counts[name] ?? 0),
      (count) => count >= goal,
    );
  };

  await atLeast('blue', 50);
  await client.send(
    new ModifyListenerCommand({ ListenerArn: arn, DefaultActions: [weighted([blue, 50], [green, 50])] }),
  );
  await atLeast('green', 50);
  await client.send(
    new DeregisterTargetsCommand({ TargetGroupArn: blue, Targets: [{ Id: '10.0.0.1', Port: 80 }] }),
  );
  await client.send(
    new ModifyListenerCommand({ ListenerArn: arn, DefaultActions: [weighted([blue, 0], [green, 100])] }),
  );
  expect((await states(blue))[0]).toMatch(/^draining \| Target.DeregistrationInProgress/);
  await until(
    'drained',
    () => states(blue),
    (all) => all.length === 0,
  );
  running.sim.network.detach('10.0.0.1');
  old.server.close();
  await atLeast('green', 200);
  load.on = false;
  await Promise.all(workers);
  agent.destroy();
  expect(failures).toEqual([]);
});

test('a pooled connection that the target closed in the meantime costs no request', async () => {
  const blue = await app('blue', '10.0.0.1');
  const group = await targetGroup('blue', '10.0.0.1');
  const { url } = await listener([forward(group)]);
  for (let index = 0; index < 50; index += 1) {
    const both = await Promise.all([fetch(url), fetch(url)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await Promise.all(both.map((response) => response.text()));
    blue.server.closeIdleConnections();
  }
});

describe('API', () => {
  test('TargetGroupArn of a forward action disappears with the second group', async () => {
    const blue = await targetGroup('blue');
    const green = await targetGroup('green');
    const { arn } = await listener([forward(blue)]);
    const action = async (): Promise<Action | undefined> =>
      (await client.send(new DescribeListenersCommand({ ListenerArns: [arn] }))).Listeners?.[0]
        ?.DefaultActions?.[0];
    expect(await action()).toMatchObject({
      TargetGroupArn: blue,
      ForwardConfig: { TargetGroups: [{ TargetGroupArn: blue, Weight: 1 }] },
    });
    await client.send(
      new ModifyListenerCommand({ ListenerArn: arn, DefaultActions: [weighted([blue, 100], [green, 0])] }),
    );
    expect((await action())?.TargetGroupArn).toBeUndefined();
    const { TargetGroups } = await client.send(new DescribeTargetGroupsCommand({ Names: ['green'] }));
    expect(TargetGroups?.[0]?.LoadBalancerArns?.[0]).toMatch(/:loadbalancer\/app\/web\/[0-9a-f]{16}$/);
    await expect(client.send(new DeleteTargetGroupCommand({ TargetGroupArn: green }))).rejects.toMatchObject({
      name: 'ResourceInUseException',
    });
  });

  test.each([
    [
      'TargetGroupNotFoundException',
      () => client.send(new DescribeTargetGroupsCommand({ Names: ['missing'] })),
    ],
    ['ListenerNotFoundException', () => client.send(new DescribeListenersCommand({ ListenerArns: ['a'] }))],
    ['ValidationError', () => client.send(new DescribeListenersCommand({}))],
    [
      'ValidationError',
      () =>
        client.send(
          new CreateTargetGroupCommand({
            Name: 'a',
            Protocol: 'HTTP',
            Port: 80,
            HealthCheckIntervalSeconds: 4,
          }),
        ),
    ],
  ])('%s', async (name, call) => {
    await expect(call()).rejects.toMatchObject({ name });
  });
});
