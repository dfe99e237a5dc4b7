import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { rulesOf } from '@cutover/simulator/kernel/model/rules';
import type { Service } from '@cutover/simulator/kernel/service';
import { type RunningSimulator, startSimulator } from '@cutover/simulator/start';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Random, formOf, wellFormed } from './random.ts';

// `FUZZ_SEED=<seed> npm run test:long -- fuzz` sends other requests; a failure names its seed.
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const TOTAL = Number(process.env['FUZZ_REQUESTS'] ?? 51_000);
const CLIENTS = 4;
const TOO_LARGE = 33 * 1024 * 1024;
const MOST_KNOWN = 600;

const TEMPLATE = JSON.stringify({
  Parameters: { Name: { Type: 'String', Default: 'a' } },
  Conditions: { Yes: { 'Fn::Equals': [{ Ref: 'Name' }, 'a'] } },
  Resources: {
    Logs: {
      Type: 'AWS::Logs::LogGroup',
      Properties: { LogGroupName: { 'Fn::Sub': '/${Name}/${AWS::Region}' } },
    },
    Images: { Type: 'AWS::ECR::Repository', Condition: 'Yes', DependsOn: 'Logs' },
  },
  Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Images', 'Arn'] }, Export: { Name: { Ref: 'Name' } } } },
});
const APPSPEC =
  'version: 0.0\nResources:\n  - TargetService:\n      Type: AWS::ECS::Service\n      Properties:\n        TaskDefinition: "web:1"\n        LoadBalancerInfo:\n          ContainerName: app\n          ContainerPort: 80\n';

interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Sent {
  readonly what: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers: Record<string, string>;
  readonly body: string | Buffer;
}

let simulator: RunningSimulator;
const known = [
  'web',
  'default',
  'latest',
  'app',
  TEMPLATE,
  APPSPEC,
  'subnet-1',
  'nginx',
  'test/app',
  'CREATE',
  'web:1',
];
const trouble: string[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

beforeAll(async () => {
  // A standing clock: no task ever starts, so that random programs never run on this machine.
  simulator = await startSimulator({ timeScale: 0, log: (line) => trouble.push(line) });
});

afterAll(async () => {
  agent.destroy();
  await simulator.close();
});

async function send({ method = 'POST', path = '/', headers, body }: Sent): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const { hostname, port } = new URL(simulator.url);
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const sent = httpRequest(
      { hostname, port, method, path, headers: { ...headers, ...length }, agent },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: text });
        });
        response.on('error', reject);
      },
    );
    sent.on('error', reject).end(body);
  });
}

/** Bytes as they are; the answer is whatever came before the connection ended. */
async function raw(bytes: Buffer | string, how: 'wait' | 'half-close' | 'destroy'): Promise<string> {
  return await new Promise((resolve) => {
    const { hostname, port } = new URL(simulator.url);
    let text = '';
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true }, () => {
      socket.write(bytes, () => {
        if (how === 'destroy') socket.destroy();
        if (how === 'half-close') socket.end();
      });
    });
    socket.setTimeout(5000, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (how === 'wait') socket.end();
    });
    socket.on('end', () => socket.end());
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(text);
    });
  });
}

const TYPES = [
  'application/x-amz-json-1.1',
  'application/json',
  'text/plain',
  'multipart/form-data',
  '',
  'a/b; c="',
];
const FORM = 'application/x-www-form-urlencoded';
const SIGNED = 'AWS4-HMAC-SHA256 Credential=fuzz/20260101/us-east-1/x/aws4_request';

function operationRequest(random: Random): Sent {
  const services = [...simulator.sim.services];
  const service = random.pick(services);
  const operation = random.pick(Object.keys(service.operations));
  const model = rulesOf(service)?.model;
  const shape = model?.inputs[operation];
  const input =
    model === undefined || shape === undefined || random.chance(0.1)
      ? random.json()
      : random.valueOf(model, shape);
  return addressed(service, operation, input);
}

function addressed(service: Service, operation: string, input: unknown): Sent {
  const what = `${service.name}:${operation}`;
  if (service.protocol === 'json') {
    return {
      what,
      headers: { 'x-amz-target': `${service.targetPrefix}.${operation}`, 'content-type': TYPES[0] ?? '' },
      body: JSON.stringify(input),
    };
  }
  const fields = [['Action', operation], ['Version', service.version], ...formOf(input)];
  return {
    what,
    headers: { 'content-type': FORM, authorization: SIGNED },
    body: fields
      .map((pair) => pair.map((part) => encodeURIComponent(wellFormed(part ?? ''))).join('='))
      .join('&'),
  };
}

function broken(random: Random): Sent {
  const good = operationRequest(random);
  const body = typeof good.body === 'string' ? good.body : good.body.toString();
  const plain = (text: string): string => text.replaceAll(/[^\x20-\x7E]/g, '?');
  const target = (): string => {
    const [prefix, name] = (good.headers['x-amz-target'] ?? 'Logs_20140328.DescribeLogGroups').split('.');
    return plain(
      random.pick([
        random.text(),
        `${prefix}.${random.text()}`,
        `${random.text()}.${name}`,
        `${prefix}`,
        `${prefix}.${name}.${name}`,
        `${prefix}.constructor`,
        `${prefix}.__proto__`,
      ]),
    );
  };
  switch (random.below(6)) {
    case 0:
      return { ...good, what: 'damaged body', body: random.damage(body) };
    case 1:
      return { ...good, what: 'random bytes', body: random.bytes(300) };
    case 2:
      return {
        ...good,
        what: 'wrong content type',
        headers: { ...good.headers, 'content-type': random.pick(TYPES) },
      };
    case 3:
      return { ...good, what: 'malformed target', headers: { ...good.headers, 'x-amz-target': target() } };
    case 4: {
      const path = `${random.text()}.${random.text()}.member.${random.text()}`;
      const field = `${encodeURIComponent(wellFormed(path))}=x&__proto__.polluted=x&Tags.constructor.x=1`;
      return {
        ...good,
        what: 'odd fields',
        headers: { 'content-type': FORM, authorization: SIGNED },
        body: `${body}&${field}`,
      };
    }
    default: {
      const deep = 10 ** (2 + random.below(4));
      return good.headers['content-type'] === FORM
        ? { ...good, what: 'deep form', body: `${body}&Tags${'.member.1'.repeat(deep)}=1` }
        : { ...good, what: 'deep JSON', body: `{"tags":${'['.repeat(deep)}${']'.repeat(deep)}}` };
    }
  }
}

/** Paths of the registry, of the control interface and of nothing. */
function pathRequest(random: Random): Sent {
  const part = (): string => wellFormed(random.text().slice(0, 200));
  const path = random.pick([
    `/v2/${part()}/manifests/${part()}`,
    `/v2/${part()}/blobs/sha256:${part()}`,
    `/v2/${part()}/blobs/uploads/${part()}?digest=${part()}`,
    `/v2/${part()}/tags/list?n=${part()}&last=${part()}`,
    `/v2/${part()}`,
    `/_simulator/${part()}`,
    random.pick(
      ['clock', 'tasks/kill', 'alarms', 'secrets', 'faults', 'databases', 'findings'].map(
        (name) => `/_simulator/${name}`,
      ),
    ),
    `/${part()}`,
    `//${part()}`,
  ]);
  const login = Buffer.from(`AWS:${random.text()}`).toString('base64');
  const safe = random.chance(0.5) ? encodeURI(path) : path.replaceAll(/[^\x21-\x7E]/g, '%');
  return {
    what: `path ${safe}`,
    method: random.pick(['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS']),
    path: safe,
    headers: random.chance(0.7) ? { authorization: `Basic ${login}` } : {},
    body: random.chance(0.5) ? JSON.stringify(random.json()) : random.bytes(200),
  };
}

/** What HTTP itself doesn't allow, or a client that goes away. */
async function rawRequest(random: Random): Promise<void> {
  const body = '{"clusters":[]}';
  const head = `POST / HTTP/1.1\r\nhost: localhost\r\nx-amz-target: AmazonEC2ContainerServiceV20141113.ListClusters\r\n`;
  const bytes = random.pick([
    random.bytes(400),
    `${head}content-length: ${body.length + 10}\r\n\r\n${body}`,
    `${head}content-length: ${body.length}\r\n\r\n${body}`,
    `${head}transfer-encoding: chunked\r\n\r\nZZ\r\n`,
    `${head}content-length: -1\r\n\r\n`,
    `GET //[ HTTP/1.1\r\nhost: x\r\n\r\n`,
    `GET http://[::::]/ HTTP/1.1\r\nhost: x\r\n\r\n`,
    `GET /v2/ HTTP/1.1\r\nhost: ${random.pick(['[', 'a b', '%', ':99999', ''])}\r\n\r\n`,
    `${random.text().replaceAll(/[\r\n]/g, '')} / HTTP/1.1\r\n\r\n`,
  ]);
  const answer = await raw(bytes, random.pick(['wait', 'half-close', 'destroy'] as const));
  if (/^HTTP\/1\.1 5\d\d/.test(answer))
    throw new Error(`${answer.slice(0, 300)} to ${JSON.stringify(String(bytes))}`);
}

/** An answer is a success or an error with a code, in the form of its protocol; never the simulator's own failure. */
function judge(sent: Sent, { status, body }: Answer): string | undefined {
  if (status >= 500) return `answered ${status} ${body.slice(0, 400)}`;
  if (sent.what.startsWith('path ')) return undefined;
  if (status < 400) return undefined;
  const code = /^\{"__type":"(\w[\w.]*)"/.exec(body)?.[1] ?? /<Code>(\w[\w.]*)<\/Code>/.exec(body)?.[1];
  return code === undefined || code === 'InternalFailure'
    ? `answered ${status} ${body.slice(0, 400)}`
    : undefined;
}

/** What an answer names can be asked for by later requests. */
function learn(random: Random, { status, body }: Answer): void {
  if (status !== 200) return;
  for (const [, text] of body.matchAll(/[">]([\w:/.-]{3,200})["<]/g)) {
    if (text === undefined || !random.chance(0.2)) continue;
    if (known.length < MOST_KNOWN) known.push(text);
    else known[20 + random.below(MOST_KNOWN - 20)] = text;
  }
}

test(`${TOTAL} random requests (seed ${SEED}) are answered or refused, never with 500`, async () => {
  console.log(`FUZZ_SEED=${SEED}`);
  const failures = new Map<string, string>();
  let done = 0;
  const one = async (index: number): Promise<void> => {
    const random = new Random(SEED * 1_000_003 + index, known);
    if (index % 20 === 0) {
      await rawRequest(random);
      return;
    }
    const kind = random.next();
    const sent = kind < 0.6 ? operationRequest(random) : kind < 0.8 ? broken(random) : pathRequest(random);
    let wrong: string | undefined;
    try {
      const answer = await send(sent);
      learn(random, answer);
      wrong = judge(sent, answer);
    } catch (error) {
      wrong = String(error);
    }
    if (wrong !== undefined)
      failures.set(
        `${sent.what}: ${wrong}`.slice(0, 100),
        `request ${index}: ${wrong}\n${String(sent.body).slice(0, 1000)}`,
      );
  };
  let next = 0;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (next < TOTAL && failures.size < 10) {
        const index = next++;
        await one(index).catch((error: unknown) => failures.set(`raw ${index}`, String(error)));
        done += 1;
      }
    }),
  );
  const failed = [...failures].map((pair) => pair.join('\n'));
  expect({ failed, trouble: trouble.slice(0, 5) }).toEqual({ failed: [], trouble: [] });
  expect(done).toBe(TOTAL);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  const health = await fetch(`${simulator.url}/_simulator/health`);
  expect(await health.json()).toMatchObject({ status: 'ok' });
}, 600_000);

test('a body beyond the limit is refused, and the next request is answered', async () => {
  for (const fill of ['x', '{', '[', 'a=b&']) {
    const body = Buffer.alloc(TOO_LARGE, fill);
    const answer = await send({
      what: 'large',
      headers: { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.ListClusters' },
      body,
    });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({ __type: 'RequestEntityTooLargeException' });
  }
  const { status } = await send({
    what: 'after',
    headers: { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.ListClusters' },
    body: '{}',
  });
  expect(status).toBe(200);
}, 400_000);
