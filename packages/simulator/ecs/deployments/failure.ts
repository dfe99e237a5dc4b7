import type { DeploymentLifecycleHookStage } from '@aws-sdk/client-ecs';
import { Interrupted } from './course.ts';

/** The error of a deployment that is rolled back; its event repeats the reason. */
export function failure(reason: string): Interrupted {
  return new Interrupted({
    kind: 'failure',
    reason,
    event: reason,
    // Assumption: the wording.
    rolloutReason: 'ECS deployment failed.',
    rollback: true,
  });
}

/** ECS words a traffic shift that it may not make itself as a failed hook. Source: the troubleshooting page. */
export function hookFailure(stage: DeploymentLifecycleHookStage, detail: string): Interrupted {
  return failure(`Service deployment rolled back because ${stage} lifecycle hook(s) failed. ${detail}`);
}

/** Source of the texts: the troubleshooting page of blue/green deployments. */
export function networkFailure(detail: string): Interrupted {
  return failure(
    `Service deployment rolled back because of invalid networking configuration${detail.startsWith(':') ? '' : '. '}${detail}`,
  );
}
