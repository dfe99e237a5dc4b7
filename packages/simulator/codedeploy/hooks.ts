import { randomUUID } from 'node:crypto';
import type { Deployment, EventName, PendingHook } from './deployment.ts';
import { DeploymentFailure } from './failure.ts';

const HOOK_LIMIT_MS = 3_600_000;
/** Observed: an event whose hook is not set takes this long. */
const WITHOUT_HOOK_MS = 500;

/**
 * Waits for the answer of the event's Lambda function, which the simulator doesn't run: the answer comes by
 * PutLifecycleEventHookExecutionStatus, the id that it needs stands in `GET /_simulator/state`.
 */
export async function runHook(deployment: Deployment, name: EventName): Promise<void> {
  const lambda = deployment.appSpec?.hooks.get(name);
  if (lambda === undefined) {
    await deployment.pause(WITHOUT_HOOK_MS);
    return;
  }
  const hook: PendingHook = {
    executionId: Buffer.from(randomUUID()).toString('base64'),
    event: name,
    lambda,
    status: 'Pending',
  };
  deployment.hooks.push(hook);
  if ((await deployment.pause(HOOK_LIMIT_MS)) === 'elapsed') {
    throw new DeploymentFailure(
      'HOOK_EXECUTION_FAILURE',
      'The deployment timed out while waiting for a status callback. CodeDeploy expects a status callback within one hour ' +
        'after a deployment hook is invoked.',
    );
  }
  if (hook.status === 'Failed') {
    deployment.event(name).diagnostics = {
      errorCode: 'ScriptFailed',
      scriptName: lambda,
      message: `The validation function ${lambda} reported Failed.`,
      logTail: '',
    };
    throw new DeploymentFailure(
      'HOOK_EXECUTION_FAILURE',
      'The deployment failed because one or more of the lifecycle event validation functions failed.',
    );
  }
}
