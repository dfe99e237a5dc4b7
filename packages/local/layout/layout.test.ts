import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { list } from 'tar';
import { readDockerfile } from './dockerfile.ts';
import { makeLayout } from './run.ts';

describe('npm run layout', () => {
  let app: string;
  beforeEach(async () => {
    app = await mkdtemp(join(tmpdir(), 'cutover-layout-'));
    const put = async (path: string, text: string): Promise<void> => {
      await mkdir(join(app, path, '..'), { recursive: true });
      await writeFile(join(app, path), text);
    };
    await put('server.js', 'serve()');
    await put('node_modules/a/index.js', 'a()');
    await put('.env', 'PASSWORD=x');
    await put('.git/config', '');
    await put('.dockerignore', 'node_modules\n.env\n');
    await put(
      'Dockerfile',
      'FROM node\nRUN npm ci\nENV NODE_ENV=production\nEXPOSE 8080\nCMD ["node", "server.js"]\n',
    );
  });
  afterEach(async () => {
    await rm(app, { recursive: true, force: true });
  });

  async function make(...argv: readonly string[]): Promise<string> {
    let text = '';
    const code = await makeLayout({
      repository: '',
      argv,
      env: {},
      folder: app,
      columns: 80,
      colour: false,
      write: (part) => (text += part),
      fromSource: true,
    });
    expect(code).toBe(0);
    return text;
  }

  async function blob(layout: string, digest: string): Promise<string> {
    return join(app, layout, 'blobs/sha256', digest.slice('sha256:'.length));
  }

  async function read(layout: string): Promise<{ files: string[]; config: unknown; digest: string }> {
    const json = async (path: string): Promise<any> => JSON.parse(await readFile(path, 'utf8')); // eslint-disable-line typescript/no-explicit-any
    const index = await json(join(app, layout, 'index.json'));
    const manifest = await json(await blob(layout, index.manifests[0].digest));
    const files: string[] = [];
    await list({
      file: await blob(layout, manifest.layers[0].digest),
      onReadEntry: ({ path }) => files.push(path),
    });
    return {
      files,
      config: await json(await blob(layout, manifest.config.digest)),
      digest: index.manifests[0].digest,
    };
  }

  test('packs what Docker would copy, with the command, port and variables of the Dockerfile', async () => {
    const said = await make('.');
    const { config, files } = await read('image');
    expect(files).toEqual(['app/.dockerignore', 'app/Dockerfile', 'app/server.js']);
    expect(config).toMatchObject({
      os: 'linux',
      architecture: 'amd64',
      config: {
        Env: ['PATH=/usr/local/bin:/usr/bin:/bin', 'NODE_ENV=production'],
        Cmd: ['node', 'server.js'],
        WorkingDir: '/app',
        ExposedPorts: { '8080/tcp': {} },
      },
    });
    expect(said).toContain('left out by .dockerignore: node_modules');
    expect(said).toContain('1 RUN lines of the Dockerfile were not carried out');
    expect((await readdir(app)).toSorted()).toEqual([
      '.dockerignore',
      '.env',
      '.git',
      'Dockerfile',
      'image',
      'node_modules',
      'server.js',
    ]);
  });

  test('packs a path that is ignored when it is asked to; the layout of before is replaced and never packed', async () => {
    await make('.');
    await make('.', '--keep', './node_modules/', '--platform', 'linux/arm64');
    const { config, files } = await read('image');
    expect(files).toContain('app/node_modules/a/index.js');
    expect(files.filter((path) => /image|\.env|\.git\//.test(path))).toEqual([]);
    expect(config).toMatchObject({ architecture: 'arm64' });
  });

  test('equal files make an equal digest', async () => {
    await make('.', '--to', 'first');
    const first = await read('first');
    await rm(join(app, 'first'), { recursive: true });
    await make('.', '--to', 'second');
    expect((await read('second')).digest).toBe(first.digest);
  });

  test('a file that somebody put beside a layout is not removed with it', async () => {
    await make('.');
    await writeFile(join(app, 'image', 'notes.txt'), '');
    await expect(make('.')).rejects.toThrow('image holds "notes.txt" beside a layout');
    await rm(join(app, 'image', 'notes.txt'));
    await make('.');
  });

  test.each([
    ['a folder that is none', ['nowhere'], 'nowhere is no folder'],
    ['somebody’s folder as its goal', ['.', '--to', 'node_modules'], 'node_modules holds other files'],
    ['a port that is none', ['.', '--port', '99999'], '--port 99999 is no port'],
    ['an open quote', ['.', '--command', "node 'x"], "the quote ' at character 6 is never closed"],
    ['a platform that is none', ['.', '--platform', 'arm64'], '--platform arm64 is not OS/ARCHITECTURE'],
    ['no folder', [], 'the folder of the application is missing'],
  ])('%s is refused, and nothing is written', async (_, argv, message) => {
    await expect(make(...argv)).rejects.toThrow(message);
    expect(await readdir(app)).not.toContain('image');
  });

  test('without CMD the command must be given', async () => {
    await writeFile(join(app, 'Dockerfile'), 'FROM node\nCMD ["a"]\nFROM nginx\n');
    await expect(make('.')).rejects.toThrow('there is no CMD');
    await make('.', '--command', 'nginx -g "daemon off;"');
    expect((await read('image')).config).toMatchObject({ config: { Cmd: ['nginx', '-g', 'daemon off;'] } });
  });
});

test.each([
  ['the last CMD counts', 'FROM a\nCMD ["x"]\nCMD ["y", "z"]', { command: ['y', 'z'] }],
  [
    'a line is for a shell',
    'FROM a\nCMD exec node server.js',
    { command: ['/bin/sh', '-c', 'exec node server.js'] },
  ],
  ['an entry point comes first', 'FROM a\nENTRYPOINT ["e"]\nCMD ["c"]', { command: ['e', 'c'] }],
  [
    'lines go on behind a backslash',
    'FROM a\nENV A=1 \\\n  # note\n  B="two words"',
    { environment: ['A=1', 'B=two words'] },
  ],
  ['the old form of ENV', 'FROM a\nENV NAME two words', { environment: ['NAME=two words'] }],
  ['variables are not expanded', 'FROM a\nENV PATH=/x:$PATH', { environment: [] }],
  ['a port with a protocol', 'FROM a\nexpose 80/tcp 81', { port: 80 }],
  ['a port that is a variable', 'FROM a\nEXPOSE $PORT', { port: undefined }],
])('of a Dockerfile: %s', (_, text, expected) => {
  expect(readDockerfile(text)).toMatchObject(expected);
});
