import type { Environment } from '@cutover/domain/environment';
import type { JsonObject } from '@cutover/domain/text/json';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { WaitUntil } from '@cutover/domain/deployment/budget';
import type { World } from '../world.ts';
import type { RuleBook } from './ruled.ts';

/** AWS's answers for an engine's own checks; each call is made once. */
export interface CheckFacts {
  readonly aws: World['aws'];
  readonly request: {
    /** Undefined: the usual alarms; empty: none. */
    readonly alarms: readonly string[] | undefined;
    readonly onActive: 'wait' | 'stop' | 'finish' | 'fail';
    readonly waitUntil: WaitUntil;
    readonly waitMinutes: number | undefined;
  };
  environment(): Promise<Environment>;
  /** @throws ConfigurationError when cluster or service are not there */
  service(): Promise<ServiceState>;
  /** The tasks' definition. @throws ConfigurationError when there is no such revision */
  definition(): Promise<JsonObject>;
  /** `arn:aws:SERVICE:REGION:ACCOUNT:resource` in the account of the credentials. */
  arn(service: string, resource: string): Promise<string>;
  /** The rule book of the service's engine. */
  readonly book: RuleBook;
}

/** The same promise for everybody who asks. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}
