import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import {
  createServer as createPlain,
  type IncomingMessage,
  request,
  type RequestListener,
  type Server,
} from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { run } from './action.ts';
import { selfSigned } from './certificate.ts';
import { FakeGithub } from './fake-github.ts';
import { IdentityProvider } from './identity-provider.ts';
import { LiveService } from './live-service.ts';
import { writeLayout } from './oci-layout.ts';
import { ProxyServer } from './proxy-server.ts';

jest.setTimeout(400_000);

const HOST = 'shop.example.test';
const WITH = {
  cluster: 'shop',
  service: 'web',
  consecutive: '1',
  'poll-interval-seconds': '0.1',
  'wait-for-minutes': '0.5',
  'retry-max-attempts': '1',
};

let account: LiveService;
let proxy: ProxyServer;
let shop: Server;
let folder: string;

beforeAll(async () => {
  account = await LiveService.open();
  folder = await mkdtemp(join(tmpdir(), 'cutover-proxy-'));
  const certificate = selfSigned(HOST);
  await writeFile(join(folder, 'authority.pem'), certificate.cert);
  shop = createServer(certificate, (_, response) => response.end('hello'));
  await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
  shop.close();
  await account.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  proxy = await ProxyServer.open();
});

afterEach(() => {
  proxy.close();
});

/** AWS and the shop have names that only the proxy can resolve. */
async function verify(inputs: Record<string, string>, env: Record<string, string> = {}) {
  const aws = new URL(account.env['AWS_ENDPOINT_URL'] ?? '');
  return await run('verify-target-health', {
    inputs: { ...WITH, url: shopUrl(), ...inputs },
    env: {
      ...account.env,
      AWS_ENDPOINT_URL: `http://aws.example.test:${aws.port}`,
      NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem'),
      ...env,
    },
  });
}

async function readAll(message: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of message.setEncoding('utf8')) text += String(part);
  return text;
}

function shopUrl(): string {
  return `https://${HOST}:${(shop.address() as AddressInfo).port}/`;
}

describe('a proxy', () => {
  test.each([
    ['HTTP_PROXY', 'HTTPS_PROXY'],
    ['http_proxy', 'https_proxy'],
  ])('in %s and %s takes every request to AWS and to the service', async (plain, secure) => {
    const result = await verify({}, { [plain]: proxy.url, [secure]: proxy.url });
    expect(result.errors).toEqual([]);
    expect(new Set(proxy.seen)).toEqual(
      new Set([
        `POST ${new URL(account.env['AWS_ENDPOINT_URL'] ?? '').host.replace('127.0.0.1', 'aws.example.test')}`,
        `CONNECT ${new URL(shopUrl()).host}`,
      ]),
    );
  });

  test('given as an input wins over the environment, and its password is never shown', async () => {
    const dead = 'http://127.0.0.1:1';
    const own = proxy.url.replace('://', '://user:hunter2@');
    const result = await verify({ 'http-proxy': own }, { HTTP_PROXY: dead, HTTPS_PROXY: dead });
    expect(result.errors).toEqual([]);
    expect(new Set(proxy.credentials)).toEqual(new Set([`Basic ${btoa('user:hunter2')}`]));
    const printed = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(printed.join('\n')).not.toContain('hunter2');
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['NO_PROXY', {}, { NO_PROXY: '.example.test' }],
    ['no_proxy', {}, { no_proxy: '.example.test' }],
    ['NO_PROXY without a dot', {}, { NO_PROXY: 'example.test' }],
    ['NO_PROXY with a star', {}, { NO_PROXY: '*.example.test' }],
    ['NO_PROXY for all', {}, { NO_PROXY: '*' }],
    ['no-proxy', { 'no-proxy': '.example.test' }, { NO_PROXY: 'elsewhere.example.test' }],
  ])('is not asked for the hosts of %s', async (_, inputs, env) => {
    const result = await verify(inputs, {
      HTTP_PROXY: proxy.url,
      HTTPS_PROXY: proxy.url,
      ...env,
    });
    expect(result.exitCode).toBe(1);
    expect(proxy.seen).toEqual([]);
  });

  test('takes the request for GitHub’s identity token', async () => {
    const github = await IdentityProvider.open();
    const direct = new URL(github.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '');
    const url = direct.href.replace(direct.hostname, 'github.example.test');
    try {
      const result = await verify(
        { 'role-to-assume': 'arn:aws:iam::123456789012:role/deploy' },
        { ...github.env, ACTIONS_ID_TOKEN_REQUEST_URL: url, HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url },
      );
      expect(result.errors).toEqual([]);
      expect(github.asked).toHaveLength(1);
      expect(proxy.seen.some((one) => one.endsWith(` github.example.test:${direct.port}`))).toBe(true);
    } finally {
      await github.close();
    }
  });

  describe('the comparison of two commits', () => {
    const [OURS, THEIRS] = ['0123456789abcdef0123456789abcdef01234567', 'f'.repeat(40)];
    let github: FakeGithub;
    let live: LiveService;

    beforeEach(async () => {
      [github, live] = await Promise.all([FakeGithub.open(), LiveService.open()]);
      github.relation = 'behind';
      await live.register('web');
      await live.call('ecs', 'TagResource', {
        resourceArn: (await live.service()).taskDefinition,
        tags: [{ key: 'cutover:commit', value: THEIRS }],
      });
    });

    afterEach(async () => {
      await Promise.all([github.close(), live.close()]);
    });

    test.each<[string, Record<string, string>, (url: string) => Record<string, string>]>([
      ['the environment', {}, (url) => ({ HTTP_PROXY: url, HTTPS_PROXY: url })],
      ['an input', { 'http-proxy': 'yes' }, () => ({})],
    ])('goes through the proxy of %s', async (_, inputs, env) => {
      const direct = new URL(github.env['GITHUB_API_URL'] ?? '');
      const result = await run('blue-green-codedeploy', {
        inputs: {
          cluster: 'shop',
          service: 'web',
          'task-definition-arn': 'web:2',
          'github-token': 'let-me-read',
          ...(inputs['http-proxy'] === undefined ? {} : { 'http-proxy': proxy.url }),
        },
        env: {
          ...live.env,
          GITHUB_SHA: OURS,
          GITHUB_API_URL: `http://github.example.test:${direct.port}`,
          ...env(proxy.url),
        },
      });
      expect(result.errors[0]).toContain('Commit 0123456 is older than fffffff of web:1, which serves.');
      expect(github.compared).toEqual([`${THEIRS}...${OURS}`]);
      expect(proxy.seen).toEqual([expect.stringMatching(` github\\.example\\.test:${direct.port}$`)]);
    });

    test('says that it was not made when the proxy lets nobody through, and never with the token', async () => {
      proxy.refuse = 407;
      const result = await run('blue-green-codedeploy', {
        inputs: {
          cluster: 'shop',
          service: 'web',
          'task-definition-arn': 'web:2',
          'poll-interval-seconds': '0.1',
          'github-token': 'let-me-read',
        },
        env: {
          ...live.env,
          GITHUB_SHA: OURS,
          GITHUB_API_URL: 'http://github.example.test:1',
          HTTP_PROXY: proxy.url,
          HTTPS_PROXY: proxy.url,
        },
      });
      expect(result.errors).toEqual([]);
      expect(result.stdout).toContain('could not be found out: GitHub could not be asked');
      const printed = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
      expect(printed.join('\n')).not.toContain('let-me-read');
      expect(await live.serving()).toBe('web:2');
    });
  });

  test('takes every byte that goes to the registry', async () => {
    const certificate = selfSigned('registry.localhost');
    await writeFile(join(folder, 'registry.pem'), certificate.cert);
    // The simulator answers with the address of its registry as the client named it.
    let host = '';
    const forward: RequestListener = (incoming, response) => {
      const { method, url: path } = incoming;
      const to = new URL(account.env['AWS_ENDPOINT_URL'] ?? '');
      const outgoing = request(
        { host: to.hostname, port: to.port, method, path, headers: { ...incoming.headers, host } },
        (answer) => {
          const secure = (text: string): string => text.replaceAll(`http://${host}`, `https://${host}`);
          const { location, ...headers } = answer.headers;
          const moved = location === undefined ? {} : { location: secure(location) };
          if (/json/.test(headers['content-type'] ?? '')) {
            delete headers['content-length'];
            response.writeHead(answer.statusCode ?? 502, { ...headers, ...moved });
            void readAll(answer).then((text) => response.end(secure(text)));
          } else {
            response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...moved });
            answer.pipe(response);
          }
        },
      );
      incoming.pipe(outgoing);
    };
    const [api, registry] = [createPlain(forward), createServer(certificate, forward)];
    await Promise.all(
      [api, registry].map((one) => new Promise<void>((done) => one.listen(0, '127.0.0.1', done))),
    );
    host = `registry.localhost:${(registry.address() as AddressInfo).port}`;
    const workspace = join(folder, 'layout');
    const made = await writeLayout(join(workspace, 'image'), [Buffer.alloc(300_000, 'layer')]);
    try {
      const result = await run('build-push-ecr', {
        workspace,
        inputs: { repository: 'proxied', 'create-repository': 'true', 'oci-layout': 'image', tag: 'v1' },
        env: {
          ...account.env,
          AWS_ENDPOINT_URL: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
          NODE_EXTRA_CA_CERTS: join(folder, 'registry.pem'),
          HTTP_PROXY: proxy.url,
          HTTPS_PROXY: proxy.url,
        },
      });
      expect(result.errors).toEqual([]);
      expect(result.outputs['image']).toBe(`${host}/proxied@${made.digest}`);
      expect(new Set(proxy.seen)).toEqual(new Set([`CONNECT ${host}`]));
    } finally {
      for (const one of [api, registry]) {
        one.closeAllConnections();
        one.close();
      }
    }
  });

  test('is not asked for addresses of this machine', async () => {
    const result = await run('verify-target-health', {
      inputs: WITH,
      env: { ...account.env, HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url },
    });
    expect(result.errors).toEqual([]);
    expect(proxy.seen).toEqual([]);
  });

  test('that lets nobody through is named', async () => {
    proxy.refuse = 403;
    const result = await verify(
      { 'wait-for-minutes': '0.01' },
      { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url },
    );
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain(`through the proxy ${new URL(proxy.url).host}`);
    expect(result.errors[0]).toContain('no-proxy');
  });

  test('with an address that can’t be one is refused, without its password', async () => {
    const result = await verify({ 'http-proxy': 'socks5://user:hunter2@proxy.example.com' });
    expect(result.errors[0]).toContain('Input http-proxy is not the address of an HTTP proxy');
    expect(result.errors[0]).not.toContain('hunter2');
  });
});

describe('whose credentials they are', () => {
  const inputs = { ...WITH, 'wait-for-minutes': '0.1' };

  test('an account that is not allowed ends the action before it asks for anything else', async () => {
    const before = account.calls('DescribeServices').length;
    const result = await run('verify-target-health', {
      inputs: { ...inputs, 'allowed-account-ids': '210987654321, 345678901234' },
      env: account.env,
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('the credentials belong to account 123456789012');
    expect(account.calls('DescribeServices')).toHaveLength(before);
  });

  test('an account that is allowed goes on', async () => {
    const result = await run('verify-target-health', {
      inputs: { ...inputs, 'allowed-account-ids': '123456789012' },
      env: account.env,
    });
    expect(result.errors).toEqual([]);
  });

  test.each([
    ['role-external-id', { 'role-external-id': 'partner-7' }, 'partner-7'],
    ['role-chaining', { 'role-chaining': '1' }, undefined],
  ])('%s: the credentials of the environment assume the role', async (_, more, ExternalId) => {
    const before = account.calls('AssumeRole').length;
    const result = await run('verify-target-health', {
      inputs: { ...inputs, 'role-to-assume': 'arn:aws:iam::123456789012:role/partner', ...more },
      env: account.env,
    });
    expect(result.errors).toEqual([]);
    expect(account.calls('AssumeRole').slice(before)).toEqual([
      expect.objectContaining({
        RoleArn: 'arn:aws:iam::123456789012:role/partner',
        ...(ExternalId === undefined ? {} : { ExternalId }),
      }),
    ]);
  });

  test.each([
    ['retry-max-attempts', '3'],
    ['max-retries', '2'],
  ])('%s: as many attempts at a call', async (input, attempts) => {
    const { 'retry-max-attempts': _, ...others } = inputs;
    account.fault({
      operation: 'DescribeServices',
      error: { code: 'ServerException', message: 'no', status: 500 },
      times: Number(attempts),
    });
    const before = account.calls('DescribeServices').length;
    await run('verify-target-health', { inputs: { ...others, [input]: attempts }, env: account.env });
    expect(account.calls('DescribeServices').length - before).toBe(Number(attempts));
  });
});
