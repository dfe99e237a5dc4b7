import type { Deployment, DeploymentMarks } from '../deployment/deployment.ts';
import { idOf, type ServiceDeploymentBrief, type ServiceDeploymentState } from './service-deployment.ts';

/** A service deployment in the words that every engine shares, with what only ECS tells. */
export interface KnownServiceDeployment extends Deployment {
  readonly arn: string;
  /** ARN of the service revision that it brings. */
  readonly serviceRevision: string;
  /** Alarms that ended it. */
  readonly triggeredAlarms: readonly string[];
  /** ARN of the service revision to which ECS takes it back. */
  readonly rollbackTo?: string;
}

/** Marks of a deployment of which nothing was read: ECS takes no text with a deployment. */
export const NO_MARKS: DeploymentMarks = {
  isRollback: false,
  commit: undefined,
  runUrl: undefined,
  runAttempt: undefined,
};

export function knownServiceDeployment(
  state: ServiceDeploymentState,
  marks: DeploymentMarks = NO_MARKS,
): KnownServiceDeployment {
  const { rollback, stage, target, triggeredAlarms } = state;
  return {
    ...known(state, marks),
    awaitsTermination: stage === 'CLEAN_UP',
    serviceRevision: target.arn,
    triggeredAlarms,
    ...(rollback === undefined ? {} : { rollbackTo: rollback.revision }),
  };
}

/** A deployment of the past, of which ListServiceDeployments told. */
export function pastServiceDeployment(
  brief: ServiceDeploymentBrief,
  marks: DeploymentMarks = NO_MARKS,
): KnownServiceDeployment {
  return {
    ...known(brief, marks),
    awaitsTermination: false,
    serviceRevision: brief.revision,
    triggeredAlarms: [],
  };
}

function known(
  { arn, createdAt, finishedAt, status, statusReason }: Omit<ServiceDeploymentBrief, 'revision'>,
  marks: DeploymentMarks,
) {
  return {
    id: idOf(arn),
    arn,
    status,
    ended: endOf(status),
    description: '',
    marks,
    isAutomaticRollback: false,
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(finishedAt === undefined ? {} : { completedAt: finishedAt }),
    ...(statusReason === undefined || statusReason === ''
      ? {}
      : { error: { code: '', message: statusReason.replace(/\.$/, '') } }),
  };
}

/** A deployment that ECS took back ends under its own id: there is no second one. */
function endOf(status: string): Deployment['ended'] {
  switch (status) {
    case 'SUCCESSFUL':
      return 'succeeded';
    case 'ROLLBACK_SUCCESSFUL':
    case 'ROLLBACK_FAILED':
      return 'failed';
    case 'STOPPED':
      return 'stopped';
    default:
      return undefined;
  }
}
