import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningSimulator, startSimulator } from '../start.ts';

let running: RunningSimulator;
beforeAll(async () => {
  running = await startSimulator({ timeScale: 0 });
});
afterAll(async () => {
  await running.close();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

type Headers = Readonly<Record<string, string>>;

/** A request with exactly these headers: `fetch` would not let a test choose Host. */
async function ask(
  method: string,
  path: string,
  headers: Headers = {},
  body = '',
  url = running.url,
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return await new Promise((resolve, reject) => {
    const sent = request({ host: hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const JSON_CALL = { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.ListClusters' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const SIGNED = {
  authorization: 'AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/ecs/aws4_request, Signature=0',
};
const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' };
const STACK = 'Action=CreateStack&Version=2010-05-15&StackName=evil&TemplateBody=%7B%7D';

/** Likely aims of a hostile page: the API in both protocols, the control interface, the registry. */
const TARGETS: readonly [what: string, method: string, path: string, headers: Headers, body: string][] = [
  ['a JSON operation', 'POST', '/', { ...JSON_CALL, ...SIGNED }, '{}'],
  ['a Query operation', 'POST', '/', { ...FORM, ...SIGNED }, STACK],
  ['the clock', 'POST', '/_simulator/clock', { 'content-type': 'application/json' }, '{"advanceSeconds":60}'],
  ['the secrets and tasks of the state', 'GET', '/_simulator/state', {}, ''],
  ['the registry', 'GET', '/v2/', {}, ''],
];

describe.each(TARGETS)('%s', (_, method, path, headers, body) => {
  const port = (): string => new URL(running.url).port;

  test.each<[string, (own: string) => Headers]>([
    ['another origin', () => ({ origin: 'http://evil.example' })],
    ['another port of this machine', () => ({ origin: 'http://127.0.0.1:1' })],
    ['another name of this machine', (own) => ({ origin: `http://localhost:${own}` })],
    ['an own name under https', (own) => ({ origin: `https://127.0.0.1:${own}` })],
    ['a sandboxed frame or a file', () => ({ origin: 'null' })],
    ['a page of another site', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['a page of another port', () => ({ 'sec-fetch-site': 'same-site' })],
    ['a name that was rebound to this machine', (own) => ({ host: `evil.example:${own}` })],
    [
      'a rebound name with its own origin',
      (own) => ({ host: `evil.example:${own}`, origin: `http://evil.example:${own}` }),
    ],
    ['a name that begins like a loopback address', () => ({ host: '127.0.0.1.evil.example' })],
    ['a name that ends like localhost', () => ({ host: 'notlocalhost' })],
    ['user information in front of a name', () => ({ host: 'localhost@evil.example' })],
    ['an address that is not this machine', () => ({ host: '169.254.169.254' })],
  ])('refuses %s', async (__, strange) => {
    const answer = await ask(method, path, { ...headers, ...strange(port()) }, body);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('The simulator refuses this request: ');
  });

  test.each<[string, (own: string) => Headers]>([
    ['a tool', () => ({})],
    ['localhost', (own) => ({ host: `localhost:${own}` })],
    ['a name below localhost', () => ({ host: 'aws.localhost' })],
    ['another loopback address', () => ({ host: '127.8.8.8:1234' })],
    ['the loopback address of IPv6', () => ({ host: '[::1]:4566' })],
    [
      'its own page',
      (own) => ({
        ...BROWSER,
        host: `localhost:${own}`,
        origin: `http://localhost:${own}`,
        'sec-fetch-site': 'same-origin',
      }),
    ],
  ])('answers %s', async (__, own) => {
    const { status } = await ask(method, path, { ...headers, ...own(port()) }, body);
    expect([200, 400, 401]).toContain(status);
  });
});

test('what was refused had no effect, and is not in the record', async () => {
  await ask('DELETE', '/_simulator/requests');
  const { text: before } = await ask('GET', '/_simulator/health');
  for (const [, method, path, headers, body] of TARGETS)
    await ask(method, path, { ...headers, origin: 'http://evil.example' }, body);
  expect((await ask('GET', '/_simulator/health')).text).toBe(before);
  expect((await ask('GET', '/_simulator/requests')).text).toBe('[]\n');
});

test("a preflight of a browser isn't allowed anything", async () => {
  const { status, headers } = await ask('OPTIONS', '/', {
    origin: 'http://evil.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'x-amz-target',
  });
  expect(status).toBe(403);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
});

describe('a simple request without a signature', () => {
  test('is refused by the Query protocol as AWS does it, whoever sends it', async () => {
    const { status, text } = await ask('POST', '/', FORM, STACK);
    expect(status).toBe(403);
    expect(text).toContain('<Code>MissingAuthenticationToken</Code>');
    expect(running.sim.calls.at(-1)).toMatchObject({ operation: 'CreateStack', status: 403 });
  });

  test.each(['Basic QVdTOng=', 'Bearer x', 'AWS4', ''])('is not signed by "%s"', async (authorization) => {
    expect((await ask('POST', '/', { ...FORM, authorization }, STACK)).status).toBe(403);
  });

  test('is what AssumeRoleWithWebIdentity is made of', async () => {
    const body = new URLSearchParams({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: 'arn:aws:iam::123456789012:role/deploy',
      RoleSessionName: 'job',
      WebIdentityToken: 'token',
    });
    expect((await ask('POST', '/', FORM, body.toString())).status).toBe(200);
  });

  test.each(['application/x-www-form-urlencoded', 'text/plain;charset=UTF-8', 'multipart/form-data', ''])(
    'of a browser that tells no origin is refused by the control interface: %s',
    async (type) => {
      const headers = { ...BROWSER, ...(type === '' ? {} : { 'content-type': type }) };
      const { status, text } = await ask('POST', '/_simulator/clock', headers, '{"advanceSeconds":1}');
      expect(status).toBe(403);
      expect(text).toContain('Content-Type: application/json');
    },
  );

  test('of a tool is taken by the control interface', async () => {
    expect((await ask('POST', '/_simulator/clock', FORM, '{"advanceSeconds":1}')).status).toBe(200);
  });
});

describe('--host', () => {
  test.each([
    ['127.0.0.2', '127.0.0.2', 200],
    ['127.0.0.2', '192.168.1.7', 403],
    ['0.0.0.0', '192.168.1.7:4566', 200],
    ['0.0.0.0', 'evil.example', 403],
  ])('%s answers a Host %s with %d', async (host, name, status) => {
    const other = await startSimulator({ timeScale: 0, host });
    try {
      expect((await ask('GET', '/_simulator/health', { host: name }, '', other.url)).status).toBe(status);
    } finally {
      await other.close();
    }
  });
});

test.each(TARGETS)('the answer of %s has its length', async (_, method, path, headers, body) => {
  const answer = await ask(method, path, headers, body);
  expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.text)));
  expect(answer.headers['transfer-encoding']).toBeUndefined();
});
