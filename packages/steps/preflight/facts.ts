import type { DescribedTargetGroup, LoadBalancer } from '@cutover/aws/load-balancing';
import type { RegisteredTaskDefinition } from '@cutover/aws/task-definitions';
import type { DeploymentConfig, DeploymentGroup } from '@cutover/domain/deployment';
import {
  primaryTaskSet,
  servingRevision,
  type NetworkConfiguration,
  type ServiceState,
  type TaskSet,
} from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError, type AwsCallError } from '@cutover/domain/errors';
import type { JsonObject } from '@cutover/domain/json';
import type { Listener } from '@cutover/domain/listener';
import type { SecurityGroup, Subnet } from '@cutover/domain/network';
import { describeService, environmentOf } from '../deployment/environment.ts';
import { findGroup } from '../deployment/find-group.ts';
import type { World } from '../world.ts';
import { fillFromStack } from '../requirements/fill-from-stack.ts';
import { lookForSecrets, secretUses, type SecretLooks } from '../requirements/secrets.ts';
import { readDefinition } from './definition.ts';
import type { Request } from './request.ts';
import { withImage } from './with-image.ts';

/** What AWS says, each thing asked once however many items want to know it. */
export class Facts {
  readonly aws: World['aws'];
  readonly request: Request;
  readonly #files: World['files'];

  constructor({ aws, files }: World, request: Request) {
    this.aws = aws;
    this.request = request;
    this.#files = files;
  }

  readonly environment = once(async (): Promise<Environment> => await environmentOf(this.aws, this.request));

  /** @throws ConfigurationError when cluster or service are not there */
  readonly service = once(async (): Promise<ServiceState> => {
    const environment = await this.environment();
    const service = await describeService(this.aws, environment);
    if (service !== undefined) return service;
    throw new ConfigurationError({
      message: `Cluster ${environment.cluster} has no service ${environment.service}.`,
      remedy: 'Correct cluster and service (or stack and aws-region), or create the service.',
    });
  });

  readonly primary = once(async (): Promise<TaskSet | undefined> => primaryTaskSet(await this.service()));

  /** @throws ConfigurationError when there is none, or more than one */
  readonly group = once(
    async (): Promise<DeploymentGroup> => await findGroup(this.aws, await this.environment(), this.request),
  );

  readonly config = once(async (): Promise<DeploymentConfig | undefined> => {
    const group = await this.group();
    return await this.aws.deploymentGroups.config(this.request.config ?? group.config);
  });

  /** Those of the group's target groups that exist. */
  readonly pair = once(async (): Promise<readonly DescribedTargetGroup[]> => {
    const { targetGroups } = await this.group();
    if (targetGroups.length === 0) return [];
    const together = await this.aws.loadBalancing.targetGroupsNamed(targetGroups);
    if (together.length > 0) return together;
    // One name that does not exist makes the whole answer empty.
    const found = await Promise.all(
      targetGroups.map(async (name) => await this.aws.loadBalancing.targetGroupsNamed([name])),
    );
    return found.flat();
  });

  /** ARN of the target group of the tasks that serve. */
  readonly liveGroup = once(async (): Promise<string | undefined> => {
    const service = await this.service();
    const balancers = primaryTaskSet(service)?.loadBalancers ?? service.loadBalancers;
    return balancers[0]?.targetGroupArn;
  });

  readonly production = once(async (): Promise<Listener | undefined> => {
    const { productionListener } = await this.group();
    return productionListener === undefined
      ? undefined
      : await this.aws.loadBalancing.listener(productionListener);
  });

  readonly test = once(async (): Promise<Listener | undefined> => {
    const { testListener } = await this.group();
    return testListener === undefined ? undefined : await this.aws.loadBalancing.listener(testListener);
  });

  /** The deployment of the group that is under way. */
  readonly active = once(async (): Promise<string | undefined> => {
    const { application, name } = await this.group();
    return (await this.aws.deployments.active(application, name))[0];
  });

  readonly balancer = once(async (): Promise<LoadBalancer | undefined> => {
    const listener = await this.production();
    return listener === undefined
      ? undefined
      : await this.aws.loadBalancing.loadBalancer(listener.loadBalancerArn);
  });

  /** The registered revision; undefined when ECS has none of the name, or when a file is to be deployed. */
  readonly revision = once(async (): Promise<RegisteredTaskDefinition | undefined> => {
    const { wanted } = this.request;
    if (wanted.kind === 'definition' || wanted.kind === 'file') return undefined;
    const name = wanted.kind === 'revision' ? wanted.name : servingRevision(await this.service());
    return await this.aws.taskDefinitions.describe(name);
  });

  /** What the tasks would run. @throws ConfigurationError when there is no such revision */
  readonly definition = once(async (): Promise<JsonObject> => {
    const { container, image } = this.request;
    const definition = await this.#definition();
    return image === undefined ? definition : withImage(definition, image, container.name);
  });

  async #definition(): Promise<JsonObject> {
    const { wanted } = this.request;
    if (wanted.kind === 'file' || wanted.kind === 'definition') {
      const definition =
        wanted.kind === 'definition'
          ? wanted.definition
          : await readDefinition(wanted.path, this.#files, this.request.stack !== undefined);
      const environment = await this.environment();
      return environment.stack === undefined
        ? definition
        : fillFromStack(definition, environment, this.aws.region);
    }
    const revision = await this.revision();
    if (revision !== undefined) return revision.definition;
    throw new ConfigurationError({
      message: `There is no task definition ${wanted.kind === 'revision' ? wanted.name : servingRevision(await this.service())}.`,
      remedy:
        'Give an ARN or family:revision that exists in this account and region, such as the output task-definition-arn of register-taskdef.',
    });
  }

  /** What became of looking for the secrets of the definition. */
  readonly secrets = once(async (): Promise<SecretLooks | AwsCallError> => {
    return await lookForSecrets(secretUses(await this.definition()), this.aws);
  });

  /** Where the tasks would run. */
  readonly network = once(async (): Promise<NetworkConfiguration | undefined> => {
    const service = await this.service();
    return primaryTaskSet(service)?.network ?? service.network ?? (await this.environment()).network;
  });

  readonly subnets = once(async (): Promise<readonly Subnet[]> => {
    const network = await this.network();
    return network === undefined ? [] : await this.aws.network.subnets(network.subnets);
  });

  /** Of the tasks and of the load balancer: those that exist. */
  readonly securityGroups = once(async (): Promise<readonly SecurityGroup[]> => {
    const network = await this.network();
    const balancer = await this.balancer().catch(() => undefined);
    const ids = [...new Set([...(network?.securityGroups ?? []), ...(balancer?.securityGroups ?? [])])];
    return ids.length === 0 ? [] : await this.aws.network.securityGroups(ids);
  });

  /** `arn:aws:SERVICE:REGION:ACCOUNT:resource` in the account of the credentials. */
  async arn(service: string, resource: string): Promise<string> {
    const { account } = await this.aws.identity.caller();
    return `arn:${this.aws.partition}:${service}:${service === 'iam' ? '' : this.aws.region}:${account}:${resource}`;
  }
}

/** The same promise for everybody who asks. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}
