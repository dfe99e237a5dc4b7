import {
  asksForService,
  asksForTasks,
  jitterOf,
  cadenceOf,
  firstQuestion,
  secondQuestion,
  type Cadence,
} from '@cutover/domain/codedeploy/deployment-attention';
import type { DeploymentState, DeploymentTarget } from '@cutover/domain/codedeploy/deployment';
import { replacementIdOf, type CodeDeployLook } from '@cutover/domain/codedeploy/deployment-look';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { AwsCallError } from '@cutover/domain/errors';
import { hasFailed, type StoppedTask } from '@cutover/domain/task/failed-task';
import { lookOf } from '@cutover/domain/codedeploy/progress';
import type { DeploymentLook } from '@cutover/domain/deployment/look';
import type { World } from '../../world.ts';
import type { Lookout } from '../lookout.ts';

/** The service that a deployment is of. */
interface Deployed {
  readonly cluster: string;
  readonly service: string;
}

/**
 * Looks at one deployment again and again. As a rule a look is one call; the rest of what it tells was seen earlier, and is
 * asked anew when the call shows that it may have changed.
 */
export class CodeDeployLookout implements Lookout {
  readonly id: string;
  newest: DeploymentLook | undefined;
  readonly jitter: number;
  readonly #aws: World['aws'];
  readonly #deployed: Deployed;
  /** The newest look in CodeDeploy's words. */
  #seen: CodeDeployLook | undefined;
  #polls = 0;
  readonly #cadence: Cadence;
  readonly #service: ServiceState | undefined;

  /**
   * @param intervalMs of the polls
   * @param service as it was when the deployment was created
   */
  constructor(aws: World['aws'], deployed: Deployed, id: string, intervalMs: number, service?: ServiceState) {
    this.#service = service;
    this.#cadence = cadenceOf(intervalMs);
    this.jitter = jitterOf(intervalMs);
    this.#aws = aws;
    this.#deployed = deployed;
    this.id = id;
  }

  isUnknown(error: unknown): boolean {
    return error instanceof AwsCallError && error.code === 'DeploymentDoesNotExistException';
  }

  async look(): Promise<DeploymentLook> {
    const { id } = this;
    const before = this.#seen;
    const { deployments } = this.#aws;
    let deployment = before?.deployment;
    let target = before?.target;
    const first = firstQuestion(before);
    if (first === 'deployment') deployment = await deployments.get(id);
    else target = (await deployments.target(id, this.#deployed)) ?? target;
    deployment ??= await deployments.get(id);
    let service = before?.service;
    let failedTasks = before?.failedTasks ?? [];
    // The first look needs a service to be a look at all.
    service ??= this.#service ?? (await this.#describe());
    let now = made(deployment, target, service, failedTasks);
    const second = secondQuestion(before, now, first, this.#polls, this.#cadence);
    if (second === 'deployment') deployment = await deployments.get(id);
    else if (second === 'target') target = (await deployments.target(id, this.#deployed)) ?? target;
    now = made(deployment, target, service, failedTasks);
    if (before !== undefined && asksForService(before, now, this.#polls, this.#cadence)) {
      service = await this.#describe();
      now = made(deployment, target, service, failedTasks);
    }
    if (asksForTasks(before, now, this.#polls, this.#cadence)) {
      failedTasks = await this.#failed(now);
      now = made(deployment, target, service, failedTasks);
    }
    this.#polls++;
    this.#seen = now;
    return (this.newest = lookOf(now));
  }

  async #describe(): Promise<ServiceState> {
    const { cluster, service: name } = this.#deployed;
    const service = await this.#aws.services.describe(cluster, name);
    if (service !== undefined) return service;
    // One answer may be stale; only a service that stays away is gone.
    throw new AwsCallError({
      action: 'ecs:DescribeServices',
      code: 'MISSING',
      what: `service ${name} is gone from cluster ${cluster} while deployment ${this.id} runs`,
      fix: 'Find out who deleted the service; create it again before deploying.',
      transient: true,
    });
  }

  /** Tasks that the replacement lost by their own fault; those of a task set that is gone stay known. */
  async #failed(look: CodeDeployLook): Promise<readonly StoppedTask[]> {
    const replacement = replacementIdOf(look);
    if (replacement === undefined) return look.failedTasks;
    const { cluster, service: name } = this.#deployed;
    const stopped = await this.#aws.serviceTasks.stopped(cluster, name, replacement);
    return stopped.filter(hasFailed);
  }
}

function made(
  deployment: DeploymentState,
  target: DeploymentTarget | undefined,
  service: ServiceState,
  failedTasks: readonly StoppedTask[],
): CodeDeployLook {
  return { deployment, ...(target === undefined ? {} : { target }), service, failedTasks };
}
