import type { ListDeploymentsInput, ListDeploymentsOutput } from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import type { CodeDeployState } from './state.ts';

const STATUSES = ['Created', 'Queued', 'InProgress', 'Baking', 'Succeeded', 'Failed', 'Stopped', 'Ready'];

/** Newest first: not documented, but what other tools rely on. */
export function listDeployments(state: CodeDeployState, input: ListDeploymentsInput): ListDeploymentsOutput {
  const { applicationName, deploymentGroupName, includeOnlyStatuses = [], createTimeRange } = input;
  if (applicationName === undefined && deploymentGroupName !== undefined) {
    throw new ApiError('ApplicationNameRequiredException', 'Application name is required');
  }
  if (applicationName !== undefined) {
    if (deploymentGroupName === undefined)
      throw new ApiError('DeploymentGroupNameRequiredException', 'Deployment Group name is missing');
    state.group(applicationName, deploymentGroupName);
  }
  const unknown = includeOnlyStatuses.find((status) => !STATUSES.includes(status));
  if (unknown !== undefined) {
    throw new ApiError('InvalidDeploymentStatusException', `The deployment status '${unknown}' is not valid`);
  }
  const { start, end } = createTimeRange ?? {};
  const found = [...state.deployments.values()].toReversed().filter(({ info }) => {
    const created = info.createTime?.getTime() ?? 0;
    return (
      (applicationName === undefined || info.applicationName === applicationName) &&
      (deploymentGroupName === undefined || info.deploymentGroupName === deploymentGroupName) &&
      (includeOnlyStatuses.length === 0 || includeOnlyStatuses.some((status) => status === info.status)) &&
      (start === undefined || created >= epochMs(start)) &&
      (end === undefined || created <= epochMs(end))
    );
  });
  return { deployments: found.map(({ id }) => id) };
}

/** Over HTTP a time is a number of epoch seconds. */
function epochMs(time: Date | number): number {
  return typeof time === 'number' ? time * 1000 : time.getTime();
}
