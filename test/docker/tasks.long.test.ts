import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ContainerDefinition, RunTaskCommandInput, Task } from '@aws-sdk/client-ecs';
import { DockerAccount } from './account.ts';
import { Docker, engine } from './engine.ts';

jest.setTimeout(400_000);

const withEngine = engine === undefined ? describe.skip : describe;

withEngine('tasks on a Docker engine', () => {
  let account: DockerAccount;
  let docker: Docker;
  let digest: string;

  beforeAll(async () => {
    docker = await Docker.open();
    account = await DockerAccount.open();
    digest = await account.push(docker, 'v1');
  });

  afterAll(async () => {
    await account.close();
    await docker.close();
  });

  async function begin(
    container: Partial<ContainerDefinition>,
    input: Partial<RunTaskCommandInput> = {},
  ): Promise<string> {
    return await account.run(await account.register(`${account.repository}:v1`, container), input);
  }

  async function ended(container: Partial<ContainerDefinition>): Promise<Task & { arn: string }> {
    const arn = await begin(container);
    return { ...(await account.stopped(arn)), arn };
  }

  /** The container of the task as the engine sees it. */
  async function container(arn: string): Promise<{
    Id: string;
    HostConfig: { Memory: number; NanoCpus: number; ReadonlyRootfs: boolean };
    NetworkSettings: { Ports: Record<string, { HostIp: string; HostPort: string }[]> };
  }> {
    const id = await docker.run(
      'ps',
      '--all',
      '--quiet',
      '--filter',
      `label=cutover.simulator.task=${name(arn)}`,
    );
    const [found] = JSON.parse(await docker.run('inspect', id)) as Awaited<ReturnType<typeof container>>[];
    if (found === undefined) throw new Error(`no container of ${arn}`);
    return found;
  }

  const name = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

  test('run the image of the registry with environment, secrets, user and command, and log both outputs', async () => {
    await account.running.sim.service('ecs').controls?.['POST /_simulator/secrets']?.({ password: 'secret' });
    const arn = await begin(
      {
        environment: [{ name: 'GREETING', value: 'hello' }],
        secrets: [{ name: 'PASSWORD', valueFrom: 'password' }],
        user: '1234',
        command: ['exit', '9'],
      },
      { overrides: { containerOverrides: [{ name: 'app', command: ['say', 'two', 'words'] }] } },
    );
    const task = await account.stopped(arn);
    expect(task).toMatchObject({ stopCode: 'EssentialContainerExited' });
    expect(task.containers?.[0]).toMatchObject({ exitCode: 0, imageDigest: digest });
    expect((await account.log(arn)).toSorted()).toEqual(['said by user 1234 with hello secret', 'two words']);
    expect(
      await docker.run('ps', '--all', '--quiet', '--filter', `label=cutover.simulator.task=${name(arn)}`),
    ).toBe('');
  });

  test('give back the exit code, and the last line though it does not end', async () => {
    const task = await ended({ command: ['exit', '42'] });
    expect(task.containers?.[0]?.exitCode).toBe(42);
    expect(await account.log(task.arn)).toEqual(['no line end']);
  });

  test('are killed when they need more memory than they have', async () => {
    // Engines lose the event of such a kill now and then, and with it the reason; the exit code is always there.
    const reasons: (string | undefined)[] = [];
    while (reasons.length < 6 && reasons.at(-1) === undefined) {
      const task = await ended({ command: ['eat'], memory: 64 });
      expect(task.stoppedReason).toBe('Essential container in task exited');
      expect(task.containers?.[0]?.exitCode).toBe(137);
      reasons.push(task.containers?.[0]?.reason);
    }
    expect(reasons.at(-1)).toBe('OutOfMemoryError: Container killed due to memory usage');
  });

  test('can not start with a program that the image lacks', async () => {
    const task = await ended({ entryPoint: ['/missing'] });
    expect(task).toMatchObject({ stopCode: 'TaskFailedToStart', stoppedReason: 'Task failed to start' });
    expect(task.containers?.[0]?.reason).toMatch(
      /^CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: .*"\/missing".*no such file or directory/,
    );
    expect(task.containers?.[0]).not.toHaveProperty('exitCode');
  });

  test('can not start from an image that is not there', async () => {
    const arn = await account.run(await account.register(`${account.repository}:v9`, {}));
    const task = await account.stopped(arn);
    expect(task.containers?.[0]?.reason).toMatch(/^CannotPullContainerError: .*team\/app:v9: not found$/);
  });

  test('have the size of their task, a port of the loopback address only, and end on SIGTERM', async () => {
    const arn = await begin({
      command: ['serve', '8080'],
      portMappings: [{ containerPort: 8080 }],
      environment: [{ name: 'REVISION', value: 'one' }],
      readonlyRootFilesystem: true,
    });
    const { attachments } = await account.taskWhen(arn, ({ lastStatus }) => lastStatus === 'RUNNING');
    const ip = attachments?.[0]?.details?.find((detail) => detail.name === 'privateIPv4Address')?.value ?? '';
    const address = account.running.sim.network.resolve(ip, 8080);
    const { HostConfig, NetworkSettings } = await container(arn);
    expect(HostConfig).toMatchObject({ Memory: 512 * 1024 * 1024, ReadonlyRootfs: true });
    expect(NetworkSettings.Ports['8080/tcp']).toEqual([
      { HostIp: '127.0.0.1', HostPort: `${address?.port}` },
    ]);
    const response = await fetch(`http://127.0.0.1:${address?.port}/`);
    expect(await response.text()).toBe('one');
    await account.call('ecs', 'StopTask', { cluster: 'shop', task: arn, reason: 'enough' });
    const task = await account.stopped(arn);
    expect(task).toMatchObject({ stopCode: 'UserInitiated', stoppedReason: 'enough' });
    expect(task.containers?.[0]?.exitCode).toBe(0);
    expect(await account.log(arn)).toEqual(['serving one', 'told to end']);
  });

  test('are killed when they do not end within their stop timeout', async () => {
    const arn = await begin({ command: ['deaf'], stopTimeout: 2 });
    await account.taskWhen(arn, ({ lastStatus }) => lastStatus === 'RUNNING');
    await account.until(async () => ((await account.log(arn).catch(() => [])).length > 0 ? true : undefined));
    await account.call('ecs', 'StopTask', { cluster: 'shop', task: arn });
    expect((await account.stopped(arn)).containers?.[0]?.exitCode).toBe(137);
  });

  test.each([
    ['HEALTHY', '8080'],
    ['UNHEALTHY', '8081'],
  ])('are %s by a health check that runs in the container', async (health, port) => {
    const arn = await begin({
      command: ['serve', '8080'],
      healthCheck: { command: ['CMD', '/program', 'check', port], interval: 5, retries: 2 },
    });
    const task = await account.taskWhen(arn, ({ healthStatus }) => healthStatus === health);
    expect(task.containers?.[0]?.healthStatus).toBe(health);
    await account.call('ecs', 'StopTask', { cluster: 'shop', task: arn });
    await account.stopped(arn);
  });
});

withEngine('containers of a simulator', () => {
  test('are gone with it, and so are its images', async () => {
    const docker = await Docker.open();
    const account = await DockerAccount.open();
    try {
      await account.push(docker, 'v1');
      const arn = await account.run(
        await account.register(`${account.repository}:v1`, { command: ['deaf'] }),
      );
      await account.taskWhen(arn, ({ lastStatus }) => lastStatus === 'RUNNING');
      const mine = async (): Promise<string> =>
        await docker.run('ps', '--all', '--quiet', '--filter', `label=cutover.simulator.pid=${process.pid}`);
      expect(await mine()).not.toBe('');
      await account.close();
      expect(await mine()).toBe('');
      expect(await docker.run('images', '--quiet', account.repository)).toBe('');
    } finally {
      await docker.close();
    }
  });
});
