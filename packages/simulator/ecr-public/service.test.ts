import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRPUBLICClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr-public';
import { ECRClient, DescribeRepositoriesCommand as DescribePrivate } from '@aws-sdk/client-ecr';
import { buildImage, Pusher, tarball } from '../ecr/push.ts';
import { type RunningSimulator, startSimulator } from '../start.ts';

const repositoryName = 'shop';
const image = buildImage([tarball({ name: 'shop' })]);
const options = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};
let simulator: RunningSimulator;
let ecr: ECRPUBLICClient;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 0 });
  ecr = new ECRPUBLICClient({ ...options, endpoint: simulator.url });
});

afterAll(async () => {
  ecr.destroy();
  await simulator.close();
});

test('a repository is created once, shown with the address of images, and known to the public API alone', async () => {
  const { repository } = await ecr.send(new CreateRepositoryCommand({ repositoryName }));
  const uri = `${new URL(simulator.url).host}/public.ecr.aws/a1b2c3d4/shop`;
  expect(repository).toMatchObject({
    repositoryName,
    repositoryUri: uri,
    repositoryArn: 'arn:aws:ecr-public::123456789012:repository/shop',
  });
  await expect(ecr.send(new CreateRepositoryCommand({ repositoryName }))).rejects.toMatchObject({
    name: 'RepositoryAlreadyExistsException',
  });
  await expect(ecr.send(new CreateRepositoryCommand({ repositoryName: 'Shop' }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  const { repositories } = await ecr.send(new DescribeRepositoriesCommand({}));
  expect(repositories?.map((one) => one.repositoryUri)).toEqual([uri]);
  await expect(
    ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['none'] })),
  ).rejects.toMatchObject({ name: 'RepositoryNotFoundException' });
  const other = new ECRClient({ ...options, endpoint: simulator.url });
  expect((await other.send(new DescribePrivate({}))).repositories).toEqual([]);
  other.destroy();
});

test('takes images, with the token as password or as bearer, and goes only when it is empty', async () => {
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  const token = authorizationData?.authorizationToken ?? '';
  await new Pusher(simulator.url, 'public.ecr.aws/a1b2c3d4/shop', token).push(image, 'v1');
  const address = `${simulator.url}/v2/public.ecr.aws/a1b2c3d4/shop/manifests/v1`;
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  expect(response.headers.get('docker-content-digest')).toBe(image.digest);
  expect((await fetch(address)).status).toBe(401);
  const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName }));
  expect(imageDetails).toEqual([
    expect.objectContaining({ imageDigest: image.digest, imageTags: ['v1'], repositoryName }),
  ]);
  await expect(ecr.send(new DeleteRepositoryCommand({ repositoryName }))).rejects.toMatchObject({
    name: 'RepositoryNotEmptyException',
  });
  await ecr.send(new DeleteRepositoryCommand({ repositoryName, force: true }));
  expect((await ecr.send(new DescribeRepositoriesCommand({}))).repositories).toEqual([]);
});
