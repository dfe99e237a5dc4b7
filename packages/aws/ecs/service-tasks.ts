import type { ECSClient, Task } from '@aws-sdk/client-ecs';
import type { StoppedTask } from '@cutover/domain/task/failed-task';
import type { RunningTask } from '@cutover/domain/task/running-task';
import { call } from '../client/call.ts';
import type { ClientOptions } from '../client/options.ts';
import { Pages } from '../client/pages.ts';

/** DescribeTasks takes so many ARNs. */
const DESCRIBE_LIMIT = 100;

/** The tasks of a service. */
export class ServiceTasks {
  readonly #options: ClientOptions;
  /** A stopped task doesn't change any more, so each is described once. */
  readonly #stopped = new Map<string, StoppedTask>();
  readonly #instanceIds = new Map<string, string>();
  #client: ECSClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * The service's stopped tasks; ECS keeps them for an hour. The API allows no second filter beside `startedBy`, so
   * the service's tasks are listed and sorted out here.
   * @param by task set or deployment that started them, `ecs-svc/1234567890`; without it all of the service
   */
  async stopped(cluster: string, service: string, by?: string): Promise<readonly StoppedTask[]> {
    const arns = await this.#list(cluster, service, 'STOPPED');
    const unknown = arns.filter((arn) => !this.#stopped.has(arn));
    for (const task of await this.#describe(cluster, unknown)) {
      if (task.lastStatus === 'STOPPED') this.#stopped.set(task.taskArn ?? '', stoppedTask(task));
    }
    return arns
      .flatMap((arn) => this.#stopped.get(arn) ?? [])
      .filter(({ startedBy }) => by === undefined || startedBy === by);
  }

  /** The tasks that the service wants running, whatever state they have reached. */
  async running(cluster: string, service: string): Promise<readonly RunningTask[]> {
    const arns = await this.#list(cluster, service, 'RUNNING');
    const tasks = await this.#describe(cluster, arns);
    const instances = await this.#instances(
      cluster,
      tasks.filter((task) => hostPorts(task).length > 0),
    );
    return tasks.map((task) => runningTask(task, instances.get(task.containerInstanceArn ?? '')));
  }

  /** EC2 ids of the container instances on which tasks have ports of the host; asked once for each instance. */
  async #instances(cluster: string, tasks: readonly Task[]): Promise<ReadonlyMap<string, string>> {
    const unknown = new Set(
      tasks
        .flatMap(({ containerInstanceArn }) => containerInstanceArn ?? [])
        .filter((arn) => !this.#instanceIds.has(arn)),
    );
    const arns = [...unknown];
    for (let at = 0; at < arns.length; at += DESCRIBE_LIMIT) {
      const { DescribeContainerInstancesCommand, ECSClient } = await import('../sdk/service-tasks.ts');
      const client = (this.#client ??= new ECSClient(this.#options));
      const containerInstances = arns.slice(at, at + DESCRIBE_LIMIT);
      const page = await call(this.#options, 'ecs:DescribeContainerInstances', () =>
        client.send(new DescribeContainerInstancesCommand({ cluster, containerInstances })),
      );
      for (const { containerInstanceArn: arn, ec2InstanceId: id } of page.containerInstances ?? [])
        if (arn !== undefined && id !== undefined) this.#instanceIds.set(arn, id);
    }
    return this.#instanceIds;
  }

  async #list(
    cluster: string,
    service: string,
    desiredStatus: 'RUNNING' | 'STOPPED',
  ): Promise<readonly string[]> {
    const { ECSClient, ListTasksCommand } = await import('../sdk/service-tasks.ts');
    const client = (this.#client ??= new ECSClient(this.#options));
    const found: string[] = [];
    const pages = new Pages('ecs:ListTasks');
    do {
      const page = await call(this.#options, 'ecs:ListTasks', () =>
        client.send(
          new ListTasksCommand({
            cluster,
            serviceName: service,
            desiredStatus,
            ...(pages.token === undefined ? {} : { nextToken: pages.token }),
          }),
        ),
      );
      found.push(...(page.taskArns ?? []));
      pages.came(page.nextToken);
    } while (pages.more());
    return found;
  }

  async #describe(cluster: string, arns: readonly string[]): Promise<readonly Task[]> {
    const { DescribeTasksCommand, ECSClient } = await import('../sdk/service-tasks.ts');
    const client = (this.#client ??= new ECSClient(this.#options));
    const found: Task[] = [];
    for (let at = 0; at < arns.length; at += DESCRIBE_LIMIT) {
      const tasks = arns.slice(at, at + DESCRIBE_LIMIT);
      const page = await call(this.#options, 'ecs:DescribeTasks', () =>
        client.send(new DescribeTasksCommand({ cluster, tasks })),
      );
      found.push(...(page.tasks ?? []));
    }
    return found;
  }
}

function stoppedTask(task: Task): StoppedTask {
  return {
    arn: task.taskArn ?? '',
    taskDefinition: task.taskDefinitionArn ?? '',
    startedBy: task.startedBy ?? '',
    stopCode: task.stopCode ?? '',
    stoppedReason: task.stoppedReason ?? '',
    ...(task.stoppedAt === undefined ? {} : { stoppedAt: task.stoppedAt.getTime() }),
    containers: (task.containers ?? []).map(({ name = '', exitCode, reason }) => ({
      name,
      ...(exitCode === undefined ? {} : { exitCode }),
      ...(reason === undefined ? {} : { reason }),
    })),
  };
}

/** Ports of the host by which a target group of instances knows a task of the bridge or host network mode. */
function hostPorts(task: Task): readonly number[] {
  return (task.containers ?? [])
    .flatMap(({ networkBindings = [] }) => networkBindings)
    .flatMap(({ hostPort }) => hostPort ?? []);
}

function runningTask(task: Task, instance: string | undefined): RunningTask {
  const details = (task.attachments ?? []).flatMap(({ details = [] }) => details);
  const addresses = details
    .filter(({ name }) => name === 'privateIPv4Address')
    .flatMap(({ value }) => value ?? []);
  const networkInterface = details.find(({ name }) => name === 'networkInterfaceId')?.value;
  const bound = (task.containers ?? [])
    .flatMap(({ networkInterfaces = [] }) => networkInterfaces)
    .flatMap(({ privateIpv4Address = [], ipv6Address = [] }) => [privateIpv4Address, ipv6Address].flat());
  const onHost = instance === undefined ? [] : hostPorts(task).map((port) => `${instance}:${port}`);
  return {
    arn: task.taskArn ?? '',
    taskDefinition: task.taskDefinitionArn ?? '',
    startedBy: task.startedBy ?? '',
    status: task.lastStatus ?? '',
    addresses: [...new Set([...addresses, ...bound, ...onHost])],
    ...(task.availabilityZone === undefined ? {} : { zone: task.availabilityZone }),
    ...(networkInterface === undefined ? {} : { networkInterface }),
    ...(task.startedAt === undefined ? {} : { startedAt: task.startedAt.getTime() }),
  };
}
