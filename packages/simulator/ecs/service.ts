import type { JsonService, Operation } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { controls } from './controls.ts';
import { createCluster } from './CreateCluster.ts';
import { createService } from './CreateService.ts';
import { createTaskSet } from './CreateTaskSet.ts';
import { deleteCluster } from './DeleteCluster.ts';
import { deleteService } from './DeleteService.ts';
import { deleteTaskSet } from './DeleteTaskSet.ts';
import { deregisterTaskDefinition } from './DeregisterTaskDefinition.ts';
import { describeClusters } from './DescribeClusters.ts';
import { describeServices } from './DescribeServices.ts';
import { describeTaskDefinition } from './DescribeTaskDefinition.ts';
import { describeTaskSets } from './DescribeTaskSets.ts';
import { describeTasks } from './DescribeTasks.ts';
import { listClusters } from './ListClusters.ts';
import { listServices } from './ListServices.ts';
import { listTagsForResource } from './ListTagsForResource.ts';
import { listTaskDefinitionFamilies } from './ListTaskDefinitionFamilies.ts';
import { listTaskDefinitions } from './ListTaskDefinitions.ts';
import { listTasks } from './ListTasks.ts';
import { putClusterCapacityProviders } from './PutClusterCapacityProviders.ts';
import { registerTaskDefinition } from './RegisterTaskDefinition.ts';
import { runTask } from './RunTask.ts';
import { stopTask } from './StopTask.ts';
import { tagResource } from './TagResource.ts';
import { untagResource } from './UntagResource.ts';
import { updateService } from './UpdateService.ts';
import { updateServicePrimaryTaskSet } from './UpdateServicePrimaryTaskSet.ts';
import { updateTaskSet } from './UpdateTaskSet.ts';
import type { DockerTasks } from './docker-tasks.ts';
import { Ecs } from './ecs.ts';

/** ECS on Fargate: clusters, task definitions, services with task sets, and tasks that run as processes or containers. */
export function createEcs(sim: Simulator, docker?: DockerTasks): JsonService {
  const ecs = new Ecs(sim, docker);
  const bind =
    <I>(run: (ecs: Ecs, input: I) => object | void | Promise<object>): Operation =>
    (input: I) =>
      run(ecs, input);
  return {
    name: 'ecs',
    protocol: 'json',
    targetPrefix: 'AmazonEC2ContainerServiceV20141113',
    operations: {
      CreateCluster: bind(createCluster),
      CreateService: bind(createService),
      CreateTaskSet: bind(createTaskSet),
      DeleteCluster: bind(deleteCluster),
      DeleteService: bind(deleteService),
      DeleteTaskSet: bind(deleteTaskSet),
      DeregisterTaskDefinition: bind(deregisterTaskDefinition),
      DescribeClusters: bind(describeClusters),
      DescribeServices: bind(describeServices),
      DescribeTaskDefinition: bind(describeTaskDefinition),
      DescribeTaskSets: bind(describeTaskSets),
      DescribeTasks: bind(describeTasks),
      ListClusters: bind(listClusters),
      ListServices: bind(listServices),
      ListTagsForResource: bind(listTagsForResource),
      ListTaskDefinitionFamilies: bind(listTaskDefinitionFamilies),
      ListTaskDefinitions: bind(listTaskDefinitions),
      ListTasks: bind(listTasks),
      PutClusterCapacityProviders: bind(putClusterCapacityProviders),
      RegisterTaskDefinition: bind(registerTaskDefinition),
      RunTask: bind(runTask),
      StopTask: bind(stopTask),
      TagResource: bind(tagResource),
      UntagResource: bind(untagResource),
      UpdateService: bind(updateService),
      UpdateServicePrimaryTaskSet: bind(updateServicePrimaryTaskSet),
      UpdateTaskSet: bind(updateTaskSet),
    },
    controls: controls(ecs),
    lookup: (what, id) => {
      const definition = ecs.findTaskDefinition(id)?.definition;
      return what === 'roles'
        ? [definition?.taskRoleArn, definition?.executionRoleArn]
            .filter((role) => role !== undefined)
            .join(' ')
        : definition?.taskDefinitionArn;
    },
    snapshot: () => ecs.snapshot(),
    stop: async () => ecs.stop(),
  };
}
