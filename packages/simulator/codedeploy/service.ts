import type { JsonService, Operation } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { batchGetApplications } from './BatchGetApplications.ts';
import { batchGetDeploymentGroups } from './BatchGetDeploymentGroups.ts';
import { batchGetDeploymentTargets } from './BatchGetDeploymentTargets.ts';
import { batchGetDeployments } from './BatchGetDeployments.ts';
import { continueDeployment } from './ContinueDeployment.ts';
import { createApplication } from './CreateApplication.ts';
import { createDeployment } from './CreateDeployment.ts';
import { createDeploymentConfig } from './CreateDeploymentConfig.ts';
import { createDeploymentGroup } from './CreateDeploymentGroup.ts';
import { deleteApplication } from './DeleteApplication.ts';
import { deleteDeploymentConfig } from './DeleteDeploymentConfig.ts';
import { deleteDeploymentGroup } from './DeleteDeploymentGroup.ts';
import { getApplication } from './GetApplication.ts';
import { getApplicationRevision } from './GetApplicationRevision.ts';
import { getDeployment } from './GetDeployment.ts';
import { getDeploymentConfig } from './GetDeploymentConfig.ts';
import { getDeploymentGroup } from './GetDeploymentGroup.ts';
import { getDeploymentTarget } from './GetDeploymentTarget.ts';
import { listApplicationRevisions } from './ListApplicationRevisions.ts';
import { listApplications } from './ListApplications.ts';
import { listDeploymentConfigs } from './ListDeploymentConfigs.ts';
import { listDeploymentGroups } from './ListDeploymentGroups.ts';
import { listDeploymentTargets } from './ListDeploymentTargets.ts';
import { listDeployments } from './ListDeployments.ts';
import { listTagsForResource } from './ListTagsForResource.ts';
import { putLifecycleEventHookExecutionStatus } from './PutLifecycleEventHookExecutionStatus.ts';
import { registerApplicationRevision } from './RegisterApplicationRevision.ts';
import { skipWaitTimeForInstanceTermination } from './SkipWaitTimeForInstanceTermination.ts';
import { stopDeployment } from './StopDeployment.ts';
import { tagResource } from './TagResource.ts';
import { untagResource } from './UntagResource.ts';
import { updateDeploymentGroup } from './UpdateDeploymentGroup.ts';
import { watchAlarms } from './alarms.ts';
import { CodeDeployState } from './state.ts';

/** CodeDeploy for the compute platform ECS. */
export function createCodeDeploy(sim: Simulator): JsonService {
  const state = new CodeDeployState(sim);
  watchAlarms(state);
  // eslint-disable-next-line typescript/no-explicit-any -- each operation has its own input type
  const bind = (run: (state: CodeDeployState, input: any) => object | Promise<object>): Operation => {
    return (input) => run(state, input);
  };
  return {
    name: 'codedeploy',
    protocol: 'json',
    targetPrefix: 'CodeDeploy_20141006',
    operations: {
      BatchGetApplications: bind(batchGetApplications),
      BatchGetDeploymentGroups: bind(batchGetDeploymentGroups),
      BatchGetDeploymentTargets: bind(batchGetDeploymentTargets),
      BatchGetDeployments: bind(batchGetDeployments),
      ContinueDeployment: bind(continueDeployment),
      CreateApplication: bind(createApplication),
      CreateDeployment: bind(createDeployment),
      CreateDeploymentConfig: bind(createDeploymentConfig),
      CreateDeploymentGroup: bind(createDeploymentGroup),
      DeleteApplication: bind(deleteApplication),
      DeleteDeploymentConfig: bind(deleteDeploymentConfig),
      DeleteDeploymentGroup: bind(deleteDeploymentGroup),
      GetApplication: bind(getApplication),
      GetApplicationRevision: bind(getApplicationRevision),
      GetDeployment: bind(getDeployment),
      GetDeploymentConfig: bind(getDeploymentConfig),
      GetDeploymentGroup: bind(getDeploymentGroup),
      GetDeploymentTarget: bind(getDeploymentTarget),
      ListApplicationRevisions: bind(listApplicationRevisions),
      ListApplications: bind(listApplications),
      ListDeploymentConfigs: bind(listDeploymentConfigs),
      ListDeploymentGroups: bind(listDeploymentGroups),
      ListDeploymentTargets: bind(listDeploymentTargets),
      ListDeployments: bind(listDeployments),
      ListTagsForResource: bind(listTagsForResource),
      PutLifecycleEventHookExecutionStatus: bind(putLifecycleEventHookExecutionStatus),
      RegisterApplicationRevision: bind(registerApplicationRevision),
      SkipWaitTimeForInstanceTermination: bind(skipWaitTimeForInstanceTermination),
      StopDeployment: bind(stopDeployment),
      TagResource: bind(tagResource),
      UntagResource: bind(untagResource),
      UpdateDeploymentGroup: bind(updateDeploymentGroup),
    },
    lookup: (what, id) => {
      if (what === 'config') {
        const [application = '', group = ''] = id.slice(id.indexOf('deploymentgroup:') + 16).split('/');
        return state.applications.get(application)?.groups.get(group)?.deploymentConfigName;
      }
      const info = state.deployments.get(id)?.info;
      return info === undefined
        ? undefined
        : sim.arn(
            'codedeploy',
            `deploymentgroup:${info.applicationName ?? ''}/${info.deploymentGroupName ?? ''}`,
          );
    },
    snapshot: () => ({
      applications: [...state.applications.values()].map(({ name, groups }) => ({
        name,
        deploymentGroups: [...groups.values()],
      })),
      deployments: [...state.deployments.values()].map(({ info, events, hooks, waitingFor }) => ({
        ...info,
        lifecycleEvents: events,
        hooks,
        waitingFor,
      })),
    }),
  };
}
