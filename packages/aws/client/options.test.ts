import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { CancelledError } from '@cutover/domain/errors';
import { clientOptions, type ClientOptions } from './options.ts';
import type { Connection } from './connection.ts';
import { Deployments } from '../codedeploy/deployments.ts';
import { Identity } from '../identity.ts';
import type { Limits } from './request-handler.ts';
import { Tasks } from '../ecs/tasks.ts';
import { testConnection } from '../testing/connection.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Options of clients for an endpoint that answers so. */
async function endpoint(
  listener: RequestListener,
  connection: Connection = testConnection(),
  limits?: Limits,
): Promise<ClientOptions> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const options = {
    ...clientOptions('us-east-1', connection, limits),
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  };
  return options;
}

const CREATION = {
  application: 'shop',
  group: 'web',
  appSpec: '{}',
  description: 'x',
  autoRollbackEvents: [],
};

describe('an endpoint whose clock is an hour ahead', () => {
  test.each([
    ['ResourceNotFoundException', 1],
    ['AccessDeniedException', 1],
    ['InvalidSignatureException', 2],
  ])('refuses with %s after %d calls', async (code, calls) => {
    let asked = 0;
    const options = await endpoint(
      (_, response) => {
        asked += 1;
        response.setHeader('date', new Date(Date.now() + asked * 3_600_000).toUTCString());
        response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
        response.end(JSON.stringify({ __type: code, message: 'no' }));
      },
      testConnection({ attempts: 8 }),
    );
    await expect(new Deployments(options).get('d-1')).rejects.toThrow('no');
    expect(asked).toBe(calls);
  });
});

describe('an endpoint', () => {
  test('that never answers is left', async () => {
    const options = await endpoint(() => undefined, testConnection(), { answerMs: 100 });
    await expect(new Identity(options).caller()).rejects.toMatchObject({
      code: 'TimeoutError',
      transient: true,
    });
  });

  test('that drips its answer is left', async () => {
    let drip: NodeJS.Timeout | undefined;
    const options = await endpoint(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/xml' });
        drip = setInterval(() => response.write(' '), 10);
      },
      testConnection(),
      { answerMs: 300 },
    );
    await expect(new Identity(options).caller()).rejects.toMatchObject({ code: 'TimeoutError' });
    clearInterval(drip);
  });

  test('whose answer has no end is left, and not asked again', async () => {
    let asked = 0;
    const options = await endpoint(
      (_, response) => {
        asked += 1;
        const more = (): void => {
          while (response.write(Buffer.alloc(65_536, ' '))) continue;
          response.once('drain', more);
        };
        more();
      },
      testConnection({ attempts: 3 }),
      { answerBytes: 1024 * 1024 },
    );
    await expect(new Identity(options).caller()).rejects.toMatchObject({ code: 'AnswerTooLarge' });
    expect(asked).toBe(1);
  });

  test('whose page token repeats is not walked for ever', async () => {
    let asked = 0;
    const options = await endpoint((_, response) => {
      asked += 1;
      response
        .writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify({ taskArns: ['t'], nextToken: ['a', 'b'][asked % 2] }));
    });
    await expect(new Tasks(options).list('shop', { family: 'web' })).rejects.toMatchObject({
      code: 'EndlessPages',
    });
    expect(asked).toBeLessThan(5);
  });
});

describe('attempts', () => {
  const failing = (code: string, status: number) => {
    let asked = 0;
    const listener: RequestListener = (_, response) => {
      asked += 1;
      response
        .writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify({ __type: code, message: 'no' }));
    };
    return { listener, asked: () => asked };
  };

  test.each([
    ['ThrottlingException', 400, 4],
    ['ThrottleException', 400, 4],
    ['ServerException', 500, 4],
    ['InvalidParameterException', 400, 1],
  ])('after %s (%i): %i', async (code, status, times) => {
    const pauses: number[] = [];
    const { asked, listener } = failing(code, status);
    const clock = {
      now: () => 0,
      random: () => 0,
      sleep: (ms: number) => {
        pauses.push(ms);
        return Promise.resolve();
      },
    };
    const options = await endpoint(listener, testConnection({ attempts: 4, clock }));
    await expect(new Tasks(options).list('shop', { family: 'web' })).rejects.toThrow(code);
    expect(asked()).toBe(times);
    expect(pauses).toHaveLength(times - 1);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  });

  test('a creation without a token is asked for once', async () => {
    const { asked, listener } = failing('ServerException', 500);
    const options = await endpoint(listener, testConnection({ attempts: 4 }));
    expect(await new Deployments(options).create(CREATION)).toMatchObject({ kind: 'unknown' });
    expect(asked()).toBe(1);
  });

  test('all together have a limit', async () => {
    let now = 0;
    const { asked, listener } = failing('ServerException', 500);
    const clock = { now: () => (now += 60_000), random: () => 0, sleep: () => Promise.resolve() };
    const options = await endpoint(listener, testConnection({ attempts: 20, clock }));
    await expect(new Tasks(options).list('shop', { family: 'web' })).rejects.toThrow(/ServerException/);
    expect(asked()).toBeLessThan(5);
  });
});

describe('a cancellation of the job', () => {
  const REASON = new CancelledError('cancelled');

  test('ends a read that is under way at once', async () => {
    const controller = new AbortController();
    const options = await endpoint(
      () => {
        controller.abort(REASON);
      },
      testConnection({ signal: controller.signal }),
    );
    await expect(new Tasks(options).list('shop', { family: 'web' })).rejects.toBe(REASON);
  });

  test('ends the pause before the next attempt', async () => {
    const controller = new AbortController();
    const clock = {
      now: () => 0,
      random: () => 0,
      sleep: (_: number, signal?: AbortSignal) =>
        new Promise<void>((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(REASON);
          });
          controller.abort(REASON);
        }),
    };
    const options = await endpoint(
      (_, response) => response.writeHead(500).end(),
      testConnection({ attempts: 4, clock, signal: controller.signal }),
    );
    await expect(new Tasks(options).list('shop', { family: 'web' })).rejects.toBe(REASON);
  });

  test('gives a write that is under way a moment, and calls its end unknown', async () => {
    const controller = new AbortController();
    const connection = testConnection({ signal: controller.signal });
    const silent = await endpoint(
      () => {
        controller.abort(REASON);
      },
      connection,
      { graceMs: 50 },
    );
    expect(await new Deployments(silent).create(CREATION)).toMatchObject({ kind: 'unknown' });
  });

  test('lets a write whose answer comes in time have its effect', async () => {
    const controller = new AbortController();
    const options = await endpoint(
      (_, response) => {
        controller.abort(REASON);
        response
          .writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
          .end(JSON.stringify({ deploymentId: 'd-OURS' }));
      },
      testConnection({ signal: controller.signal }),
    );
    expect(await new Deployments(options).create(CREATION)).toEqual({ kind: 'created', id: 'd-OURS' });
  });

  test('touches no call that begins later: it makes production safe', async () => {
    const controller = new AbortController();
    controller.abort(REASON);
    const options = await endpoint(
      (_, response) =>
        response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify({})),
      testConnection({ signal: controller.signal }),
    );
    expect(await new Deployments(options).stop('d-OURS', { rollback: true })).toBe('stopping');
    expect(await new Tasks(options).list('shop', { family: 'web' })).toEqual([]);
  });
});
