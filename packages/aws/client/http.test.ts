import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { headersFor, Http } from './http.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function* bytes(count: number): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < count; sent++) yield await Promise.resolve(new Uint8Array(65_536));
}

const signal = new AbortController().signal;
const get = { method: 'GET', headers: {}, signal };

describe('an endpoint', () => {
  test('that takes the connection and then nothing ends the upload', async () => {
    const url = await serve(() => undefined);
    const sending = new Http().send(new URL(`${url}/v2/x`), {
      method: 'PATCH',
      headers: {},
      body: bytes(4),
      signal,
      silenceMs: 200,
    });
    await expect(sending).rejects.toThrow('no byte moved for 0.2 s');
  });

  test('that drips its answer is left', async () => {
    let drip: NodeJS.Timeout | undefined;
    const url = await serve((_, response) => {
      response.writeHead(200);
      drip = setInterval(() => response.write('.'), 10);
    });
    await expect(new Http().send(new URL(url), { ...get, totalMs: 300 })).rejects.toThrow(/not done within/);
    clearInterval(drip);
  });

  test('whose answer has no end is left', async () => {
    const url = await serve((_, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(65_536))) continue;
        response.once('drain', more);
      };
      more();
    });
    await expect(new Http().send(new URL(url), { ...get, answerLimit: 1024 * 1024 })).rejects.toThrow(
      /larger than 1 MiB/,
    );
  });

  test('that redirects for ever is left', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(302, { location: `/${asked}` }).end();
    });
    await expect(new Http().send(new URL(url), get)).rejects.toThrow(/more than 5 redirects/);
  });

  test('is left at once when the job is cancelled', async () => {
    const controller = new AbortController();
    const url = await serve(() => {
      controller.abort(new Error('cancelled'));
    });
    await expect(new Http().send(new URL(url), { ...get, signal: controller.signal })).rejects.toThrow(
      /aborted/,
    );
  });
});

describe('the login', () => {
  const headers = { authorization: 'Basic secret', accept: '*/*' };

  test('stays with the origin that it is for, on a redirect too', async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end('blob');
    });
    const url = await serve((request, response) => {
      if (request.url === '/blob') response.writeHead(307, { location: `${elsewhere}/x` }).end();
      else if (request.url === '/same') response.writeHead(307, { location: '/own' }).end();
      else {
        seen.push(request.headers.authorization);
        response.end('own');
      }
    });
    const http = new Http();
    expect(await (await http.send(new URL(`${url}/blob`), { ...get, headers })).text()).toBe('blob');
    expect(await (await http.send(new URL(`${url}/same`), { ...get, headers })).text()).toBe('own');
    expect(seen).toEqual([undefined, 'Basic secret']);
  });

  test.each([
    ['https://registry.example.com/v2/x', 'https://registry.example.com/y', 'Basic secret'],
    ['https://registry.example.com/v2/x', 'https://storage.example.com/y', undefined],
    ['https://registry.example.com/v2/x', 'https://registry.example.com:8443/y', undefined],
    ['http://127.0.0.1:1/v2/x', 'http://127.0.0.1:2/y', undefined],
  ])('from %s to %s', (origin, next, expected) => {
    expect(headersFor(new URL(next), new URL(origin), headers)['authorization']).toBe(expected);
  });

  test('nothing is sent in plain HTTP that began in HTTPS', () => {
    const origin = new URL('https://registry.example.com/v2/x');
    expect(() => headersFor(new URL('http://registry.example.com/y'), origin, headers)).toThrow(
      /without encryption/,
    );
  });
});
