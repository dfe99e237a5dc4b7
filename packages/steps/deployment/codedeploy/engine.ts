import type { TargetGroup } from '@cutover/aws/elb/load-balancing';
import { isTerminal, type DeploymentGroup } from '@cutover/domain/codedeploy/deployment';
import { replacementOf } from '@cutover/domain/codedeploy/deployment-look';
import { knownDeployment, type KnownDeployment } from '@cutover/domain/codedeploy/known-deployment';
import { consoleLink } from '@cutover/domain/console';
import type { BudgetQuestion, DeploymentBudget } from '@cutover/domain/deployment/budget';
import type { PastDeployment } from '@cutover/domain/deployment/rollback-target';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import { primaryTaskSet, type ServiceState } from '@cutover/domain/task/ecs-service';
import type { WantedContainer } from '../../rules/rule.ts';
import type { World } from '../../world.ts';
import { pauseBusy } from '../busy.ts';
import type { ActiveDeployment, Creation, Engine, EngineWords } from '../engine.ts';
import type { Lookout } from '../lookout.ts';
import type { OnCancel } from '../order.ts';
import type { DeploymentRequest } from '../request.ts';
import type { TakenBack, WayBackOptions } from '../taken-back.ts';
import { findActive, findBeside, findUnderWay } from './active.ts';
import { createDeployment, findOurs } from './create.ts';
import { pastContainer, readHistory, revisionOf, revisionsInUse } from './history.ts';
import { CodeDeployLookout } from './look.ts';
import { observe, observeUnderWay, type Observed } from './observe.ts';
import type { CodeDeployOptions } from './options.ts';
import { budgetFor, orderFor, type CodeDeployOrder } from './plan.ts';
import { followRollback, stopCommand } from './stop.ts';
import { requireGroupOf, subjectOf } from './subject.ts';
import { WORDS } from './words.ts';

/** Deploys one service by a CodeDeploy deployment group. */
export class CodeDeployEngine implements Engine {
  readonly name = 'CodeDeploy';
  readonly words: EngineWords;
  readonly allAtOnce = { 'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce' } as const;
  readonly label: string;
  readonly shortLabel: string;
  readonly listeners: Engine['listeners'];
  readonly #world: World;
  readonly #environment: Environment;
  readonly #group: DeploymentGroup;
  readonly #options: CodeDeployOptions;

  constructor(world: World, environment: Environment, group: DeploymentGroup, options: CodeDeployOptions) {
    this.#world = world;
    this.#environment = environment;
    this.#group = group;
    this.#options = options;
    this.label = `group ${group.application}/${group.name}`;
    this.shortLabel = `group ${group.name}`;
    this.words = {
      ...WORDS,
      noTestListener: `Deployment ${this.label} has no test listener`,
      noGateAddress: `${group.name} has no test listener`,
    };
    this.listeners = { production: group.productionListener, test: group.testListener };
  }

  async observe(revision: string, service?: ServiceState): Promise<Observed> {
    return await observe(this.#world.aws, {
      environment: this.#environment,
      group: this.#group,
      revision,
      config: this.#options.config,
      service,
    });
  }

  async observeUnderWay(
    deployment: KnownDeployment,
    service: ServiceState,
    { test }: { readonly test: boolean },
  ): Promise<Observed> {
    return await observeUnderWay(this.#world.aws, {
      environment: this.#environment,
      group: this.#group,
      deployment,
      service,
      test,
    });
  }

  async targetGroups(): Promise<readonly TargetGroup[]> {
    const { targetGroups } = this.#group;
    return targetGroups.length === 0
      ? []
      : await this.#world.aws.loadBalancing.targetGroupsNamed(targetGroups);
  }

  plan(observed: Observed, request: DeploymentRequest): CodeDeployOrder {
    return orderFor(observed, request, this.#options, this.#world.run);
  }

  budget(observed: Observed, question: BudgetQuestion): DeploymentBudget {
    return budgetFor(observed, question);
  }

  async create(order: CodeDeployOrder): Promise<Creation> {
    return await createDeployment(this.#world, order);
  }

  async created(order: CodeDeployOrder, since: number): Promise<KnownDeployment | undefined> {
    const found = await findOurs(this.#world.aws, { ...order, since });
    return found === undefined ? undefined : knownDeployment(found);
  }

  takeOver(id: string, onCancel: OnCancel): void {
    this.#world.remember('engine', this.name);
    this.#world.remember('on-cancel', onCancel);
    this.#world.remember('deployment-id', id);
  }

  async pauseBusy(round: number, intervalMs: number, message: string): Promise<void> {
    await pauseBusy(this.#world, round, intervalMs, {
      what: `CodeDeploy refuses a new deployment: ${message}`,
      fix: 'Wait for the deployments that are under way in this group or account, or stop them; then run the job again.',
    });
  }

  async get(id: string): Promise<KnownDeployment> {
    return knownDeployment(await this.#world.aws.deployments.get(id));
  }

  async newest(): Promise<KnownDeployment | undefined> {
    const { application, name } = this.#group;
    const recent = await this.#world.aws.deployments.recent(application, name);
    return recent.map(knownDeployment).find(({ isAutomaticRollback }) => !isAutomaticRollback);
  }

  async underWay(): Promise<KnownDeployment | undefined> {
    return await findUnderWay(this.#world, this.#group);
  }

  async underWayBeside(id: string): Promise<KnownDeployment | undefined> {
    return await findBeside(this.#world, this.#group, id);
  }

  async active(
    revision: string,
    { fresh }: { readonly fresh: boolean },
  ): Promise<ActiveDeployment | undefined> {
    const { newestStatus } = this.#group;
    // The group's state is a moment old; should it be wrong, CodeDeploy refuses a second deployment.
    if (!fresh && (newestStatus === undefined || isTerminal(newestStatus))) return undefined;
    return await findActive(this.#world, this.#group, revision);
  }

  async subject(id: string | undefined, mode: 'continue' | 'stop'): Promise<KnownDeployment | undefined> {
    requireGroupOf(this.#group, this.#environment);
    return await subjectOf(this.#world, this.#group, id, mode);
  }

  async history(service: ServiceState, newest: number): Promise<readonly PastDeployment[]> {
    return await readHistory(this.#world.aws, this.#group, service, newest);
  }

  async revisionsInUse(): Promise<readonly { readonly revision: string; readonly what: string }[]> {
    return await revisionsInUse(this.#world.aws, this.#group);
  }

  async revisionOf({ state }: KnownDeployment, service: ServiceState): Promise<string | undefined> {
    return await revisionOf(this.#world.aws, state, service);
  }

  /** An older revision may have other names than the live one. */
  async containerOf({ state }: KnownDeployment): Promise<WantedContainer> {
    const appSpec = await this.#world.aws.deployments.appSpec(state);
    return appSpec === undefined ? {} : pastContainer(appSpec);
  }

  serving(service: ServiceState): string | undefined {
    return primaryTaskSet(service)?.taskDefinition;
  }

  servingDeployment(service: ServiceState): string | undefined {
    return primaryTaskSet(service)?.externalId;
  }

  replacedBy(id: string, service: ServiceState): string | undefined {
    return service.taskSets.find(({ externalId }) => externalId !== id)?.taskDefinition;
  }

  replacement(
    id: string,
    service: ServiceState,
  ): { readonly desired: number; readonly targetGroup: string | undefined } | undefined {
    const made = replacementOf(service, id);
    return made === undefined
      ? undefined
      : { desired: made.desired, targetGroup: made.loadBalancers[0]?.targetGroupArn };
  }

  requireServing(service: ServiceState): void {
    if (primaryTaskSet(service) !== undefined) return;
    throw new ConfigurationError({
      what: `Service ${service.name} has no PRIMARY task set: nothing serves production that could be gone back from.`,
      fix: 'Look at the service’s events; deploy a revision with blue-green-codedeploy.',
    });
  }

  watch(id: string, intervalMs: number, before?: ServiceState): Lookout {
    return new CodeDeployLookout(this.#world.aws, this.#environment, id, intervalMs, before);
  }

  answeredAt(): number {
    return this.#world.aws.deployments.answeredAt();
  }

  async continue(id: string): Promise<'continued' | 'notWaiting' | 'ended'> {
    return await this.#world.aws.deployments.continue(id, 'READY_WAIT');
  }

  async endTerminationWait({ awaitsTermination, id }: KnownDeployment): Promise<boolean> {
    if (!awaitsTermination) return false;
    return (await this.#world.aws.deployments.continue(id, 'TERMINATION_WAIT')) !== 'notWaiting';
  }

  async stop(id: string, options: { readonly rollback: boolean }): Promise<'stopping' | 'ended'> {
    return await this.#world.aws.deployments.stop(id, options);
  }

  async followBack(
    id: string,
    options: WayBackOptions,
  ): Promise<{ readonly deployment: KnownDeployment; readonly back: TakenBack }> {
    return await followRollback(this.#world, id, options);
  }

  commandToStop(id: string, options = { rollback: true }): string {
    return stopCommand(id, options);
  }

  named(id: string): string {
    return id;
  }

  link(id: string): string {
    return consoleLink(this.#world.aws.region, { kind: 'deployment', id });
  }
}
