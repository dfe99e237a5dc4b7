import { randomInt } from 'node:crypto';
import type {
  DeploymentInfo,
  DeploymentStatus,
  ECSTaskSet,
  LifecycleEvent,
  TargetStatus,
} from '@aws-sdk/client-codedeploy';
import type { Clock } from '../kernel/clock.ts';
import type { AppSpec } from './appspec.ts';
import { type DeploymentFailure, StopRequested } from './failure.ts';

/** Changes of a deployment, kept so that they can be rolled back. */
export interface Change {
  readonly blueTaskSet: string;
  readonly blueGroupArn: string;
  readonly greenGroupArn: string;
  readonly prodListenerArn: string;
  readonly testListenerArn: string | undefined;
  greenTaskSet: string | undefined;
  testMoved: boolean;
  prodMoved: boolean;
  primaryMoved: boolean;
}

/** A Lambda function that was called and has not reported yet. */
export interface PendingHook {
  readonly executionId: string;
  readonly event: string;
  readonly lambda: string;
  status: 'Pending' | 'Succeeded' | 'Failed';
}

/** Why a deployment is to stop, and whether it is then rolled back. */
export interface Stop {
  readonly rollback: boolean;
  readonly reason: DeploymentFailure;
}

const EVENTS = [
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'AllowTestTraffic',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AllowTraffic',
  'AfterAllowTraffic',
] as const;
export type EventName = (typeof EVENTS)[number];

const TERMINAL: readonly (DeploymentStatus | undefined)[] = ['Succeeded', 'Failed', 'Stopped'];

/** One deployment and its waits. Its life is written in lifecycle.ts and rollback.ts. */
export class Deployment {
  readonly id: string;
  readonly info: DeploymentInfo;
  readonly cluster: string;
  readonly service: string;
  readonly appSpec: AppSpec | undefined;
  readonly events: LifecycleEvent[];
  readonly hooks: PendingHook[] = [];
  targetStatus: TargetStatus = 'Pending';
  lastUpdatedAt: Date;
  change: Change | undefined;
  /** Task sets as they were when the deployment ended. */
  finalTaskSets: ECSTaskSet[] | undefined;
  /** READY_WAIT or TERMINATION_WAIT while ContinueDeployment is possible. */
  waitingFor: 'READY_WAIT' | 'TERMINATION_WAIT' | undefined;
  /** False once what is left to do cannot be taken back. */
  stoppable = true;
  #stop: Stop | undefined;
  #interrupt: ((reason: StopRequested) => void) | undefined;
  #wake: (() => void) | undefined;
  readonly #clock: Clock;

  constructor(
    clock: Clock,
    info: DeploymentInfo,
    appSpec: AppSpec | undefined,
    cluster: string,
    service: string,
  ) {
    this.#clock = clock;
    this.id = info.deploymentId ?? '';
    this.info = info;
    this.appSpec = appSpec;
    this.cluster = cluster;
    this.service = service;
    this.lastUpdatedAt = clock.date();
    const tested = info.loadBalancerInfo?.targetGroupPairInfoList?.[0]?.testTrafficRoute !== undefined;
    this.events = EVENTS.filter((name) => tested || !name.endsWith('TestTraffic')).map((name) => ({
      lifecycleEventName: name,
      status: 'Pending',
    }));
  }

  get active(): boolean {
    return !TERMINAL.includes(this.info.status);
  }

  /** Set once the deployment was told to stop. */
  get stop(): Stop | undefined {
    return this.#stop;
  }

  get targetId(): string {
    return `${this.cluster}:${this.service}`;
  }

  event(name: EventName): LifecycleEvent {
    const found = this.events.find((event) => event.lifecycleEventName === name);
    if (found === undefined) throw new Error(`deployment ${this.id} has no event ${name}`);
    return found;
  }

  /** Runs an event from InProgress to Succeeded; it stays InProgress when `run` rejects. */
  async during(name: EventName, run: () => Promise<void>): Promise<void> {
    const event = this.event(name);
    event.status = 'InProgress';
    event.startTime = this.touch();
    await run();
    event.status = 'Succeeded';
    event.endTime = this.touch();
  }

  touch(): Date {
    this.lastUpdatedAt = this.#clock.date();
    return this.lastUpdatedAt;
  }

  /**
   * Waits `ms` of AWS time, or until `wake`.
   * @throws StopRequested as soon as the deployment is stopped.
   */
  async pause(ms: number): Promise<'elapsed' | 'woken'> {
    this.throwIfStopped();
    try {
      return await new Promise((resolve, reject) => {
        const timer = this.#clock.after(ms, () => {
          resolve('elapsed');
        });
        this.#interrupt = (reason) => {
          timer.cancel();
          reject(reason);
        };
        this.#wake = () => {
          timer.cancel();
          resolve('woken');
        };
      });
    } finally {
      this.#interrupt = undefined;
      this.#wake = undefined;
    }
  }

  throwIfStopped(): void {
    if (this.#stop !== undefined) throw new StopRequested();
  }

  wake(): void {
    this.#wake?.();
  }

  /** Of several requests the first one's reason stands, and one that asks for a rollback is enough for it. */
  requestStop(rollback: boolean, reason: DeploymentFailure): void {
    this.#stop = {
      rollback: rollback || (this.#stop?.rollback ?? false),
      reason: this.#stop?.reason ?? reason,
    };
    this.#interrupt?.(new StopRequested());
  }
}

/** `d-` and nine upper-case letters and digits. */
export function newDeploymentId(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return `d-${Array.from({ length: 9 }, () => alphabet[randomInt(alphabet.length)] ?? 'A').join('')}`;
}
