import type { StackState } from '@cutover/aws/stacks';
import type { World } from '../world.ts';
import type { ChangeSet } from './change-set-kinds.ts';
import type { StackInputs } from './inputs.ts';
import type { Pace } from './operation.ts';

/** How far a run has come, for messages that say what was changed and for a cancellation. */
export interface Running {
  stack: StackState | undefined;
  changeSet?: ChangeSet;
  /** Whether CloudFormation works on an operation of this run. */
  executing: boolean;
  /** Changes that this run has made already, as whole sentences. */
  readonly done: string[];
}

/** One run of the action. */
export interface Job {
  readonly given: StackInputs;
  readonly pace: Pace;
  readonly world: World;
  readonly state: Running;
}

/** Whether the run only shows what it would do. */
export function isPreview({ given }: Job): boolean {
  return given.mode === 'preview' || given['dry-run'];
}

/** Changes of the run so far, for the beginning of a fix. */
export function changedSoFar({ state }: Pick<Job, 'state'>): string {
  return state.done.length === 0
    ? 'Nothing was changed.'
    : `${state.done.join(' ')} Nothing else was changed.`;
}
