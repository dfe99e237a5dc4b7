import type { ChildProcess } from 'node:child_process';
import type { ActionResult } from '@cutover/runner/run-action';
import { CONFIG, type Account, type AccountOptions } from './account.ts';

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
  /** Files of the workspace, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly account?: AccountOptions;
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
  /** The revision that serves when it could not; undefined: whatever would serve without the step. */
  readonly old: string | undefined;
  /** Most deployments that the step may make; default 1. */
  readonly deployments?: number;
  /** AWS time stands still until the step has ended, or has stopped a deployment. */
  readonly rests?: true;
  /** True when the step has to fail even without a fault, with a cause of its own. */
  readonly cause?: RegExp;
  /** What else must not be when AWS has come to rest, in sentences. */
  readonly check?: (account: Account, result: ActionResult) => Promise<readonly string[]>;
}

export const shift: Moment = {
  kind: 'reached',
  reach: async (account) => {
    await account.moveToShift();
  },
};
export const created: Moment = { kind: 'called', operation: 'CreateDeployment' };
export const POLL = { cluster: 'shop', service: 'web', 'poll-interval-seconds': '0.05' };

export const deploying = {
  step: 'blue-green-codedeploy',
  inputs: { ...POLL, 'task-definition-arn': 'web:2', 'suspend-auto-scaling': 'true' },
  wanted: 'web:2',
  old: 'web:1',
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
      await account.rest(() => (over() || account.stops ? true : undefined));
    },
    cause: /[Cc]ancelled/,
  },
];

/** `web:2` replaced `web:1`, both by a deployment of their own. */
async function released(account: Account): Promise<void> {
  for (const revision of ['web:1', 'web:2']) {
    await account.deploy(revision, 'CodeDeployDefault.ECSAllAtOnce');
    await account.calm();
  }
}

export const goingBack = {
  step: 'rollback',
  inputs: { ...POLL, 'codedeploy-deployment-config': CONFIG },
  prepare: released,
  wanted: 'web:1',
  old: 'web:2',
} as const;

/** rollback: a deployment of its own, and the taking back of one that is under way. */
export const ROLLBACK: readonly Scene[] = [
  { ...goingBack, name: 'before create', from: { kind: 'start' }, to: created },
  { ...goingBack, name: 'after create', from: created, to: shift },
  { ...goingBack, name: 'mid-shift', from: shift },
  {
    ...goingBack,
    name: 'during rollback: of a deployment under way',
    prepare: async (account) => {
      await account.deploy();
      await account.moveToShift();
    },
    from: { kind: 'start' },
    rests: true,
    old: undefined,
  },
  {
    ...goingBack,
    name: 'during rollback: its own',
    from: {
      kind: 'reached',
      reach: async (account) => {
        await account.moveToShift();
        await account.stop();
      },
    },
    cause: /stopped/,
  },
];

const proving = {
  step: 'verify-target-health',
  from: { kind: 'start' },
  inputs: { ...POLL, 'task-definition-arn': 'web:1', 'wait-for-minutes': '10' },
  wanted: 'web:1',
  old: undefined,
} as const;

/** verify-target-health, which makes no deployment: what a deployment by somebody else is doing meanwhile. */
export const PROOF: readonly Scene[] = [
  { ...proving, name: 'before create' },
  {
    ...proving,
    name: 'after create',
    prepare: async (account) => {
      await account.deploy();
      await account.move(async () => ((await account.event('Install')) === 'InProgress' ? true : undefined));
    },
    rests: true,
  },
  {
    ...proving,
    name: 'mid-shift',
    inputs: { ...proving.inputs, 'task-definition-arn': 'web:2' },
    prepare: async (account) => {
      await account.deploy();
      await account.moveToShift();
    },
    wanted: 'web:2',
  },
  {
    ...proving,
    name: 'during rollback',
    prepare: async (account) => {
      await account.deploy();
      await account.moveToShift();
      await account.stop();
    },
  },
];
