import { expect, test } from '@jest/globals';
import type { ProgressEvent } from '@cutover/domain/progress';
import { testWorld } from '../testing/world.ts';
import { requireAll } from './require-all.ts';

const REGISTRY = '123456789012.dkr.ecr.us-east-1.amazonaws.com';

/** Warnings and notes before a definition with this image is registered. */
async function toldOf(image: string, hasRepositories: boolean): Promise<readonly string[]> {
  const told: string[] = [];
  const world = testWorld({
    aws: {
      region: 'us-east-1',
      partition: 'aws',
      images: {
        find: () => Promise.resolve({}),
        hasRepositories: () => Promise.resolve(hasRepositories),
      },
    },
    progress: {
      report: (event: ProgressEvent) => {
        if (event.type === 'warning') told.push(`${event.type}: ${event.what} ${event.fix ?? ''}`);
        else if (event.type === 'note') told.push(`${event.type}: ${event.text}`);
      },
    },
  });
  const definition = { family: 'shop', containerDefinitions: [{ name: 'app', image }] };
  const options = { inputOf: () => undefined, dryRun: false, warnOnly: false };
  await requireAll(definition, options, world);
  return told;
}

test.each([
  [
    'shop',
    'warning: Image shop names no registry, so tasks pull it from Docker Hub, while ECR has repositories in this account. Give the image with its registry (output image of build-push-ecr), or write docker.io/library/shop if Docker Hub is meant.',
  ],
  [
    'team/shop:1',
    'warning: Image team/shop:1 names no registry, so tasks pull it from Docker Hub, while ECR has repositories in this account. Give the image with its registry (output image of build-push-ecr), or write docker.io/team/shop:1 if Docker Hub is meant.',
  ],
])('a registration warns of %s, which has no registry, where ECR keeps images', async (image, warning) => {
  expect(await toldOf(image, true)).toEqual([warning]);
});

test.each([
  ['where ECR has no repositories', 'nginx:1.27', false],
  ['of another registry', 'ghcr.io/team/shop:1', true],
  ['of ECR', `${REGISTRY}/shop:1`, true],
])('it warns of no image %s', async (_, image, hasRepositories) => {
  expect(await toldOf(image, hasRepositories)).toEqual([]);
});
