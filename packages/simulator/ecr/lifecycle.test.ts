import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  CreateRepositoryCommand,
  DeleteLifecyclePolicyCommand,
  DescribeImagesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  GetLifecyclePolicyCommand,
  PutLifecyclePolicyCommand,
} from '@aws-sdk/client-ecr';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { buildImage, OCI_INDEX, Pusher, tarball } from './push.ts';

const repositoryName = 'shop';
let simulator: RunningSimulator;
let ecr: ECRClient;

beforeEach(async () => {
  simulator = await startSimulator({ timeScale: 0 });
  ecr = new ECRClient({
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await ecr.send(new CreateRepositoryCommand({ repositoryName }));
});

afterEach(async () => {
  ecr.destroy();
  await simulator.close();
});

/** With a login of its own: a password lasts half a day. */
async function pusher(): Promise<Pusher> {
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  return new Pusher(simulator.url, repositoryName, authorizationData?.[0]?.authorizationToken ?? '');
}

async function put(...selections: object[]): Promise<void> {
  const rules = selections.map((selection, index) => ({
    rulePriority: index + 1,
    selection,
    action: { type: 'expire' },
  }));
  await ecr.send(
    new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText: JSON.stringify({ rules }) }),
  );
}

async function left(): Promise<string[]> {
  const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName }));
  return (imageDetails ?? []).map(({ imageTags, imageDigest }) => imageTags?.[0] ?? imageDigest ?? '');
}

async function advance(hours: number): Promise<void> {
  await fetch(`${simulator.url}/_simulator/clock`, {
    method: 'POST',
    body: JSON.stringify({ advanceSeconds: hours * 3600 }),
  });
}

test('images expire once a day, an index before its images', async () => {
  const child = buildImage([tarball({ name: 'child' })]);
  await (await pusher()).push(child, child.digest);
  const { digest, manifest } = child;
  const manifests = [
    { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: manifest.length },
  ];
  const index = JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests });
  expect((await (await pusher()).manifest('v1', index, OCI_INDEX)).status).toBe(201);
  await put({ tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 2 });
  await advance(48);
  await (await pusher()).push(buildImage([tarball({ name: 'young' })]), 'v2');
  expect(await left()).toEqual([child.digest, 'v1', 'v2']);
  await advance(23);
  expect(await left()).toEqual([child.digest, 'v1', 'v2']);
  await advance(1);
  expect(await left()).toEqual([child.digest, 'v2']);
  await advance(24);
  expect(await left()).toEqual(['v2']);
  const { lastEvaluatedAt } = await ecr.send(new GetLifecyclePolicyCommand({ repositoryName }));
  expect(simulator.sim.clock.now() - (lastEvaluatedAt?.getTime() ?? 0)).toBeLessThan(1000);
});

test('another policy is carried out at the hour of the first, a deleted one never', async () => {
  await (await pusher()).push(buildImage([tarball({ name: 'one' })]), 'v1');
  await put({ tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 1 });
  await advance(23);
  await (await pusher()).push(buildImage([tarball({ name: 'two' })]), 'v2');
  await put({ tagStatus: 'tagged', tagPatternList: ['v*'], countType: 'imageCountMoreThan', countNumber: 1 });
  await advance(1);
  expect(await left()).toEqual(['v2']);
  await (await pusher()).push(buildImage([tarball({ name: 'three' })]), 'v3');
  await ecr.send(new DeleteLifecyclePolicyCommand({ repositoryName }));
  await advance(100);
  expect(await left()).toEqual(['v2', 'v3']);
});

test.each([
  { selection: { tagPrefixList: ['a'], tagPatternList: ['b'] }, message: /exclude each other/ },
  { selection: { tagPrefixList: [] }, message: /must be a list of texts/ },
  { selection: { tagPatternList: ['*a*b*c*d*'] }, message: /more than 4 wildcards/ },
])('refuses $selection', async ({ selection, message }) => {
  await expect(
    put({ tagStatus: 'tagged', countType: 'imageCountMoreThan', countNumber: 10, ...selection }),
  ).rejects.toThrow(message);
});
