import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';

/** Why a deployment ended; becomes `errorInformation`. */
export class DeploymentFailure extends Error {
  override readonly name = 'DeploymentFailure';
  readonly code: ErrorCode;
  readonly status: 'Failed' | 'Stopped';

  constructor(code: ErrorCode, message: string, status: 'Failed' | 'Stopped' = 'Failed') {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Somebody called StopDeployment. */
export class StopRequested extends Error {
  override readonly name = 'StopRequested';
}

/** Assumption: the words. */
export function manualStop(): DeploymentFailure {
  return new DeploymentFailure('MANUAL_STOP', 'The deployment was stopped on request.', 'Stopped');
}

/** Runs a call to ECS; its refusal ends the deployment in the words that CodeDeploy uses for it. */
export async function onEcs<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new DeploymentFailure(
      'ECS_UPDATE_ERROR',
      `The ECS service cannot be updated due to an unexpected error: ${error.message} (Service: AmazonECS; ` +
        `Status Code: ${error.status}; Error Code: ${error.code}; Request ID: ${randomUUID()}; Proxy: null). Check your ECS service status.`,
    );
  }
}

/** The same for Elastic Load Balancing. */
export async function onElb<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw elbInvalid(error.message);
  }
}

export function elbInvalid(reason: string): DeploymentFailure {
  return new DeploymentFailure(
    'ELASTIC_LOAD_BALANCING_INVALID',
    `The ELB could not be updated due to the following error: ${reason}`,
  );
}
