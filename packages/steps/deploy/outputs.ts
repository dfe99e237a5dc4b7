import type { Outcome, OutputKinds, OutputsOf } from '@cutover/domain/outcome';
import type { Conclusion } from '../deployment/conclusion.ts';
import type { Engine } from '../deployment/engine.ts';

/** Outputs of every action that deploys a service. */
export const OUTPUTS = {
  'deployment-id': 'string',
  'codedeploy-deployment-id': 'string',
  'deployment-status': 'string',
  'rolled-back': 'boolean',
  'rollback-deployment-id': 'string',
  'previous-task-definition-arn': 'string',
  'task-definition-arn': 'string',
  superseded: 'boolean',
  'traffic-shifted-at': 'string',
  'duration-seconds': 'number',
  /** JSON: one object a service, when there are several. */
  services: 'string',
} as const satisfies OutputKinds;

export type DeploymentOutputs = OutputsOf<typeof OUTPUTS, 'rolled-back' | 'superseded' | 'duration-seconds'>;

/** Outputs of a run that made no deployment. */
export function quiet(
  startedAt: number,
  now: number,
): Pick<DeploymentOutputs, 'rolled-back' | 'superseded' | 'duration-seconds'> {
  return {
    'rolled-back': false,
    superseded: false,
    'duration-seconds': Math.round((now - startedAt) / 100) / 10,
  };
}

/** How the step ended, from how its deployment ended. */
export function outcomeOf(
  order: { readonly previous: string; readonly revision: string },
  conclusion: Conclusion,
  engine: Pick<Engine, 'link' | 'named'>,
): Outcome<DeploymentOutputs> {
  const { what, summary, deploymentId: id } = conclusion;
  const amiss = conclusion.kind === 'succeeded' ? undefined : conclusion;
  const named = id === undefined ? undefined : engine.named(id);
  const back = amiss?.rollbackDeploymentId;
  const outputs: DeploymentOutputs = {
    'deployment-id': named,
    'codedeploy-deployment-id': named,
    'deployment-status': conclusion.status,
    'rolled-back': amiss?.rolledBack ?? false,
    'rollback-deployment-id': back === undefined ? undefined : engine.named(back),
    'previous-task-definition-arn': order.previous,
    'task-definition-arn': order.revision,
    superseded: amiss?.superseded ?? false,
    'traffic-shifted-at':
      conclusion.shiftedAt === undefined ? undefined : new Date(conclusion.shiftedAt).toISOString(),
    'duration-seconds': Math.round((conclusion.endedAt - conclusion.startedAt) / 100) / 10,
  };
  if (amiss === undefined) return { kind: 'succeeded', what, summary, outputs };
  const { kind, fix, findings } = amiss;
  const link = id === undefined ? {} : { link: engine.link(id) };
  return { kind, what, fix, findings, summary, outputs, ...link };
}
