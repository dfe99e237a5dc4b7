import type {
  AwsVpcConfiguration,
  CapacityProviderStrategyItem,
  Deployment,
  ECSClient,
  LoadBalancer,
  Service,
  TaskSet as SdkTaskSet,
} from '@aws-sdk/client-ecs';
import { lastSegment } from '@cutover/domain/identity/arn';
import type {
  CapacityProviderItem,
  NetworkConfiguration,
  Rollout,
  ServiceLoadBalancer,
  ServiceState,
  TaskSet,
} from '@cutover/domain/task/ecs-service';
import { call } from '../client/call.ts';
import type { ClientOptions } from '../client/options.ts';
import { settingsOf } from './deployment-settings.ts';

/** ECS services, read only. */
export class EcsServices {
  readonly #options: ClientOptions;
  #client: ECSClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * The service as it is now; undefined when the cluster has none of this name (or forgot an INACTIVE one).
   * @throws AwsCallError `ClusterNotFoundException`
   */
  async describe(cluster: string, service: string): Promise<ServiceState | undefined> {
    const { DescribeServicesCommand, ECSClient } = await import('../sdk/ecs-service.ts');
    const client = (this.#client ??= new ECSClient(this.#options));
    const { services = [] } = await call(this.#options, 'ecs:DescribeServices', () =>
      client.send(new DescribeServicesCommand({ cluster, services: [service] })),
    );
    const found = services[0];
    return found === undefined ? undefined : serviceState(found);
  }
}

/** A service as ECS tells it. */
export function serviceState(service: Service): ServiceState {
  const network = networkOf(service.networkConfiguration?.awsvpcConfiguration);
  return {
    name: service.serviceName ?? '',
    arn: service.serviceArn ?? '',
    cluster: lastSegment(service.clusterArn ?? ''),
    status: service.status ?? '',
    // Older services of the ECS controller come without the member.
    controller: service.deploymentController?.type ?? 'ECS',
    taskDefinition: service.taskDefinition ?? '',
    desired: service.desiredCount ?? 0,
    running: service.runningCount ?? 0,
    pending: service.pendingCount ?? 0,
    taskSets: (service.taskSets ?? []).map(taskSet),
    loadBalancers: (service.loadBalancers ?? []).map(loadBalancer),
    ...(service.launchType === undefined ? {} : { launchType: service.launchType }),
    ...(service.platformVersion === undefined ? {} : { platformVersion: service.platformVersion }),
    capacityProviders: (service.capacityProviderStrategy ?? []).map(capacityProvider),
    ...(network === undefined ? {} : { network }),
    graceSeconds: service.healthCheckGracePeriodSeconds ?? 0,
    schedulingStrategy: service.schedulingStrategy ?? 'REPLICA',
    serviceConnect: (service.deployments ?? []).some(
      (one) => one.serviceConnectConfiguration?.enabled === true,
    ),
    ...(service.deploymentController === undefined || service.deploymentController.type === 'ECS'
      ? {
          rollouts: (service.deployments ?? []).map(rollout),
          settings: settingsOf(service.deploymentConfiguration),
        }
      : {}),
    ...(service.resourceManagementType === 'ECS' ? { isManaged: true } : {}),
    events: (service.events ?? []).map(({ id = '', createdAt, message = '' }) => ({
      id,
      at: createdAt?.getTime() ?? 0,
      text: message,
    })),
  };
}

function rollout(deployment: Deployment): Rollout {
  return {
    id: deployment.id ?? '',
    status: deployment.status ?? '',
    taskDefinition: deployment.taskDefinition ?? '',
    state: deployment.rolloutState ?? '',
    desired: deployment.desiredCount ?? 0,
    running: deployment.runningCount ?? 0,
    failed: deployment.failedTasks ?? 0,
    createdAt: deployment.createdAt?.getTime() ?? 0,
  };
}

function taskSet(set: SdkTaskSet): TaskSet {
  const network = networkOf(set.networkConfiguration?.awsvpcConfiguration);
  return {
    id: set.id ?? '',
    arn: set.taskSetArn ?? '',
    status: set.status ?? '',
    taskDefinition: set.taskDefinition ?? '',
    ...(set.externalId === undefined ? {} : { externalId: set.externalId }),
    stable: set.stabilityStatus === 'STEADY_STATE',
    desired: set.computedDesiredCount ?? 0,
    running: set.runningCount ?? 0,
    pending: set.pendingCount ?? 0,
    ...(set.launchType === undefined ? {} : { launchType: set.launchType }),
    ...(set.platformVersion === undefined ? {} : { platformVersion: set.platformVersion }),
    capacityProviders: (set.capacityProviderStrategy ?? []).map(capacityProvider),
    ...(network === undefined ? {} : { network }),
    loadBalancers: (set.loadBalancers ?? []).map(loadBalancer),
  };
}

function networkOf(vpc: AwsVpcConfiguration | undefined): NetworkConfiguration | undefined {
  if (vpc?.subnets === undefined) return undefined;
  return {
    subnets: vpc.subnets,
    securityGroups: vpc.securityGroups ?? [],
    assignPublicIp: vpc.assignPublicIp === 'ENABLED' ? 'ENABLED' : 'DISABLED',
  };
}

function capacityProvider(item: CapacityProviderStrategyItem): CapacityProviderItem {
  return { capacityProvider: item.capacityProvider ?? '', weight: item.weight ?? 0, base: item.base ?? 0 };
}

function loadBalancer({
  advancedConfiguration: advanced,
  targetGroupArn = '',
  containerName = '',
  containerPort = 0,
}: LoadBalancer): ServiceLoadBalancer {
  const { productionListenerRule, roleArn, testListenerRule } = advanced ?? {};
  return {
    targetGroupArn,
    containerName,
    containerPort,
    ...(advanced === undefined
      ? {}
      : {
          shift: {
            alternateTargetGroup: advanced.alternateTargetGroupArn ?? '',
            ...(productionListenerRule === undefined ? {} : { productionRule: productionListenerRule }),
            ...(testListenerRule === undefined ? {} : { testRule: testListenerRule }),
            ...(roleArn === undefined ? {} : { role: roleArn }),
          },
        }),
  };
}
