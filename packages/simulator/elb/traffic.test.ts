import { createServer, get } from 'node:http';
import {
  CreateRuleCommand,
  DeregisterTargetsCommand,
  ModifyListenerCommand,
  ModifyLoadBalancerAttributesCommand,
  ModifyTargetGroupAttributesCommand,
  RegisterTargetsCommand,
  type Action,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { underLoad } from './testing/load.ts';
import { forward, Stage, until, weighted } from './testing/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(async () => {
  await stage.close();
});

describe('traffic', () => {
  test('is shared by the weights, and a group with weight 0 gets none', async () => {
    await stage.app('blue', '10.0.0.1');
    await stage.app('green', '10.0.0.2');
    const blue = await stage.targetGroup('blue', '10.0.0.1');
    const green = await stage.targetGroup('green', '10.0.0.2');
    const { arn, url } = await stage.listener([weighted([blue, 90], [green, 10])]);
    await Promise.all([stage.healthy(blue), stage.healthy(green)]);
    const count = async (): Promise<Record<string, number>> => {
      const counts: Record<string, number> = { blue: 0, green: 0 };
      for (let index = 0; index < 100; index += 1) {
        const name = await (await fetch(url)).text();
        counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    };
    expect(await count()).toEqual({ blue: 90, green: 10 });
    await stage.client.send(
      new ModifyListenerCommand({ ListenerArn: arn, DefaultActions: [weighted([green, 100], [blue, 0])] }),
    );
    expect(await count()).toEqual({ blue: 0, green: 100 });
  });

  test('is of any name and origin: the service behind the load balancer is the application of its users', async () => {
    await stage.app('one', '10.0.0.1');
    const group = await stage.targetGroup('one', '10.0.0.1');
    const { url } = await stage.listener([forward(group)]);
    await stage.healthy(group);
    const headers = {
      host: 'shop.example',
      origin: 'http://evil.example',
      'sec-fetch-site': 'cross-site',
      'user-agent': 'Mozilla/5.0',
    };
    const status = await new Promise((resolve, reject) => {
      get(url, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
    expect(status).toBe(200);
  });

  test('goes round the healthy targets only, and to all of them when none is healthy', async () => {
    const one = await stage.app('one', '10.0.0.1');
    const two = await stage.app('two', '10.0.0.2');
    const group = await stage.targetGroup('both', '10.0.0.1', '10.0.0.2');
    const { url } = await stage.listener([forward(group)]);
    await stage.healthy(group);
    const seen = async (): Promise<string[]> => {
      const names = new Set<string>();
      for (let index = 0; index < 6; index += 1) names.add(await (await fetch(url)).text());
      return [...names].toSorted();
    };
    expect(await seen()).toEqual(['one', 'two']);
    two.status = 500;
    await stage.statesWhen(group, (all) => all.filter((state) => state === 'healthy').length === 1);
    expect(await seen()).toEqual(['one']);
    one.status = 500;
    await stage.statesWhen(group, (all) => !all.includes('healthy'));
    expect(await seen()).toEqual(['one', 'two']);
  });

  test('503 without targets, 502 when the target refuses the connection', async () => {
    const group = await stage.targetGroup('blue');
    const { url } = await stage.listener([forward(group)]);
    expect((await fetch(url)).status).toBe(503);
    await stage.client.send(
      new RegisterTargetsCommand({ TargetGroupArn: group, Targets: [{ Id: '10.0.0.9', Port: 80 }] }),
    );
    expect((await fetch(url)).status).toBe(502);
  });

  test('a body travels both ways, and the target learns where the request came from', async () => {
    await stage.app('blue', '10.0.0.1');
    const group = await stage.targetGroup('blue', '10.0.0.1');
    const { url } = await stage.listener([forward(group)]);
    const body = 'x'.repeat(300_000);
    const response = await fetch(url, { method: 'POST', body });
    expect(response.headers.get('x-seen-proto')).toBe('http');
    expect(await response.text()).toBe(`blue:${body}`);
  });

  test('rules are tried by priority; fixed responses and redirects are answered by the load balancer', async () => {
    await stage.app('blue', '10.0.0.1');
    const group = await stage.targetGroup('blue', '10.0.0.1');
    const { arn, url } = await stage.listener([forward(group)]);
    await stage.client.send(
      new CreateRuleCommand({
        ListenerArn: arn,
        Priority: 20,
        Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/old/*'] } }],
        Actions: [
          { Type: 'redirect', RedirectConfig: { StatusCode: 'HTTP_302', Path: '/new/#{path}', Port: '9' } },
        ],
      }),
    );
    await stage.client.send(
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

test('no request fails while targets drain and stop and traffic moves', async () => {
  const old = await stage.app('blue', '10.0.0.1');
  await stage.app('blue-2', '10.0.0.2');
  await stage.app('green', '10.0.0.3');
  old.delayMs = 20;
  const blue = await stage.targetGroup('blue', '10.0.0.1', '10.0.0.2');
  const green = await stage.targetGroup('green', '10.0.0.3');
  await stage.client.send(
    new ModifyTargetGroupAttributesCommand({
      TargetGroupArn: blue,
      Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '60' }],
    }),
  );
  const { arn, url } = await stage.listener([weighted([blue, 100], [green, 0])]);
  await Promise.all([stage.healthy(blue), stage.healthy(green)]);
  const deregister = async (Id: string): Promise<void> => {
    await stage.client.send(
      new DeregisterTargetsCommand({ TargetGroupArn: blue, Targets: [{ Id, Port: 80 }] }),
    );
  };
  const shift = async (action: Action): Promise<void> => {
    await stage.client.send(new ModifyListenerCommand({ ListenerArn: arn, DefaultActions: [action] }));
  };

  const answers = await underLoad(url, 8, async (seen) => {
    const atLeast = async (name: string, more: number): Promise<void> => {
      const goal = (seen[name] ?? 0) + more;
      await until(
        async () => await Promise.resolve(seen[name] ?? 0),
        (count) => count >= goal,
      );
    };
    await Promise.all([atLeast('blue', 30), atLeast('blue-2', 30)]);
    await deregister('10.0.0.1');
    expect((await stage.states(blue))[0]).toMatch(/^draining \| Target.DeregistrationInProgress/);
    await stage.statesWhen(blue, (all) => all.length === 1);
    stage.running.sim.network.detach('10.0.0.1');
    old.server.close();
    await shift(weighted([blue, 50], [green, 50]));
    await Promise.all([atLeast('blue-2', 30), atLeast('green', 30)]);
    await shift(weighted([blue, 0], [green, 100]));
    await deregister('10.0.0.2');
    await stage.statesWhen(blue, (all) => all.length === 0);
    stage.running.sim.network.detach('10.0.0.2');
    await atLeast('green', 100);
  });
  expect(Object.keys(answers).toSorted()).toEqual(['blue', 'blue-2', 'green']);
});

test('a pooled connection that the target closed in the meantime costs no request', async () => {
  const blue = await stage.app('blue', '10.0.0.1');
  const group = await stage.targetGroup('blue', '10.0.0.1');
  const { url } = await stage.listener([forward(group)]);
  for (let index = 0; index < 50; index += 1) {
    const both = await Promise.all([fetch(url), fetch(url)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await Promise.all(both.map((response) => response.text()));
    blue.server.closeIdleConnections();
  }
});

test('a target that stays silent costs a 504, one that breaks off a 502', async () => {
  let broken = false;
  const silent = createServer((request, response) => {
    if (broken) response.destroy();
    else request.resume();
  });
  await stage.attach(silent, '10.0.0.5');
  const group = await stage.targetGroup('silent', '10.0.0.5');
  const { url, loadBalancer } = await stage.listener([forward(group)]);
  await stage.client.send(
    new ModifyLoadBalancerAttributesCommand({
      LoadBalancerArn: loadBalancer,
      Attributes: [{ Key: 'idle_timeout.timeout_seconds', Value: '1' }],
    }),
  );
  expect((await fetch(url)).status).toBe(504);
  broken = true;
  expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(502);
});

test('a connection that changes its protocol is passed through', async () => {
  const server = createServer();
  server.on('upgrade', (request, socket) => {
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: ${String(request.headers.upgrade)}\r\nConnection: Upgrade\r\n\r\n`,
    );
    socket.pipe(socket);
  });
  await stage.attach(server, '10.0.0.6');
  const { url } = await stage.listener([forward(await stage.targetGroup('chat', '10.0.0.6'))]);
  const echoed = await new Promise<string>((resolve, reject) => {
    get(url, { headers: { connection: 'Upgrade', upgrade: 'echo' } })
      .on('upgrade', (_, socket) => {
        socket.once('data', (chunk: Buffer) => {
          resolve(chunk.toString());
          socket.destroy();
        });
        socket.write('hello');
      })
      .on('error', reject);
  });
  expect(echoed).toBe('hello');
});
