import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createPlain, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { createServer as createSocket, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { run } from './action.ts';
import { selfSigned } from './certificate.ts';
import { LiveService } from './live-service.ts';

jest.setTimeout(400_000);

const HOST = 'shop.example.com';
const WITH = {
  cluster: 'shop',
  service: 'web',
  consecutive: '1',
  'poll-interval-seconds': '0.1',
  'wait-for-minutes': '0.5',
};
/** What is not going to be proven needn't be waited for. */
const BRIEF = { 'wait-for-minutes': '0.01' };

let account: LiveService;
let folder: string;
let plain: Server;
let secure: Server;
const asked: { readonly host: string | undefined; readonly at: string | undefined }[] = [];

beforeAll(async () => {
  account = await LiveService.open({ container: { environment: [{ name: 'REVISION', value: 'one' }] } });
  folder = await mkdtemp(join(tmpdir(), 'cutover-answers-'));
  const certificate = selfSigned(HOST);
  await writeFile(join(folder, 'authority.pem'), certificate.cert);
  plain = createPlain((request, response) => {
    response.setHeader('x-version', '42');
    response.statusCode = request.url === '/health' ? 204 : 503;
    response.end(request.url === '/health' ? '' : 'out of order');
  });
  secure = createSecure(certificate, (request, response) => {
    asked.push({ host: request.headers.host, at: request.url });
    response.end('hello');
  });
  await Promise.all(
    [plain, secure].map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))),
  );
});

afterAll(async () => {
  plain.close();
  secure.close();
  await account.close();
  await rm(folder, { recursive: true, force: true });
});

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function verify(inputs: Record<string, string>, env: Record<string, string> = {}) {
  return await run('verify-target-health', {
    inputs: { ...WITH, ...inputs },
    env: { ...account.env, ...env },
  });
}

test('an address must answer as expected', async () => {
  const url = `http://127.0.0.1:${portOf(plain)}`;
  const fine = await verify({
    url,
    path: '/health',
    'expect-status': '200-299',
    'expect-header': 'x-version: /^4/',
  });
  expect(fine.errors).toEqual([]);
  expect(fine.stdout).toContain(`${url}/health answers as expected`);
  const ill = await verify({ url, path: '/', 'expect-body': 'never asked for', ...BRIEF });
  expect(ill.exitCode).toBe(1);
  expect(ill.errors[0]).toContain(`${url}/ answered 503, not 200`);
  const other = await verify({
    url,
    path: '/',
    'expect-status': '503',
    'expect-body': '/in order/',
    ...BRIEF,
  });
  expect(other.errors[0]).toContain('the body does not fit /in order/; it is “out of order”');
});

test('nothing that listens', async () => {
  const result = await verify({ url: 'http://127.0.0.1:1', ...BRIEF });
  expect(result.exitCode).toBe(1);
  expect(result.errors[0]).toContain('refuses connections');
});

describe('without an address', () => {
  beforeAll(async () => {
    for (const arn of [account.production, account.testListener]) await listenSomewhere(arn);
    await account.call('elasticloadbalancing', 'CreateRule', {
      ListenerArn: account.testListener,
      Priority: 1,
      Conditions: [{ Field: 'host-header', Values: [HOST] }],
      Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200', MessageBody: 'shop' } }],
    });
  });

  test('the listener itself is asked, as often and as many at a time as wanted', async () => {
    const result = await verify({
      path: '/',
      'expect-body': 'one',
      'max-latency-ms': '30000',
      'probe-count': '20',
      'probe-concurrency': '5',
    });
    expect(result.errors).toEqual([]);
    expect(result.stdout).toContain('20 of 20 requests answered as expected');
    expect(result.summary).toContain('20 of 20');
    const wrong = await verify({ path: '/', 'expect-body': 'two', 'probe-count': '3', ...BRIEF });
    expect(wrong.exitCode).toBe(1);
    expect(wrong.errors[0]).toContain('(3 of 3 requests were not answered as expected)');
  });

  test('a Host header chooses among the listener’s rules', async () => {
    const result = await verify({
      listener: 'test',
      path: '/',
      'host-header': HOST,
      'expect-body': '/^shop$/',
    });
    expect(result.errors).toEqual([]);
    const own = await verify({ listener: 'test', path: '/', 'expect-body': '/^one$/' });
    expect(own.errors).toEqual([]);
  });
});

describe('over TLS', () => {
  const url = (): string => `https://127.0.0.1:${portOf(secure)}/`;

  test('the certificate must be for the host that is asked for', async () => {
    const env = { NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem') };
    const fine = await verify({ url: url(), 'host-header': HOST }, env);
    expect(fine.errors).toEqual([]);
    expect(asked.at(-1)).toEqual({ host: HOST, at: '/' });
    const before = asked.length;
    const other = await verify({ url: url(), 'host-header': 'shop.example.org', ...BRIEF }, env);
    expect(other.exitCode).toBe(1);
    expect(other.errors[0]).toContain(`has a certificate for ${HOST}, not for shop.example.org`);
    expect(asked).toHaveLength(before);
  });

  test('an authority that nobody knows is refused, and the way out is told', async () => {
    const result = await verify({ url: url(), 'host-header': HOST, ...BRIEF });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('of an authority that the runner does not know');
    expect(result.errors[0]).toContain('NODE_EXTRA_CA_CERTS');
  });
});

test('expectations without a request are refused', async () => {
  const result = await verify({ 'expect-body': 'ok', 'probe-count': '2' });
  expect(result.exitCode).toBe(1);
  expect(result.errors[0]).toContain('Inputs expect-body, probe-count say what an answer must be like');
});

/** Moves a listener to a port that it really gets: 80 and 8080 may be taken on this machine. */
async function listenSomewhere(ListenerArn: string): Promise<void> {
  await account.until(async () => {
    const Port = await freePort();
    await account.call('elasticloadbalancing', 'ModifyListener', { ListenerArn, Port });
    const snapshot = account.running.sim.service('elasticloadbalancing').snapshot?.() as
      | { loadBalancers: { listeners: { arn: string; address: string | undefined }[] }[] }
      | undefined;
    const listener = snapshot?.loadBalancers
      .flatMap(({ listeners }) => listeners)
      .find(({ arn }) => arn === ListenerArn);
    return listener?.address === `http://127.0.0.1:${Port}` ? true : undefined;
  });
}

/** A port on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createSocket();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => {
    server.close(() => {
      done();
    });
  });
  return port;
}
