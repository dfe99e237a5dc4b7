import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { STSClient, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { clientOptions } from './client-options.ts';

test('a call that is never answered ends', async () => {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { requestHandler, ...options } = clientOptions('us-east-1', 1);
  expect(requestHandler.requestTimeout).toBeGreaterThanOrEqual(30_000);
  const client = new STSClient({
    ...options,
    // The option is the one in use; only its length would make the test long.
    requestHandler: { ...requestHandler, requestTimeout: 50 },
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  try {
    await expect(client.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  } finally {
    client.destroy();
    server.closeAllConnections();
    server.close();
  }
});
