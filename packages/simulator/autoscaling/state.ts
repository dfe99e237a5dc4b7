import { randomUUID } from 'node:crypto';
import type {
  ScalableDimension,
  ScalableTarget,
  ScalingPolicy,
  ServiceNamespace,
  SuspendedState,
} from '@aws-sdk/client-application-auto-scaling';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** Identity of a scalable target in every operation. */
export interface TargetKey {
  readonly ServiceNamespace: ServiceNamespace | undefined;
  readonly ResourceId: string | undefined;
  readonly ScalableDimension: ScalableDimension | undefined;
}

export interface TargetState {
  readonly arn: string;
  readonly key: TargetKey;
  readonly roleArn: string;
  readonly createdAt: Date;
  readonly tags: Map<string, string>;
  readonly policies: Map<string, ScalingPolicy>;
  minimum: number;
  maximum: number;
  suspended: Required<SuspendedState>;
}

/** Scalable targets of ECS services; nothing scales by itself here. */
export class AutoScalingState {
  readonly sim: Simulator;
  readonly #targets = new Map<string, TargetState>();

  constructor(sim: Simulator) {
    this.sim = sim;
  }

  get targets(): readonly TargetState[] {
    return [...this.#targets.values()];
  }

  find(key: TargetKey): TargetState | undefined {
    return this.#targets.get(idOf(key));
  }

  /** @throws ApiError ObjectNotFoundException */
  target(key: TargetKey): TargetState {
    const found = this.find(key);
    if (found !== undefined) return found;
    const { ServiceNamespace: namespace, ResourceId: resource, ScalableDimension: dimension } = key;
    throw new ApiError(
      'ObjectNotFoundException',
      `No scalable target found for service namespace: ${namespace ?? ''}, resource ID: ${resource ?? ''}, scalable dimension: ${dimension ?? ''}`,
    );
  }

  /** @throws ApiError ResourceNotFoundException */
  byArn(arn: string | undefined): TargetState {
    const found = this.targets.find((target) => target.arn === arn);
    if (found === undefined) {
      throw new ApiError(
        'ResourceNotFoundException',
        `The Application Auto Scaling resource ${arn ?? ''} doesn't exist.`,
        400,
        { ResourceName: arn },
      );
    }
    return found;
  }

  create(key: TargetKey, minimum: number, maximum: number): TargetState {
    const { sim } = this;
    const target: TargetState = {
      key,
      arn: sim.arn('application-autoscaling', `scalable-target/${randomUUID().replaceAll('-', '')}ab`),
      roleArn: `arn:${sim.partition}:iam::${sim.account}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService`,
      createdAt: sim.clock.date(),
      tags: new Map(),
      policies: new Map(),
      minimum,
      maximum,
      suspended: {
        DynamicScalingInSuspended: false,
        DynamicScalingOutSuspended: false,
        ScheduledScalingSuspended: false,
      },
    };
    this.#targets.set(idOf(key), target);
    return target;
  }

  /** Its policies go with it. */
  delete(target: TargetState): void {
    this.#targets.delete(idOf(target.key));
  }
}

export function targetShape(target: TargetState): ScalableTarget {
  return {
    ServiceNamespace: target.key.ServiceNamespace,
    ResourceId: target.key.ResourceId,
    ScalableDimension: target.key.ScalableDimension,
    MinCapacity: target.minimum,
    MaxCapacity: target.maximum,
    RoleARN: target.roleArn,
    CreationTime: target.createdAt,
    SuspendedState: { ...target.suspended },
    ScalableTargetARN: target.arn,
  };
}

function idOf({
  ServiceNamespace: namespace,
  ResourceId: resource,
  ScalableDimension: dimension,
}: TargetKey): string {
  return `${namespace ?? ''} ${resource ?? ''} ${dimension ?? ''}`;
}
