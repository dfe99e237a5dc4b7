import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { ConfigurationError } from '@cutover/domain/errors';
import { clientOptions } from './options.ts';
import { testConnection } from '../testing/connection.ts';
import { RoleCredentials } from './role-credentials.ts';

const MINUTE = 60_000;
const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:octo/shop:ref:refs/heads/main',
  aud: 'sts.amazonaws.com',
};
const TOKEN = `head.${Buffer.from(JSON.stringify(CLAIMS)).toString('base64url')}.signature`;

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Credentials of a quarter of an hour from an STS that numbers its keys, under a clock that is moved by hand. */
async function serve() {
  const state = {
    now: Date.UTC(2026, 0, 1),
    asked: 0,
    fails: false,
    code: 'AccessDenied',
    status: 403,
    token: (): Promise<string> => Promise.resolve(TOKEN),
    masked: [] as string[],
  };
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      state.asked += 1;
      const name = 'AssumeRoleWithWebIdentity';
      const body = state.fails
        ? `<ErrorResponse><Error><Type>Sender</Type><Code>${state.code}</Code><Message>no</Message></Error></ErrorResponse>`
        : `<${name}Response><${name}Result><Credentials><AccessKeyId>ASIA${state.asked}</AccessKeyId><SecretAccessKey>secret${state.asked}</SecretAccessKey><SessionToken>session${state.asked}</SessionToken><Expiration>2000-01-01T00:00:00Z</Expiration></Credentials></${name}Result></${name}Response>`;
      response.writeHead(state.fails ? state.status : 200, { 'content-type': 'text/xml' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const options = {
    ...clientOptions('us-east-1', testConnection()),
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  const credentials = new RoleCredentials(
    {
      roleArn: 'arn:aws:iam::123456789012:role/deploy',
      sessionName: 'test',
      durationSeconds: 900,
      token: () => state.token(),
      mask: (secret) => state.masked.push(secret),
    },
    options,
    () => state.now,
  );
  const key = async (): Promise<string> => (await credentials.provider()).accessKeyId;
  return { state, credentials, key };
}

test('credentials are fetched once, and again five minutes before their end', async () => {
  const { state, key } = await serve();
  expect(await Promise.all([key(), key()])).toEqual(['ASIA1', 'ASIA1']);
  state.now += 9 * MINUTE;
  expect(await key()).toBe('ASIA1');
  state.now += MINUTE;
  expect(await key()).toBe('ASIA2');
  expect(state.masked).toEqual(expect.arrayContaining(['ASIA2', 'secret2', 'session2']));
});

test('what fails is tried again while the old ones do, and told once they have ended', async () => {
  const { state, key } = await serve();
  await key();
  state.fails = true;
  state.now += 11 * MINUTE;
  expect(await key()).toBe('ASIA1');
  const { asked } = state;
  expect(await key()).toBe('ASIA1');
  expect(state.asked).toBe(asked);
  state.now += MINUTE;
  expect(await key()).toBe('ASIA1');
  expect(state.asked).toBe(asked + 1);
  state.now += 5 * MINUTE;
  await expect(key()).rejects.toMatchObject({ name: 'ConfigurationError' });
  state.fails = false;
  expect(await key()).toMatch(/^ASIA/);
});

test('credentials that AWS calls expired are not used again', async () => {
  const { credentials, key } = await serve();
  await key();
  credentials.expire();
  expect(await key()).toBe('ASIA2');
});

test.each(['AccessDenied', 'InvalidIdentityToken', 'IDPRejectedClaim'])(
  '%s tells the claims and the trust that would match',
  async (code) => {
    const { state, key } = await serve();
    Object.assign(state, { fails: true, code });
    const error = await key().catch((thrown: unknown) => thrown as ConfigurationError);
    expect(error).toBeInstanceOf(ConfigurationError);
    if (!(error instanceof ConfigurationError)) return;
    expect(error.message).toContain('sub "repo:octo/shop:ref:refs/heads/main" and aud "sts.amazonaws.com"');
    expect(error.fix).toContain(
      '"token.actions.githubusercontent.com:sub":"repo:octo/shop:ref:refs/heads/main"',
    );
    expect(`${error.message} ${error.fix}`).not.toContain(TOKEN);
  },
);

test('an outage of STS or GitHub is one that a wait may sit out', async () => {
  const { state, key } = await serve();
  await key();
  state.now += 20 * MINUTE;
  Object.assign(state, { fails: true, code: 'InternalFailure', status: 500 });
  await expect(key()).rejects.toMatchObject({ name: 'AwsCallError', transient: true });
  state.token = () => Promise.reject(new ConfigurationError({ what: 'no', fix: 'wait' }));
  await expect(key()).rejects.toMatchObject({ name: 'AwsCallError', transient: true });
});
