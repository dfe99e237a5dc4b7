import { tagChanges, tagsOf, toApi } from './api-names.ts';
import { type Properties, type ResourceContext, type ResourceHandler, string } from './handler.ts';

const MAX_NAME = 100;

/** CodeDeploy's API keeps the capitals of tags. */
function input(properties: Properties, ...names: string[]): object {
  const rest = Object.fromEntries(
    Object.entries(properties).filter(([name]) => name !== 'Tags' && !names.includes(name)),
  );
  const tags = tagsOf(properties['Tags']);
  return { ...(toApi(rest) as object), ...(tags.length === 0 ? {} : { tags }) };
}

async function retag(
  { sim }: ResourceContext,
  resource: string,
  properties: Properties,
  previous: Properties,
): Promise<void> {
  const ResourceArn = sim.arn('codedeploy', resource);
  const { set, removed } = tagChanges(properties['Tags'], previous['Tags']);
  if (set.length > 0) await sim.call('codedeploy', 'TagResource', { ResourceArn, Tags: set });
  if (removed.length > 0) await sim.call('codedeploy', 'UntagResource', { ResourceArn, TagKeys: removed });
}

/** AWS::CodeDeploy::Application */
export const application: ResourceHandler = {
  create: async ({ sim, physicalName }, properties) => {
    const applicationName = string(properties, 'ApplicationName') ?? physicalName(MAX_NAME);
    await sim.call('codedeploy', 'CreateApplication', { ...input(properties), applicationName });
    return { physicalId: applicationName };
  },
  update: async (context, name, properties, previous) => {
    await retag(context, `application:${name}`, properties, previous);
  },
  delete: async ({ sim }, applicationName) => {
    await sim.call('codedeploy', 'DeleteApplication', { applicationName });
  },
};

/** AWS::CodeDeploy::DeploymentGroup: of the ECS compute platform; its EC2 `Deployment` isn't sent. */
export const deploymentGroup: ResourceHandler = {
  create: async ({ sim, physicalName }, properties) => {
    const deploymentGroupName = string(properties, 'DeploymentGroupName') ?? physicalName(MAX_NAME);
    await sim.call('codedeploy', 'CreateDeploymentGroup', {
      ...input(properties, 'Deployment'),
      deploymentGroupName,
    });
    return { physicalId: deploymentGroupName };
  },
  update: async (context, name, properties, previous) => {
    await context.sim.call('codedeploy', 'UpdateDeploymentGroup', {
      ...input({ ...properties, Tags: undefined }, 'Deployment', 'DeploymentGroupName'),
      currentDeploymentGroupName: name,
    });
    const application = string(properties, 'ApplicationName') ?? '';
    await retag(context, `deploymentgroup:${application}/${name}`, properties, previous);
  },
  delete: async ({ sim }, deploymentGroupName, properties) => {
    await sim.call('codedeploy', 'DeleteDeploymentGroup', {
      applicationName: string(properties, 'ApplicationName'),
      deploymentGroupName,
    });
  },
};

/** AWS::CodeDeploy::DeploymentConfig: it never changes, a change makes another one. */
export const deploymentConfig: ResourceHandler = {
  create: async ({ sim, physicalName }, properties) => {
    const deploymentConfigName = string(properties, 'DeploymentConfigName') ?? physicalName(MAX_NAME);
    await sim.call('codedeploy', 'CreateDeploymentConfig', { ...input(properties), deploymentConfigName });
    return { physicalId: deploymentConfigName };
  },
  update: async () => undefined,
  delete: async ({ sim }, deploymentConfigName) => {
    await sim.call('codedeploy', 'DeleteDeploymentConfig', { deploymentConfigName });
  },
};
