import type { StackState } from '@cutover/aws/stacks';
import { consoleLink } from '@cutover/domain/console';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import type { Outcome, OutputValues, SummarySection } from '@cutover/domain/outcome';
import { firstFailure, type StackChange } from '@cutover/domain/stack';
import { changesMarkdown, changesTable } from './changes.ts';
import type { Operation } from './operation.ts';

/** The stack's own outputs stand beside these under their own names. */
export type StackOutputs = OutputValues & {
  readonly 'stack-id': string | undefined;
  readonly status: string | undefined;
  readonly 'has-changes': boolean | undefined;
  readonly 'changes-markdown': string | undefined;
  /** JSON object of all outputs of the stack. */
  readonly outputs: string | undefined;
};

type Result = Outcome<StackOutputs>;

export function outputsOf(
  stack: StackState | undefined,
  changes: readonly StackChange[] | undefined,
): StackOutputs {
  return {
    ...stack?.outputs,
    'stack-id': stack?.id,
    status: stack?.status,
    'has-changes': changes === undefined ? undefined : changes.length > 0,
    'changes-markdown': changes === undefined || changes.length === 0 ? undefined : changesMarkdown(changes),
    outputs: stack === undefined ? undefined : JSON.stringify(stack.outputs),
  };
}

function summaryOf(changes: readonly StackChange[] | undefined): { summary?: readonly SummarySection[] } {
  return changes === undefined || changes.length === 0 ? {} : { summary: [changesTable(changes)] };
}

function linkOf(region: string, stack: StackState | undefined): { link?: string } {
  return stack === undefined ? {} : { link: consoleLink(region, { kind: 'stack', id: stack.id }) };
}

export function succeeded(headline: string, stack: StackState, changes: readonly StackChange[]): Result {
  return { kind: 'succeeded', headline, outputs: outputsOf(stack, changes), ...summaryOf(changes) };
}

export function unchanged(
  headline: string,
  stack: StackState | undefined,
  changes: readonly StackChange[],
): Result {
  return { kind: 'unchanged', headline, outputs: outputsOf(stack, changes), ...summaryOf(changes) };
}

export function failed(
  headline: string,
  remedy: string,
  region: string,
  stack: StackState | undefined,
  changes?: readonly StackChange[],
): Result {
  return {
    kind: 'failed',
    headline,
    remedy,
    findings: diagnose([{ source: 'cloudformation:CreateChangeSet error.message', text: headline }]),
    outputs: outputsOf(stack, changes),
    ...summaryOf(changes),
    ...linkOf(region, stack),
  };
}

/** An operation that did not end in CREATE_COMPLETE or UPDATE_COMPLETE. */
export function operationFailed(
  operation: Operation,
  name: string,
  region: string,
  changes: readonly StackChange[],
): Result {
  const { stack, events } = operation;
  const status = stack?.status ?? 'DELETE_COMPLETE';
  const failure = firstFailure(events);
  const wentBack = status === 'UPDATE_ROLLBACK_COMPLETE';
  const said =
    failure === undefined
      ? (stack?.statusReason ?? '')
      : `${failure.resource} (${failure.resourceType}): ${failure.reason ?? failure.status}`;
  return {
    kind: wentBack || status === 'ROLLBACK_COMPLETE' ? 'rolledBack' : 'failed',
    headline: `Stack ${name} ended in ${status}.${said === '' ? '' : ` First failure: ${said}`}`,
    findings: diagnose(
      events
        .filter(({ status: one, reason }) => one.endsWith('_FAILED') && reason !== undefined)
        .map(({ resource, reason = '' }) => ({
          source: 'cloudformation:DescribeStackEvents ResourceStatusReason',
          text: reason,
          subject: resource,
        })),
    ),
    remedy: wentBack
      ? 'The stack is as it was before. Mend the first failure and run the job again.'
      : status === 'ROLLBACK_COMPLETE'
        ? 'The new stack was taken back. Mend the first failure and run the job again: the remains are deleted first.'
        : `Mend the first failure. ${blockedRemedy(status)}`,
    outputs: outputsOf(stack, changes),
    ...summaryOf(changes),
    ...linkOf(region, stack),
  };
}

/** How a stack gets out of a state in which it can't be updated. */
export function blockedRemedy(status: string): string {
  switch (status) {
    case 'UPDATE_ROLLBACK_FAILED':
      return 'Run aws cloudformation continue-update-rollback for the stack (with --resources-to-skip for what can’t be restored), then run the job again.';
    case 'ROLLBACK_FAILED':
    case 'DELETE_FAILED':
      return 'Delete the stack in the console (resources that can’t be deleted may be kept), then run the job again.';
    default:
      return 'Run the job again.';
  }
}

export function timedOut(
  name: string,
  reason: string,
  minutes: number,
  region: string,
  stack: StackState | undefined,
  changes?: readonly StackChange[],
): Result {
  return {
    kind: 'timedOut',
    headline: `Stack ${name} is still ${reason} after ${minutes} minutes.`,
    findings: [],
    remedy: 'CloudFormation goes on by itself. Watch the stack in the console, or raise wait-for-minutes.',
    outputs: outputsOf(stack, changes),
    ...summaryOf(changes),
    ...linkOf(region, stack),
  };
}

export function cancelled(
  name: string,
  running: boolean,
  region: string,
  stack: StackState | undefined,
): Result {
  return {
    kind: 'cancelled',
    headline: running
      ? `Cancelled while stack ${name} was being changed.`
      : 'Cancelled before anything was changed.',
    findings: [],
    remedy: running
      ? 'CloudFormation goes on by itself, or rolls back by itself. Running the job again waits for it first.'
      : 'Run the job again.',
    outputs: outputsOf(stack, undefined),
    ...linkOf(region, stack),
  };
}
