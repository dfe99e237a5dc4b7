import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { download } from './download.ts';
import { testConnection } from '../testing/connection.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that gives these answers in turn; `drop` breaks the connection. */
async function serve(answers: readonly (number | 'drop')[]): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  server = createServer((request, response) => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    if (answer === 'drop') request.socket.destroy();
    else response.writeHead(answer ?? 500).end('text');
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked: () => asked };
}

test.each<[string, readonly (number | 'drop')[], number]>([
  ['at once', [200], 1],
  ['after a broken connection', ['drop', 200], 2],
  ['after answers of a busy server', [503, 429, 200], 3],
])('an object is read %s', async (_, answers, times) => {
  const { url, asked } = await serve(answers);
  expect(await download(testConnection(), 'ecr:GetDownloadUrlForLayer', url)).toBe('text');
  expect(asked()).toBe(times);
});

test.each<[string, readonly (number | 'drop')[], number, RegExp]>([
  ['it may not be read', [403], 1, /HTTP 403/],
  ['it can never be read', [500], 4, /HTTP 500/],
])('an error names the reason when %s', async (_, answers, times, reason) => {
  const { url, asked } = await serve(answers);
  await expect(download(testConnection(), 'ecr:GetDownloadUrlForLayer', url)).rejects.toThrow(reason);
  expect(asked()).toBe(times);
});
