import { randomUUID } from 'node:crypto';
import type {
  ComputePlatform,
  CreateDeploymentGroupInput,
  CreateDeploymentGroupOutput,
  DeploymentGroupInfo,
} from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import { checkGroup } from './group-checks.ts';
import { checkedName } from './names.ts';
import type { CodeDeployState } from './state.ts';

export async function createDeploymentGroup(
  state: CodeDeployState,
  input: CreateDeploymentGroupInput,
): Promise<CreateDeploymentGroupOutput> {
  const application = state.application(input.applicationName);
  const name = checkedName('DeploymentGroup', input.deploymentGroupName);
  const requireNew = (): void => {
    if (!application.groups.has(name)) return;
    throw new ApiError(
      'DeploymentGroupAlreadyExistsException',
      `Deployment group name already exists in application ${application.name}: ${name}`,
    );
  };
  requireNew();
  const { tags: wantedTags, autoScalingGroups, ...given } = input;
  const group: DeploymentGroupInfo = {
    ...given,
    applicationName: application.name,
    deploymentGroupId: randomUUID(),
    deploymentGroupName: name,
    deploymentConfigName: input.deploymentConfigName ?? 'CodeDeployDefault.ECSAllAtOnce',
    autoScalingGroups: (autoScalingGroups ?? []).map((one) => ({ name: one })),
    deploymentStyle: input.deploymentStyle ?? {
      deploymentType: 'IN_PLACE',
      deploymentOption: 'WITHOUT_TRAFFIC_CONTROL',
    },
    computePlatform: application.computePlatform as ComputePlatform,
  };
  await checkGroup(state, group);
  requireNew();
  application.groups.set(name, group);
  const tags = state.tagsOf(state.sim.arn('codedeploy', `deploymentgroup:${application.name}/${name}`));
  tags.clear();
  for (const { Key = '', Value = '' } of wantedTags ?? []) tags.set(Key, Value);
  return { deploymentGroupId: group.deploymentGroupId };
}
