import type { DeployableRevision } from '@cutover/domain/deployable-revision';
import type { DeploymentConfig } from '@cutover/domain/deployment';
import type { WaitUntil } from '@cutover/domain/deployment-budget';
import {
  primaryTaskSet,
  type ServiceLoadBalancer,
  type ServiceState,
  type TaskSet,
} from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import { isNetworkListener, served, type Listener } from '@cutover/domain/listener';
import { formatRevision } from '@cutover/domain/revision';
import { isOf } from './find-group.ts';
import type { Observed } from './observe.ts';

/** What a deployment asks of its surroundings. */
export interface Wanted {
  /** As the user named it. */
  readonly revision: string;
  readonly config: string | undefined;
  readonly container: { readonly name?: string | undefined; readonly port?: number | undefined };
  readonly waitUntil: WaitUntil;
  readonly allowZeroTasks: boolean;
}

/** Surroundings in which a deployment can start. */
export interface Deployable {
  readonly service: ServiceState;
  readonly primary: TaskSet;
  readonly revision: DeployableRevision;
  readonly config: DeploymentConfig;
  readonly containerName: string;
  readonly containerPort: number;
}

interface Problem {
  readonly message: string;
  readonly remedy: string;
}

/**
 * Refuses by name everything that CodeDeploy would fail on later, or that would pass without being true. Pure.
 * @throws ConfigurationError with all problems found
 */
export function checkDeployable(observed: Observed, wanted: Wanted): Deployable {
  const { environment, service, revision, config } = observed;
  const { service: name } = environment;
  requireService(service, environment);
  const problems: Problem[] = [];
  if (service.desired === 0 && !wanted.allowZeroTasks) {
    problems.push({
      message: `Service ${name} has a desired count of 0: a deployment would succeed without a single task having run.`,
      remedy: 'Raise the desired count, or set allow-zero-tasks: true.',
    });
  }
  const primary = primaryTaskSet(service);
  const balancers = primary?.loadBalancers ?? service.loadBalancers;
  const balancer = balancers[0];
  if (primary === undefined) {
    problems.push({
      message: `Service ${name} has no PRIMARY task set: nothing serves production, so there is nothing to shift from.`,
      remedy: 'Look at the service’s events; create the service again if it never had one.',
    });
  }
  if (balancers.length !== 1) {
    problems.push({
      message: `Service ${name} has ${balancers.length} target groups; CodeDeploy can shift exactly one.`,
      remedy: 'Keep one load balancer entry in the service, or use ECS’s own blue/green deployments.',
    });
  }
  problems.push(...checkRevision(revision, wanted.revision));
  const container = chooseContainer(revision, balancer, wanted.container);
  if (revision?.status === 'ACTIVE') problems.push(...checkContainer(revision, container));
  problems.push(...checkGroup(observed, wanted, balancer));
  if (
    problems.length > 0 ||
    primary === undefined ||
    revision === undefined ||
    config === undefined ||
    container.name === undefined ||
    container.port === undefined
  ) {
    throw new ConfigurationError(problems);
  }
  return { service, primary, revision, config, containerName: container.name, containerPort: container.port };
}

/** @throws ConfigurationError unless the service is there, active and under CODE_DEPLOY */
export function requireService(
  service: ServiceState | undefined,
  { cluster, service: name }: Environment,
): asserts service is ServiceState {
  if (service === undefined || service.status !== 'ACTIVE') {
    throw new ConfigurationError({
      message:
        service === undefined
          ? `Cluster ${cluster} has no service ${name}.`
          : `Service ${name} in cluster ${cluster} is ${service.status}.`,
      remedy: 'Correct cluster and service (or stack and aws-region), or create the service.',
    });
  }
  if (service.controller !== 'CODE_DEPLOY') {
    throw new ConfigurationError({
      message: `Service ${name} has the ${service.controller} deployment controller; this action deploys services of the CODE_DEPLOY controller.`,
      remedy:
        'The controller is chosen when a service is created: create one with deploymentController CODE_DEPLOY (the bundled template does).',
    });
  }
}

function checkRevision(revision: DeployableRevision | undefined, wanted: string): readonly Problem[] {
  if (revision === undefined) {
    return [
      {
        message: `There is no task definition ${wanted}.`,
        remedy:
          'Give an ARN or family:revision that exists in this account and region, such as the output task-definition-arn of register-taskdef.',
      },
    ];
  }
  if (revision.status === 'ACTIVE') return [];
  return [
    {
      message: `Task definition ${formatRevision(revision.arn)} is ${revision.status} and can’t be deployed.`,
      remedy:
        'Register it again (register-taskdef with task-definition-arn makes a copy) and deploy the copy.',
    },
  ];
}

/** From the inputs, else what the live task set uses. */
function chooseContainer(
  revision: DeployableRevision | undefined,
  live: ServiceLoadBalancer | undefined,
  wanted: Wanted['container'],
): { readonly name: string | undefined; readonly port: number | undefined } {
  const name = wanted.name ?? live?.containerName;
  const ports = revision?.containers.find((one) => one.name === name)?.ports ?? [];
  // Another container than the live one has another port, unless it has the same.
  const inherited =
    name === live?.containerName || (live !== undefined && ports.includes(live.containerPort));
  return {
    name,
    port: wanted.port ?? (inherited ? live?.containerPort : ports.length === 1 ? ports[0] : undefined),
  };
}

function checkContainer(
  revision: DeployableRevision,
  { name, port }: { readonly name: string | undefined; readonly port: number | undefined },
): readonly Problem[] {
  const label = formatRevision(revision.arn);
  const known = revision.containers.map((one) => one.name);
  const container = revision.containers.find((one) => one.name === name);
  if (container === undefined) {
    return [
      {
        message: `Task definition ${label} has no container ${name ?? ''}; it has ${known.join(', ')}.`,
        remedy: 'Set container-name to the container that serves requests.',
      },
    ];
  }
  if (port !== undefined && container.ports.includes(port)) return [];
  return [
    {
      message: `Container ${container.name} of ${label} does not map port ${port ?? '(none given)'}; it maps ${container.ports.join(', ') || 'none'}.`,
      remedy: 'Set container-port to a mapped port, or add the port to portMappings of the task definition.',
    },
  ];
}

function checkGroup(
  { environment, group, config, targetGroups, production, test }: Observed,
  wanted: Wanted,
  balancer: ServiceLoadBalancer | undefined,
): readonly Problem[] {
  const label = `Deployment group ${group.application}/${group.name}`;
  const { cluster, service } = environment;
  if (group.computePlatform !== 'ECS' && group.computePlatform !== '') {
    return [
      {
        message: `${label} is for the ${group.computePlatform} platform, not for ECS.`,
        remedy: 'Create the CodeDeploy application with compute platform ECS.',
      },
    ];
  }
  if (!isOf(group, cluster, service)) {
    const names = group.services.map((one) => `${one.cluster}/${one.service}`).join(', ') || 'no service';
    return [
      {
        message: `${label} is for ${names}, not for ${cluster}/${service}.`,
        remedy: 'Correct codedeploy-deployment-group, or leave it out to have it found.',
      },
    ];
  }
  const problems: Problem[] = [];
  if (config === undefined) {
    problems.push({
      message: `CodeDeploy has no deployment configuration ${wanted.config ?? group.config}.`,
      remedy:
        'Correct codedeploy-deployment-config: CodeDeployDefault.ECSAllAtOnce, CodeDeployDefault.ECSCanary10Percent5Minutes, ... or one of your own.',
    });
  }
  if (
    config !== undefined &&
    config.routing.type !== 'AllAtOnce' &&
    production !== undefined &&
    isNetworkListener(production)
  ) {
    problems.push({
      message: `${config.name} shifts traffic gradually, which a network load balancer can’t do.`,
      remedy:
        'Set codedeploy-deployment-config: CodeDeployDefault.ECSAllAtOnce, or use an application load balancer.',
    });
  }
  if (wanted.waitUntil === 'ready' && group.readyAction !== 'STOP_DEPLOYMENT') {
    problems.push({
      message: `wait-until: ready needs a deployment group that waits before the shift; ${group.name} continues at once.`,
      remedy:
        'Set deploymentReadyOption.actionOnTimeout: STOP_DEPLOYMENT with a waitTimeInMinutes on the group, or use wait-until: traffic-shifted.',
    });
  }
  const pair = targetGroups.map(({ arn }) => arn);
  if (pair.length !== 2) {
    problems.push({
      message: `${label} needs two existing target groups and has ${pair.length} (${group.targetGroups.join(', ') || 'none'}).`,
      remedy: 'Set targetGroupPairInfoList to a pair of target groups that exist.',
    });
  } else if (balancer !== undefined && !pair.includes(balancer.targetGroupArn)) {
    problems.push({
      message: `The PRIMARY task set is in ${balancer.targetGroupArn}, which is not one of the pair of ${label} (${group.targetGroups.join(', ')}).`,
      remedy: 'Put the service’s target group into the group’s pair.',
    });
  } else if (balancer !== undefined) {
    problems.push(
      ...checkListener('production', group.productionListener, production, balancer.targetGroupArn, pair),
      ...(group.testListener === undefined
        ? []
        : checkListener('test', group.testListener, test, balancer.targetGroupArn, pair)),
    );
  }
  return problems;
}

/** CodeDeploy refuses to start unless both listeners forward to the target group of the PRIMARY task set. */
function checkListener(
  role: 'production' | 'test',
  arn: string | undefined,
  listener: Listener | undefined,
  primary: string,
  pair: readonly string[],
): readonly Problem[] {
  if (listener === undefined) {
    return [
      {
        message:
          arn === undefined
            ? `The deployment group has no ${role} listener.`
            : `The ${role} listener ${arn} does not exist.`,
        remedy: `Set the group’s ${role === 'production' ? 'prodTrafficRoute' : 'testTrafficRoute'} to an existing listener.`,
      },
    ];
  }
  const percents = served(listener);
  const astray = pair.filter((one) => one !== primary && percents.has(one));
  if (percents.has(primary) && astray.length === 0) return [];
  const now = [...percents].map(([group, percent]) => `${group} ${percent} %`).join(', ') || 'nothing';
  return [
    {
      message: `The ${role} listener on port ${listener.port} forwards to ${now}; it must forward to the target group of the PRIMARY task set, ${primary}.`,
      remedy: `Point the ${role} listener back: aws elbv2 modify-listener --listener-arn ${listener.arn} --default-actions Type=forward,TargetGroupArn=${primary}`,
    },
  ];
}
