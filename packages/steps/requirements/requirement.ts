import { AccessDeniedError, AwsCallError, type Place } from '@cutover/domain/errors';
import type { JsonPath } from '@cutover/domain/json';

/** One thing outside a task definition that its tasks need in order to start and to be served. */
export interface Requirement {
  /** `image of container app` */
  readonly item: string;
  /** `unknown`: it could not be looked at, or not from here. */
  readonly verdict: 'ok' | 'failed' | 'unknown';
  /** What was found, as one sentence without a full stop. */
  readonly cause: string;
  /** What to do, as one sentence; empty when there is nothing to do. */
  readonly fix: string;
  /** With `unknown`: the IAM action that our own role lacks. */
  readonly refused?: string;
  /** The value of the task definition that asks for it. */
  readonly path: JsonPath;
  /** Where that value was written, if it is known. */
  readonly place?: Place;
}

/** What a look at AWS found out. */
export type Found = Pick<Requirement, 'verdict' | 'cause' | 'fix' | 'refused'>;

export function ok(cause: string): Found {
  return { verdict: 'ok', cause, fix: '' };
}

export function failed(cause: string, fix: string): Found {
  return { verdict: 'failed', cause, fix };
}

export function unknown(cause: string, fix = ''): Found {
  return { verdict: 'unknown', cause, fix };
}

/** It could not be looked at for lack of a permission of our own. */
export function refused({ action, remedy }: AccessDeniedError): Found {
  return {
    verdict: 'unknown',
    cause: `it could not be looked at, as ${action} was refused`,
    fix: remedy,
    refused: action,
  };
}

/**
 * What a look finds. A permission that is missing, or a service that fails, makes nothing else fail: the finding is
 * `unknown` then, with the statement to add.
 * @throws what neither is, as credentials that are missing
 */
export async function look(find: () => Promise<Found>): Promise<Found> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof AccessDeniedError) return refused(error);
    if (error instanceof AwsCallError)
      return unknown(`it could not be looked at: ${error.message}`, error.remedy);
    throw error;
  }
}
