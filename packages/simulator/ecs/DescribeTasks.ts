import type { DescribeTasksRequest, DescribeTasksResponse, Failure, Task } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { nameInCluster } from './identifier.ts';
import { invalid } from './launch-checks.ts';
import { taskShape } from './task-shape.ts';

const MAX_TASKS = 100;

/** Unknown tasks are failures with reason MISSING. @throws ApiError ClusterNotFoundException, InvalidParameterException */
export function describeTasks(ecs: Ecs, input: DescribeTasksRequest): DescribeTasksResponse {
  const cluster = ecs.cluster(input.cluster);
  const references = input.tasks ?? [];
  if (references.length === 0) throw invalid('Tasks cannot be empty.');
  if (references.length > MAX_TASKS)
    throw invalid(`Tasks can have at most ${MAX_TASKS} items, not ${references.length}.`);
  const tasks: Task[] = [];
  const failures: Failure[] = [];
  for (const reference of references) {
    const task = ecs.findTask(cluster, reference);
    if (task === undefined) {
      failures.push({
        arn: ecs.sim.arn(
          'ecs',
          `task/${cluster.name}/${nameInCluster(ecs.sim, 'task', cluster.name, reference)}`,
        ),
        reason: 'MISSING',
      });
    } else {
      tasks.push(taskShape(task, input.include?.includes('TAGS')));
    }
  }
  return { tasks, failures };
}
