import { AccessDeniedError, AwsCallError } from '@cutover/domain/errors';
import type { JsonPath } from '@cutover/domain/text/json';
import type { Trouble } from '@cutover/domain/trouble';

/** One thing outside a task definition that its tasks need in order to start and to be served; `what` has no full stop. */
export interface Requirement extends Trouble {
  /** `image of container app` */
  readonly item: string;
  /** `unknown`: it could not be looked at, or not from here. */
  readonly verdict: 'ok' | 'failed' | 'unknown';
  /** With `unknown`: the IAM action that our own role lacks. */
  readonly refused?: string;
  /** The value of the task definition that asks for it; `place` is where that was written. */
  readonly path: JsonPath;
}

/** Result of a look at AWS. */
export type Found = Pick<Requirement, 'verdict' | 'what' | 'fix' | 'refused'>;

export function ok(what: string): Found {
  return { verdict: 'ok', what, fix: '' };
}

export function failed(what: string, fix: string): Found {
  return { verdict: 'failed', what, fix };
}

export function unknown(what: string, fix = ''): Found {
  return { verdict: 'unknown', what, fix };
}

/** It could not be looked at for lack of a permission of our own. */
export function refused({ action, fix }: AccessDeniedError): Found {
  return {
    verdict: 'unknown',
    what: `it could not be looked at, as ${action} was refused`,
    fix: fix,
    refused: action,
  };
}

/**
 * Result of a look. A permission that is missing, or a service that fails, makes nothing else fail: the finding is
 * `unknown` then, with the statement to add.
 * @throws what neither is, as credentials that are missing
 */
export async function look(find: () => Promise<Found>): Promise<Found> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof AccessDeniedError) return refused(error);
    if (error instanceof AwsCallError) return notLookedAt(error);
    throw error;
  }
}

/** Codes by which AWS says that no resource can have such a name. */
const IMPOSSIBLE = /^(InvalidParameter|Validation|InvalidInput|InvalidRequest|InvalidArn|InvalidARN)/;

/** A look that failed. A value that AWS calls impossible is wrong; everything else tells nothing about the value. */
export function notLookedAt(error: AwsCallError): Found {
  return IMPOSSIBLE.test(error.code)
    ? failed(`AWS has no such value: ${error.message}`, 'Correct the value: AWS refuses it each time.')
    : unknown(`it could not be looked at: ${error.message}`, error.fix);
}
