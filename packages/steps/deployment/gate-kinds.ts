import type { Statuses } from '@cutover/domain/target/http-status';
import type { NoLongerReady } from './watch-ready.ts';

/** Condition for shifting production traffic, checked while the deployment waits to be continued. */
export type Gate =
  /** No condition: the user who ran the step has decided. */
  | { readonly kind: 'open' }
  | ({ readonly kind: 'health' } & Limited & {
        /** ARN; without one the target group alone is looked at. */
        readonly testListener: string | undefined;
        /** ARNs of the pair. */
        readonly targetGroups: readonly string[];
      })
  | ({ readonly kind: 'http' } & Limited & { readonly url: string; readonly statuses: Statuses })
  | ({ readonly kind: 'command' } & Limited & {
        readonly command: readonly string[];
        /** Address of the test listener, if it is known. */
        readonly url: string | undefined;
        /** Whether the command gets the AWS keys of the job's environment. */
        readonly awsCredentials: boolean;
      });

interface Limited {
  /** How long the gate may take to pass, in milliseconds. */
  readonly limitMs: number;
}

/** Result of a gate. Texts are whole sentences; `because` completes "was stopped because …". */
export type GateVerdict =
  | { readonly kind: 'passed'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly because: string }
  /** Somebody continued or stopped the deployment, its wait has run out, or its tasks keep failing. */
  | NoLongerReady;
