import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { sendStream } from './registry-stream.ts';

async function* bytes(count: number): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < count; sent++) yield await Promise.resolve(new Uint8Array(65_536));
}

test('a registry that takes the connection and then nothing ends the upload instead of holding it for ever', async () => {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sending = sendStream(new URL(`http://127.0.0.1:${port}/v2/x`), {
    method: 'PATCH',
    headers: {},
    body: bytes(4),
    signal: new AbortController().signal,
    silenceMs: 200,
  });
  await expect(sending).rejects.toThrow('no byte moved for 0.2 s');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
