import { consoleLink } from '@cutover/domain/console';
import type { Outcome } from '@cutover/domain/outcome';
import type { Conclusion } from '../deployment/conclusion.ts';
import type { World } from '../world.ts';

// eslint-disable-next-line typescript/consistent-type-definitions -- outputs need an index signature
export type Outputs = {
  readonly 'deployment-id'?: string | undefined;
  readonly 'codedeploy-deployment-id'?: string | undefined;
  readonly 'deployment-status'?: string | undefined;
  readonly 'rolled-back': boolean;
  readonly 'rollback-deployment-id'?: string | undefined;
  readonly 'previous-task-definition-arn'?: string | undefined;
  readonly 'task-definition-arn'?: string | undefined;
  readonly superseded: boolean;
  readonly 'traffic-shifted-at'?: string | undefined;
  readonly 'duration-seconds': number;
  /** JSON: one object a service, when there are several. */
  readonly services?: string | undefined;
};

/** Outputs of a run that made no deployment. */
export function quiet(
  startedAt: number,
  now: number,
): Pick<Outputs, 'rolled-back' | 'superseded' | 'duration-seconds'> {
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
  { aws }: World,
): Outcome<Outputs> {
  const { kind, headline, remedy, findings, summary, deploymentId: id } = conclusion;
  const outputs: Outputs = {
    'deployment-id': id,
    'codedeploy-deployment-id': id,
    'deployment-status': conclusion.status,
    'rolled-back': conclusion.rolledBack,
    'rollback-deployment-id': conclusion.rollbackDeploymentId,
    'previous-task-definition-arn': order.previous,
    'task-definition-arn': order.revision,
    superseded: conclusion.superseded,
    'traffic-shifted-at':
      conclusion.shiftedAt === undefined ? undefined : new Date(conclusion.shiftedAt).toISOString(),
    'duration-seconds': Math.round((conclusion.endedAt - conclusion.startedAt) / 100) / 10,
  };
  if (kind === 'succeeded') return { kind, headline, summary, outputs };
  const link = id === undefined ? {} : { link: consoleLink(aws.region, { kind: 'deployment', id }) };
  return { kind, headline, remedy, findings, summary, outputs, ...link };
}
