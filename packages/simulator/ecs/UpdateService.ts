import { isDeepStrictEqual } from 'node:util';
import type { UpdateServiceRequest, UpdateServiceResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { checkLoadBalancers, checkNetwork, chooseLaunch, invalid } from './launch-checks.ts';
import { serviceShape } from './service-shape.ts';
import type { ServiceState, TaskSetState } from './state.ts';
import { checkDeployments, mergeConfiguration } from './deployments/checks.ts';
import { startDeployment } from './deployments/start.ts';
import { computeDesiredCount } from './task-set.ts';

const MAX_DEPLOYMENTS = 5;

/** Changes what the controller allows; on a rolling service a new revision starts a deployment. @throws ApiError */
export async function updateService(ecs: Ecs, input: UpdateServiceRequest): Promise<UpdateServiceResponse> {
  const service = ecs.activeService(ecs.cluster(input.cluster), input.service);
  const primary = service.taskSets.find(({ status }) => status === 'PRIMARY');
  if (input.desiredCount !== undefined && (!Number.isInteger(input.desiredCount) || input.desiredCount < 0))
    throw invalid(`desiredCount cannot be negative: ${input.desiredCount}.`);
  const controller = input.deploymentController?.type ?? service.controller.type;
  const switching = controller !== service.controller.type;
  if (switching) checkSwitch(service, controller ?? '');
  const native = controller === 'ECS';
  if (!native) refuseRevision(ecs, service, primary, input);
  if (native) {
    const merged = mergeConfiguration(service.deploymentConfiguration, input.deploymentConfiguration);
    await checkDeployments(ecs, service, merged, input.loadBalancers ?? primary?.configured ?? []);
  }
  const renew = native ? await nextRevision(ecs, service, primary, input, switching) : undefined;
  if (switching && primary !== undefined) adopt(service, primary);
  settings(service, input);
  if (input.desiredCount !== undefined) {
    service.desiredCount = input.desiredCount;
    // Assumption: during a deployment that doubles the tasks, both revisions are scaled.
    const rolling = (service.deploymentConfiguration.strategy ?? 'ROLLING') === 'ROLLING';
    for (const taskSet of service.taskSets) {
      if (service.controller.type !== 'ECS' || !rolling || taskSet.status === 'PRIMARY')
        computeDesiredCount(ecs, taskSet);
    }
  }
  renew?.();
  ecs.scheduler.wake(service);
  return { service: serviceShape(ecs, service, true) };
}

function settings(service: ServiceState, input: UpdateServiceRequest): void {
  service.deploymentConfiguration = mergeConfiguration(
    service.deploymentConfiguration,
    input.deploymentConfiguration,
  );
  service.healthCheckGracePeriodSeconds =
    input.healthCheckGracePeriodSeconds ?? service.healthCheckGracePeriodSeconds;
  service.enableECSManagedTags = input.enableECSManagedTags ?? service.enableECSManagedTags;
  service.enableExecuteCommand = input.enableExecuteCommand ?? service.enableExecuteCommand;
  service.propagateTags = input.propagateTags ?? service.propagateTags;
  service.availabilityZoneRebalancing =
    input.availabilityZoneRebalancing ?? service.availabilityZoneRebalancing;
}

/**
 * CodeDeploy alone changes members that belong to a revision. Assumption: a member that is sent with its present value is let
 * through, and the wording for the platform version, launch type and strategy.
 */
function refuseRevision(
  ecs: Ecs,
  service: ServiceState,
  primary: TaskSetState | undefined,
  input: UpdateServiceRequest,
): void {
  const type = service.controller.type ?? '';
  const refuse = (what: string) =>
    invalid(
      type === 'CODE_DEPLOY'
        ? `${what} on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.`
        : `${what} on services with an ${type} deployment controller.`,
    );
  if (input.taskDefinition !== undefined) {
    const wanted = ecs.activeTaskDefinition(input.taskDefinition).taskDefinitionArn;
    if (wanted !== service.taskDefinition) throw refuse('Unable to update task definition');
  }
  if (input.loadBalancers !== undefined && !isDeepStrictEqual(input.loadBalancers, primary?.loadBalancers))
    throw refuse('Unable to update load balancers');
  const network = input.networkConfiguration?.awsvpcConfiguration;
  if (network !== undefined) {
    const present = primary?.networkConfiguration?.awsvpcConfiguration;
    if (!isDeepStrictEqual({ ...present, ...network }, { ...present }))
      throw refuse('Unable to update network parameters');
  }
  if (input.forceNewDeployment === true) throw refuse('Cannot force a new deployment');
  const version = input.platformVersion;
  if (version !== undefined && version !== 'LATEST' && version !== primary?.platformVersion)
    throw refuse('Unable to update platform version');
  if (
    input.capacityProviderStrategy !== undefined &&
    !isDeepStrictEqual(input.capacityProviderStrategy, primary?.capacityProviderStrategy)
  ) {
    throw refuse('Unable to update capacity provider strategy');
  }
}

/** Prepares the next deployment of a rolling service, or nothing when the revision stays the same. */
async function nextRevision(
  ecs: Ecs,
  service: ServiceState,
  primary: TaskSetState | undefined,
  input: UpdateServiceRequest,
  switching: boolean,
): Promise<(() => void) | undefined> {
  if (primary === undefined) return undefined;
  const definition =
    input.taskDefinition === undefined
      ? primary.taskDefinition
      : ecs.activeTaskDefinition(input.taskDefinition);
  const networkConfiguration = input.networkConfiguration ?? primary.networkConfiguration;
  const loadBalancers = input.loadBalancers ?? [...primary.configured];
  const same =
    !switching &&
    definition.taskDefinitionArn === primary.taskDefinition.taskDefinitionArn &&
    input.forceNewDeployment !== true &&
    isDeepStrictEqual(
      { ...primary.networkConfiguration?.awsvpcConfiguration, ...networkConfiguration?.awsvpcConfiguration },
      { ...primary.networkConfiguration?.awsvpcConfiguration },
    ) &&
    isDeepStrictEqual(loadBalancers, primary.configured) &&
    (input.capacityProviderStrategy === undefined ||
      isDeepStrictEqual(input.capacityProviderStrategy, primary.capacityProviderStrategy)) &&
    (input.platformVersion === undefined ||
      input.platformVersion === 'LATEST' ||
      input.platformVersion === primary.platformVersion);
  if (same) return undefined;
  if (service.taskSets.length >= MAX_DEPLOYMENTS)
    throw invalid(`${MAX_DEPLOYMENTS} active deployments exist, unable to create new deployment.`);
  const choice = chooseLaunch(service.cluster, definition, {
    launchType: input.capacityProviderStrategy === undefined ? primary.launchType : undefined,
    capacityProviderStrategy: input.capacityProviderStrategy ?? primary.capacityProviderStrategy,
  });
  checkNetwork(definition, networkConfiguration);
  await checkLoadBalancers(ecs, definition, loadBalancers, true);
  return () => {
    startDeployment(ecs, service, {
      taskDefinition: definition,
      ...choice,
      platformVersion: input.platformVersion ?? primary.platformVersion,
      networkConfiguration,
      loadBalancers,
      serviceRegistries: primary.serviceRegistries,
    });
  };
}

/** CODE_DEPLOY to ECS in place, which needs that no deployment is under way. @throws ApiError */
function checkSwitch(service: ServiceState, type: string): void {
  if (type !== 'ECS' || service.controller.type !== 'CODE_DEPLOY' || service.taskSets.length !== 1) {
    throw invalid(
      `Unable to change the deployment controller from ${service.controller.type ?? ''} to ${type} while the service has ${service.taskSets.length} task sets.`,
    );
  }
}

/** The task set that CodeDeploy left becomes the service's first revision, to which a rollback can return. */
function adopt(service: ServiceState, primary: TaskSetState): void {
  service.controller = { type: 'ECS' };
  primary.rollout = 'COMPLETED';
  primary.rolloutReason = `ECS deployment ${primary.id} completed.`;
  service.revisions.push(primary);
  service.lastSuccessful = primary;
}
