import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { devNull } from 'node:os';
import { expect, test } from '@jest/globals';
import { environment, requireSimulator } from './target.ts';

const env = {
  PATH: '/bin',
  HOME: '/homes/me',
  AWS_PROFILE: 'production',
  AWS_ACCESS_KEY_ID: 'AKIAREAL',
  AWS_SECRET_ACCESS_KEY: 'real',
  AWS_SESSION_TOKEN: 'real',
  AWS_ENDPOINT_URL_ECS: 'https://ecs.us-east-1.amazonaws.com',
  AWS_WEB_IDENTITY_TOKEN_FILE: '/token',
  AWS_REGION: 'eu-west-1',
  GITHUB_TOKEN: 'ghp_x',
  INPUT_STACK: 'another',
  ACTIONS_RUNTIME_TOKEN: 'x',
};

test('an action against the simulator can reach no real account', () => {
  expect(environment({ simulator: 'http://127.0.0.1:4566' }, env)).toEqual({
    PATH: '/bin',
    HOME: '/homes/me',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'simulator',
    AWS_SECRET_ACCESS_KEY: 'simulator',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  });
});

test('against AWS it has the credentials of the terminal, and no inputs or tokens of a runner', () => {
  const { GITHUB_TOKEN: _, INPUT_STACK: __, ACTIONS_RUNTIME_TOKEN: ___, ...expected } = env;
  expect(environment({ simulator: undefined }, env)).toEqual(expected);
});

test('a server that is no simulator is refused', async () => {
  const server = createServer((_, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const simulator = `http://127.0.0.1:${port}`;
  await expect(requireSimulator({ simulator })).rejects.toThrow(
    `no simulator answers at ${simulator}; start one in another terminal: npm run simulator -- --port ${port}`,
  );
  await new Promise((resolve) => server.close(resolve));
  await expect(requireSimulator({ simulator })).rejects.toThrow('no simulator answers');
});
