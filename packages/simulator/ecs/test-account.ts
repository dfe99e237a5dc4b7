import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import {
  type ContainerDefinition,
  CreateClusterCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  RunTaskCommand,
  type RunTaskCommandInput,
  type Service,
  type Task,
} from '@aws-sdk/client-ecs';
import { ImagePullError, type ImageSource } from '../kernel/images.ts';
import { type RunningSimulator, startSimulator } from '../start.ts';

const PATIENCE_MS = 20_000;

/** Images for tests: each is one Node script, named `test/<name>`. */
export class ScriptImages implements ImageSource {
  readonly scripts: Record<string, string>;

  constructor(scripts: Record<string, string>) {
    this.scripts = scripts;
  }

  owns(reference: string): boolean {
    return reference.startsWith('test/');
  }

  async pull(reference: string, _architecture: string, directory: string) {
    const script = this.scripts[reference.slice(5)];
    if (script === undefined) throw new ImagePullError(`CannotPullContainerError: ${reference}: not found`);
    await mkdir(join(directory, 'app'), { recursive: true });
    await writeFile(join(directory, 'app', 'main.cjs'), script);
    return {
      digest: `sha256:${'ab'.repeat(32)}`,
      config: { Entrypoint: ['node', '/app/main.cjs'], WorkingDir: '/app', Env: ['FROM=image'] },
    };
  }
}

/** A simulated account for tests, with real SDK clients and a cluster `test`. */
export class TestAccount {
  readonly running: RunningSimulator;
  readonly ecs: ECSClient;
  readonly logs: CloudWatchLogsClient;

  private constructor(running: RunningSimulator) {
    this.running = running;
    const config = {
      endpoint: running.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    };
    this.ecs = new ECSClient(config);
    this.logs = new CloudWatchLogsClient(config);
  }

  static async open(scripts: Record<string, string>, timeScale = 200): Promise<TestAccount> {
    const account = new TestAccount(await startSimulator({ timeScale }));
    account.running.sim.images = new ScriptImages(scripts);
    await account.ecs.send(new CreateClusterCommand({ clusterName: 'test' }));
    return account;
  }

  async close(): Promise<void> {
    this.ecs.destroy();
    this.logs.destroy();
    await this.running.close();
  }

  /** A Fargate definition with one container `app` that logs to `/test`; gives back its ARN. */
  async register(
    image: string,
    container: Partial<ContainerDefinition> = {},
    rest: Partial<RegisterTaskDefinitionCommandInput> = {},
  ): Promise<string> {
    const { taskDefinition } = await this.ecs.send(
      new RegisterTaskDefinitionCommand({
        family: image.replaceAll(/[^a-z]/g, '-'),
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        containerDefinitions: [
          {
            name: 'app',
            image,
            logConfiguration: {
              logDriver: 'awslogs',
              options: {
                'awslogs-group': '/test',
                'awslogs-region': 'us-east-1',
                'awslogs-stream-prefix': 'run',
                'awslogs-create-group': 'true',
              },
            },
            ...container,
          },
        ],
        ...rest,
      }),
    );
    return taskDefinition?.taskDefinitionArn ?? '';
  }

  async run(taskDefinition: string, input: Partial<RunTaskCommandInput> = {}): Promise<string> {
    return (await this.runTask(taskDefinition, input))?.taskArn ?? '';
  }

  /** The task as RunTask answers it. */
  async runTask(taskDefinition: string, input: Partial<RunTaskCommandInput> = {}): Promise<Task | undefined> {
    const { tasks = [] } = await this.ecs.send(
      new RunTaskCommand({
        cluster: 'test',
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
        taskDefinition,
        ...input,
      }),
    );
    return tasks[0];
  }

  async task(arn: string): Promise<Task> {
    const { tasks = [] } = await this.ecs.send(new DescribeTasksCommand({ cluster: 'test', tasks: [arn] }));
    const [task] = tasks;
    if (task === undefined) throw new Error(`no task ${arn}`);
    return task;
  }

  async taskIn(arn: string, status: string): Promise<Task> {
    return await until(
      async () => this.task(arn),
      ({ lastStatus }) => lastStatus === status,
    );
  }

  async service(name: string): Promise<Service> {
    const { services = [] } = await this.ecs.send(
      new DescribeServicesCommand({ cluster: 'test', services: [name] }),
    );
    const [service] = services;
    if (service === undefined) throw new Error(`no service ${name}`);
    return service;
  }

  async serviceWhen(name: string, wanted: (service: Service) => boolean): Promise<Service> {
    return await until(async () => this.service(name), wanted);
  }

  async control(route: string, body: object): Promise<unknown> {
    const response = await fetch(`${this.running.url}/_simulator/${route}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return await response.json();
  }
}

/** Looks again and again until `wanted`; fails with the last look when that takes too long. */
export async function until<T>(look: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await look();
    if (wanted(value)) return value;
    if (Date.now() > end) throw new Error(`never came true: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
