import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type RunningSimulator, startSimulator } from '@cutover/simulator/start';
import { writeLayout } from '../bundles/oci-layout.ts';
import { findTool } from '../tools.ts';
import { DockerAccount } from './account.ts';
import { Docker, engine, invoke } from './engine.ts';

jest.setTimeout(400_000);

const withEngine = engine === undefined ? describe.skip : describe;

withEngine('docker and the registry', () => {
  let account: DockerAccount;
  let docker: Docker;

  beforeAll(async () => {
    docker = await Docker.open();
    account = await DockerAccount.open();
  });

  afterAll(async () => {
    await account.close();
    await docker.close();
  });

  test('push after docker login --password-stdin, and pull by tag and by digest', async () => {
    const digest = await account.push(docker, 'v1');
    const { imageDetails } = await account.call<{
      imageDetails: { imageDigest: string; imageTags: string[]; imageSizeInBytes: number }[];
    }>('ecr', 'DescribeImages', { repositoryName: 'team/app' });
    expect(imageDetails).toEqual([expect.objectContaining({ imageDigest: digest, imageTags: ['v1'] })]);
    expect(imageDetails[0]?.imageSizeInBytes).toBeGreaterThan(100_000);
    for (const reference of [`${account.repository}:v1`, `${account.repository}@${digest}`]) {
      expect(await docker.run('pull', '--quiet', reference)).toBe(reference);
      expect(await docker.run('run', '--rm', reference, 'say', 'pulled')).toBe('pulled');
      await docker.run('rmi', '--force', reference);
    }
  });

  test('a wrong password is refused at login, a missing repository at push', async () => {
    const { status, text } = await docker.login(account.host, 'wrong');
    expect(status).toBe(1);
    expect(text).toMatch(/unauthorized|denied|401|403/i);
    await docker.login(account.host, await account.password());
    const reference = `${account.host}/team/other:v1`;
    await docker.build(reference);
    await expect(docker.run('push', reference)).rejects.toThrow(
      /name unknown: The repository with name 'team\/other' does not exist/,
    );
    await docker.run('rmi', reference);
  });
});

const crane = findTool('crane');
const withCrane = crane === undefined ? describe.skip : describe;

withCrane('crane and the registry', () => {
  let simulator: RunningSimulator;
  let folder: string;

  beforeEach(async () => {
    simulator = await startSimulator();
    folder = await mkdtemp(join(tmpdir(), 'cutover-crane-'));
    await simulator.sim.call('ecr', 'CreateRepository', { repositoryName: 'team/app' });
  });

  afterEach(async () => {
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('log in, push an index, list tags, copy, and pull the same bytes', async () => {
    const host = new URL(simulator.url).host;
    const { authorizationData } = await simulator.sim.call<{
      authorizationData: { authorizationToken: string }[];
    }>('ecr', 'GetAuthorizationToken', {});
    const [, password = ''] = Buffer.from(authorizationData[0]?.authorizationToken ?? '', 'base64')
      .toString()
      .split(':');
    const env = { ...process.env, DOCKER_CONFIG: folder };
    const run = async (args: string[], input?: string): Promise<string> => {
      const { status, text } = await invoke(crane ?? '', args, env, input);
      if (status !== 0) throw new Error(text);
      return text;
    };
    await run(['auth', 'login', '--username', 'AWS', '--password-stdin', host], password);
    await writeLayout(
      join(folder, 'image'),
      [Buffer.alloc(3_000_000, 'layer')],
      ['linux/amd64', 'linux/arm64'],
    );
    const pushed = await run(['push', '--index', join(folder, 'image'), `${host}/team/app:v1`]);
    expect(pushed).toContain(`@${await run(['digest', `${host}/team/app:v1`])}`);
    await run(['tag', `${host}/team/app:v1`, 'stable']);
    expect((await run(['ls', `${host}/team/app`])).split('\n').toSorted()).toEqual(['stable', 'v1']);
    await run(['pull', '--format', 'oci', `${host}/team/app:stable`, join(folder, 'pulled')]);
    for (const blob of await readdir(join(folder, 'image/blobs/sha256'))) {
      const bytes = await readFile(join(folder, 'pulled/blobs/sha256', blob));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(blob);
    }
  });
});
