import type {
  Failure,
  GetTaskProtectionRequest,
  GetTaskProtectionResponse,
  ProtectedTask,
  UpdateTaskProtectionRequest,
  UpdateTaskProtectionResponse,
} from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { invalid } from './launch-checks.ts';
import type { ClusterState, TaskState } from './state.ts';

const DEFAULT_MINUTES = 120;
const MAX_MINUTES = 2880;
const MAX_TASKS = 10;

/** Until when a task is protected from scale-in; AWS time, epoch milliseconds. */
const ends = new WeakMap<TaskState, number>();

/** True while scale-in must spare the task. */
export function isProtected(ecs: Ecs, task: TaskState): boolean {
  return (ends.get(task) ?? 0) > ecs.sim.clock.now();
}

/** @throws ApiError ClusterNotFoundException, ServiceNotFoundException, InvalidParameterException */
export function getTaskProtection(ecs: Ecs, input: GetTaskProtectionRequest): GetTaskProtectionResponse {
  const cluster = ecs.cluster(input.cluster);
  const references = input.tasks ?? [...cluster.tasks.keys()];
  return answer(ecs, cluster, references, (task) => shape(ecs, task));
}

/**
 * Protects tasks of services from scale-in and from deployments of the controller ECS, or ends that.
 * @throws ApiError ClusterNotFoundException, InvalidParameterException
 */
export function updateTaskProtection(
  ecs: Ecs,
  input: UpdateTaskProtectionRequest,
): UpdateTaskProtectionResponse {
  const { tasks = [], protectionEnabled = false, expiresInMinutes = DEFAULT_MINUTES } = input;
  const cluster = ecs.cluster(input.cluster);
  if (tasks.length === 0 || tasks.length > MAX_TASKS) throw invalid(`Give 1 to ${MAX_TASKS} tasks.`);
  if (expiresInMinutes < 1 || expiresInMinutes > MAX_MINUTES)
    throw invalid(`expiresInMinutes must be between 1 and ${MAX_MINUTES}, not ${expiresInMinutes}.`);
  return answer(ecs, cluster, tasks, (task) => {
    if (protectionEnabled) ends.set(task, ecs.sim.clock.now() + expiresInMinutes * 60_000);
    else ends.delete(task);
    return shape(ecs, task);
  });
}

function answer(
  ecs: Ecs,
  cluster: ClusterState,
  references: readonly string[],
  of: (task: TaskState) => ProtectedTask,
): { protectedTasks: ProtectedTask[]; failures: Failure[] } {
  const protectedTasks: ProtectedTask[] = [];
  const failures: Failure[] = [];
  for (const reference of references) {
    const task = ecs.findTask(cluster, reference);
    const arn = ecs.sim.arn('ecs', `task/${cluster.name}/${reference.slice(reference.lastIndexOf('/') + 1)}`);
    if (task === undefined) failures.push({ arn, reason: 'MISSING' });
    else if (task.taskSet === undefined || task.shape.desiredStatus === 'STOPPED')
      failures.push({ arn, reason: 'TASK_NOT_VALID' });
    else protectedTasks.push(of(task));
  }
  return { protectedTasks, failures };
}

function shape(ecs: Ecs, task: TaskState): ProtectedTask {
  const until = ends.get(task);
  return isProtected(ecs, task) && until !== undefined
    ? { taskArn: task.shape.taskArn, protectionEnabled: true, expirationDate: new Date(until) }
    : { taskArn: task.shape.taskArn, protectionEnabled: false };
}
