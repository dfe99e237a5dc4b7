import type { DeployableRevision } from '@cutover/domain/deployable-revision';
import type { DeploymentConfig, DeploymentGroup } from '@cutover/domain/deployment';
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
  /** What has to pass before the shift. */
  readonly gate?: WantedGate | undefined;
}

export interface WantedGate {
  readonly kind: 'health' | 'http' | 'command';
  readonly minutes: number;
  /** Where an http gate asks, if that is known. */
  readonly url: string | undefined;
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
  if (service.desired === 0 && wanted.gate?.kind === 'health') {
    problems.push({
      message: `gate: health can never pass for service ${name}: with a desired count of 0 it has no targets.`,
      remedy: 'Raise the desired count, or set gate: none.',
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
  problems.push(...checkService(service, balancers));
  problems.push(...checkRevision(revision, wanted.revision));
  const container = chooseContainer(revision, balancer, wanted.container);
  if (revision?.status === 'ACTIVE') {
    problems.push(...checkContainer(revision, container), ...checkVolumes(revision));
  }
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
      remedy: `${INSTEAD[service.controller] ?? ''}The controller is chosen when a service is created: create one with deploymentController CODE_DEPLOY (the bundled template does).`,
    });
  }
}

/** What deploys services of the other controllers. */
const INSTEAD: Readonly<Record<string, string>> = {
  ECS: 'ECS deploys it by itself (aws ecs update-service --task-definition …), blue/green too with deploymentConfiguration.strategy BLUE_GREEN. ',
  EXTERNAL: 'What manages its task sets (CreateTaskSet) has to deploy it. ',
};

/** Services that CodeDeploy can't shift, whatever the revision. */
function checkService(service: ServiceState, balancers: readonly ServiceLoadBalancer[]): readonly Problem[] {
  const { name } = service;
  const problems: Problem[] = [];
  if (balancers.length !== 1) {
    problems.push({
      message: `Service ${name} has ${balancers.length} target groups; CodeDeploy can shift exactly one.`,
      remedy: 'Keep one load balancer entry in the service, or use ECS’s own blue/green deployments.',
    });
  } else if (balancers[0]?.targetGroupArn === '') {
    problems.push({
      message: `Service ${name} is behind a Classic Load Balancer, which CodeDeploy can’t shift.`,
      remedy: 'Put the service behind an application or network load balancer.',
    });
  }
  if (service.serviceConnect) {
    problems.push({
      message: `Service ${name} uses Service Connect, whose traffic CodeDeploy doesn’t shift.`,
      remedy:
        'Turn Service Connect off for this service, or use ECS’s own blue/green deployments, which know it.',
    });
  }
  if (service.schedulingStrategy === 'DAEMON') {
    problems.push({
      message: `Service ${name} has the DAEMON scheduling strategy, which CodeDeploy doesn’t support.`,
      remedy: 'Create the service with the REPLICA strategy.',
    });
  }
  return problems;
}

/** Volumes that only a service of the ECS controller can configure. */
function checkVolumes({ arn, volumesAtLaunch = [] }: DeployableRevision): readonly Problem[] {
  if (volumesAtLaunch.length === 0) return [];
  return [
    {
      message: `Task definition ${formatRevision(arn)} has volumes that are configured at launch (${volumesAtLaunch.join(', ')}); a CodeDeploy deployment can’t configure them.`,
      remedy: 'Use EFS, a bind mount or ephemeral storage, or a service of the ECS controller.',
    },
  ];
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
  observed: Observed,
  wanted: Wanted,
  balancer: ServiceLoadBalancer | undefined,
): readonly Problem[] {
  const { environment, group, config, targetGroups, production, test } = observed;
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
  if (config?.computePlatform !== undefined && config.computePlatform !== 'ECS') {
    problems.push({
      message: `Deployment configuration ${config.name} is for the ${config.computePlatform} platform, not for ECS.`,
      remedy:
        'Set codedeploy-deployment-config to one for ECS: CodeDeployDefault.ECSAllAtOnce, CodeDeployDefault.ECSCanary10Percent5Minutes, ...',
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
  problems.push(...checkGate(group, wanted));
  if (
    production !== undefined &&
    test !== undefined &&
    (production.arn === test.arn || production.loadBalancerArn !== test.loadBalancerArn)
  ) {
    problems.push({
      message: `${label} has ${production.arn === test.arn ? 'the same listener for production and test' : 'its production and its test listener on different load balancers'}.`,
      remedy: 'Set testTrafficRoute to another listener of the same load balancer, or leave it out.',
    });
  }
  const pair = targetGroups.map(({ arn }) => arn);
  problems.push(...checkPair(label, observed));
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

/** Whether both target groups can take the service's tasks, behind the load balancer that the listeners are of. */
function checkPair(label: string, { revision, targetGroups, production }: Observed): readonly Problem[] {
  const wanted = revision?.networkMode === 'awsvpc' ? 'ip' : 'instance';
  return targetGroups.flatMap(({ name, targetType, loadBalancerArns }) => {
    const elsewhere = loadBalancerArns.filter((arn) => arn !== production?.loadBalancerArn);
    return [
      ...(targetType === undefined || revision?.networkMode === undefined || targetType === wanted
        ? []
        : [
            {
              message: `Target group ${name} of ${label} has targets of type ${targetType}; tasks of network mode ${revision.networkMode} need ${wanted}.`,
              remedy: `Create a target group of type ${wanted} and put it into the group’s pair; the type of a target group can’t be changed.`,
            },
          ]),
      ...(production === undefined || elsewhere.length === 0
        ? []
        : [
            {
              message: `Target group ${name} of ${label} belongs to another load balancer (${elsewhere.join(', ')}) than the production listener.`,
              remedy:
                'Use two target groups of the load balancer that has the listeners; a target group serves one only.',
            },
          ]),
    ];
  });
}

/** Whether the group waits before the shift where somebody is to decide about it. */
function checkGate(
  { name, readyAction, readyWaitMinutes }: DeploymentGroup,
  { gate, waitUntil }: Wanted,
): readonly Problem[] {
  const waits = readyAction === 'STOP_DEPLOYMENT' && readyWaitMinutes > 0;
  const asked = gate === undefined ? 'wait-until: ready' : `gate: ${gate.kind}`;
  if (!waits && (gate !== undefined || waitUntil === 'ready')) {
    return [
      {
        message: `${asked} needs a deployment group that waits before the shift; ${name} continues at once.`,
        remedy: `Give the group a wait: parameter ReadyWaitMinutes of the bundled template (such as 30), or aws deploy update-deployment-group with deploymentReadyOption actionOnTimeout=STOP_DEPLOYMENT,waitTimeInMinutes=30. Without a wait, ${gate === undefined ? 'use wait-until: traffic-shifted' : 'a hook in the AppSpec can test the new version'}.`,
      },
    ];
  }
  if (gate === undefined) return [];
  const problems: Problem[] = [];
  if (waitUntil === 'ready') {
    problems.push({
      message: `${asked} continues the deployment when it passes, and wait-until: ready leaves it waiting.`,
      remedy:
        'Set wait-until to traffic-shifted or completed, or leave the gate to a later step with mode: continue.',
    });
  }
  if (gate.minutes > readyWaitMinutes) {
    problems.push({
      message: `gate-timeout-minutes ${gate.minutes} is longer than ${name} waits before the shift (${readyWaitMinutes} min); CodeDeploy would stop the deployment first.`,
      remedy: `Set gate-timeout-minutes to less than ${readyWaitMinutes}, or let the group wait longer (ReadyWaitMinutes).`,
    });
  }
  if (gate.kind === 'http' && gate.url === undefined) {
    problems.push({
      message: `gate: http has no address to ask: ${name} has no test listener, and gate-url was not given.`,
      remedy: 'Give the group a test listener (testTrafficRoute), or set gate-url.',
    });
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
