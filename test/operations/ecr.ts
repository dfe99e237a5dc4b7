import { createHash } from 'node:crypto';
import type { World } from './world.ts';

const MISSING = { repositoryName: 'other' };
const MANIFEST_TYPE = 'application/vnd.docker.distribution.manifest.v2+json';
const LAYER = Buffer.from('a layer');
const CONFIG = Buffer.from('{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]}}');
const digestOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const ABSENT = digestOf(Buffer.from('absent'));

export async function ecr(world: World): Promise<void> {
  await repositories(world);
  await layers(world);
  await images(world);
  await policies(world);
  const { ecr: client } = world;
  await world.see('DeleteRepository', 'with images', client.deleteRepository({ repositoryName: 'shop/web' }));
  await world.see(
    'DeleteRepository',
    'by force',
    client.deleteRepository({ repositoryName: 'shop/web', force: true }),
  );
  await world.see('DeleteRepository', 'no more', client.deleteRepository({ repositoryName: 'shop/web' }));
}

async function repositories(world: World): Promise<void> {
  const { ecr: client } = world;
  const repositoryName = 'shop/web';
  const create = (name: string, input: object): Promise<unknown> =>
    world.see('CreateRepository', name, client.createRepository(input as never));
  await world.see('GetAuthorizationToken', 'a token', client.getAuthorizationToken({}));
  await create('new', { repositoryName, tags: [{ Key: 'team', Value: 'shop' }] });
  await create('again', { repositoryName });
  await create('upper case', { repositoryName: 'Shop' });
  await create('name too short', { repositoryName: 'x' });
  await create('no name', {});
  await create('wrong mutability', { repositoryName: 'wrong', imageTagMutability: 'SOMETIMES' });
  await create('immutable and scanned', {
    repositoryName: 'shop/fixed',
    imageTagMutability: 'IMMUTABLE',
    imageScanningConfiguration: { scanOnPush: true },
  });
  await world.see('DescribeRepositories', 'all', client.describeRepositories({}));
  await world.see(
    'DescribeRepositories',
    'one',
    client.describeRepositories({ repositoryNames: [repositoryName] }),
  );
  await world.see(
    'DescribeRepositories',
    'no such one',
    client.describeRepositories({ repositoryNames: ['other'] }),
  );
  await world.see(
    'PutImageTagMutability',
    'immutable',
    client.putImageTagMutability({ repositoryName, imageTagMutability: 'IMMUTABLE' }),
  );
  await world.see(
    'PutImageTagMutability',
    'no such repository',
    client.putImageTagMutability({ ...MISSING, imageTagMutability: 'IMMUTABLE' }),
  );
  await world.see(
    'PutImageTagMutability',
    'wrong value',
    client.putImageTagMutability({ repositoryName, imageTagMutability: 'SOMETIMES' as never }),
  );
  const imageScanningConfiguration = { scanOnPush: true };
  await world.see(
    'PutImageScanningConfiguration',
    'on push',
    client.putImageScanningConfiguration({ repositoryName, imageScanningConfiguration }),
  );
  await world.see(
    'PutImageScanningConfiguration',
    'no such repository',
    client.putImageScanningConfiguration({ ...MISSING, imageScanningConfiguration }),
  );
  const resourceArn = `arn:aws:ecr:us-east-1:123456789012:repository/${repositoryName}`;
  const otherArn = 'arn:aws:ecr:us-east-1:123456789012:repository/other';
  const tags = [{ Key: 'stage', Value: 'test' }];
  await world.see('TagResource', 'a repository', client.tagResource({ resourceArn, tags }));
  await world.see('TagResource', 'no such repository', client.tagResource({ resourceArn: otherArn, tags }));
  await world.see('ListTagsForResource', 'a repository', client.listTagsForResource({ resourceArn }));
  await world.see(
    'ListTagsForResource',
    'no such repository',
    client.listTagsForResource({ resourceArn: otherArn }),
  );
  await world.see('ListTagsForResource', 'no ARN', client.listTagsForResource({ resourceArn: 'shop' }));
  await world.see('UntagResource', 'a repository', client.untagResource({ resourceArn, tagKeys: ['stage'] }));
  await world.see(
    'UntagResource',
    'no such repository',
    client.untagResource({ resourceArn: otherArn, tagKeys: ['stage'] }),
  );
}

async function layers(world: World): Promise<void> {
  const { ecr: client } = world;
  const repositoryName = 'shop/web';
  const push = async (bytes: Buffer, part: string): Promise<void> => {
    const upload = await world.see(
      'InitiateLayerUpload',
      `a ${part}`,
      client.initiateLayerUpload({ repositoryName }),
    );
    const uploadId = upload?.uploadId ?? ABSENT;
    await world.see(
      'UploadLayerPart',
      `a ${part}`,
      client.uploadLayerPart({
        repositoryName,
        uploadId,
        partFirstByte: 0,
        partLastByte: bytes.length - 1,
        layerPartBlob: bytes,
      }),
    );
    await world.see(
      'CompleteLayerUpload',
      `a ${part}`,
      client.completeLayerUpload({ repositoryName, uploadId, layerDigests: [digestOf(bytes)] }),
    );
  };
  await push(LAYER, 'layer');
  await push(CONFIG, 'configuration');
  await world.see('InitiateLayerUpload', 'no such repository', client.initiateLayerUpload(MISSING));
  await world.see(
    'CompleteLayerUpload',
    'no such upload',
    client.completeLayerUpload({
      repositoryName,
      uploadId: '00000000-0000-4000-8000-000000000000',
      layerDigests: [ABSENT],
    }),
  );
  await world.see(
    'BatchCheckLayerAvailability',
    'one of two',
    client.batchCheckLayerAvailability({ repositoryName, layerDigests: [digestOf(LAYER), ABSENT] }),
  );
  await world.see(
    'BatchCheckLayerAvailability',
    'no such repository',
    client.batchCheckLayerAvailability({ ...MISSING, layerDigests: [ABSENT] }),
  );
  await world.see(
    'GetDownloadUrlForLayer',
    'a layer',
    client.getDownloadUrlForLayer({ repositoryName, layerDigest: digestOf(LAYER) }),
  );
  await world.see(
    'GetDownloadUrlForLayer',
    'no such layer',
    client.getDownloadUrlForLayer({ repositoryName, layerDigest: ABSENT }),
  );
  await world.see(
    'GetDownloadUrlForLayer',
    'no such repository',
    client.getDownloadUrlForLayer({ ...MISSING, layerDigest: ABSENT }),
  );
}

async function images(world: World): Promise<void> {
  const { ecr: client } = world;
  const repositoryName = 'shop/web';
  const manifest = (version: string): string =>
    JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST_TYPE,
      config: {
        mediaType: 'application/vnd.docker.container.image.v1+json',
        size: CONFIG.length,
        digest: digestOf(CONFIG),
      },
      layers: [
        {
          mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
          size: LAYER.length,
          digest: digestOf(LAYER),
        },
      ],
      annotations: { version },
    });
  const put = (name: string, input: object): Promise<unknown> =>
    world.see('PutImage', name, client.putImage({ repositoryName, ...input } as never));
  await world.see('ListImages', 'none', client.listImages({ repositoryName }));
  await put('new', { imageManifest: manifest('1'), imageTag: 'v1' });
  await put('again', { imageManifest: manifest('1'), imageTag: 'v1' });
  await put('second tag', { imageManifest: manifest('1'), imageTag: 'latest' });
  await put('immutable tag', { imageManifest: manifest('2'), imageTag: 'v1' });
  await put('no such repository', { ...MISSING, imageManifest: manifest('1'), imageTag: 'v1' });
  await put('wrong digest', { imageManifest: manifest('3'), imageTag: 'v3', imageDigest: ABSENT });
  await put('missing layer', {
    imageManifest: manifest('4').replace(digestOf(LAYER), ABSENT),
    imageTag: 'v4',
  });
  await put('no manifest', { imageTag: 'v5' });
  const id = { imageTag: 'v1' };
  const other = { imageTag: 'other' };
  await world.see('ListImages', 'one', client.listImages({ repositoryName }));
  await world.see('ListImages', 'no such repository', client.listImages(MISSING));
  await world.see('DescribeImages', 'all', client.describeImages({ repositoryName }));
  await world.see('DescribeImages', 'one', client.describeImages({ repositoryName, imageIds: [id] }));
  await world.see(
    'DescribeImages',
    'no such image',
    client.describeImages({ repositoryName, imageIds: [other] }),
  );
  await world.see('DescribeImages', 'no such repository', client.describeImages(MISSING));
  await world.see(
    'DescribeImages',
    'no such digest',
    client.describeImages({ repositoryName, imageIds: [{ imageDigest: ABSENT }] }),
  );
  await world.see(
    'BatchGetImage',
    'one of two',
    client.batchGetImage({ repositoryName, imageIds: [id, other] }),
  );
  await world.see(
    'BatchGetImage',
    'no such repository',
    client.batchGetImage({ ...MISSING, imageIds: [id] }),
  );
  await world.see('BatchGetImage', 'an empty id', client.batchGetImage({ repositoryName, imageIds: [{}] }));
  await world.see('BatchGetImage', 'no ids', client.batchGetImage({ repositoryName } as never));
  await world.see('StartImageScan', 'an image', client.startImageScan({ repositoryName, imageId: id }));
  await world.see('StartImageScan', 'again', client.startImageScan({ repositoryName, imageId: id }));
  await world.see(
    'StartImageScan',
    'no such image',
    client.startImageScan({ repositoryName, imageId: other }),
  );
  await world.see('StartImageScan', 'no such repository', client.startImageScan({ ...MISSING, imageId: id }));
  const scan = client.describeImageScanFindings.bind(client);
  await world.see('DescribeImageScanFindings', 'an image', scan({ repositoryName, imageId: id }));
  await world.see('DescribeImageScanFindings', 'no such image', scan({ repositoryName, imageId: other }));
  await world.see('DescribeImageScanFindings', 'no such repository', scan({ ...MISSING, imageId: id }));
  await put('never scanned', { repositoryName: 'shop/fixed', imageManifest: manifest('9'), imageTag: 'v9' });
  const drop = client.batchDeleteImage.bind(client);
  await world.see(
    'BatchDeleteImage',
    'a tag and none',
    drop({ repositoryName, imageIds: [{ imageTag: 'latest' }, other] }),
  );
  await world.see('BatchDeleteImage', 'no such repository', drop({ ...MISSING, imageIds: [id] }));
  await world.see('BatchDeleteImage', 'an empty id', drop({ repositoryName, imageIds: [{}] }));
}

async function policies(world: World): Promise<void> {
  const { ecr: client } = world;
  const repositoryName = 'shop/web';
  const lifecyclePolicyText = JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        selection: { tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 5 },
        action: { type: 'expire' },
      },
    ],
  });
  const lifecycle = client.putLifecyclePolicy.bind(client);
  await world.see('GetLifecyclePolicy', 'none yet', client.getLifecyclePolicy({ repositoryName }));
  await world.see('DeleteLifecyclePolicy', 'none yet', client.deleteLifecyclePolicy({ repositoryName }));
  await world.see('PutLifecyclePolicy', 'new', lifecycle({ repositoryName, lifecyclePolicyText }));
  await world.see('PutLifecyclePolicy', 'no such repository', lifecycle({ ...MISSING, lifecyclePolicyText }));
  const wrong = lifecyclePolicyText.replace('untagged', 'sometimes');
  await world.see(
    'PutLifecyclePolicy',
    'wrong status',
    lifecycle({ repositoryName, lifecyclePolicyText: wrong }),
  );
  await world.see('GetLifecyclePolicy', 'one', client.getLifecyclePolicy({ repositoryName }));
  await world.see('GetLifecyclePolicy', 'no such repository', client.getLifecyclePolicy(MISSING));
  await world.see('DeleteLifecyclePolicy', 'one', client.deleteLifecyclePolicy({ repositoryName }));
  const policyText = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'pull', Effect: 'Allow', Principal: '*', Action: ['ecr:BatchGetImage'] }],
  });
  await world.see('GetRepositoryPolicy', 'none yet', client.getRepositoryPolicy({ repositoryName }));
  await world.see('DeleteRepositoryPolicy', 'none yet', client.deleteRepositoryPolicy({ repositoryName }));
  await world.see('SetRepositoryPolicy', 'new', client.setRepositoryPolicy({ repositoryName, policyText }));
  await world.see(
    'SetRepositoryPolicy',
    'no such repository',
    client.setRepositoryPolicy({ ...MISSING, policyText }),
  );
  await world.see(
    'SetRepositoryPolicy',
    'no policy',
    client.setRepositoryPolicy({ repositoryName, policyText: 'x' }),
  );
  await world.see('GetRepositoryPolicy', 'one', client.getRepositoryPolicy({ repositoryName }));
  await world.see('GetRepositoryPolicy', 'no such repository', client.getRepositoryPolicy(MISSING));
  await world.see('DeleteRepositoryPolicy', 'one', client.deleteRepositoryPolicy({ repositoryName }));
}
