import { randomBytes, randomUUID } from 'node:crypto';
import type { TaskDefinition, TaskStopCode } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';
import type { DockerTasks } from './docker-tasks.ts';
import { nameInCluster, ownName } from './identifier.ts';
import { Reaper } from './reaper.ts';
import type { ClusterState, ServiceState, TaskDefinitionState, TaskSetState, TaskState } from './state.ts';

const MAX_EVENTS = 100;
const FIRST_ADDRESS = 10;

/** Keeps services at their desired state. */
export interface Reconciler {
  /** Looks at the service now: something about it has changed. */
  wake(service: ServiceState): void;
  /** Notes that a task of the set is going to stop for a reason of its own. */
  taskFails(taskSet: TaskSetState, code: TaskStopCode, taskId: string): void;
}

/** The account's clusters and task definitions, and how to find them. */
export class Ecs {
  readonly sim: Simulator;
  readonly clusters = new Map<string, ClusterState>();
  /** Revisions of a family; revision n is at index n - 1. */
  readonly families = new Map<string, TaskDefinitionState[]>();
  readonly scheduler: Reconciler;
  readonly reaper = new Reaper();
  /** Loopback URLs that answer for Lambda functions, by the function's ARN. */
  readonly functions = new Map<string, string>();
  /** Runtime of tasks as containers; undefined when they run as processes. */
  readonly docker: DockerTasks | undefined;
  /** True once the simulator is being stopped; nothing is started any more. */
  stopping = false;
  #lastTaskSetNumber = 0n;
  #address = FIRST_ADDRESS;

  constructor(sim: Simulator, reconciler: (ecs: Ecs) => Reconciler, docker?: DockerTasks) {
    this.sim = sim;
    this.docker = docker;
    this.scheduler = reconciler(this);
  }

  now(): Date {
    return this.sim.clock.date();
  }

  /** 32 hexadecimal digits. */
  newId(): string {
    return randomBytes(16).toString('hex');
  }

  /** Falls as time goes by, as the service's own numbers did. */
  newTaskSetId(): string {
    let number = 9_223_372_036_854_775_807n - BigInt(Math.round(this.sim.clock.now()));
    if (this.#lastTaskSetNumber !== 0n && number >= this.#lastTaskSetNumber)
      number = this.#lastTaskSetNumber - 1n;
    this.#lastTaskSetNumber = number;
    return `ecs-svc/${number}`;
  }

  /** Private addresses of 10.0.0.0/16 in turn, so that an address is not reused while it drains. */
  newAddress(): string {
    const number = this.#address;
    this.#address = number >= 0xff_f0 ? FIRST_ADDRESS : number + 1;
    return `10.0.${Math.floor(number / 256)}.${number % 256}`;
  }

  /** @throws ApiError ClusterNotFoundException, InvalidParameterException */
  cluster(reference: string | undefined): ClusterState {
    const cluster = this.clusters.get(ownName(this.sim, 'cluster', reference ?? 'default'));
    if (cluster === undefined || cluster.status === 'INACTIVE')
      throw new ApiError('ClusterNotFoundException', 'Cluster not found.');
    return cluster;
  }

  /** @throws ApiError ServiceNotFoundException, InvalidParameterException */
  service(cluster: ClusterState, reference: string | undefined): ServiceState {
    const service = cluster.services.get(nameInCluster(this.sim, 'service', cluster.name, reference ?? ''));
    if (service === undefined) throw new ApiError('ServiceNotFoundException', 'Service not found.');
    return service;
  }

  /** @throws ApiError ServiceNotFoundException, ServiceNotActiveException */
  activeService(cluster: ClusterState, reference: string | undefined): ServiceState {
    const service = this.service(cluster, reference);
    if (service.status !== 'ACTIVE')
      throw new ApiError('ServiceNotActiveException', 'Service was not ACTIVE.');
    return service;
  }

  /** @throws ApiError TaskSetNotFoundException */
  taskSet(service: ServiceState, reference: string | undefined): TaskSetState {
    const taskSet = service.taskSets.find(({ id, arn }) => id === reference || arn === reference);
    if (taskSet === undefined)
      throw new ApiError('TaskSetNotFoundException', 'The specified task set was not found.');
    return taskSet;
  }

  /**
   * A revision by `family`, `family:revision` or ARN; without revision the latest ACTIVE one.
   * @throws ApiError InvalidParameterException for an ARN of another place
   */
  findTaskDefinition(reference: string): TaskDefinitionState | undefined {
    const [family = '', revision] = ownName(this.sim, 'task-definition', reference).split(':');
    const revisions = this.families.get(family) ?? [];
    return revision === undefined
      ? revisions.findLast(({ definition }) => definition.status === 'ACTIVE')
      : revisions[Number(revision) - 1];
  }

  /** A revision that new tasks may use. @throws ApiError ClientException */
  activeTaskDefinition(reference: string | undefined): TaskDefinition {
    const found = this.findTaskDefinition(reference ?? '');
    if (found === undefined) throw new ApiError('ClientException', 'TaskDefinition not found.');
    if (found.definition.status !== 'ACTIVE')
      throw new ApiError('ClientException', 'TaskDefinition is inactive');
    return found.definition;
  }

  /**
   * By id or ARN; undefined when the cluster has no such task.
   * @throws ApiError InvalidParameterException for an ARN of another place or cluster
   */
  findTask(cluster: ClusterState, reference: string): TaskState | undefined {
    return cluster.tasks.get(nameInCluster(this.sim, 'task', cluster.name, reference));
  }

  /**
   * The service that a service deployment's or revision's ARN names, and the last part of that ARN.
   * @throws ApiError InvalidParameterException for an ARN of another place or another form
   */
  serviceOf(kind: string, arn: string | undefined): { service: ServiceState | undefined; id: string } {
    const parts = ownName(this.sim, kind, arn ?? '').split('/');
    const [cluster = '', service = '', id = ''] = parts;
    if (arn?.startsWith('arn:') !== true || parts.length !== 3)
      throw new ApiError(
        'InvalidParameterException',
        `Invalid identifier: Identifier is for ${arn ?? ''}. Expected ${kind}.`,
      );
    return { service: this.clusters.get(cluster)?.services.get(service), id };
  }

  tasksOf(taskSet: TaskSetState): TaskState[] {
    return [...taskSet.service.cluster.tasks.values()].filter((task) => task.taskSet === taskSet);
  }

  /** Kills all task processes and waits until they are gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.reaper.close();
    const tasks = [...this.clusters.values()].flatMap(({ tasks }) => [...tasks.values()]);
    await Promise.all(tasks.map(async ({ run }) => run.abandon()));
    await this.docker?.stop();
  }

  /** Adds a service event `(service NAME) …`. */
  announce(service: ServiceState, message: string): void {
    service.events.unshift({ id: randomUUID(), createdAt: this.now(), message });
    service.events.splice(MAX_EVENTS);
  }
}
