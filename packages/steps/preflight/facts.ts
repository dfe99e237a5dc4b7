import { requireHere } from '../require-here.ts';
import type { DescribedTargetGroup, LoadBalancer } from '@cutover/aws/elb/load-balancing';
import type { RegisteredTaskDefinition } from '@cutover/aws/ecs/task-definitions';
import {
  servingNetwork,
  servingRevision,
  type NetworkConfiguration,
  type ServiceState,
} from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError, type AwsCallError } from '@cutover/domain/errors';
import type { JsonObject } from '@cutover/domain/text/json';
import type { SecurityGroup, Subnet } from '@cutover/domain/network';
import { formatRevision } from '@cutover/domain/task/revision';
import { describeService, environmentOf } from '../deployment/environment.ts';
import type { EngineChecks } from '../deployment/engine-checks.ts';
import { controllerAmong } from '../deployment/engine-for.ts';
import type { EngineKind } from '../deployment/engine-kind.ts';
import type { World } from '../world.ts';
import { fillFromServing } from '../requirements/fill-from-serving.ts';
import { fillFromStack } from '../requirements/fill-from-stack.ts';
import { lookForSecrets, secretUses, type SecretLooks } from '../requirements/secrets.ts';
import { taskOfDefinition, type DeployableTask } from '../rules/deployable-task.ts';
import { COMMON } from '../rules/book.ts';
import type { Wanted } from '../rules/rule.ts';
import { once, type CheckFacts } from '../checklist/facts.ts';
import type { RuleBook } from '../checklist/ruled.ts';
import { SHOWN, shownBy } from './shown.ts';
import { readDefinition } from './definition.ts';
import type { PreflightRequest } from './request.ts';
import { withImage } from './with-image.ts';

/** AWS's answers; each call is made once, however many items use it. */
export class Facts implements CheckFacts {
  readonly aws: World['aws'];
  readonly request: PreflightRequest;
  readonly run: World['run'];
  /** Subject of the run's identity token; undefined when the job may have none. */
  readonly subject: () => Promise<string | undefined>;
  readonly #files: World['files'];

  constructor({ aws, files, run, subject }: World, request: PreflightRequest) {
    this.aws = aws;
    this.run = run;
    this.subject = subject ?? (async () => await Promise.resolve(undefined));
    this.request = request;
    this.#files = files;
  }

  readonly environment = once(async (): Promise<Environment> => await environmentOf(this.aws, this.request));

  /** Undefined when the cluster has none of the name. @throws ConfigurationError when there is no such cluster */
  readonly described = once(
    async (): Promise<ServiceState | undefined> => await describeService(this.aws, await this.environment()),
  );

  /** @throws ConfigurationError when cluster or service are not there */
  readonly service = once(async (): Promise<ServiceState> => {
    const environment = await this.environment();
    const service = await this.described();
    if (service !== undefined) return service;
    throw new ConfigurationError({
      what: `Cluster ${environment.cluster} has no service ${environment.service}.`,
      fix: 'Correct cluster and service (or stack and aws-region), or create the service.',
    });
  });

  #engine: { readonly kind: EngineKind; readonly checks: EngineChecks } | undefined;

  /** Says by which engine the service is looked at; what only an engine can tell may be asked from then on. */
  async lookAs(kind: EngineKind): Promise<EngineChecks> {
    const checks = await kind.checks(this, this.request.engine);
    this.#engine = { kind, checks };
    return checks;
  }

  get #checks(): EngineChecks {
    if (this.#engine === undefined) throw new TypeError('No engine was chosen yet.');
    return this.#engine.checks;
  }

  /** Those of the target groups between which traffic is shifted that exist. */
  async targetGroups(): Promise<readonly DescribedTargetGroup[]> {
    return await this.#checks.targetGroups();
  }

  /** The load balancer that users reach. */
  async balancer(): Promise<LoadBalancer | undefined> {
    return await this.#checks.balancer();
  }

  /** Number of tasks that run beside those of the desired count at most, while a deployment goes on. */
  async extraTasks(): Promise<number> {
    return await this.#checks.extraTasks();
  }

  /** The rule book, with the rows of the engine once it is chosen. */
  get book(): RuleBook {
    const common = [...COMMON, controllerAmong(this.request.among)];
    return {
      rules: this.#engine === undefined ? common : [...common, ...this.#engine.kind.rules],
      shown: this.#engine === undefined ? SHOWN : shownBy(this.#engine.kind),
      looks: { ...this.#looks, ...this.#engine?.checks.looks },
      wanted: async () => await this.#wanted(),
    };
  }

  /**
   * The registered revision; undefined when ECS has none of the name, or when a file is to be deployed.
   * @throws ConfigurationError when its ARN is of another place than the service
   */
  readonly revision = once(async (): Promise<RegisteredTaskDefinition | undefined> => {
    const { wanted } = this.request;
    if (wanted.kind === 'definition' || wanted.kind === 'file') return undefined;
    const service = await this.service();
    const name = wanted.kind === 'revision' ? wanted.name : servingRevision(service);
    requireHere(this.aws, { 'Input task-definition-arn': name }, service.arn);
    return await this.aws.taskDefinitions.describe(name);
  });

  /** The tasks' definition. @throws ConfigurationError when there is no such revision */
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
          : await readDefinition(
              {
                path: wanted.path,
                variables: this.request.variables,
                image: this.request.image,
                containerName: this.request.container.name,
                complete: false,
                partition: this.aws.partition,
              },
              this.#files,
            );
      const environment = await this.environment();
      if (environment.stack !== undefined) return fillFromStack(definition, environment, this.aws.region);
      const serving = await this.aws.taskDefinitions.describe(servingRevision(await this.service()));
      return serving === undefined ? definition : fillFromServing(definition, serving.definition).definition;
    }
    const revision = await this.revision();
    if (revision !== undefined) return revision.definition;
    throw new ConfigurationError({
      what: `There is no task definition ${wanted.kind === 'revision' ? wanted.name : servingRevision(await this.service())}.`,
      fix: 'Give an ARN or family:revision that exists in this account and region, such as the output task-definition-arn of register-taskdef.',
    });
  }

  /** The tasks' definition as the rules see it; undefined when ECS has no such revision. */
  readonly task = once(async (): Promise<DeployableTask | undefined> => {
    const { wanted } = this.request;
    const revision = await this.revision();
    if (wanted.kind !== 'file' && wanted.kind !== 'definition') {
      return revision === undefined
        ? undefined
        : taskOfDefinition(await this.definition(), {
            label: formatRevision(revision.arn),
            status: revision.status,
            serves: wanted.kind === 'serving',
          });
    }
    const label = wanted.kind === 'file' ? wanted.path : wanted.from;
    return taskOfDefinition(await this.definition(), { label, status: 'ACTIVE', serves: false });
  });

  /** Facts that every engine's rows share, each looked at when a rule asks for it. */
  readonly #looks = {
    region: async (): Promise<string> => await Promise.resolve(this.aws.region),
    environment: this.environment,
    service: this.described,
    task: this.task,
  };

  /** The deployment's demands on its surroundings. */
  async #wanted(): Promise<Wanted> {
    const { allowZeroTasks, container, gate, waitUntil, wanted } = this.request;
    const service = await this.described();
    return {
      revision:
        wanted.kind === 'revision' ? wanted.name : service === undefined ? '' : servingRevision(service),
      container,
      waitUntil,
      allowZeroTasks,
      gate,
    };
  }

  /** Results of the look for the definition's secrets. */
  readonly secrets = once(async (): Promise<SecretLooks | AwsCallError> => {
    return await lookForSecrets(secretUses(await this.definition()), this.aws);
  });

  /** Where the tasks would run. */
  readonly network = once(async (): Promise<NetworkConfiguration | undefined> => {
    const service = await this.service();
    return servingNetwork(service) ?? (await this.environment()).network;
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
