import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Clock } from '@cutover/domain/clock';
import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import type { ProgressEvent } from '@cutover/domain/progress';
import { Layout } from './layout.ts';
import { pushLayout, type PushReport } from './push.ts';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/** A registry with a bad line. It knows nothing of our code, only the distribution protocol. */
class LittleRegistry {
  readonly blobs = new Map<string, Buffer>();
  readonly manifests = new Map<string, string>();
  readonly requests: string[] = [];
  /** The connection breaks after so many bytes of each PATCH. */
  breakAfter = Number.POSITIVE_INFINITY;
  /** Whether it tells how much of an upload has arrived. */
  tellsStatus = true;
  /** Answers some requests before anything else happens. */
  refuse: (request: string, response: ServerResponse) => boolean = () => false;
  readonly #uploads = new Map<string, Buffer>();
  #server: Server | undefined;

  async listen(): Promise<string> {
    this.#server = createServer((request, response) => {
      // A client that goes away in the middle of its body is what some tests are about.
      this.#serve(request, response).catch(() => undefined);
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}/team/app`;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  count(pattern: RegExp): number {
    return this.requests.filter((request) => pattern.test(request)).length;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://registry');
    const path = url.pathname.replace('/v2/team/app/', '');
    const name = `${request.method ?? ''} ${path.replace(/[0-9a-f]{64}/, (hex) => hex.slice(0, 6))}`;
    this.requests.push(name);
    const answer = (status: number, headers: Record<string, string | number> = {}, body = ''): void => {
      response.writeHead(status, headers).end(body);
    };
    if (request.headers.authorization !== `Basic ${Buffer.from('AWS:pass').toString('base64')}`) {
      answer(401);
      return;
    }
    if (this.refuse(name, response)) return;
    const [, kind, id = ''] = /^(blobs\/uploads|blobs|manifests)\/(.*)$/.exec(path) ?? [];
    const status = (upload: string): Record<string, string> => ({
      location: `/v2/team/app/blobs/uploads/${upload}?state=x`,
      range: `0-${Math.max(0, (this.#uploads.get(upload)?.length ?? 0) - 1)}`,
    });
    switch (`${request.method ?? ''} ${kind ?? ''}`) {
      case 'HEAD blobs':
        answer(this.blobs.has(id) ? 200 : 404);
        return;
      case 'HEAD manifests': {
        const text = this.manifests.get(id);
        answer(
          text === undefined ? 404 : 200,
          text === undefined ? {} : { 'docker-content-digest': digest(text) },
        );
        return;
      }
      case 'POST blobs/uploads': {
        const upload = String(this.requests.length);
        this.#uploads.set(upload, Buffer.alloc(0));
        answer(202, status(upload));
        return;
      }
      case 'GET blobs/uploads':
        if (this.tellsStatus) answer(204, status(id));
        else answer(404);
        return;
      case 'PATCH blobs/uploads': {
        const have = this.#uploads.get(id) ?? Buffer.alloc(0);
        const from = /^(\d+)-/.exec(request.headers['content-range'] ?? '0-')?.[1];
        if (Number(from) !== have.length) {
          answer(416);
          return;
        }
        const chunks = [have];
        let taken = 0;
        for await (const chunk of request as AsyncIterable<Buffer>) {
          chunks.push(chunk.subarray(0, this.breakAfter - taken));
          taken += chunk.length;
          if (taken < this.breakAfter) continue;
          this.#uploads.set(id, Buffer.concat(chunks));
          request.socket.destroy();
          return;
        }
        this.#uploads.set(id, Buffer.concat(chunks));
        answer(202, status(id));
        return;
      }
      case 'PUT blobs/uploads': {
        const bytes = this.#uploads.get(id) ?? Buffer.alloc(0);
        const wanted = url.searchParams.get('digest') ?? '';
        if (digest(bytes) !== wanted) {
          answer(400, {}, JSON.stringify({ errors: [{ code: 'DIGEST_INVALID', message: 'no' }] }));
          return;
        }
        this.blobs.set(wanted, bytes);
        answer(201);
        return;
      }
      case 'PUT manifests': {
        const chunks: Buffer[] = [];
        for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString();
        this.manifests.set(id, text);
        answer(201, { 'docker-content-digest': digest(text) });
        return;
      }
      default:
        answer(405);
    }
  }
}

function digest(bytes: Buffer | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

let registry: LittleRegistry;
let repository: string;
let directory: string;
let slept: number[];
let events: ProgressEvent[];

const clock: Clock = {
  now: () => 0,
  random: () => 0,
  sleep: (ms) => {
    slept.push(ms);
    return Promise.resolve();
  },
};

beforeEach(async () => {
  registry = new LittleRegistry();
  repository = await registry.listen();
  directory = await mkdtemp(join(tmpdir(), 'cutover-push-'));
  slept = [];
  events = [];
});

afterEach(async () => {
  registry.close();
  await rm(directory, { recursive: true, force: true });
});

/** Writes a layout with one image of these layers. */
async function layout(layers: readonly Buffer[]): Promise<string> {
  await mkdir(join(directory, 'blobs/sha256'), { recursive: true });
  const put = async (bytes: Buffer | string): Promise<{ digest: string; size: number }> => {
    await writeFile(join(directory, 'blobs', digest(bytes).replace(':', '/')), bytes);
    return { digest: digest(bytes), size: Buffer.byteLength(bytes) };
  };
  const manifest = await put(
    JSON.stringify({
      schemaVersion: 2,
      config: { mediaType: 'config', ...(await put('{"os":"linux","architecture":"amd64"}')) },
      layers: await Promise.all(layers.map(async (layer) => ({ mediaType: 'layer', ...(await put(layer)) }))),
    }),
  );
  await writeFile(join(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  await writeFile(
    join(directory, 'index.json'),
    JSON.stringify({ schemaVersion: 2, manifests: [{ mediaType: MANIFEST, ...manifest }] }),
  );
  return manifest.digest;
}

async function push(tags = ['v1'], signal = new AbortController().signal): Promise<PushReport> {
  return await pushLayout(await Layout.open(directory, 'v1'), {
    repository,
    login: { username: 'AWS', password: 'pass' },
    tags,
    clock,
    signal,
    progress: { report: (event) => events.push(event) },
  });
}

const MIB = 1024 * 1024;

test('what the registry lacks is sent, manifest after blobs, tags last', async () => {
  const image = await layout([Buffer.alloc(MIB, 'a'), Buffer.alloc(10, 'b')]);
  expect((await push(['v1', 'latest'])).digest).toBe(image);
  expect([...registry.manifests.keys()]).toEqual(['v1', 'latest']);
  expect([...registry.blobs.values()].map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([
    10,
    37,
    MIB,
  ]);
  const firstManifest = registry.requests.findIndex((request) => request.startsWith('PUT manifests'));
  expect(registry.requests.slice(firstManifest).some((request) => request.includes('blobs'))).toBe(false);
  expect(events).toHaveLength(3);
});

test('a second push sends no blob', async () => {
  await layout([Buffer.alloc(MIB, 'a')]);
  await push();
  registry.requests.length = 0;
  events.length = 0;
  await push(['v2']);
  expect(registry.count(/^(POST|PATCH)/)).toBe(0);
  expect(events.every((event) => event.type === 'blob.uploaded' && event.existed)).toBe(true);
});

test('an upload that moves to another host goes on there without the login', async () => {
  const image = await layout([Buffer.alloc(1000, 'a')]);
  const told: string[] = [];
  const sent = new Map<string, Buffer>();
  const storage = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '', 'http://storage');
      told.push(`${request.method ?? ''} ${request.headers.authorization ?? 'no login'}`);
      const chunks = [sent.get(url.pathname) ?? Buffer.alloc(0)];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      const wanted = url.searchParams.get('digest');
      // Bytes are kept under the next location, which is relative to this host.
      if (wanted === null) sent.set(`${url.pathname}/next`, bytes);
      else if (digest(bytes) === wanted) registry.blobs.set(wanted, bytes);
      response.writeHead(wanted === null ? 202 : 201, { location: `${url.pathname}/next` }).end();
    })();
  });
  await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve));
  const { port } = storage.address() as AddressInfo;
  registry.refuse = (request, response) => {
    if (!request.startsWith('POST blobs/uploads')) return false;
    response.writeHead(202, { location: `http://127.0.0.1:${port}/${registry.requests.length}` }).end();
    return true;
  };
  try {
    expect((await push()).digest).toBe(image);
  } finally {
    storage.close();
    storage.closeAllConnections();
  }
  expect(new Set(told)).toEqual(new Set(['PATCH no login', 'PUT no login']));
  expect(registry.blobs.size).toBe(2);
});

describe('a connection that breaks', () => {
  test('every 300 kB still ends with the right bytes, and each byte is sent once', async () => {
    const layer = Buffer.alloc(2 * MIB, 'abcdefg');
    await layout([layer]);
    registry.breakAfter = 300_000;
    await push();
    expect(registry.blobs.get(digest(layer))?.equals(layer)).toBe(true);
    expect(registry.count(/^POST/)).toBe(2);
    expect(registry.count(/^PATCH/)).toBe(1 + Math.ceil((2 * MIB) / 300_000));
  });

  test('starts again where the registry can’t tell what it has, and gives up in the end', async () => {
    await layout([Buffer.alloc(MIB, 'abcdefg')]);
    registry.breakAfter = 300_000;
    registry.tellsStatus = false;
    await expect(push()).rejects.toThrow(AwsCallError);
    await expect(push()).rejects.toThrow(/after 6 attempts/);
    expect(registry.manifests.size).toBe(0);
  });

  test('is waited for longer each time', async () => {
    await layout([]);
    let left = 3;
    registry.refuse = (request, response) => {
      if (!request.startsWith('HEAD blobs') || left === 0) return false;
      left -= 1;
      response.writeHead(429).end();
      return true;
    };
    await push();
    expect(slept).toEqual([250, 500, 1000]);
  });

  test('whose answer to an immutable tag was lost is no failure', async () => {
    const image = await layout([]);
    const text = await readFile(join(directory, 'blobs', image.replace(':', '/')), 'utf8');
    let lost = false;
    registry.refuse = (request, response) => {
      if (request !== 'PUT manifests/v1') return false;
      if (!lost) {
        // The manifest is stored; its answer never arrives, so that the same is sent again.
        lost = true;
        registry.manifests.set('v1', text);
        response.destroy();
        return true;
      }
      response
        .writeHead(400)
        .end(JSON.stringify({ errors: [{ code: 'TAG_INVALID', message: 'the tag is immutable' }] }));
      return true;
    };
    expect((await push()).digest).toBe(image);
    expect(registry.count(/^PUT manifests/)).toBe(2);
  });
});

describe('what the registry refuses', () => {
  const refuseWith = (status: number, code: string, message: string, when = /./): void => {
    registry.refuse = (request, response) => {
      if (!when.test(request)) return false;
      response
        .writeHead(status)
        .end(request.startsWith('HEAD') ? '' : JSON.stringify({ errors: [{ code, message }] }));
      return true;
    };
  };

  test.each<[string, number, string, string, RegExp, RegExp]>([
    [
      'a missing repository',
      404,
      'NAME_UNKNOWN',
      "The repository with name 'team/app' does not exist in the registry with id '123456789012'",
      /^POST/,
      /registry has no repository .*team\/app/,
    ],
    [
      'a tag that can’t be moved',
      400,
      'TAG_INVALID',
      "The image tag 'v1' already exists in the 'team/app' repository and cannot be overwritten because the tag is immutable.",
      /^PUT manifests\/v1/,
      /Tag v1 stands for another image already/,
    ],
    [
      'a role that may not push',
      403,
      'DENIED',
      'User: example is not authorized to perform: ecr:InitiateLayerUpload on resource: example',
      /^POST/,
      /registry refused POST blobs\/uploads\/.*ecr:InitiateLayerUpload/,
    ],
    [
      'a login that is no longer good',
      401,
      'UNAUTHORIZED',
      'Not Authorized',
      /^POST/,
      /UNAUTHORIZED: Not Authorized/,
    ],
  ])('%s is named', async (_, status, code, message, when, expected) => {
    await layout([Buffer.from('layer')]);
    refuseWith(status, code, message, when);
    const error: unknown = await push().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as ConfigurationError).message).toMatch(expected);
    expect((error as ConfigurationError).fix).not.toBe('');
  });

  test('anything else is told with its code', async () => {
    await layout([]);
    refuseWith(400, 'MANIFEST_INVALID', 'no such config', /^PUT manifests/);
    await expect(push()).rejects.toThrow(
      /registry PUT manifests\/v1 failed: MANIFEST_INVALID: no such config/,
    );
  });
});

describe('a layout', () => {
  test('whose blob is not what its name says stops the push', async () => {
    const layer = Buffer.alloc(1000, 'a');
    await layout([layer]);
    await writeFile(join(directory, 'blobs', digest(layer).replace(':', '/')), Buffer.alloc(1000, 'b'));
    await expect(push()).rejects.toThrow(/does not hold what its name says/);
    expect(registry.manifests.size).toBe(0);
  });

  test('may lack a layer that the registry has, but no other', async () => {
    const layer = Buffer.alloc(1000, 'a');
    await layout([layer]);
    await rm(join(directory, 'blobs', digest(layer).replace(':', '/')));
    await expect(push()).rejects.toThrow(/is missing/);
    registry.blobs.set(digest(layer), layer);
    await push();
    expect(registry.manifests.has('v1')).toBe(true);
  });

  test.each(['ustar', 'pax', 'gnu'])('in a %s archive is the same', async (format) => {
    const image = await layout([Buffer.alloc(MIB, 'a'), Buffer.alloc(0)]);
    const archive = `${directory}.tar`;
    execFileSync('tar', ['cf', archive, `--format=${format}`, '-C', directory, '.']);
    const opened = await Layout.open(archive, 'v1');
    expect(opened.root.descriptor.digest).toBe(image);
    const sizes = [];
    for (const blob of opened.blobs) {
      let size = 0;
      for await (const chunk of opened.blob(blob)) size += chunk.length;
      sizes.push(size);
    }
    expect(sizes.toSorted((a, b) => a - b)).toEqual([0, 37, MIB]);
    await rm(archive);
  });

  test.each([
    ['xz', 'z', /compressed with gzip/],
    ['text', '', /there is no tar header/],
  ])('in a file that is no plain archive (%s) is refused', async (kind, compress, message) => {
    await layout([]);
    const archive = `${directory}.tar`;
    if (kind === 'text') await writeFile(archive, 'x'.repeat(2000));
    else execFileSync('tar', [`c${compress}f`, archive, '-C', directory, '.']);
    await expect(Layout.open(archive, 'v1')).rejects.toThrow(message);
    await rm(archive);
  });
});

describe('a folder of a layout', () => {
  const LAYER = Buffer.alloc(1000, 'a');
  const put = {
    'a named pipe': async (path: string) => {
      await rm(path);
      execFileSync('mkfifo', [path]);
    },
    'a device': async (path: string) => {
      await rm(path);
      await symlink('/dev/zero', path);
    },
    'a folder': async (path: string) => {
      await rm(path);
      await mkdir(path);
    },
  } as const;
  const places = {
    'oci-layout': () => 'oci-layout',
    'index.json': () => 'index.json',
    'the manifest': (image: string) => `blobs/${image.replace(':', '/')}`,
    'a layer': () => `blobs/${digest(LAYER).replace(':', '/')}`,
  } as const;
  const cells = Object.keys(places).flatMap((place) =>
    Object.keys(put).map((kind) => [place, kind] as [keyof typeof places, keyof typeof put]),
  );

  test.each(cells)('%s that is %s ends the push at once, by path and kind', async (place, kind) => {
    const name = places[place](await layout([LAYER]));
    await put[kind](join(directory, name));
    await expect(push()).rejects.toThrow(
      `"${directory}" is no usable OCI layout: ${name} is no regular file, but ${kind}.`,
    );
    expect(registry.manifests.size).toBe(0);
  });

  test.each(['oci-layout', 'index.json'])('%s may not be a link that leads out of it', async (name) => {
    await layout([]);
    const elsewhere = await mkdtemp(join(tmpdir(), 'cutover-elsewhere-'));
    await writeFile(join(elsewhere, 'passwd'), 'root:not-to-be-told');
    await rm(join(directory, name));
    await symlink(join(elsewhere, 'passwd'), join(directory, name));
    const error: unknown = await push().catch((reason: unknown) => reason);
    expect(String(error)).toContain(
      `${name} is a symbolic link that leads out of the layout (a file of 19 bytes)`,
    );
    expect(String(error)).not.toContain('not-to-be-told');
    await rm(elsewhere, { recursive: true });
  });

  test('may be a link itself, and its blobs may, whose digests tell what they are', async () => {
    const image = await layout([LAYER]);
    const elsewhere = await mkdtemp(join(tmpdir(), 'cutover-elsewhere-'));
    const blob = join(directory, 'blobs', digest(LAYER).replace(':', '/'));
    await rename(blob, join(elsewhere, 'layer'));
    await symlink(join(elsewhere, 'layer'), blob);
    await symlink(directory, join(elsewhere, 'link'));
    const opened = await Layout.open(join(elsewhere, 'link'), 'v1');
    expect(opened.root.descriptor.digest).toBe(image);
    expect((await push()).digest).toBe(image);
    await rm(elsewhere, { recursive: true });
  });

  test('whose manifest is no JSON does not quote it', async () => {
    await layout([]);
    await writeFile(join(directory, 'index.json'), 'root:not-to-be-told');
    const error: unknown = await push().catch((reason: unknown) => reason);
    expect(String(error)).toContain("index.json can't be read: it is no JSON");
    expect(String(error)).not.toContain('not-to-be-told');
  });
});

test('a cancelled push ends with the reason, and sets no tag', async () => {
  await layout([Buffer.alloc(MIB, 'a')]);
  const controller = new AbortController();
  registry.refuse = (request) => {
    if (request.startsWith('PATCH')) controller.abort(new Error('the job was cancelled'));
    return false;
  };
  await expect(push(['v1'], controller.signal)).rejects.toThrow('the job was cancelled');
  expect(registry.manifests.size).toBe(0);
});
