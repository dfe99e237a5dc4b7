import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CreateRepositoryCommand,
  DescribeImagesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { buildImage, OCI_INDEX, Pusher, sha256, tarball } from './push.ts';

let simulator: RunningSimulator;
let ecr: ECRClient;
let token: string;

const pusher = (repository: string): Pusher => new Pusher(simulator.url, repository, token);
const errorOf = async (response: Response): Promise<{ status: number; code: string; message: string }> => {
  const { errors } = (await response.json()) as { errors: { code: string; message: string }[] };
  return { status: response.status, code: errors[0]?.code ?? '', message: errors[0]?.message ?? '' };
};

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 100 });
  ecr = new ECRClient({
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  token = authorizationData?.[0]?.authorizationToken ?? '';
  for (const repositoryName of ['app', 'other', 'team/web']) {
    await ecr.send(new CreateRepositoryCommand({ repositoryName }));
  }
});

afterAll(async () => {
  ecr.destroy();
  await simulator.close();
});

describe('login', () => {
  test('without credentials the registry challenges with Basic, as ECR does', async () => {
    const response = await fetch(`${simulator.url}/v2/`);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm=.*service="ecr.amazonaws.com"/);
  });

  test('a wrong password is refused and the issued one accepted', async () => {
    const wrong = Buffer.from('AWS:wrong').toString('base64');
    const status = async (credentials: string): Promise<number> =>
      (await fetch(`${simulator.url}/v2/`, { headers: { authorization: `Basic ${credentials}` } })).status;
    expect([await status(wrong), await status(token)]).toEqual([401, 200]);
  });
});

describe('push and pull', () => {
  test('what was pushed comes back byte for byte, by tag and by digest', async () => {
    const client = pusher('team/web');
    const image = buildImage([tarball({ 'etc/motd': 'hello' })]);
    await client.push(image, 'v1');
    for (const reference of ['v1', image.digest]) {
      const response = await client.request(`/manifests/${reference}`);
      expect(response.headers.get('docker-content-digest')).toBe(image.digest);
      expect(await response.text()).toBe(image.manifest);
    }
    for (const [digest, content] of image.blobs) {
      const response = await client.request(`/blobs/${digest}`);
      expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true);
    }
    const { tags } = (await (await client.request('/tags/list')).json()) as { tags: string[] };
    expect(tags).toEqual(['v1']);
    const described = await ecr.send(
      new DescribeImagesCommand({ repositoryName: 'team/web', imageIds: [{ imageTag: 'v1' }] }),
    );
    expect(described.imageDetails?.[0]?.imageDigest).toBe(image.digest);
    expect(described.imageDetails?.[0]?.imageSizeInBytes).toBe(
      [...image.blobs.values()].reduce((sum, { length }) => sum + length, 0),
    );
  });

  test('a range of a blob', async () => {
    const client = pusher('app');
    await client.blob(Buffer.from('0123456789'));
    const path = `/blobs/${sha256('0123456789')}`;
    const middle = await client.request(path, { headers: { range: 'bytes=2-4' } });
    expect([middle.status, await middle.text(), middle.headers.get('content-range')]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
    ]);
    const tail = await client.request(path, { headers: { range: 'bytes=-3' } });
    expect(await tail.text()).toBe('789');
    expect((await client.request(path, { headers: { range: 'bytes=20-' } })).status).toBe(416);
  });

  test('an upload in chunks survives a dropped connection', async () => {
    const client = pusher('app');
    const content = randomBytes(300_000);
    const start = await client.request('/blobs/uploads/', { method: 'POST' });
    expect(start.status).toBe(202);
    const location = start.headers.get('location') ?? '';

    // The first 100,000 bytes arrive, then the socket dies in the middle of the PATCH.
    await new Promise<void>((resolve) => {
      const request = httpRequest(location, {
        method: 'PATCH',
        headers: { authorization: `Basic ${token}`, 'content-length': content.length },
      });
      request.on('error', () => resolve());
      request.write(content.subarray(0, 100_000), () => {
        setImmediate(() => request.destroy());
      });
    });
    const received = async (): Promise<number> => {
      const status = await client.request(location);
      expect(status.status).toBe(204);
      return Number(status.headers.get('range')?.split('-')[1]) + 1;
    };
    // The server may still be writing what it got: an upload that is busy refuses to be continued.
    let patched: Response;
    let offset: number;
    const deadline = Date.now() + 10_000;
    do {
      offset = await received();
      if (offset === 1) offset = 0;
      patched = await client.request(location, {
        method: 'PATCH',
        body: new Uint8Array(content.subarray(offset, 250_000)),
        headers: { 'content-range': `${offset}-249999` },
      });
    } while (patched.status === 416 && Date.now() < deadline);
    expect(patched.status).toBe(202);
    expect(offset).toBeLessThanOrEqual(100_000);
    expect(patched.headers.get('range')).toBe('0-249999');

    const gap = await client.request(location, {
      method: 'PATCH',
      body: 'x',
      headers: { 'content-range': '260000-260000' },
    });
    expect([gap.status, gap.headers.get('range')]).toEqual([416, '0-249999']);

    const end = await client.request(`${location}?digest=${sha256(content)}`, {
      method: 'PUT',
      body: new Uint8Array(content.subarray(250_000)),
    });
    expect(end.status).toBe(201);
    const back = await client.request(`/blobs/${sha256(content)}`);
    expect(sha256(Buffer.from(await back.arrayBuffer()))).toBe(sha256(content));
  });

  test('a blob in one request, and a mount from another repository', async () => {
    const digest = sha256('whole');
    const posted = await pusher('app').request(`/blobs/uploads/?digest=${digest}`, {
      method: 'POST',
      body: 'whole',
    });
    expect(posted.status).toBe(201);
    const other = pusher('other');
    expect((await other.request(`/blobs/${digest}`, { method: 'HEAD' })).status).toBe(404);
    const mounted = await other.request(`/blobs/uploads/?mount=${digest}&from=app`, { method: 'POST' });
    expect([mounted.status, (await other.request(`/blobs/${digest}`)).status]).toEqual([201, 200]);
    const unknown = await other.request(`/blobs/uploads/?mount=${sha256('no')}&from=app`, { method: 'POST' });
    expect(unknown.status).toBe(202);
  });
});

describe('refusals', () => {
  test('a repository that does not exist', async () => {
    expect(await errorOf(await pusher('nowhere').request('/blobs/uploads/', { method: 'POST' }))).toEqual({
      status: 404,
      code: 'NAME_UNKNOWN',
      message: "The repository with name 'nowhere' does not exist in the registry with id '123456789012'",
    });
  });

  test('bytes that have another digest', async () => {
    const answer = await pusher('app').request(`/blobs/uploads/?digest=${sha256('a')}`, {
      method: 'POST',
      body: 'b',
    });
    expect(await errorOf(answer)).toMatchObject({ status: 400, code: 'DIGEST_INVALID' });
    expect((await pusher('app').request(`/blobs/${sha256('a')}`)).status).toBe(404);
  });

  test('a manifest under another digest', async () => {
    const image = buildImage([]);
    const client = pusher('app');
    for (const content of image.blobs.values()) await client.blob(content);
    const answer = await client.manifest(sha256('x'), image.manifest);
    expect(await errorOf(answer)).toMatchObject({ status: 400, code: 'DIGEST_INVALID' });
  });

  test('a manifest whose layer was never pushed', async () => {
    const image = buildImage([tarball({ unique: 'never pushed' })]);
    const answer = await pusher('app').manifest('v1', image.manifest);
    const error = await errorOf(answer);
    expect(error).toMatchObject({ status: 400, code: 'MANIFEST_BLOB_UNKNOWN' });
    expect(error.message).toContain([...image.blobs.keys()][0]);
  });

  test('an index whose child was never pushed', async () => {
    const index = JSON.stringify({
      schemaVersion: 2,
      mediaType: OCI_INDEX,
      manifests: [{ mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: sha256('no'), size: 2 }],
    });
    const error = await errorOf(await pusher('app').manifest('multi', index, OCI_INDEX));
    expect(error).toMatchObject({ status: 400, code: 'MANIFEST_BLOB_UNKNOWN' });
    expect(error.message).toContain(sha256('no'));
  });
});

describe('immutable tags', () => {
  const filters = [{ filterType: 'WILDCARD' as const, filter: 'cache-*' }];
  test.each([
    { mode: 'MUTABLE' as const, tag: 'v1', status: 201 },
    { mode: 'IMMUTABLE' as const, tag: 'v1', status: 400 },
    { mode: 'IMMUTABLE_WITH_EXCLUSION' as const, filters, tag: 'v1', status: 400 },
    { mode: 'IMMUTABLE_WITH_EXCLUSION' as const, filters, tag: 'cache-main', status: 201 },
    { mode: 'MUTABLE_WITH_EXCLUSION' as const, filters, tag: 'v1', status: 201 },
    { mode: 'MUTABLE_WITH_EXCLUSION' as const, filters, tag: 'cache-main', status: 400 },
  ])('overwriting $tag in a $mode repository answers $status', async ({ mode, tag, status, ...rest }) => {
    const repositoryName = `${mode.toLowerCase()}-${tag}`;
    await ecr.send(
      new CreateRepositoryCommand({
        repositoryName,
        imageTagMutability: mode,
        ...(rest.filters === undefined ? {} : { imageTagMutabilityExclusionFilters: rest.filters }),
      }),
    );
    const client = pusher(repositoryName);
    await client.push(buildImage([], { Env: ['N=1'] }), tag);
    const second = buildImage([], { Env: ['N=2'] });
    for (const content of second.blobs.values()) await client.blob(content);
    const answer = await client.manifest(tag, second.manifest);
    expect(answer.status).toBe(status);
    if (status === 201) return;
    const error = await errorOf(answer);
    expect(error.code).toBe('TAG_INVALID');
    expect(error.message).toBe(
      `The image tag '${tag}' already exists in the '${repositoryName}' repository and cannot be overwritten because the ${mode === 'IMMUTABLE' ? 'repository' : 'tag'} is immutable.`,
    );
  });
});
