import type { Deployment } from '../deployment/deployment.ts';
import { readMarks } from './deployment-description.ts';
import { endOf, type DeploymentState } from './deployment.ts';

/** A CodeDeploy deployment in the words that every engine shares, with what only CodeDeploy tells. */
export interface KnownDeployment extends Deployment {
  readonly state: DeploymentState;
}

export function knownDeployment(state: DeploymentState): KnownDeployment {
  const { completedAt, createdAt, creator, description, error, id, rollbackDeploymentId, status } = state;
  return {
    id,
    status,
    ended: endOf(status),
    awaitsTermination: state.terminationWaitStarted,
    description,
    marks: readMarks(description),
    isAutomaticRollback: creator === 'codeDeployRollback',
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(completedAt === undefined ? {} : { completedAt }),
    ...(error === undefined ? {} : { error }),
    ...(rollbackDeploymentId === undefined ? {} : { rollbackId: rollbackDeploymentId }),
    state,
  };
}
