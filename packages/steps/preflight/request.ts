import type { EngineKind } from '../deployment/engine-kind.ts';
import type { EngineOptions } from '../deployment/engine-inputs.ts';
import type { WantedContainer, WantedGate } from '../rules/rule.ts';
import type { WaitUntil } from '@cutover/domain/deployment/budget';
import type { JsonObject } from '@cutover/domain/text/json';
import type { Inputs } from '@cutover/domain/inputs/input';
import type { inputs } from './inputs.ts';

export type PreflightInputs = Inputs<typeof inputs>;

/** Which task definition the tasks would run. */
export type WantedTasks =
  | { readonly kind: 'serving' }
  | { readonly kind: 'revision'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  /** Read already; `from` says from what. A stack may fill in what it leaves out. */
  | { readonly kind: 'definition'; readonly from: string; readonly definition: JsonObject };

/** Subject of a preflight. */
export interface PreflightRequest {
  /** Engines that the deployment may use. */
  readonly among: readonly EngineKind[];
  readonly stack: string | undefined;
  readonly cluster: string | undefined;
  readonly service: string | undefined;
  /** Inputs that only the engine reads. */
  readonly engine: EngineOptions;
  readonly wanted: WantedTasks;
  /** Container and port that traffic would go to, where the user says them. */
  readonly container: WantedContainer;
  /** The image that the container would run, in place of the definition's. */
  readonly image: string | undefined;
  /** Values for `${NAME}` in the file. */
  readonly variables: ReadonlyMap<string, string>;
  /** Ids of items that are left out. */
  readonly skip: readonly string[];
  /** Undefined: the usual ones; empty: none. */
  readonly alarms: readonly string[] | undefined;
  readonly onActive: 'wait' | 'stop' | 'finish' | 'fail';
  readonly gate: WantedGate | undefined;
  readonly waitUntil: WaitUntil;
  readonly waitMinutes: number | undefined;
  readonly allowZeroTasks: boolean;
}
