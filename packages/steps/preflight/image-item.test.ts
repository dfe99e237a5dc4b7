import { expect, test } from '@jest/globals';
import { AccessDeniedError } from '@cutover/domain/errors';
import type { Facts } from './facts.ts';
import { image } from './resource-items.ts';

const REGISTRY = '123456789012.dkr.ecr.us-east-1.amazonaws.com';

function facts(images: readonly string[], repositories: boolean | Error): Facts {
  const given = {
    aws: {
      region: 'us-east-1',
      partition: 'aws',
      images: {
        find: () => Promise.resolve({}),
        hasRepositories: () =>
          repositories instanceof Error ? Promise.reject(repositories) : Promise.resolve(repositories),
      },
    },
    definition: () =>
      Promise.resolve({
        containerDefinitions: images.map((one, index) => ({ name: `c${index}`, image: one })),
      }),
    revision: () => Promise.resolve(undefined),
  };
  return given as unknown as Facts;
}

const denied = new AccessDeniedError('ecr:DescribeRepositories', { what: 'no', fix: 'Grant it.' });

test.each<[string, readonly string[], boolean | Error, string, RegExp]>([
  ['a bare word', ['shop'], true, 'warned', /^Image shop names no registry, .* ECR has repositories/],
  [
    'a bare word beside an image of ECR',
    [`${REGISTRY}/shop:1`, 'agent'],
    true,
    'warned',
    /^Image agent names/,
  ],
  ['a name of Docker Hub', ['team/shop:1'], true, 'warned', /from Docker Hub/],
  ['a bare word where ECR has nothing', ['nginx:1.27'], false, 'unknown', /so it was not looked for/],
  ['a bare word, without the right to know', ['nginx:1.27'], denied, 'unknown', /so it was not looked for/],
  ['another registry by its host', ['ghcr.io/team/shop:1'], true, 'unknown', /so it was not looked for/],
  ['an empty image', [''], true, 'failed', /image is empty/],
  ['an empty image beside one of ECR', [`${REGISTRY}/shop:1`, ''], true, 'failed', /image is empty/],
])('%s', async (_, images, repositories, status, what) => {
  expect(await image(facts(images, repositories))).toMatchObject({
    status,
    what: expect.stringMatching(what) as unknown,
  });
});
