import type { ChildProcess } from 'node:child_process';
import type { Account } from './account.ts';

/** A moment of a step's life: known by what was called, or reached by moving AWS time. */
export type Moment =
  | { readonly kind: 'start' }
  /** Once that operation was called. */
  | { readonly kind: 'called'; readonly operation: string }
  | { readonly kind: 'reached'; readonly reach: (account: Account) => Promise<void> };

/** One step in one situation: what faults are set on, and what must come of it. */
export interface Scene {
  /** The column: `before create`. */
  readonly name: string;
  readonly step: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Brings the account to where the step begins. */
  readonly prepare?: (account: Account) => Promise<void>;
  /** From here on faults strike … */
  readonly from: Moment;
  /** … calls that a run without faults makes before this; default: its end. */
  readonly to?: Moment;
  /** What happens in that moment, while AWS time stands still. */
  readonly meanwhile?: (account: Account, step: ChildProcess, over: () => boolean) => Promise<void>;
  /** The revision that serves when the step has done what it should. */
  readonly wanted: string;
  /** What serves when it could not: the old version, or whatever it would be without the step. */
  readonly otherwise: 'old' | 'as without the step';
  /** True when the step has to fail even without a fault, with a cause of its own. */
  readonly cause?: RegExp;
}

export const OLD = 'web:1';

const shift: Moment = {
  kind: 'reached',
  reach: async (account) => {
    await account.moveToShift();
  },
};
const created: Moment = { kind: 'called', operation: 'CreateDeployment' };
const POLL = { cluster: 'shop', service: 'web', 'poll-interval-seconds': '0.05' };

const deploying = {
  step: 'blue-green-codedeploy',
  inputs: { ...POLL, 'task-definition-arn': 'web:2' },
  wanted: 'web:2',
  otherwise: 'old',
} as const;

/** blue-green-codedeploy, from the first call to the end of a rollback. */
export const DEPLOYMENT: readonly Scene[] = [
  { ...deploying, name: 'before create', from: { kind: 'start' }, to: created },
  { ...deploying, name: 'after create', from: created, to: shift },
  { ...deploying, name: 'mid-shift', from: shift },
  {
    ...deploying,
    name: 'during rollback: crash loop',
    inputs: { ...deploying.inputs, 'task-definition-arn': 'web:3', 'max-failed-tasks': '2' },
    from: { kind: 'called', operation: 'StopDeployment' },
    cause: /exit code 3|tasks failed/,
  },
  {
    ...deploying,
    name: 'during rollback: alarm',
    from: {
      kind: 'reached',
      reach: async (account) => {
        await account.moveToShift();
        await account.alarm();
      },
    },
    cause: /alarm/,
  },
  {
    ...deploying,
    name: 'during rollback: cancelled',
    from: shift,
    meanwhile: async (account, step, over) => {
      step.kill('SIGINT');
      // A canary of a minute is not over within the seconds in which a cancelled step tries again.
      await account.rest(() =>
        over() ||
        account.calls.some(({ operation, status }) => operation === 'StopDeployment' && status === 200)
          ? true
          : undefined,
      );
    },
    cause: /[Cc]ancelled/,
  },
];
