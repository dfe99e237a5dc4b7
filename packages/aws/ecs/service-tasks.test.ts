import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { clientOptions } from '../client/options.ts';
import { testConnection } from '../testing/connection.ts';
import { ServiceTasks } from './service-tasks.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** An ECS that gives one answer to each operation. */
async function serve(
  answers: Readonly<Record<string, unknown>>,
): Promise<{ tasks: ServiceTasks; asked: string[] }> {
  const asked: string[] = [];
  server = createServer((request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    asked.push(operation);
    request.resume().on('end', () => {
      response
        .writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify(answers[operation]));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const options = {
    ...clientOptions('us-east-1', testConnection()),
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  };
  return { tasks: new ServiceTasks(options), asked };
}

const INSTANCE = 'arn:aws:ecs:us-east-1:123456789012:container-instance/shop/1';
const TASK = 'arn:aws:ecs:us-east-1:123456789012:task/shop/1';

test('a task in bridge mode is known by its instance and the ports that it has there', async () => {
  const { tasks, asked } = await serve({
    ListTasks: { taskArns: [TASK] },
    DescribeTasks: {
      tasks: [
        {
          taskArn: TASK,
          containerInstanceArn: INSTANCE,
          containers: [{ name: 'app', networkBindings: [{ containerPort: 80, hostPort: 32768 }] }],
        },
      ],
    },
    DescribeContainerInstances: {
      containerInstances: [{ containerInstanceArn: INSTANCE, ec2InstanceId: 'i-0123456789abcdef0' }],
    },
  });
  expect(await tasks.running('shop', 'web')).toMatchObject([{ addresses: ['i-0123456789abcdef0:32768'] }]);
  await tasks.running('shop', 'web');
  expect(asked.filter((operation) => operation === 'DescribeContainerInstances')).toHaveLength(1);
});

test('a task with a network interface is known by all its addresses, and no instance is asked for', async () => {
  const { tasks, asked } = await serve({
    ListTasks: { taskArns: [TASK] },
    DescribeTasks: {
      tasks: [
        {
          taskArn: TASK,
          containerInstanceArn: INSTANCE,
          attachments: [{ details: [{ name: 'privateIPv4Address', value: '10.0.0.1' }] }],
          containers: [
            {
              name: 'app',
              networkInterfaces: [{ privateIpv4Address: '10.0.0.1', ipv6Address: '2001:db8::1' }],
            },
          ],
        },
      ],
    },
  });
  expect(await tasks.running('shop', 'web')).toMatchObject([{ addresses: ['10.0.0.1', '2001:db8::1'] }]);
  expect(asked).toEqual(['ListTasks', 'DescribeTasks']);
});
