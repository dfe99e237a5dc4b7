import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningSimulator, startSimulator } from '../start.ts';
import type { Image } from './image.ts';
import { ImageTags } from './image-tags.ts';
import { tagsOf } from './images.ts';
import { newRepository } from './repository.ts';
import { buildImage, OCI_INDEX, OCI_MANIFEST, Pusher, sha256 } from './push.ts';

let simulator: RunningSimulator;
let token: string;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 100 });
  const { authorizationData } = await simulator.sim.call<{
    authorizationData: { authorizationToken: string }[];
  }>('ecr', 'GetAuthorizationToken', {});
  token = authorizationData[0]?.authorizationToken ?? '';
});

afterAll(async () => {
  await simulator.close();
});

const repository = async (repositoryName: string): Promise<Pusher> => {
  await simulator.sim.call('ecr', 'CreateRepository', { repositoryName });
  return new Pusher(simulator.url, repositoryName, token);
};

test('tags come in pages, each with a link to the next', async () => {
  const client = await repository('tags');
  const image = buildImage([]);
  for (const tag of ['c', 'a', 'b']) await client.push(image, tag);
  const first = await client.request('/tags/list?n=2');
  expect(await first.json()).toEqual({ name: 'tags', tags: ['a', 'b'] });
  const next = /^<([^>]+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await client.request(`${simulator.url}${next}`);
  expect(await second.json()).toEqual({ name: 'tags', tags: ['c'] });
  expect(second.headers.get('link')).toBeNull();
});

test.each([
  ['null', 'not a JSON object'],
  ['[]', 'not a JSON object'],
  ['{"schemaVersion":2,"config":null,"layers":[]}', 'not a complete'],
  ['{"schemaVersion":2,"config":{"digest":"sha256:1","size":1},"layers":[null]}', 'not a complete'],
  [
    '{"schemaVersion":2,"config":{"digest":"sha256:1","size":1},"layers":[{"digest":"sha256:1","size":-5}]}',
    'not a complete',
  ],
  ['{"schemaVersion":2,"manifests":[null]}', 'not a complete'],
])('the manifest %s is refused', async (content, why) => {
  const mediaType = content.includes('manifests') ? OCI_INDEX : OCI_MANIFEST;
  await simulator.sim.call('ecr', 'CreateRepository', { repositoryName: 'odd' }).catch(() => undefined);
  const client = new Pusher(simulator.url, 'odd', token);
  const answer = await client.request('/manifests/v1', {
    method: 'PUT',
    headers: { 'content-type': mediaType },
    body: content,
  });
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(why)]);
});

/** Tags that can be asked for, but not looked through: with thousands of images a look for each is minutes. */
class Unsearchable extends ImageTags {
  override entries(): never {
    throw new Error('looked through all tags');
  }
  override [Symbol.iterator](): never {
    return this.entries();
  }
}

test('the tags of an image are found without a look at those of all others', () => {
  const tags = new Unsearchable();
  const many = newRepository({ name: 'many', arn: 'arn', createdAt: new Date(), tags });
  tags.set('v1', 'sha256:1').set('v2', 'sha256:2').set('latest', 'sha256:1');
  const image = { digest: 'sha256:1' } as Image;
  expect(tagsOf(many, image)).toEqual(['v1', 'latest']);
  tags.delete('v1');
  tags.set('latest', 'sha256:2');
  expect(tagsOf(many, image)).toEqual([]);
});

test('a tag that moves leaves the image it was at', async () => {
  const client = await repository('moving');
  const [one, two] = [buildImage([], { Env: ['A=1'] }), buildImage([], { Env: ['A=2'] })];
  await client.push(one, 'latest');
  await client.push(one, 'v1');
  await client.push(two, 'latest');
  const { imageDetails } = await simulator.sim.call<{
    imageDetails: { imageDigest: string; imageTags: string[] }[];
  }>('ecr', 'DescribeImages', { repositoryName: 'moving' });
  expect(
    Object.fromEntries(imageDetails.map(({ imageDigest, imageTags }) => [imageDigest, imageTags])),
  ).toEqual({
    [one.digest]: ['v1'],
    [two.digest]: ['latest'],
  });
});

test('HEAD tells the digest, and what is missing is unknown', async () => {
  const client = await repository('head');
  const image = buildImage([]);
  await client.push(image, 'v1');
  const head = await client.request('/manifests/v1', { method: 'HEAD' });
  expect([head.status, head.headers.get('docker-content-digest'), head.headers.get('content-type')]).toEqual([
    200,
    image.digest,
    OCI_MANIFEST,
  ]);
  const missing = await client.request('/manifests/v2');
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('MANIFEST_UNKNOWN')]);
});

test('an artifact about an image is found as its referrer', async () => {
  const client = await repository('referrers');
  const image = buildImage([]);
  await client.push(image, 'v1');
  const artifact = JSON.stringify({
    ...(JSON.parse(image.manifest) as object),
    artifactType: 'application/example.sbom',
    subject: { mediaType: OCI_MANIFEST, digest: image.digest, size: image.manifest.length },
  });
  const answer = await client.manifest(sha256(artifact), artifact);
  expect([answer.status, answer.headers.get('oci-subject')]).toEqual([201, image.digest]);
  const { manifests } = (await (await client.request(`/referrers/${image.digest}`)).json()) as {
    manifests: object[];
  };
  expect(manifests).toMatchObject([{ digest: sha256(artifact), artifactType: 'application/example.sbom' }]);
  const filtered = await client.request(`/referrers/${image.digest}?artifactType=other`);
  expect(await filtered.json()).toMatchObject({ manifests: [] });
});

test('a tag is deleted alone, an image that an index needs is not deleted at all', async () => {
  const client = await repository('deletion');
  const image = buildImage([]);
  for (const tag of ['v1', 'latest']) await client.push(image, tag);
  expect((await client.request('/manifests/latest', { method: 'DELETE' })).status).toBe(202);
  expect((await client.request('/manifests/v1')).status).toBe(200);
  const index = JSON.stringify({
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests: [{ mediaType: OCI_MANIFEST, digest: image.digest, size: image.manifest.length }],
  });
  expect((await client.manifest('index', index, OCI_INDEX)).status).toBe(201);
  expect((await client.request(`/manifests/${image.digest}`, { method: 'DELETE' })).status).toBe(403);
  expect((await client.request(`/manifests/${sha256(index)}`, { method: 'DELETE' })).status).toBe(202);
  expect((await client.request(`/manifests/${image.digest}`, { method: 'DELETE' })).status).toBe(202);
  expect((await client.request('/manifests/v1')).status).toBe(404);
});

test.each<[string, string, string]>([
  ['text that is not JSON', 'hello', OCI_MANIFEST],
  [
    'another media type than it says',
    JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [] }),
    OCI_MANIFEST,
  ],
  ['a media type that no image has', '{"schemaVersion":2}', 'text/plain'],
  ['a manifest without layers', JSON.stringify({ schemaVersion: 2, mediaType: OCI_MANIFEST }), OCI_MANIFEST],
])('a manifest with %s is refused', async (what, content, mediaType) => {
  const client = await repository(`bad-${sha256(what).slice(7, 15)}`);
  const answer = await client.manifest('v1', content, mediaType);
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('MANIFEST_INVALID')]);
});
