import type { JsonService, Operation } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { controls } from './controls.ts';
import { createCluster } from './CreateCluster.ts';
import { createService } from './CreateService.ts';
import { continueServiceDeployment } from './deployments/ContinueServiceDeployment.ts';
import { describeServiceDeployments } from './deployments/DescribeServiceDeployments.ts';
import { describeServiceRevisions } from './deployments/DescribeServiceRevisions.ts';
import { listServiceDeployments } from './deployments/ListServiceDeployments.ts';
import { stopServiceDeployment } from './deployments/StopServiceDeployment.ts';
import { watchAlarms } from './deployments/alarms.ts';
import { createTaskSet } from './CreateTaskSet.ts';
import { deleteCluster } from './DeleteCluster.ts';
import { deleteService } from './DeleteService.ts';
import { deleteTaskDefinitions } from './DeleteTaskDefinitions.ts';
import { deleteTaskSet } from './DeleteTaskSet.ts';
import { deregisterTaskDefinition } from './DeregisterTaskDefinition.ts';
import { describeCapacityProviders } from './DescribeCapacityProviders.ts';
import { describeClusters } from './DescribeClusters.ts';
import { describeServices } from './DescribeServices.ts';
import { describeTaskDefinition } from './DescribeTaskDefinition.ts';
import { describeTaskSets } from './DescribeTaskSets.ts';
import { describeTasks } from './DescribeTasks.ts';
import { executeCommand } from './ExecuteCommand.ts';
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
import { getTaskProtection, updateTaskProtection } from './task-protection.ts';
import { updateService } from './UpdateService.ts';
import { updateServicePrimaryTaskSet } from './UpdateServicePrimaryTaskSet.ts';
import { updateTaskSet } from './UpdateTaskSet.ts';
import type { DockerTasks } from './docker-tasks.ts';
import { Ecs } from './ecs.ts';
import { Scheduler } from './scheduler.ts';
import { snapshot } from './snapshot.ts';

/** ECS on Fargate: clusters, task definitions, services with task sets, and tasks that run as processes or containers. */
export function createEcs(sim: Simulator, docker?: DockerTasks): JsonService {
  const ecs = new Ecs(sim, (self) => new Scheduler(self), docker);
  watchAlarms(ecs);
  const bind =
    <I>(run: (ecs: Ecs, input: I) => object | void | Promise<object>): Operation =>
    (input: I) =>
      run(ecs, input);
  return {
    name: 'ecs',
    protocol: 'json',
    targetPrefix: 'AmazonEC2ContainerServiceV20141113',
    operations: {
      ContinueServiceDeployment: bind(continueServiceDeployment),
      CreateCluster: bind(createCluster),
      CreateService: bind(createService),
      CreateTaskSet: bind(createTaskSet),
      DeleteCluster: bind(deleteCluster),
      DeleteService: bind(deleteService),
      DeleteTaskDefinitions: bind(deleteTaskDefinitions),
      DeleteTaskSet: bind(deleteTaskSet),
      DeregisterTaskDefinition: bind(deregisterTaskDefinition),
      DescribeCapacityProviders: bind(describeCapacityProviders),
      DescribeClusters: bind(describeClusters),
      DescribeServiceDeployments: bind(describeServiceDeployments),
      DescribeServiceRevisions: bind(describeServiceRevisions),
      DescribeServices: bind(describeServices),
      DescribeTaskDefinition: bind(describeTaskDefinition),
      DescribeTaskSets: bind(describeTaskSets),
      DescribeTasks: bind(describeTasks),
      ExecuteCommand: bind(executeCommand),
      GetTaskProtection: bind(getTaskProtection),
      ListClusters: bind(listClusters),
      ListServiceDeployments: bind(listServiceDeployments),
      ListServices: bind(listServices),
      ListTagsForResource: bind(listTagsForResource),
      ListTaskDefinitionFamilies: bind(listTaskDefinitionFamilies),
      ListTaskDefinitions: bind(listTaskDefinitions),
      ListTasks: bind(listTasks),
      PutClusterCapacityProviders: bind(putClusterCapacityProviders),
      RegisterTaskDefinition: bind(registerTaskDefinition),
      RunTask: bind(runTask),
      StopServiceDeployment: bind(stopServiceDeployment),
      StopTask: bind(stopTask),
      TagResource: bind(tagResource),
      UntagResource: bind(untagResource),
      UpdateService: bind(updateService),
      UpdateServicePrimaryTaskSet: bind(updateServicePrimaryTaskSet),
      UpdateTaskProtection: bind(updateTaskProtection),
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
    snapshot: () => snapshot(ecs),
    stop: async () => ecs.stop(),
  };
}
