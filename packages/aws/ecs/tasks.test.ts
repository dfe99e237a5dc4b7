import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { clientOptions } from '../client/options.ts';
import { testConnection } from '../testing/connection.ts';
import { Tasks } from './tasks.ts';

test('tasks beyond the first hundred are listed and described too', async () => {
  const all = Array.from({ length: 230 }, (_, index) => `arn:aws:ecs:us-east-1:123456789012:task/${index}`);
  const server = createServer((request, response) => {
    let body = '';
    request
      .on('data', (chunk: Buffer) => (body += chunk.toString()))
      .on('end', () => {
        const asked = JSON.parse(body) as { nextToken?: string; tasks?: string[] };
        const from = Number(asked.nextToken ?? 0);
        const answer =
          asked.tasks === undefined
            ? {
                taskArns: all.slice(from, from + 100),
                ...(from + 100 < all.length ? { nextToken: String(from + 100) } : {}),
              }
            : { tasks: asked.tasks.map((taskArn) => ({ taskArn })) };
        const refused = (asked.tasks?.length ?? 0) > 100;
        response
          .writeHead(refused ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
          .end(JSON.stringify(refused ? { __type: 'InvalidParameterException' } : answer));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const options = {
      ...clientOptions('us-east-1', testConnection()),
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    };
    const tasks = new Tasks(options);
    const arns = await tasks.list('shop', { family: 'web' });
    expect(arns).toEqual(all);
    expect((await tasks.describe('shop', arns)).map(({ arn }) => arn)).toEqual(all);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
