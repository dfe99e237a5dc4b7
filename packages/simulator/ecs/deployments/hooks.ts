import { randomBytes, randomUUID } from 'node:crypto';
import type { DeploymentLifecycleHook, DeploymentLifecycleHookStage } from '@aws-sdk/client-ecs';
import type { Ecs } from '../ecs.ts';
import { allows, denial, trustsEcs } from '../role-rights.ts';
import type { HookState, ServiceDeploymentState } from '../state.ts';
import { type Course, Interrupted } from './course.ts';
import { hookFailure } from './failure.ts';
import { revisionArn } from './shapes.ts';

const DEFAULT_TIMEOUT_MINUTES = 1440;
const DEFAULT_CALL_BACK_SECONDS = 30;
const INVOCATION_WALL_MS = 60_000;
const SESSION = 'ECS-Lambda-Execution';

/**
 * Runs the stage's hooks at the same time and waits until all have ended; then the first that failed decides.
 * @throws Interrupted when one failed, or the deployment is interrupted
 */
export async function runHooks(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  course: Course,
  stage: DeploymentLifecycleHookStage,
): Promise<void> {
  const hooks = (deployment.configuration.lifecycleHooks ?? []).filter(({ lifecycleStages }) =>
    lifecycleStages?.includes(stage),
  );
  // Assumption: the details of hooks that have ended stay until the next stage with hooks.
  if (hooks.length > 0) deployment.hooks = [];
  const ends = await Promise.allSettled(
    hooks.map(async (hook) => {
      const state = begin(ecs, deployment, hook, stage);
      await (state.targetType === 'PAUSE'
        ? pause(ecs, course, state)
        : invoke(ecs, deployment, course, hook, state));
    }),
  );
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  const overruling = reasons.find((reason) => reason instanceof Interrupted && reason.by.kind !== 'failure');
  if (reasons.length > 0) throw overruling ?? reasons[0];
}

function begin(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  { targetType = 'AWS_LAMBDA', hookTargetArn, timeoutConfiguration }: DeploymentLifecycleHook,
  stage: DeploymentLifecycleHookStage,
): HookState {
  const { timeoutInMinutes = DEFAULT_TIMEOUT_MINUTES, action = 'ROLLBACK' } = timeoutConfiguration ?? {};
  const kind = targetType === 'PAUSE' ? 'pause' : 'lambda';
  const state: HookState = {
    hookId: `ecs-${kind}-${randomBytes(32).toString('base64url')}`,
    targetType,
    ...(hookTargetArn === undefined ? {} : { targetArn: hookTargetArn }),
    status: targetType === 'PAUSE' ? 'AWAITING_ACTION' : 'IN_PROGRESS',
    expiresAt: new Date(ecs.sim.clock.now() + timeoutInMinutes * 60_000),
    timeoutAction: action,
    stage,
  };
  deployment.hooks.push(state);
  deployment.updatedAt = ecs.now();
  return state;
}

async function pause(ecs: Ecs, course: Course, state: HookState): Promise<void> {
  const answered = await course.until(() => state.answer !== undefined, left(ecs, state));
  if (!answered) return timedOut(state);
  if (state.answer === 'CONTINUE') {
    state.status = 'SUCCEEDED';
    return;
  }
  state.status = 'FAILED';
  // Assumption: the wording.
  throw hookFailure(
    state.stage,
    `Pause lifecycle hook ${state.hookId} was continued with the action ROLLBACK.`,
  );
}

function left(ecs: Ecs, { expiresAt }: HookState): number {
  return Math.max(0, (expiresAt?.getTime() ?? 0) - ecs.sim.clock.now());
}

function timedOut(state: HookState): void {
  state.status = 'TIMED_OUT';
  if (state.timeoutAction === 'CONTINUE') return;
  const kind = state.targetType === 'PAUSE' ? 'Pause lifecycle' : 'Lifecycle';
  // Assumption: the wording.
  throw hookFailure(state.stage, `${kind} hook ${state.hookId} timed out.`);
}

/** Asks the function until it has decided. */
async function invoke(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  course: Course,
  hook: DeploymentLifecycleHook,
  state: HookState,
): Promise<void> {
  const target = hook.hookTargetArn ?? '';
  const role = hook.roleArn ?? '';
  const failed = (detail: string): Interrupted => {
    state.status = 'FAILED';
    return hookFailure(state.stage, detail);
  };
  if (!(await trustsEcs(ecs.sim, role))) throw failed(`ECS was unable to assume role ${role}`);
  if (!(await allows(ecs.sim, role, 'lambda:InvokeFunction', target)))
    throw failed(denial(ecs.sim, role, SESSION, 'lambda:InvokeFunction', target));
  let hookDetails: unknown = hook.hookDetails;
  const executionId = randomUUID();
  for (;;) {
    const answer = await call(ecs, target, payload(ecs, deployment, state, executionId, hookDetails));
    const { hookStatus, callBackDelay } = answer;
    if (hookStatus === 'SUCCEEDED') {
      state.status = 'SUCCEEDED';
      return;
    }
    if (hookStatus === 'FAILED') throw failed(`Lifecycle hook target ${target} returned FAILED status.`);
    if (hookStatus !== 'IN_PROGRESS') {
      throw failed(`ECS was unable to parse the response from ${target} due to HookStatus must not be null`);
    }
    if (answer.hookDetails !== undefined) hookDetails = answer.hookDetails;
    const seconds = typeof callBackDelay === 'number' ? callBackDelay : DEFAULT_CALL_BACK_SECONDS;
    const rest = left(ecs, state);
    await course.pause(Math.min(seconds * 1000, rest));
    if (rest <= seconds * 1000) return timedOut(state);
  }
}

/** The weights are given only in the stages that have any. */
function payload(
  ecs: Ecs,
  { arn, service, target, sources, shares }: ServiceDeploymentState,
  { stage }: HookState,
  executionId: string,
  hookDetails: unknown,
): object {
  const weights = (share: number): Record<string, number> => ({
    ...Object.fromEntries(
      sources.slice(-1).map((source) => [revisionArn(ecs, source), 100 - share] as const),
    ),
    [revisionArn(ecs, target)]: share,
  });
  const production = stage === 'PRE_PRODUCTION_TRAFFIC_SHIFT' || stage === 'PRODUCTION_TRAFFIC_SHIFT';
  return {
    executionId,
    lifecycleStage: stage,
    resourceArn: arn,
    executionDetails: {
      serviceArn: service.arn,
      targetServiceRevisionArn: revisionArn(ecs, target),
      testTrafficWeights: stage === 'TEST_TRAFFIC_SHIFT' ? weights(shares.test) : {},
      productionTrafficWeights: production ? weights(shares.production) : {},
    },
    ...(hookDetails === undefined ? {} : { hookDetails }),
  };
}

interface Answer {
  readonly hookStatus?: unknown;
  readonly callBackDelay?: unknown;
  readonly hookDetails?: unknown;
}

/**
 * The function's answer, from the URL that a test gave it by `POST /_simulator/functions`. A function without URL, one that
 * answers with an error, and one whose answer is no JSON object give an answer without hookStatus.
 */
async function call(ecs: Ecs, target: string, body: object): Promise<Answer> {
  const url = ecs.functions.get(target);
  if (url === undefined) return {};
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(INVOCATION_WALL_MS),
    });
    const answer: unknown = await response.json();
    return response.ok && typeof answer === 'object' && answer !== null ? answer : {};
  } catch (error) {
    ecs.sim.log(`lifecycle hook ${target} at ${url}: ${String(error)}`);
    return {};
  }
}
