import type { TaskDefinition } from '@aws-sdk/client-ecs';
import type { Fault } from '../kernel/faults.ts';
import { ImagePullError } from '../kernel/images.ts';
import type { Simulator } from '../kernel/simulator.ts';
import type { TaskContainer } from './container.ts';
import { secretRefusal } from './secret-rights.ts';
import type { ClusterState, TaskState } from './state.ts';

const SLOW_START_S = 60;

/** Message of RunTask and of service events when Fargate has no capacity. */
export const NO_CAPACITY =
  'Capacity is unavailable at this time. Please try again later or in a different availability zone';

/** Everything by which a fault may name a task. */
export function taskNames(cluster: ClusterState, definition: TaskDefinition, service?: string): string[] {
  const containers = definition.containerDefinitions ?? [];
  return [
    service ?? '',
    cluster.name,
    cluster.arn,
    definition.family ?? '',
    `${definition.family ?? ''}:${definition.revision ?? ''}`,
    definition.taskDefinitionArn ?? '',
    ...containers.map(({ image = '' }) => image),
    ...containers.flatMap(({ secrets = [] }) => secrets.map(({ valueFrom = '' }) => valueFrom)),
  ].filter((name) => name !== '');
}

/** The faults of one task, each asked for at its moment of the task's life. */
export class TaskFaults {
  readonly #sim: Simulator;
  readonly #task: TaskState;
  readonly #names: readonly string[];

  constructor(sim: Simulator, task: TaskState) {
    this.#sim = sim;
    this.#task = task;
    this.#names = [
      ...taskNames(task.cluster, task.definition, task.taskSet?.service.name),
      task.shape.taskArn ?? '',
      task.shape.group ?? '',
    ];
  }

  /** Before a container gets its secrets and image. @throws SecretError, ImagePullError */
  beforePull({ definition }: TaskContainer): void {
    const { name = '', image = '', secrets = [] } = definition;
    const [secret] = secrets;
    if (secret !== undefined && this.#take('secrets') !== undefined) {
      throw secretRefusal(this.#sim, this.#task, secret.valueFrom ?? '');
    }
    const fault = this.#take('image-pull');
    if (fault !== undefined) {
      throw new ImagePullError(
        `CannotPullContainerError: ${fault.message ?? `pull image manifest has been retried 1 time(s): failed to resolve ref ${image || name}: not found`}`,
      );
    }
  }

  /** Once the task has its address: checks of the load balancer find out whose it is, a slow one does not answer. */
  atAddress(ip: string): void {
    this.#sim.network.own(ip, this.#names);
  }

  /** Once the task runs. */
  atRunning(ip: string): void {
    const slow = this.#take('slow-start');
    if (slow !== undefined) {
      this.#sim.network.hold(ip);
      this.#sim.clock.after((slow.afterSeconds ?? SLOW_START_S) * 1000, () => this.#sim.network.release(ip));
    }
    const crash = this.#take('crash');
    if (crash !== undefined) this.#end(crash, crash.exitCode ?? 1);
    const memory = this.#take('out-of-memory');
    if (memory !== undefined)
      this.#end(memory, 137, 'OutOfMemoryError: Container killed due to memory usage');
  }

  #end({ afterSeconds = 0 }: Fault, exitCode: number, reason?: string): void {
    this.#sim.clock.after(afterSeconds * 1000, () => {
      const { run } = this.#task;
      const running = run.containers.find(
        ({ essential, process }) => essential && process !== undefined && process.exitCode === undefined,
      );
      if (running === undefined) return;
      if (reason !== undefined) running.shape.reason = reason;
      running.process?.crash(exitCode);
    });
  }

  #take(kind: NonNullable<Fault['task']>): Fault | undefined {
    return this.#sim.faults.takeTask(kind, this.#names);
  }
}
