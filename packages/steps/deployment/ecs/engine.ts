import type { TargetGroup } from '@cutover/aws/elb/load-balancing';
import { consoleLink } from '@cutover/domain/console';
import type { BudgetQuestion, DeploymentBudget } from '@cutover/domain/deployment/budget';
import type { PastDeployment } from '@cutover/domain/deployment/rollback-target';
import { serviceDeploymentBudget } from '@cutover/domain/ecs/budget';
import {
  knownServiceDeployment,
  pastServiceDeployment,
  type KnownServiceDeployment,
} from '@cutover/domain/ecs/known-deployment';
import { primaryRollout, servingRollout } from '@cutover/domain/ecs/rollouts';
import { startedByOf } from '@cutover/domain/ecs/service-deployment';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { WantedContainer } from '../../rules/rule.ts';
import type { World } from '../../world.ts';
import { pauseBusy } from '../busy.ts';
import type { ActiveDeployment, Creation, Engine, EngineWords } from '../engine.ts';
import type { Lookout } from '../lookout.ts';
import type { OnCancel } from '../order.ts';
import type { DeploymentRequest } from '../request.ts';
import type { TakenBack, WayBackOptions } from '../taken-back.ts';
import { findActive, findBeside, findRecorded, taskDefinitionOf } from './active.ts';
import { awaitRecord, createDeployment, newRollout } from './create.ts';
import { readHistory, revisionsInUse } from './history.ts';
import { missing, ServiceDeploymentLookout } from './look.ts';
import { groupsOf, observe, observeUnderWay, type Observed } from './observe.ts';
import type { EcsOptions } from './options.ts';
import { arnOf, placeOf, type EcsPlace } from './place.ts';
import { orderFor, servingOf, type EcsOrder } from './plan.ts';
import { followBack, stopCommand } from './stop.ts';
import { shiftOf } from './shift.ts';
import { subjectOf } from './subject.ts';
import { WORDS } from './words.ts';

/** How long a cancelled step looks for a deployment that it asked for, in milliseconds: the runner waits about 7.5 s. */
const FAREWELL_MS = 3000;

/** Deploys one service by ECS's own deployments. */
export class EcsEngine implements Engine {
  readonly name = 'ECS';
  readonly words: EngineWords;
  readonly allAtOnce = {} as const;
  readonly label: string;
  readonly shortLabel: string;
  readonly listeners: Engine['listeners'] = {};
  readonly #world: World;
  readonly #environment: Environment;
  readonly #service: ServiceState;
  readonly #place: EcsPlace;
  readonly #options: EcsOptions;
  /** Ids of deployments by those of their rollouts, as far as this engine has seen them. */
  readonly #deployments = new Map<string, string>();

  constructor(world: World, environment: Environment, service: ServiceState, options: EcsOptions) {
    this.#world = world;
    this.#environment = environment;
    this.#service = service;
    this.#place = placeOf(environment, service);
    this.#options = options;
    this.label = `service ${environment.cluster}/${environment.service}`;
    this.shortLabel = `service ${environment.service}`;
    this.words = {
      ...WORDS,
      noTestListener: `ECS deploys service ${environment.service} itself, and this action asks no test listener of it`,
      noGateAddress: `this action asks no test listener of service ${environment.service}`,
    };
  }

  async observe(revision: string, service?: ServiceState): Promise<Observed> {
    return await observe(this.#world.aws, this.#environment, { revision, service, alarms: true });
  }

  async observeUnderWay(_: KnownServiceDeployment, service: ServiceState): Promise<Observed> {
    return await observeUnderWay(this.#world.aws, this.#environment, service);
  }

  async targetGroups(): Promise<readonly TargetGroup[]> {
    return await groupsOf(this.#world.aws, this.#service);
  }

  plan(observed: Observed, request: DeploymentRequest): EcsOrder {
    return orderFor(observed, request, this.#options);
  }

  budget({ service }: Observed, question: BudgetQuestion): DeploymentBudget {
    return serviceDeploymentBudget(service?.settings, question);
  }

  async create(order: EcsOrder): Promise<Creation> {
    const creation = await createDeployment(this.#world, this.#place, order);
    if (creation.kind === 'created' && creation.rollout !== undefined)
      this.#deployments.set(creation.rollout, creation.id);
    return creation;
  }

  async created(order: EcsOrder): Promise<KnownServiceDeployment | undefined> {
    const { aws, clock } = this.#world;
    const service = await aws.services.describe(this.#place.cluster, this.#place.service);
    const rollout = service === undefined ? undefined : newRollout(service, order);
    if (rollout === undefined) return undefined;
    const found = await awaitRecord(this.#world, this.#place, rollout, clock.now() + FAREWELL_MS);
    return found === undefined ? undefined : await this.get(found.arn);
  }

  takeOver(id: string, onCancel: OnCancel): void {
    const { cluster, service } = this.#place;
    this.#world.remember('engine', this.name);
    this.#world.remember('on-cancel', onCancel);
    this.#world.remember('deployment-id', id);
    this.#world.remember(
      'created-as',
      JSON.stringify({ cluster, service, revision: this.#service.taskDefinition, rollouts: [] }),
    );
  }

  async pauseBusy(round: number, intervalMs: number, message: string): Promise<void> {
    await pauseBusy(this.#world, round, intervalMs, {
      what: `ECS starts no new deployment: ${message}`,
      fix: 'Look at the deployments of the service: another caller may deploy it at the same time. Run the job again.',
    });
  }

  async get(id: string): Promise<KnownServiceDeployment> {
    const state = await this.#world.aws.serviceDeployments.describe(arnOf(this.#place, id));
    if (state === undefined) throw missing(id);
    return this.#seen(knownServiceDeployment(state));
  }

  async newest(): Promise<KnownServiceDeployment | undefined> {
    const { cluster, service } = this.#place;
    const [newest] = await this.#world.aws.serviceDeployments.list(cluster, service);
    return newest === undefined ? undefined : this.#seen(pastServiceDeployment(newest));
  }

  async underWay(): Promise<KnownServiceDeployment | undefined> {
    const found = await findRecorded(this.#world, this.#place);
    return found === undefined ? undefined : this.#seen(found);
  }

  async underWayBeside(id: string): Promise<KnownServiceDeployment | undefined> {
    return await findBeside(this.#world, this.#place, id);
  }

  async active(
    revision: string,
    { fresh }: { readonly fresh: boolean },
  ): Promise<ActiveDeployment | undefined> {
    const { cluster, service: name } = this.#place;
    const service = fresh ? await this.#world.aws.services.describe(cluster, name) : this.#service;
    return await findActive(this.#world, this.#place, revision, service);
  }

  async subject(
    id: string | undefined,
    mode: 'continue' | 'stop',
  ): Promise<KnownServiceDeployment | undefined> {
    if (mode === 'continue') {
      throw new ConfigurationError({
        what: `mode: continue was given, and ECS deploys service ${this.#place.service} itself: its deployments wait for nobody that this action could answer for.`,
        fix: 'Remove this step; wait-until: completed follows a deployment to its end.',
      });
    }
    const found = await subjectOf(this.#world, this.#place, id);
    return found === undefined ? undefined : this.#seen(found);
  }

  async history(_: ServiceState, newest: number): Promise<readonly PastDeployment[]> {
    const history = await readHistory(this.#world.aws, this.#place, newest);
    for (const { deployment } of history) this.#seen(deployment);
    return history;
  }

  async revisionsInUse(): Promise<readonly { readonly revision: string; readonly what: string }[]> {
    return await revisionsInUse(this.#world.aws, this.#place);
  }

  async revisionOf({ serviceRevision }: KnownServiceDeployment): Promise<string | undefined> {
    return await taskDefinitionOf(this.#world.aws, serviceRevision);
  }

  /** The load balancers of the service name them, whatever the revision. */
  async containerOf(): Promise<WantedContainer> {
    return await Promise.resolve({});
  }

  serving(service: ServiceState): string | undefined {
    return servingOf(service);
  }

  servingDeployment(service: ServiceState): string | undefined {
    return this.#deployments.get(servingRollout(service)?.id ?? '');
  }

  /** During a deployment the last completed rollout is what it replaces; after it, that is gone. */
  replacedBy(id: string, service: ServiceState): string | undefined {
    const serving = servingRollout(service);
    return serving === undefined || this.#deployments.get(serving.id) === id
      ? undefined
      : serving.taskDefinition;
  }

  replacement(
    _: string,
    service: ServiceState,
  ): { readonly desired: number; readonly targetGroup: string | undefined } | undefined {
    const primary = primaryRollout(service);
    return primary === undefined
      ? undefined
      : {
          desired: primary.desired,
          targetGroup: shiftOf(service) === undefined ? service.loadBalancers[0]?.targetGroupArn : undefined,
        };
  }

  requireServing(service: ServiceState): void {
    if (servingRollout(service) !== undefined) return;
    throw new ConfigurationError({
      what: `Service ${service.name} has no rollout: nothing serves that could be gone back from.`,
      fix: 'Look at the service’s events; deploy a revision with deploy-service.',
    });
  }

  watch(id: string): Lookout {
    return new ServiceDeploymentLookout(this.#world.aws, this.#place, arnOf(this.#place, id));
  }

  answeredAt(): number {
    return this.#world.aws.serviceDeployments.answeredAt();
  }

  /** A rolling deployment waits for nobody. */
  async continue(id: string): Promise<'continued' | 'notWaiting' | 'ended'> {
    return (await this.get(id)).ended === undefined ? 'notWaiting' : 'ended';
  }

  /** Nothing hurries the end of the old tasks. */
  async endTerminationWait(): Promise<boolean> {
    return await Promise.resolve(false);
  }

  async stop(id: string): Promise<'stopping' | 'ended'> {
    return await this.#world.aws.serviceDeployments.stop(arnOf(this.#place, id));
  }

  async followBack(
    id: string,
    options: WayBackOptions,
  ): Promise<{ readonly deployment: KnownServiceDeployment; readonly back: TakenBack }> {
    return await followBack(this.#world, this.#place, arnOf(this.#place, id), options);
  }

  commandToStop(id: string): string {
    return stopCommand(arnOf(this.#place, id));
  }

  named(id: string): string {
    return arnOf(this.#place, id);
  }

  link(id: string): string {
    const { cluster, service } = this.#place;
    return consoleLink(this.#world.aws.region, { kind: 'serviceDeployment', cluster, service, id });
  }

  #seen(deployment: KnownServiceDeployment): KnownServiceDeployment {
    this.#deployments.set(startedByOf(deployment.serviceRevision), deployment.id);
    return deployment;
  }
}
