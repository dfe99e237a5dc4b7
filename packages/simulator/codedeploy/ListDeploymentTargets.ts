import type { ListDeploymentTargetsInput, ListDeploymentTargetsOutput } from '@aws-sdk/client-codedeploy';
import type { CodeDeployState } from './state.ts';
import { requireStarted } from './target.ts';

/** An ECS deployment has exactly one target, `<cluster name>:<service name>`. */
export function listDeploymentTargets(
  state: CodeDeployState,
  input: ListDeploymentTargetsInput,
): ListDeploymentTargetsOutput {
  const deployment = state.deployment(input.deploymentId);
  requireStarted(deployment);
  const wanted = input.targetFilters?.TargetStatus ?? [];
  const shown = wanted.length === 0 || wanted.includes(deployment.targetStatus);
  return { targetIds: shown ? [deployment.targetId] : [] };
}
