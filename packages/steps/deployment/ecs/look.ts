import type { DeploymentLook, DeploymentStage } from '@cutover/domain/deployment/look';
import { hasMovedWholly, lookOf, type ServiceDeploymentLook } from '@cutover/domain/ecs/progress';
import {
  idOf,
  isOver,
  startedByOf,
  type ServiceDeploymentState,
} from '@cutover/domain/ecs/service-deployment';
import { AwsCallError } from '@cutover/domain/errors';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { hasFailed, type StoppedTask } from '@cutover/domain/task/failed-task';
import type { World } from '../../world.ts';
import type { Lookout } from '../lookout.ts';
import { youngerThan } from './active.ts';
import type { EcsPlace } from './place.ts';
import { shiftOf } from './shift.ts';

/** Looks after which the service is asked again though the deployment looks as before. */
const SERVICE_EVERY = 3;
/** Maximum jitter of the polls, as a share of the interval. */
const JITTER = 0.1;

/** Looks at one service deployment again and again: one call a look, and the service where something may have changed. */
export class ServiceDeploymentLookout implements Lookout {
  readonly id: string;
  newest: DeploymentLook | undefined;
  readonly jitter = JITTER;
  readonly #aws: World['aws'];
  readonly #place: EcsPlace;
  readonly #arn: string;
  #seen: ServiceDeploymentLook | undefined;
  #polls = 0;

  constructor(aws: World['aws'], place: EcsPlace, arn: string) {
    this.#aws = aws;
    this.#place = place;
    this.#arn = arn;
    this.id = idOf(arn);
  }

  isUnknown(error: unknown): boolean {
    return error instanceof AwsCallError && error.code === MISSING;
  }

  async look(): Promise<DeploymentLook> {
    const before = this.#seen;
    const deployment = await this.#aws.serviceDeployments.describe(this.#arn);
    if (deployment === undefined) throw missing(this.id);
    const revision = before?.revision ?? (await this.#revision(deployment.target.arn));
    const changed = before === undefined || pictureOf(before.deployment) !== pictureOf(deployment);
    const due = changed || this.#polls % SERVICE_EVERY === 0;
    const service = before === undefined || due ? await this.#service() : before.service;
    const failedTasks = due
      ? await this.#failed(deployment, service, before?.failedTasks ?? [])
      : before.failedTasks;
    const hasMoved = hasMovedWholly(deployment);
    const stops = deployment.status === 'STOP_REQUESTED' || deployment.status === 'STOPPED';
    this.#polls++;
    this.#seen = {
      deployment,
      revision,
      service,
      // Of a pair the production rule tells which group serves.
      targetGroup: shiftOf(service) === undefined ? service.loadBalancers[0]?.targetGroupArn : undefined,
      failedTasks,
      stages: stagesOf(before?.stages ?? [], deployment, this.#aws.serviceDeployments.answeredAt()),
      movedAt: hasMoved ? (before?.movedAt ?? this.#aws.serviceDeployments.answeredAt()) : undefined,
      supersededBy: stops ? (await youngerThan(this.#aws, this.#place, deployment))?.id : undefined,
    };
    return (this.newest = lookOf(this.#seen));
  }

  async #revision(arn: string): Promise<string> {
    const found = (await this.#aws.serviceDeployments.revisions([arn])).get(arn);
    if (found === undefined) throw missing(this.id);
    return found.taskDefinition;
  }

  async #service(): Promise<ServiceState> {
    const { cluster, service: name } = this.#place;
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

  /** Tasks that the new revision lost by their own fault. A healthy task sets ECS's own count back to zero, so it is not asked. */
  async #failed(
    deployment: ServiceDeploymentState,
    service: ServiceState,
    known: readonly StoppedTask[],
  ): Promise<readonly StoppedTask[]> {
    const startedBy = startedByOf(deployment.target.arn);
    const rollout = service.rollouts?.find(({ id }) => id === startedBy);
    const isQuiet =
      isOver(deployment.status) ||
      (deployment.target.running >= deployment.target.requested &&
        (rollout?.failed ?? 0) === 0 &&
        (deployment.breaker?.failures ?? 0) === 0);
    if (isQuiet && this.#polls % (2 * SERVICE_EVERY) !== 0) return known;
    const { cluster, service: name } = this.#place;
    const stopped = await this.#aws.serviceTasks.stopped(cluster, name, startedBy);
    return stopped.filter(hasFailed);
  }
}

/** Our own word for an ARN that ECS does not answer about. */
const MISSING = 'ServiceDeploymentNotFoundException';

export function missing(id: string): AwsCallError {
  return new AwsCallError({
    action: 'ecs:DescribeServiceDeployments',
    code: MISSING,
    what: `ECS has no service deployment ${id}`,
    fix: 'ECS keeps deployments for 90 days, and deletes them with their service.',
  });
}

/** Everything of a deployment whose change may have changed the service, too. */
function pictureOf({ breaker, sources, stage, status, target }: ServiceDeploymentState): string {
  return JSON.stringify([status, stage, target, sources, breaker?.failures]);
}

/** The stages that were seen, with the times of the looks: ECS tells the present one only. */
function stagesOf(
  before: readonly DeploymentStage[],
  { stage, status }: ServiceDeploymentState,
  at: number,
): readonly DeploymentStage[] {
  const failed = status.startsWith('ROLLBACK_') && status !== 'ROLLBACK_REQUESTED';
  const last = before.at(-1);
  if (failed || isOver(status)) {
    // The stages that a rollback shows are those of its own way.
    if (last?.status !== 'InProgress') return before;
    return [
      ...before.slice(0, -1),
      { ...last, status: status === 'SUCCESSFUL' ? 'Succeeded' : 'Failed', endedAt: at },
    ];
  }
  if (stage === undefined || stage === last?.name) return before;
  const done = last?.status === 'InProgress' ? { ...last, status: 'Succeeded', endedAt: at } : last;
  return [
    ...before.slice(0, -1),
    ...(done === undefined ? [] : [done]),
    { name: stage, status: 'InProgress', startedAt: at },
  ];
}
