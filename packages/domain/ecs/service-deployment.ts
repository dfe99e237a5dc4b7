import { lastSegment } from '../identity/arn.ts';

/** Statuses in which a service deployment is over (API model of ECS). */
const ENDED = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'] as const;

/** Statuses in which a service deployment is under way (API model of ECS). */
export const ACTIVE_STATUSES = [
  'PENDING',
  'IN_PROGRESS',
  'STOP_REQUESTED',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS',
] as const;

/** Strategy by which ECS moves a service from one revision to the next. */
export type Strategy = 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY' | (string & {});

/** A service's deployment configuration, as far as a deployment's course depends on it. */
export interface DeploymentSettings {
  readonly strategy: Strategy;
  /** Wait after all traffic has moved, in minutes; 0: none is configured. */
  readonly bakeMinutes: number;
  /** Minutes between two steps, and their number, of LINEAR and CANARY; 0 and 1 for the others. */
  readonly stepMinutes: number;
  readonly steps: number;
  readonly breaker: { readonly enabled: boolean; readonly rollback: boolean };
  readonly alarms: {
    readonly enabled: boolean;
    readonly rollback: boolean;
    readonly names: readonly string[];
  };
  readonly hooks: readonly ConfiguredHook[];
  /** Bounds of the running tasks during a rolling deployment, in percent of the desired count. */
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
}

export interface ConfiguredHook {
  readonly type: 'AWS_LAMBDA' | 'PAUSE' | (string & {});
  readonly stages: readonly string[];
  /** How long a PAUSE waits for its answer, in minutes. */
  readonly timeoutMinutes: number;
}

/** A service revision's part in a deployment. Counts are tasks, weights are percents of the traffic. */
export interface RevisionShare {
  /** ARN of the service revision. */
  readonly arn: string;
  readonly requested: number;
  readonly running: number;
  /** Undefined for rolling deployments, which have no weights. */
  readonly productionPercent: number | undefined;
}

/** A hook of a deployment that has begun. */
export interface HookState {
  readonly id: string;
  readonly type: 'AWS_LAMBDA' | 'PAUSE' | (string & {});
  readonly status: 'AWAITING_ACTION' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | (string & {});
  /** When an unanswered PAUSE ends, in epoch milliseconds. */
  readonly expiresAt?: number;
}

/** A service deployment, as DescribeServiceDeployments tells it. Times are epoch milliseconds. */
export interface ServiceDeploymentState {
  readonly arn: string;
  /** One of the API model; one that a later model has counts as under way. */
  readonly status: string;
  readonly statusReason?: string;
  /** Absent for rolling deployments, hooks apart. */
  readonly stage?: string;
  readonly createdAt?: number;
  readonly finishedAt?: number;
  readonly target: RevisionShare;
  readonly sources: readonly RevisionShare[];
  readonly hooks: readonly HookState[];
  readonly rollback?: { readonly reason: string; readonly revision: string };
  readonly breaker?: { readonly failures: number; readonly threshold: number };
  readonly triggeredAlarms: readonly string[];
  readonly settings: DeploymentSettings;
}

/** The same deployment as ListServiceDeployments tells it. */
export type ServiceDeploymentBrief = Pick<
  ServiceDeploymentState,
  'arn' | 'status' | 'statusReason' | 'createdAt' | 'finishedAt'
> & {
  /** ARN of the service revision that it brings. */
  readonly revision: string;
};

/** An immutable revision of a service. */
export interface ServiceRevisionState {
  readonly arn: string;
  /** ARN */
  readonly taskDefinition: string;
  /** Target groups and production rules where its tasks really are. */
  readonly resolved: readonly { readonly targetGroup: string; readonly productionRule: string | undefined }[];
}

export function isOver(status: string): boolean {
  return ENDED.some((one) => one === status);
}

/** `ecs-svc/1234567890`: how tasks and DescribeServices name what a service revision's deployment started. */
export function startedByOf(serviceRevision: string): string {
  return `ecs-svc/${lastSegment(serviceRevision)}`;
}

/** Id by which messages name a service deployment: the last part of its ARN. */
export function idOf(arn: string): string {
  return lastSegment(arn);
}
