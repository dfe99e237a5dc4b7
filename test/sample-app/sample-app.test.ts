import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AppProcess, migrate, Server, writeRelease } from './process.ts';

let one: string, two: string, three: string;
let folder: string, path: string, url: string;
const running: AppProcess[] = [];

async function start(release: string): Promise<Server> {
  const server = await Server.start(release, url);
  running.push(server);
  return server;
}

/** Runs `script`, a module of the release's folder, on the database. */
function runScript(script: string): AppProcess {
  writeFileSync(join(one, 'script.js'), script);
  const child = new AppProcess(one, 'script.js', { DATABASE_URL: url });
  running.push(child);
  return child;
}

beforeAll(async () => {
  [one, two, three] = await Promise.all([writeRelease(1), writeRelease(2), writeRelease(3)]);
});
afterAll(() => {
  for (const release of [one, two, three]) rmSync(release, { recursive: true, force: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sample-app-data-'));
  path = join(folder, 'app.db');
  url = `file:${path}`;
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(running.splice(0).map((child) => child.exited));
  rmSync(folder, { recursive: true, force: true });
});

describe('the versions', () => {
  test('1 serves once its schema is there', async () => {
    const server = await start(one);
    expect(await server.get('/health')).toEqual({
      status: 503,
      body: { version: 1, status: 'unavailable', reason: 'no such table: greetings' },
    });

    expect(await migrate(one, url)).toEqual({
      code: 0,
      output: expect.stringContaining('applied 001-create-greetings.sql\n'),
    });
    expect(await server.get('/health')).toEqual({ status: 200, body: { version: 1, status: 'ok' } });
    expect(await server.get('/')).toEqual({
      status: 200,
      body: { version: 1, greeting: 'Welcome', count: 3 },
    });
    expect(await server.post('/greetings', 'Ahoy')).toEqual({
      status: 201,
      body: { version: 1, id: 4, text: 'Ahoy' },
    });
    expect(await server.get('/')).toMatchObject({ body: { greeting: 'Ahoy', count: 4 } });
  });

  test('2 refuses to serve until it is migrated, 1 goes on serving afterwards', async () => {
    await migrate(one, url);
    const [old, next] = await Promise.all([start(one), start(two)]);
    expect(await next.get('/health')).toMatchObject({
      status: 503,
      body: { reason: 'no such column: language' },
    });
    expect(await next.get('/')).toMatchObject({ status: 500, body: { error: 'no such column: language' } });

    expect(await migrate(two, url)).toEqual({
      code: 0,
      output: expect.stringContaining('applied 002-add-language.sql\n'),
    });
    expect(await next.get('/health')).toMatchObject({ status: 200 });
    expect(await next.get('/')).toMatchObject({
      body: { version: 2, language: 'ja', count: 6, languages: 4 },
    });

    expect(await old.get('/health')).toMatchObject({ status: 200 });
    expect(await old.post('/greetings', 'Still here')).toMatchObject({ status: 201 });
    expect(await next.get('/')).toMatchObject({ body: { greeting: 'Still here', language: 'en', count: 7 } });
    expect(await next.post('/greetings?language=es', 'Hola')).toMatchObject({
      status: 201,
      body: { language: 'es' },
    });
    expect(await old.get('/')).toMatchObject({ body: { version: 1, greeting: 'Hola', count: 8 } });
  });

  test('3 starts, stays, and says why it is not healthy', async () => {
    await migrate(three, url);
    const server = await start(three);
    const reason = 'SIGNING_KEY is not set; add it to the secrets of the task definition';
    expect(await server.get('/health')).toMatchObject({ status: 503, body: { version: 3, reason } });
    await server.get('/health');
    expect(server.output.split(`not ready to serve: ${reason}`)).toHaveLength(2);
    expect(server.child.exitCode).toBeNull();
  });
});

describe('a migration', () => {
  test('is applied once, however often it is run', async () => {
    await migrate(two, url);
    expect(await migrate(two, url)).toEqual({
      code: 0,
      output:
        '001-create-greetings.sql was applied before\n002-add-language.sql was applied before\nThe schema is up to date\n',
    });
  });
  test('that fails changes nothing, names its file and exits with 1', async () => {
    const release = await writeRelease(2);
    writeFileSync(
      join(release, 'migrations/003-broken.sql'),
      'DELETE FROM greetings;\nALTER TABLE nowhere ADD COLUMN x;\n',
    );
    expect(await migrate(release, url)).toEqual({
      code: 1,
      output: expect.stringContaining('Migration failed: 003-broken.sql: no such table: nowhere\n'),
    });
    rmSync(release, { recursive: true });
    expect(await (await start(two)).get('/')).toMatchObject({ status: 200, body: { count: 6 } });
  });
  test('says which setting is wrong', async () => {
    expect(await migrate(one, 'postgres://db')).toEqual({
      code: 1,
      output:
        'Migration failed: DATABASE_URL must be a file: address such as file:/data/app.db, but is "postgres://db"\n',
    });
  });
});

describe('the database', () => {
  test('loses no write of several processes', async () => {
    await migrate(one, url);
    const servers = await Promise.all([start(one), start(one), start(one)]);
    const answers = await Promise.all(
      servers.flatMap((server, who) =>
        Array.from({ length: 20 }, (_, index) => server.post('/greetings', `greeting ${index} of ${who}`)),
      ),
    );
    expect(new Set(answers.map((answer) => answer.body['id'])).size).toBe(60);
    expect(await servers[0].get('/')).toMatchObject({ body: { count: 63 } });
  });

  test('outlives a writer that is killed with the lock in its hand', async () => {
    await migrate(one, url);
    const server = await start(one);
    const writer = runScript(`
      import { openDatabase } from './database.js';
      const database = await openDatabase(process.env.DATABASE_URL);
      await database.write((connection) => {
        connection.execute("INSERT INTO greetings (text) VALUES ('never committed')");
        console.log('writing');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      });
    `);
    await writer.printed(/writing/);
    writer.kill('SIGKILL');
    expect(await writer.exited).toBe('SIGKILL');

    expect(await server.get('/')).toMatchObject({ status: 200, body: { count: 3 } });
    expect(readdirSync(folder)).toContain('app.db.lock');
    const longAgo = Date.now() / 1000 - 60;
    utimesSync(`${path}.lock`, longAgo, longAgo);
    expect(await server.post('/greetings', 'Still alive')).toMatchObject({ status: 201, body: { id: 4 } });
    expect(readdirSync(folder)).toEqual(['app.db']);
  });

  test('is whole after writers were killed at any moment', async () => {
    await migrate(one, url);
    const script = `
      import { openDatabase } from './database.js';
      const database = await openDatabase(process.env.DATABASE_URL);
      for (;;) await database.write((connection) => {
        connection.execute("INSERT INTO greetings (text) VALUES ('one of two'), ('two of two')");
        if (connection.query('SELECT COUNT(*) % 2 AS odd FROM greetings')[0].odd !== 1) console.log('torn');
        console.log('written');
      });
    `;
    for (let round = 1; round <= 6; round++) {
      const writer = runScript(script);
      await writer.printed(new RegExp(`(written\\n){${round * 3}}`));
      writer.kill('SIGKILL');
      await writer.exited;
      expect(writer.output).not.toContain('torn');
      rmSync(`${path}.lock`, { force: true });
    }
    const checker = runScript(`
      import { openDatabase } from './database.js';
      const database = await openDatabase(process.env.DATABASE_URL);
      console.log(database.read((connection) => connection.query('PRAGMA integrity_check')[0].integrity_check));
      console.log(database.read((connection) => connection.query('SELECT COUNT(*) % 2 AS odd FROM greetings')[0].odd));
    `);
    expect([await checker.exited, checker.output]).toEqual([0, 'ok\n1\n']);
  });
});

describe('SIGTERM', () => {
  test('finishes the request in flight, takes no new one and exits with 0', async () => {
    await migrate(one, url);
    const server = await start(one);
    await server.get('/health'); // leaves an idle connection behind, which must not keep the process

    const slow = request(`${server.origin}/greetings`, {
      method: 'POST',
      headers: { 'Content-Length': '5' },
    });
    const answered = new Promise<{ status: number | undefined; connection: string | undefined }>(
      (resolve, reject) => {
        slow.on('error', reject).on('response', (response) => {
          response.resume();
          resolve({ status: response.statusCode, connection: response.headers.connection });
        });
      },
    );
    await new Promise((resolve) => slow.write('He', resolve));
    await server.get('/health'); // later than the slow request on the same process, so that one has begun

    server.kill('SIGTERM');
    await server.printed(/finishing/);
    await expect(fetch(server.origin)).rejects.toThrow('fetch failed');
    slow.end('llo');
    expect(await answered).toEqual({ status: 201, connection: 'close' });
    expect(await server.exited).toBe(0);
  });
});
