import type { WaitUntil } from '@cutover/domain/deployment-budget';
import type { JsonObject } from '@cutover/domain/json';
import type { Inputs } from '@cutover/domain/inputs';
import type { inputs } from './inputs.ts';

export type PreflightInputs = Inputs<typeof inputs>;

/** Which task definition the tasks would run. */
export type Wanted =
  | { readonly kind: 'serving' }
  | { readonly kind: 'revision'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  /** Read already; `from` says from what. A stack may fill in what it leaves out. */
  | { readonly kind: 'definition'; readonly from: string; readonly definition: JsonObject };

/** What a preflight is asked to look at. */
export interface Request {
  readonly stack: string | undefined;
  readonly cluster: string | undefined;
  readonly service: string | undefined;
  readonly application: string | undefined;
  readonly group: string | undefined;
  readonly config: string | undefined;
  readonly wanted: Wanted;
  readonly container: { readonly name: string | undefined; readonly port: number | undefined };
  /** The image that the container would run, in place of the definition's. */
  readonly image: string | undefined;
  /** Ids of items that are left out. */
  readonly skip: readonly string[];
  /** Undefined: those of the deployment group; empty: none. */
  readonly alarms: readonly string[] | undefined;
  readonly onActive: 'wait' | 'stop' | 'finish' | 'fail';
  readonly waitUntil: WaitUntil;
  readonly waitMinutes: number | undefined;
  readonly allowZeroTasks: boolean;
}
