import type {
  ECSClient,
  RunTaskCommandInput,
  ContainerOverride as SdkOverride,
  Task,
  TaskManagedEBSVolumeConfiguration,
} from '@aws-sdk/client-ecs';
import { isCapacityReason } from '@cutover/domain/task/capacity-reason';
import { AwsCallError } from '@cutover/domain/errors';
import type { CapacityProviderItem, NetworkConfiguration } from '@cutover/domain/task/ecs-service';
import type { JsonObject } from '@cutover/domain/text/json';
import { MARK_VARIABLE, type TaskState } from '@cutover/domain/task/task';
import { call } from '../client/call.ts';
import type { ClientOptions } from '../client/options.ts';
import { Pages } from '../client/pages.ts';

export interface ContainerOverride {
  readonly name: string;
  readonly command?: readonly string[];
  readonly environment?: readonly { readonly name: string; readonly value: string }[];
  readonly environmentFiles?: readonly { readonly value: string; readonly type: 's3' }[];
  readonly cpu?: number;
  readonly memory?: number;
  readonly memoryReservation?: number;
  readonly resourceRequirements?: readonly { readonly value: string; readonly type: 'GPU' }[];
}

/** One task to start. */
export interface TaskRequest {
  readonly cluster: string;
  readonly taskDefinition: string;
  readonly overrides: { readonly containerOverrides: readonly ContainerOverride[] };
  readonly network?: NetworkConfiguration;
  readonly launchType?: string;
  readonly capacityProviders?: readonly CapacityProviderItem[];
  readonly platformVersion?: string;
  readonly tags?: ReadonlyMap<string, string>;
  /** An EBS volume that ECS makes for the task; the settings as RunTask takes them. */
  readonly volume?: { readonly name: string; readonly settings: JsonObject };
  /** Letters, digits, `-`, `/`, `_`; at most 128. */
  readonly startedBy: string;
  /** At most 64 characters; the same token never starts a second task within 24 hours. */
  readonly clientToken: string;
}

export type TaskStart =
  | { readonly kind: 'started'; readonly task: TaskState }
  /**
   * Nothing was started by this answer. `retryable` is true for a lack of capacity and for throttling, which pass;
   * `throttled` says that ECS did not look at the request, so that an earlier call whose answer was lost may have started
   * it: the next one needs the same token.
   */
  | {
      readonly kind: 'refused';
      readonly reasons: readonly string[];
      readonly retryable: boolean;
      readonly throttled?: true;
    };

export interface TaskFilter {
  readonly family?: string;
  readonly startedBy?: string;
  /** Default `RUNNING`, which includes tasks that are still starting. */
  readonly desiredStatus?: 'RUNNING' | 'STOPPED';
}

/** DescribeTasks takes so many ARNs. */
const DESCRIBE_LIMIT = 100;

/** One-off ECS tasks. */
export class Tasks {
  readonly #options: ClientOptions;
  #client: ECSClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  async #sdk(): Promise<{ client: ECSClient; sdk: typeof import('../sdk/tasks.ts') }> {
    const sdk = await import('../sdk/tasks.ts');
    return { client: (this.#client ??= new sdk.ECSClient(this.#options)), sdk };
  }

  /** Starts one task. A lack of capacity is an answer, not an error. */
  async run(request: TaskRequest): Promise<TaskStart> {
    const { client, sdk } = await this.#sdk();
    try {
      const { tasks = [], failures = [] } = await call(this.#options, 'ecs:RunTask', () =>
        client.send(new sdk.RunTaskCommand(runTaskInput(request))),
      );
      const task = tasks[0];
      if (task !== undefined) return { kind: 'started', task: taskState(task) };
      const reasons = failures.map(({ reason = 'no reason given', detail, arn }) =>
        [reason, detail, arn].filter(Boolean).join(' - '),
      );
      return {
        kind: 'refused',
        reasons: reasons.length === 0 ? ['ECS started no task and gave no reason'] : reasons,
        retryable: reasons.some(isCapacityReason),
      };
    } catch (error) {
      if (!(error instanceof AwsCallError)) throw error;
      if (error.code === 'ThrottlingException')
        return { kind: 'refused', reasons: [error.message], retryable: true, throttled: true };
      if (!isCapacityReason(error.message)) throw error;
      return { kind: 'refused', reasons: [error.message], retryable: true };
    }
  }

  /** The tasks that ECS knows; one that was just started or stopped more than an hour ago may be absent. */
  async describe(cluster: string, arns: readonly string[]): Promise<readonly TaskState[]> {
    if (arns.length === 0) return [];
    const { client, sdk } = await this.#sdk();
    const found: TaskState[] = [];
    for (let at = 0; at < arns.length; at += DESCRIBE_LIMIT) {
      const { tasks = [] } = await call(this.#options, 'ecs:DescribeTasks', () =>
        client.send(new sdk.DescribeTasksCommand({ cluster, tasks: arns.slice(at, at + DESCRIBE_LIMIT) })),
      );
      found.push(...tasks.map(taskState));
    }
    return found;
  }

  /** ARNs of all tasks; a family's may be those of a large service. */
  async list(cluster: string, filter: TaskFilter): Promise<readonly string[]> {
    const { client, sdk } = await this.#sdk();
    const found: string[] = [];
    const pages = new Pages('ecs:ListTasks');
    do {
      const page = await call(this.#options, 'ecs:ListTasks', () =>
        client.send(
          new sdk.ListTasksCommand({
            cluster,
            ...filter,
            ...(pages.token === undefined ? {} : { nextToken: pages.token }),
          }),
        ),
      );
      found.push(...(page.taskArns ?? []));
      pages.came(page.nextToken);
    } while (pages.more());
    return found;
  }

  /** Asks a task to stop: SIGTERM, and SIGKILL after the container's stopTimeout (30 seconds unless it says otherwise). */
  async stop(cluster: string, task: string, reason: string): Promise<void> {
    const { client, sdk } = await this.#sdk();
    await call(this.#options, 'ecs:StopTask', () =>
      client.send(new sdk.StopTaskCommand({ cluster, task, reason: reason.slice(0, 255) })),
    );
  }
}

function runTaskInput(request: TaskRequest): RunTaskCommandInput {
  const {
    network,
    capacityProviders = [],
    launchType,
    platformVersion,
    overrides,
    tags,
    volume,
    ...rest
  } = request;
  return {
    ...rest,
    count: 1,
    overrides: {
      containerOverrides: structuredClone(overrides.containerOverrides) as SdkOverride[],
    },
    ...(network === undefined
      ? {}
      : {
          networkConfiguration: {
            awsvpcConfiguration: {
              subnets: [...network.subnets],
              securityGroups: [...network.securityGroups],
              assignPublicIp: network.assignPublicIp,
            },
          },
        }),
    ...(capacityProviders.length > 0
      ? { capacityProviderStrategy: [...capacityProviders] }
      : launchType === undefined
        ? {}
        : { launchType: launchType as 'FARGATE' }),
    ...(platformVersion === undefined ? {} : { platformVersion }),
    ...(tags === undefined ? {} : { tags: [...tags].map(([key, value]) => ({ key, value })) }),
    ...(volume === undefined
      ? {}
      : {
          volumeConfigurations: [
            {
              name: volume.name,
              managedEBSVolume: volume.settings as unknown as TaskManagedEBSVolumeConfiguration,
            },
          ],
        }),
  };
}

function markOf({ overrides }: Task): { readonly mark?: string } {
  const variables = (overrides?.containerOverrides ?? []).flatMap(({ environment = [] }) => environment);
  const mark = variables.find(({ name }) => name === MARK_VARIABLE)?.value;
  return mark === undefined ? {} : { mark };
}

function taskState(task: Task): TaskState {
  return {
    arn: task.taskArn ?? '',
    taskDefinition: task.taskDefinitionArn ?? '',
    lastStatus: task.lastStatus ?? '',
    desiredStatus: task.desiredStatus ?? '',
    ...(task.stopCode === undefined ? {} : { stopCode: task.stopCode }),
    ...(task.stoppedReason === undefined ? {} : { stoppedReason: task.stoppedReason }),
    group: task.group ?? '',
    startedBy: task.startedBy ?? '',
    ...markOf(task),
    ...(task.createdAt === undefined ? {} : { createdAt: task.createdAt.getTime() }),
    ...(task.startedAt === undefined ? {} : { startedAt: task.startedAt.getTime() }),
    ...(task.stoppedAt === undefined ? {} : { stoppedAt: task.stoppedAt.getTime() }),
    containers: (task.containers ?? []).map(({ name = '', lastStatus = '', exitCode, reason }) => ({
      name,
      lastStatus,
      ...(exitCode === undefined || exitCode === null ? {} : { exitCode }),
      ...(reason === undefined ? {} : { reason }),
    })),
  };
}
