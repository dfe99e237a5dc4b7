import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { BatchGetImageResponse } from '@aws-sdk/client-ecr';
import type { DescribeServicesResponse, DescribeTaskDefinitionResponse } from '@aws-sdk/client-ecs';
import { type RunningSimulator, startSimulator } from '../start.ts';

jest.setTimeout(60_000);

let running: RunningSimulator;

beforeAll(async () => {
  running = await startSimulator({ timeScale: 100, sampleService: true });
});
afterAll(async () => {
  await running.close();
});

/** An image of ECR, as clients recognise it before they look it up there. */
const OF_ECR = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([^:@]+):(.+)$/;

test('the image of the sample service has its name in ECR, and is there', async () => {
  const { sim } = running;
  const { services } = await sim.call<DescribeServicesResponse>('ecs', 'DescribeServices', {
    cluster: 'sample',
    services: ['sample'],
  });
  const { taskDefinition } = await sim.call<DescribeTaskDefinitionResponse>('ecs', 'DescribeTaskDefinition', {
    taskDefinition: services?.[0]?.taskDefinition,
  });
  const images = taskDefinition?.containerDefinitions?.map(({ image = '' }) => image) ?? [];
  expect(images).toHaveLength(1);
  const [, registryId, region, repositoryName, imageTag] = OF_ECR.exec(images[0] ?? '') ?? [];
  expect({ registryId, region }).toEqual({ registryId: sim.account, region: sim.region });
  const answer = await sim.call<BatchGetImageResponse>('ecr', 'BatchGetImage', {
    registryId,
    repositoryName,
    imageIds: [{ imageTag }],
  });
  expect(answer.failures ?? []).toEqual([]);
  expect(answer.images).toHaveLength(1);
});
