import { describe, expect, test } from '@jest/globals';
import type { Environment } from '@cutover/domain/environment';
import { AccessDeniedError } from '@cutover/domain/errors';
import { parseInputs } from '@cutover/domain/inputs/input';
import { inputs } from './inputs.ts';
import { resolveImages } from './resolve-images.ts';
import { resolveSecrets } from './resolve-secrets.ts';
import { traceDigest } from './trace-digest.ts';
import { testWorld } from '../testing/world.ts';

const REGISTRY = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:team/api-AbCdEf';

const said: string[] = [];
const world = testWorld({
  aws: {
    region: 'us-east-1',
    images: {
      repository: async ({ name }: { name: string }) => {
        if (name === 'closed')
          throw new AccessDeniedError('ecr:DescribeRepositories', { what: 'no', fix: 'Grant it.' });
        return ['shop', 'team/proxy'].includes(name) ? { uri: `${REGISTRY}/${name}` } : undefined;
      },
    },
    secrets: { arnOf: async (name: string) => (name === 'team/api' ? SECRET : undefined) },
  },
  progress: { report: (event: { type: string; what: string }) => said.push(`${event.type}: ${event.what}`) },
});

const STACK: Environment = {
  stack: 'shop',
  cluster: 'c',
  service: 's',
  repositoryUri: `${REGISTRY}/shop-repository-x1`,
};

describe('images', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a repository and a digest', { image: `shop@${DIGEST}` }, `${REGISTRY}/shop@${DIGEST}`],
    ['a repository and a tag', { image: 'team/proxy:v7' }, `${REGISTRY}/team/proxy:v7`],
    ['tag and digest', { image: `shop:v1@${DIGEST}` }, `${REGISTRY}/shop:v1@${DIGEST}`],
    ['an image with its registry', { image: `${REGISTRY}/other:1` }, `${REGISTRY}/other:1`],
    ['one of Docker Hub', { image: 'nginx:1.27' }, 'nginx:1.27'],
    [
      'the inputs repository and digest',
      { repository: 'shop', digest: DIGEST },
      `${REGISTRY}/shop@${DIGEST}`,
    ],
    ['a whole URI as repository', { repository: `${REGISTRY}/x`, digest: DIGEST }, `${REGISTRY}/x@${DIGEST}`],
    ['the stack’s repository', { stack: 'shop', digest: DIGEST }, `${REGISTRY}/shop-repository-x1@${DIGEST}`],
    [
      'the stack’s repository by its name, which is not looked up',
      { stack: 'shop', image: `shop-repository-x1@${DIGEST}` },
      `${REGISTRY}/shop-repository-x1@${DIGEST}`,
    ],
  ])('%s', async (_, given, image) => {
    const resolved = await resolveImages(
      parseInputs(inputs, given),
      given['stack'] === undefined ? undefined : STACK,
      world,
    );
    expect(resolved.image).toBe(image);
  });

  test('of several containers are completed one by one', async () => {
    const { images } = await resolveImages(
      parseInputs(inputs, { images: `app=shop@${DIGEST}\nproxy=team/proxy:v7\nnginx= nginx:1.27 ` }),
      undefined,
      world,
    );
    expect(Object.fromEntries(images)).toEqual({
      app: `${REGISTRY}/shop@${DIGEST}`,
      proxy: `${REGISTRY}/team/proxy:v7`,
      nginx: 'nginx:1.27',
    });
  });

  test('whose repository may not be looked up stay as they are, with a warning', async () => {
    said.length = 0;
    const { image } = await resolveImages(parseInputs(inputs, { image: 'closed:1' }), undefined, world);
    expect(image).toBe('closed:1');
    expect(said.join()).toMatch(/^warning: Input image: closed:1 is taken for an image of Docker Hub/);
  });

  test('a repository that is not there is named', async () => {
    await expect(
      resolveImages(parseInputs(inputs, { repository: 'nope', digest: DIGEST }), undefined, world),
    ).rejects.toThrow('Input repository: ECR has no repository nope in us-east-1.');
  });
});

describe('secrets', () => {
  test.each([
    ['team/api:password::', `${SECRET}:password::`],
    ['team/api:::', SECRET],
    ['team/api:password:AWSPREVIOUS:', `${SECRET}:password:AWSPREVIOUS:`],
    ['/shop/token', '/shop/token'],
    ['TOKEN', 'TOKEN'],
    [`${SECRET}:password::`, `${SECRET}:password::`],
    [
      'arn:aws:ssm:us-east-1:123456789012:parameter/shop',
      'arn:aws:ssm:us-east-1:123456789012:parameter/shop',
    ],
  ])('%s', async (given, resolved) => {
    expect(await resolveSecrets(new Map([['A', given]]), world.aws)).toEqual(new Map([['A', resolved]]));
  });

  test('a name that Secrets Manager does not know is told with its variable', async () => {
    await expect(resolveSecrets(new Map([['A', 'nobody:key::']]), world.aws)).rejects.toThrow(
      'Input secrets: Secrets Manager has no secret nobody in us-east-1, which A is to come from.',
    );
  });
});

describe('the digest that a revision is about', () => {
  const definition = (...images: string[]) => ({
    containerDefinitions: images.map((image, index) => ({ name: `c${index}`, image })),
  });
  test.each<[string, string | undefined, Record<string, string>, readonly string[], string | undefined]>([
    ['that of the image given', `shop@${DIGEST}`, {}, ['shop', 'nginx'], DIGEST],
    [
      'that of the only one among several',
      undefined,
      { app: `shop@${DIGEST}`, proxy: 'nginx:1' },
      [],
      DIGEST,
    ],
    ['none of two', undefined, { app: `shop@${DIGEST}`, b: `b@sha256:${'cd'.repeat(32)}` }, [], undefined],
    ['that which the base has', undefined, {}, [`shop@${DIGEST}`, 'nginx:1'], DIGEST],
    ['none of an image by tag', 'shop:1', {}, ['shop:1'], undefined],
  ])('%s', (_, image, images, all, digest) => {
    expect(traceDigest({ image, images: new Map(Object.entries(images)) }, definition(...all))).toBe(digest);
  });
});
