import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import type { Clock } from '@cutover/domain/clock';
import { CancelledError } from '@cutover/domain/errors';
import type { AnswerExpectation } from './expectation.ts';
import { ask } from './request.ts';
import { probe } from './round.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const clock: Clock = { now: () => Date.now(), random: () => 0, sleep: () => Promise.resolve() };
const { signal } = new AbortController();
const expected: AnswerExpectation = {
  statuses: [[200, 200]],
  body: undefined,
  headers: [],
  maxLatencyMs: undefined,
};
const question = (url: string, patienceMs = 30_000) => ({ url, hostHeader: undefined, patienceMs });

test('a connection that is closed without an answer', async () => {
  const url = await serve((request) => request.socket.destroy());
  expect(await ask(question(url), clock, signal)).toMatchObject({
    kind: 'silence',
    why: 'closed the connection without an answer',
  });
});

test.each<[string, RequestListener]>([
  ['no answer', () => undefined],
  [
    'an answer that stops in its middle',
    (_, response) => {
      response.writeHead(200).write('first');
    },
  ],
])('%s, until patience ends', async (_, listener) => {
  const url = await serve(listener);
  expect(await ask(question(url, 300), clock, signal)).toMatchObject({ kind: 'silence' });
});

test('a stream without an end is an answer, of which the first mebibyte counts', async () => {
  const url = await serve((_, response) => {
    const write = (): void => {
      while (response.write('x'.repeat(100_000)));
      response.once('drain', write);
    };
    write();
  });
  const reply = await ask(question(url), clock, signal);
  expect(reply.kind === 'answer' ? reply.answer.body.length : reply.why).toBe(1024 * 1024);
});

test('what the address says of user and password is sent', async () => {
  const url = await serve((request, response) => response.end(request.headers.authorization));
  const reply = await ask(question(url.replace('//', '//jane:s%20t@')), clock, signal);
  expect(reply).toMatchObject({
    answer: { body: `Basic ${Buffer.from('jane:s t').toString('base64')}` },
  });
});

test('a cancelled step waits for no answer', async () => {
  const url = await serve(() => undefined);
  const cancelled = new AbortController();
  const asking = ask(question(url), clock, cancelled.signal);
  cancelled.abort(new CancelledError('the job was cancelled'));
  await expect(asking).rejects.toThrow(CancelledError);
});

test('so many requests at a time and no more; one bad answer is enough', async () => {
  let count = 0;
  let open = 0;
  let most = 0;
  const url = await serve((_, response) => {
    most = Math.max(most, ++open);
    response.statusCode = ++count === 7 ? 500 : 200;
    setImmediate(() => {
      open--;
      response.end();
    });
  });
  const round = await probe(
    { url, hostHeader: undefined, expected, count: 12, concurrency: 3 },
    { clock, signal },
  );
  expect(most).toBeLessThanOrEqual(3);
  expect(round).toMatchObject({ ok: false, asked: 12, fine: 11, status: 500 });
  expect(round.complaint).toBe(
    `${url} answered 500, not 200 (1 of 12 requests were not answered as expected)`,
  );
});
