import type { ContainerDefinition, ContainerOverride } from '@aws-sdk/client-ecs';
import type { ContainerLog } from './container-log.ts';

/** Specification of a container, whatever runs it. */
export interface ContainerPlan {
  readonly definition: ContainerDefinition;
  readonly override: ContainerOverride;
  /** Folder of the container on this machine. */
  readonly root: string;
  readonly architecture: 'amd64' | 'arm64';
  readonly task: TaskLimits;
}

/** The task's own size, as the task definition or an override has it. */
export interface TaskLimits {
  readonly id: string;
  /** CPU units, 1024 a processor. */
  readonly cpu: string | undefined;
  /** MiB. */
  readonly memory: string | undefined;
}

/** Facts that are known only once a container has started. */
export interface ContainerStart {
  /** Variables that ECS sets, the weakest. */
  readonly environment: Readonly<Record<string, string>>;
  /** Variables of the task definition, the overrides and the secrets. */
  readonly variables: Readonly<Record<string, string>>;
  readonly privateIp: string;
  readonly log: ContainerLog | undefined;
}

/** A container whose image is there. */
export interface PreparedContainer {
  readonly imageDigest?: string;
  /** Resolves once it runs, with its ports attached to `privateIp`. @throws ContainerStartError */
  start(start: ContainerStart): Promise<RunningContainer>;
}

/** Result of a health check's command; `impossible` when it could not be run at all. */
export type CheckResult = 'passed' | 'failed' | 'impossible';

/** A container that was started: a process of this machine or a container of a Docker engine. */
export interface RunningContainer {
  /** The exit code once the container and its output are through; 128 + signal number after a signal. */
  readonly exited: Promise<number>;
  /** The exit code, or undefined while the container runs. */
  readonly exitCode: number | undefined;
  /** The process of this machine. */
  readonly pid: number | undefined;
  /** Loopback ports by container port. */
  readonly ports: ReadonlyMap<number, number>;
  /** ECS's reason for its end, besides the exit code. */
  readonly endReason: string | undefined;
  signal(signal: 'SIGTERM' | 'SIGKILL'): void;
  /** Kills it and reports `exitCode`, or 137 as after any SIGKILL. */
  crash(exitCode: number | undefined): void;
  /** Runs a health check's command once. @param words as in the task definition, `CMD` or `CMD-SHELL` first */
  check(words: readonly string[], wallMs: number): Promise<CheckResult>;
  /** True when something answers at the first port, or when there is none. */
  opened(): Promise<boolean>;
  /** Gives back what it held on this machine; called once it has ended. */
  release(): Promise<void>;
}

/** Why a container could not be started; the message starts with `CannotStartContainerError: ` or the like. */
export class ContainerStartError extends Error {
  override readonly name = 'ContainerStartError';
}

/** Prefix of the text that ECS gives when the container runtime refused. */
export const CANNOT_START =
  'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: ';
