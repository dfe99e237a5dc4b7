import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  BatchCheckLayerAvailabilityCommand,
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  CompleteLayerUploadCommand,
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeImageScanFindingsCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  GetDownloadUrlForLayerCommand,
  GetLifecyclePolicyCommand,
  InitiateLayerUploadCommand,
  ListImagesCommand,
  ListTagsForResourceCommand,
  PutImageCommand,
  PutLifecyclePolicyCommand,
  StartImageScanCommand,
  TagResourceCommand,
  UploadLayerPartCommand,
} from '@aws-sdk/client-ecr';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { type BuiltImage, buildImage, Pusher, sha256, tarball } from './push.ts';

let simulator: RunningSimulator;
let ecr: ECRClient;
let token: string;
let repositoryName: string;
let image: BuiltImage;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 0 });
  ecr = new ECRClient({
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  token = authorizationData?.[0]?.authorizationToken ?? '';
});

beforeEach(async () => {
  repositoryName = `r-${randomBytes(4).toString('hex')}`;
  await ecr.send(
    new CreateRepositoryCommand({
      repositoryName,
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
    }),
  );
  image = buildImage([tarball({ name: repositoryName })]);
  await new Pusher(simulator.url, repositoryName, token).push(image, 'v1');
});

afterAll(async () => {
  ecr.destroy();
  await simulator.close();
});

describe('repositories', () => {
  test('the uri names the simulator, without a scheme', async () => {
    const { repositories } = await ecr.send(
      new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] }),
    );
    expect(repositories?.[0]).toMatchObject({
      repositoryUri: `${simulator.url.replace('http://', '')}/${repositoryName}`,
      repositoryArn: `arn:aws:ecr:us-east-1:123456789012:repository/${repositoryName}`,
      imageTagMutability: 'IMMUTABLE',
    });
  });

  test('the password is the registry login and lasts twelve hours', async () => {
    const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
    const [data] = authorizationData ?? [];
    expect(data?.proxyEndpoint).toBe(simulator.url);
    expect(Buffer.from(data?.authorizationToken ?? '', 'base64').toString()).toMatch(/^AWS:.{20,}$/);
    const left = (data?.expiresAt?.getTime() ?? 0) - simulator.sim.clock.now();
    expect(left).toBe(12 * 3600 * 1000);
  });

  test.each([
    { name: 'a', code: 'InvalidParameterException' },
    { name: 'Upper/Case', code: 'InvalidParameterException' },
    { name: 'trailing-', code: 'InvalidParameterException' },
    { name: 'x'.repeat(257), code: 'InvalidParameterException' },
  ])('the name $name is refused with $code', async ({ name, code }) => {
    await expect(ecr.send(new CreateRepositoryCommand({ repositoryName: name }))).rejects.toMatchObject({
      name: code,
    });
  });

  test('twice the same name, a missing one and one with images', async () => {
    await expect(ecr.send(new CreateRepositoryCommand({ repositoryName }))).rejects.toMatchObject({
      name: 'RepositoryAlreadyExistsException',
    });
    await expect(
      ecr.send(new DescribeRepositoriesCommand({ repositoryNames: [repositoryName, 'nothing'] })),
    ).rejects.toMatchObject({
      name: 'RepositoryNotFoundException',
      message: "The repository with name 'nothing' does not exist in the registry with id '123456789012'",
    });
    await expect(ecr.send(new DeleteRepositoryCommand({ repositoryName }))).rejects.toMatchObject({
      name: 'RepositoryNotEmptyException',
    });
    await ecr.send(new DeleteRepositoryCommand({ repositoryName, force: true }));
  });

  test('tags and lifecycle policy', async () => {
    const resourceArn = `arn:aws:ecr:us-east-1:123456789012:repository/${repositoryName}`;
    await ecr.send(new TagResourceCommand({ resourceArn, tags: [{ Key: 'a', Value: 'b' }] }));
    expect((await ecr.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual([
      { Key: 'a', Value: 'b' },
    ]);
    await expect(ecr.send(new GetLifecyclePolicyCommand({ repositoryName }))).rejects.toMatchObject({
      name: 'LifecyclePolicyNotFoundException',
    });
    const rule = {
      rulePriority: 1,
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 },
      action: { type: 'expire' },
    };
    const lifecyclePolicyText = JSON.stringify({ rules: [rule] });
    await ecr.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText }));
    expect(await ecr.send(new GetLifecyclePolicyCommand({ repositoryName }))).toMatchObject({
      lifecyclePolicyText,
    });
    const broken = JSON.stringify({ rules: [{ ...rule, selection: { tagStatus: 'all' } }] }, null, 4);
    await expect(
      ecr.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText: broken })),
    ).rejects.toThrow(/tagStatus in the rule with priority 1/);
  });
});

describe('images', () => {
  test('DescribeImages throws where BatchGetImage reports', async () => {
    const imageIds = [{ imageTag: 'v1' }, { imageTag: 'v2' }];
    await expect(ecr.send(new DescribeImagesCommand({ repositoryName, imageIds }))).rejects.toMatchObject({
      name: 'ImageNotFoundException',
      message: `The image with imageId {imageDigest:'null', imageTag:'v2'} does not exist within the repository with name '${repositoryName}' in the registry with id '123456789012'`,
    });
    const batch = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds }));
    expect(batch.images?.[0]).toMatchObject({
      imageManifest: image.manifest,
      imageId: { imageTag: 'v1', imageDigest: image.digest },
    });
    expect(batch.failures).toEqual([
      {
        imageId: { imageTag: 'v2' },
        failureCode: 'ImageNotFound',
        failureReason: 'Requested image not found',
      },
    ]);
  });

  test('PutImage tags a digest again; the same tag is known or immutable', async () => {
    const put = new PutImageCommand({ repositoryName, imageManifest: image.manifest, imageTag: 'v1' });
    await expect(ecr.send(put)).rejects.toMatchObject({ name: 'ImageAlreadyExistsException' });
    await ecr.send(
      new PutImageCommand({ repositoryName, imageManifest: image.manifest, imageTag: 'release' }),
    );
    const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName }));
    expect(imageDetails?.map(({ imageTags }) => imageTags?.toSorted())).toEqual([['release', 'v1']]);

    const other = buildImage([], { Env: ['other'] });
    const client = new Pusher(simulator.url, repositoryName, token);
    for (const content of other.blobs.values()) await client.blob(content);
    await expect(
      ecr.send(new PutImageCommand({ repositoryName, imageManifest: other.manifest, imageTag: 'v1' })),
    ).rejects.toMatchObject({ name: 'ImageTagAlreadyExistsException' });
  });

  test('deleting the last tag deletes the image', async () => {
    await ecr.send(
      new PutImageCommand({ repositoryName, imageManifest: image.manifest, imageTag: 'release' }),
    );
    await ecr.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageTag: 'v1' }] }));
    expect((await ecr.send(new ListImagesCommand({ repositoryName }))).imageIds).toEqual([
      { imageDigest: image.digest, imageTag: 'release' },
    ]);
    await ecr.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageTag: 'release' }] }));
    expect((await ecr.send(new ListImagesCommand({ repositoryName }))).imageIds).toEqual([]);
  });

  test('a scan on push is in progress, then complete without findings', async () => {
    const command = new DescribeImageScanFindingsCommand({ repositoryName, imageId: { imageTag: 'v1' } });
    expect((await ecr.send(command)).imageScanStatus?.status).toBe('IN_PROGRESS');
    await simulator.sim.clock.advance(60_000);
    expect(await ecr.send(command)).toMatchObject({
      imageScanStatus: { status: 'COMPLETE' },
      imageScanFindings: { findings: [], findingSeverityCounts: {} },
    });
    await expect(
      ecr.send(new StartImageScanCommand({ repositoryName, imageId: { imageTag: 'v1' } })),
    ).rejects.toMatchObject({ name: 'LimitExceededException' });
  });

  test('without scan on push there is no scan', async () => {
    const name = `${repositoryName}-unscanned`;
    await ecr.send(new CreateRepositoryCommand({ repositoryName: name }));
    await new Pusher(simulator.url, name, token).push(image, 'v1');
    await expect(
      ecr.send(new DescribeImageScanFindingsCommand({ repositoryName: name, imageId: { imageTag: 'v1' } })),
    ).rejects.toMatchObject({ name: 'ScanNotFoundException' });
  });
});

describe('layers through the API', () => {
  test('parts in order make a layer, which can be downloaded without login', async () => {
    const content = randomBytes(50_000);
    const layerDigest = sha256(content);
    const { uploadId } = await ecr.send(new InitiateLayerUploadCommand({ repositoryName }));
    const part = (first: number, last: number): UploadLayerPartCommand =>
      new UploadLayerPartCommand({
        repositoryName,
        uploadId,
        partFirstByte: first,
        partLastByte: last,
        layerPartBlob: new Uint8Array(content.subarray(first, last + 1)),
      });
    await ecr.send(part(0, 29_999));
    await expect(ecr.send(part(40_000, 49_999))).rejects.toMatchObject({ name: 'InvalidLayerPartException' });
    expect((await ecr.send(part(30_000, 49_999))).lastByteReceived).toBe(49_999);
    const complete = { repositoryName, uploadId, layerDigests: [layerDigest] };
    expect((await ecr.send(new CompleteLayerUploadCommand(complete))).layerDigest).toBe(layerDigest);
    await expect(ecr.send(new CompleteLayerUploadCommand(complete))).rejects.toMatchObject({
      name: 'UploadNotFoundException',
    });

    const available = await ecr.send(
      new BatchCheckLayerAvailabilityCommand({ repositoryName, layerDigests: [layerDigest, sha256('no')] }),
    );
    expect(available.layers?.map(({ layerAvailability }) => layerAvailability)).toEqual([
      'AVAILABLE',
      'UNAVAILABLE',
    ]);
    expect(available.layers?.[0]?.mediaType).toBe('application/octet-stream');
    const [part0 = ''] = image.blobs.keys();
    const known = await ecr.send(
      new BatchCheckLayerAvailabilityCommand({ repositoryName, layerDigests: [part0] }),
    );
    expect(known.layers?.[0]?.mediaType).toBe('application/vnd.oci.image.layer.v1.tar+gzip');

    const { downloadUrl } = await ecr.send(
      new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest }),
    );
    const response = await fetch(downloadUrl ?? '');
    expect(sha256(Buffer.from(await response.arrayBuffer()))).toBe(layerDigest);
    await expect(
      ecr.send(new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: sha256('no') })),
    ).rejects.toMatchObject({ name: 'LayersNotFoundException' });
  });

  test('an expired password is refused with the advice to log in again', async () => {
    const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
    const authorization = `Basic ${authorizationData?.[0]?.authorizationToken ?? ''}`;
    const status = async (): Promise<Response> =>
      await fetch(`${simulator.url}/v2/`, { headers: { authorization } });
    expect((await status()).status).toBe(200);
    await simulator.sim.clock.advance(12 * 3600 * 1000);
    expect(await (await status()).text()).toContain('Reauthenticate and try again');
    token =
      (await ecr.send(new GetAuthorizationTokenCommand({}))).authorizationData?.[0]?.authorizationToken ?? '';
  });
});
