import type {
  Service,
  ServiceDeployment,
  ServiceDeploymentBrief,
  ServiceRevision,
  ServiceRevisionSummary,
} from '@aws-sdk/client-ecs';
import type { Ecs } from '../ecs.ts';
import type { ServiceDeploymentState, ServiceState, TaskSetState } from '../state.ts';
import { taskCounts } from '../task-counts.ts';
import { failureCount, threshold } from './breaker.ts';

const KEPT_MS = 90 * 86_400_000;

const TERMINAL: readonly string[] = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'];

export function isTerminal({ status }: ServiceDeploymentState): boolean {
  return TERMINAL.includes(status);
}

/** Deployments that List and Describe know now: recorded already, and not older than 90 days. Newest first. */
export function recorded(ecs: Ecs, service: ServiceState): ServiceDeploymentState[] {
  const now = ecs.sim.clock.now();
  return service.deployments
    .filter(({ isRecorded, createdAt }) => isRecorded && now - createdAt.getTime() <= KEPT_MS)
    .toReversed();
}

/** `arn:…:service-revision/CLUSTER/SERVICE/NUMBER`; the number is that of `ecs-svc/NUMBER`. */
export function revisionArn(ecs: Ecs, { service, id }: TaskSetState): string {
  const number = id.slice(id.lastIndexOf('/') + 1);
  return ecs.sim.arn('ecs', `service-revision/${service.cluster.name}/${service.name}/${number}`);
}

/** Assumption: UpdateService's answer shows a new deployment as little as ListServiceDeployments does. */
export function currentDeployment(
  ecs: Ecs,
  service: ServiceState,
): Pick<Service, 'currentServiceDeployment' | 'currentServiceRevisions'> {
  if (service.controller.type !== 'ECS') return {};
  const [newest] = recorded(ecs, service);
  return {
    ...(newest === undefined ? {} : { currentServiceDeployment: newest.arn }),
    currentServiceRevisions: service.taskSets.toReversed().map((taskSet) => {
      const { runningCount, pendingCount } = taskCounts(ecs, taskSet);
      return {
        arn: revisionArn(ecs, taskSet),
        requestedTaskCount: taskSet.computedDesiredCount,
        runningTaskCount: runningCount,
        pendingTaskCount: pendingCount,
      };
    }),
  };
}

function summary(
  ecs: Ecs,
  taskSet: TaskSetState,
  weights: Partial<ServiceRevisionSummary>,
): ServiceRevisionSummary {
  const { runningCount, pendingCount } = taskCounts(ecs, taskSet);
  return {
    arn: revisionArn(ecs, taskSet),
    requestedTaskCount: taskSet.computedDesiredCount,
    runningTaskCount: runningCount,
    pendingTaskCount: pendingCount,
    ...weights,
  };
}

/** Counts and weights now; rolling deployments have no weights. */
export function summaries(
  ecs: Ecs,
  { target, sources, shares, configuration }: ServiceDeploymentState,
): { sources: ServiceRevisionSummary[]; target: ServiceRevisionSummary } {
  const rolling = (configuration.strategy ?? 'ROLLING') === 'ROLLING';
  const weights = (production: number, test: number): Partial<ServiceRevisionSummary> =>
    rolling ? {} : { requestedProductionTrafficWeight: production, requestedTestTrafficWeight: test };
  return {
    sources: sources.map((source) =>
      // The traffic that the target lacks belongs to the last successful revision.
      source === target.service.lastSuccessful || sources.length === 1
        ? summary(ecs, source, weights(100 - shares.production, 100 - shares.test))
        : summary(ecs, source, weights(0, 0)),
    ),
    target: summary(ecs, target, weights(shares.production, shares.test)),
  };
}

export function briefShape(ecs: Ecs, deployment: ServiceDeploymentState): ServiceDeploymentBrief {
  const { arn, service, createdAt, startedAt, finishedAt, target, status, statusReason } = deployment;
  return {
    serviceDeploymentArn: arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    createdAt,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
    targetServiceRevisionArn: revisionArn(ecs, target),
    status,
    ...(statusReason === undefined ? {} : { statusReason }),
  };
}

export function deploymentShape(ecs: Ecs, deployment: ServiceDeploymentState): ServiceDeployment {
  const { targetServiceRevisionArn: _, ...brief } = briefShape(ecs, deployment);
  const { configuration, stage, hooks, rollback, stoppedAt, updatedAt, triggeredAlarms } = deployment;
  const counts = deployment.frozen ?? summaries(ecs, deployment);
  const over = isTerminal(deployment);
  const breaker = configuration.deploymentCircuitBreaker;
  const monitor = (enabled: boolean, triggered: boolean) =>
    triggered ? 'TRIGGERED' : !enabled ? 'DISABLED' : over ? 'MONITORING_COMPLETE' : 'MONITORING';
  return {
    ...brief,
    updatedAt,
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    sourceServiceRevisions: counts.sources,
    targetServiceRevision: counts.target,
    ...(stage === undefined ? {} : { lifecycleStage: stage }),
    lifecycleHookDetails: hooks.map(({ stage: _stage, answer: _answer, ...hook }) => ({ ...hook })),
    deploymentConfiguration: structuredClone(configuration),
    ...(rollback === undefined ? {} : { rollback: { ...rollback } }),
    deploymentCircuitBreaker: {
      status: monitor(breaker?.enable === true, deployment.breakerTripped),
      failureCount: failureCount(deployment),
      threshold: threshold(breaker, deployment.service.desiredCount),
    },
    alarms: {
      status: monitor(configuration.alarms?.enable === true, triggeredAlarms.size > 0),
      alarmNames: [...(configuration.alarms?.alarmNames ?? [])],
      triggeredAlarmNames: [...triggeredAlarms],
    },
  };
}

export function revisionShape(ecs: Ecs, revision: TaskSetState): ServiceRevision {
  const { service, taskDefinition, configured, networkConfiguration, images, createdAt } = revision;
  return {
    serviceRevisionArn: revisionArn(ecs, revision),
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    taskDefinition: taskDefinition.taskDefinitionArn,
    ...(revision.capacityProviderStrategy === undefined
      ? { launchType: (revision.launchType ?? 'EC2') as 'FARGATE' }
      : { capacityProviderStrategy: revision.capacityProviderStrategy }),
    platformVersion: revision.platformVersion,
    platformFamily: 'Linux',
    loadBalancers: structuredClone([...configured]),
    serviceRegistries: revision.serviceRegistries,
    ...(networkConfiguration === undefined ? {} : { networkConfiguration }),
    containerImages: images.map((image) => ({ ...image })),
    guardDutyEnabled: false,
    ...(service.serviceConnect === undefined ? {} : { serviceConnectConfiguration: service.serviceConnect }),
    createdAt,
    resolvedConfiguration: {
      loadBalancers: revision.loadBalancers.map(({ targetGroupArn, advancedConfiguration }) => ({
        targetGroupArn,
        ...(advancedConfiguration?.productionListenerRule === undefined
          ? {}
          : { productionListenerRule: advancedConfiguration.productionListenerRule }),
      })),
    },
  };
}
