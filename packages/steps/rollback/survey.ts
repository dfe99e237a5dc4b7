import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import {
  newestOutOfService,
  rollbackTarget,
  type JudgedHistory,
  type PastDeployment,
  type Serving,
} from '@cutover/domain/deployment/rollback-target';
import type { Engine } from '../deployment/engine.ts';
import type { World } from '../world.ts';
import { SHOWN } from './candidates.ts';
import { isReleaseOf, type Owns } from './this-run.ts';
import { servingArn } from './serving.ts';

/** How often the service is read again when ECS and the engine disagree about what serves. */
const STALE_POLLS = 5;

/** The revision that serves, and the group's past deployments. */
export interface Survey {
  readonly service: ServiceState;
  /** Newest first. */
  readonly history: readonly PastDeployment[];
}

/** Reads history and service; an answer of ECS that is older than the engine's is waited out. */
export async function survey(
  { aws, clock, signal }: World,
  {
    environment,
    engine,
    intervalMs,
  }: {
    readonly environment: Environment;
    readonly engine: Engine;
    readonly intervalMs: number;
  },
  before: ServiceState,
): Promise<Survey> {
  let service = before;
  const history = await engine.history(service, SHOWN);
  for (
    let poll = 0;
    poll < STALE_POLLS && newestOutOfService(history, servingOf(engine, service)) !== undefined;
    poll++
  ) {
    await clock.sleep(intervalMs, signal);
    service = (await aws.services.describe(environment.cluster, environment.service)) ?? service;
  }
  return { service, history };
}

export function servingOf(engine: Engine, service: ServiceState): Serving {
  return { revision: servingArn(engine, service), deployment: engine.servingDeployment(service) };
}

/** @param owns goes back from all releases that are owned; without it, from the newest release only */
export function judge(engine: Engine, { history, service }: Survey, owns?: Owns): JudgedHistory {
  return rollbackTarget(
    history,
    servingOf(engine, service),
    owns === undefined ? undefined : (past) => isReleaseOf(owns, past),
  );
}
