import type { ContainerDefinition, RunTaskCommandInput, Task, TaskDefinition } from '@aws-sdk/client-ecs';
import { type RunningSimulator, startSimulator } from '@cutover/simulator/start';
import type { Docker } from './engine.ts';

const PATIENCE_MS = 30_000;

/** A simulated account whose tasks are containers, with a repository `team/app` and a cluster `shop`. */
export class DockerAccount {
  readonly running: RunningSimulator;
  /** `127.0.0.1:41234` */
  readonly host: string;
  readonly repository: string;

  private constructor(running: RunningSimulator) {
    this.running = running;
    this.host = new URL(running.url).host;
    this.repository = `${this.host}/team/app`;
  }

  static async open(timeScale = 60): Promise<DockerAccount> {
    const account = new DockerAccount(await startSimulator({ timeScale, tasks: 'docker' }));
    await account.call('ecr', 'CreateRepository', { repositoryName: 'team/app' });
    await account.call('ecs', 'CreateCluster', { clusterName: 'shop', capacityProviders: ['FARGATE_SPOT'] });
    return account;
  }

  async close(): Promise<void> {
    await this.running.close();
  }

  async call<O extends object = Record<string, unknown>>(
    service: string,
    operation: string,
    input: object,
  ): Promise<O> {
    return await this.running.sim.call<O>(service, operation, input);
  }

  /** What `aws ecr get-login-password` prints. */
  async password(): Promise<string> {
    const { authorizationData } = await this.call<{ authorizationData: { authorizationToken: string }[] }>(
      'ecr',
      'GetAuthorizationToken',
      {},
    );
    const token = Buffer.from(authorizationData[0]?.authorizationToken ?? '', 'base64').toString();
    return token.slice(token.indexOf(':') + 1);
  }

  /** Pushes the program's image, removes it from the engine and gives back its digest in the repository. */
  async push(docker: Docker, tag: string): Promise<string> {
    const reference = `${this.repository}:${tag}`;
    await docker.build(reference);
    const { status, text } = await docker.login(this.host, await this.password());
    if (status !== 0) throw new Error(text);
    const output = await docker.run('push', reference);
    await docker.run('rmi', reference);
    return /digest: (sha256:[0-9a-f]{64})/.exec(output)?.[1] ?? output;
  }

  async register(image: string, container: Partial<ContainerDefinition>): Promise<string> {
    const { taskDefinition } = await this.call<{ taskDefinition: TaskDefinition }>(
      'ecs',
      'RegisterTaskDefinition',
      {
        family: 'app',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        containerDefinitions: [
          {
            name: 'app',
            image,
            essential: true,
            logConfiguration: {
              logDriver: 'awslogs',
              options: {
                'awslogs-group': '/shop',
                'awslogs-region': 'us-east-1',
                'awslogs-stream-prefix': 'run',
                'awslogs-create-group': 'true',
              },
            },
            ...container,
          },
        ],
      },
    );
    return taskDefinition.taskDefinitionArn ?? '';
  }

  async run(taskDefinition: string, input: Partial<RunTaskCommandInput> = {}): Promise<string> {
    const { tasks } = await this.call<{ tasks: Task[] }>('ecs', 'RunTask', {
      cluster: 'shop',
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      taskDefinition,
      ...input,
    });
    return tasks[0]?.taskArn ?? '';
  }

  /** The task once `wanted`. */
  async taskWhen(arn: string, wanted: (task: Task) => boolean): Promise<Task> {
    return await this.until(async () => {
      const { tasks } = await this.call<{ tasks: Task[] }>('ecs', 'DescribeTasks', {
        cluster: 'shop',
        tasks: [arn],
      });
      const [task] = tasks;
      return task !== undefined && wanted(task) ? task : undefined;
    });
  }

  async stopped(arn: string): Promise<Task> {
    return await this.taskWhen(arn, ({ lastStatus }) => lastStatus === 'STOPPED');
  }

  /** What the task's container `app` wrote, oldest first. */
  async log(arn: string): Promise<string[]> {
    const { events } = await this.call<{ events: { message: string }[] }>('logs', 'GetLogEvents', {
      logGroupName: '/shop',
      logStreamName: `run/app/${arn.slice(arn.lastIndexOf('/') + 1)}`,
      startFromHead: true,
    });
    return events.map(({ message }) => message);
  }

  /** Looks again and again until there is something to see. */
  async until<T>(look: () => Promise<T | undefined>): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(`never came true: ${look.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
