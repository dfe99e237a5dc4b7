import type { StackState } from '@cutover/aws/stacks';
import { consoleLink } from '@cutover/domain/console';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { environmentFromOutputs } from '@cutover/domain/environment';
import type { Outcome, OutputKinds, OutputsOf, SummarySection } from '@cutover/domain/outcome';
import { runbook, runbookFacts } from '@cutover/domain/runbook';
import { firstFailure, rootFailures, type StackChange, type StackEvent } from '@cutover/domain/stack';
import { changesMarkdown, changesTable } from './changes.ts';
import type { Operation } from './operation.ts';
import type { StuckService } from './stuck-service.ts';

/** Outputs of `deploy-stack`. Those of the stack stand beside these under their own names. */
export const OUTPUTS = {
  'stack-id': 'string',
  status: 'string',
  'has-changes': 'boolean',
  'changes-markdown': 'string',
  /** Name of the change set that waits for a review. */
  'change-set': 'string',
  /** Whether the stack differs from its template; told by mode drift alone. */
  'has-drift': 'boolean',
  /** JSON object of all outputs of the stack. */
  outputs: 'string',
} as const satisfies OutputKinds;

export type StackOutputs = OutputsOf<typeof OUTPUTS>;

type Result = Outcome<StackOutputs>;

export function outputsOf(
  stack: StackState | undefined,
  changes: readonly StackChange[] | undefined,
  waiting?: string,
): StackOutputs {
  return {
    ...stack?.outputs,
    'stack-id': stack?.id,
    status: stack?.status,
    'has-changes': changes === undefined ? undefined : changes.length > 0,
    'changes-markdown': changes === undefined || changes.length === 0 ? undefined : changesMarkdown(changes),
    'change-set': waiting,
    'has-drift': undefined,
    outputs: stack === undefined ? undefined : JSON.stringify(stack.outputs),
  };
}

function summaryOf(changes: readonly StackChange[] | undefined): { summary?: readonly SummarySection[] } {
  if (changes === undefined || changes.length === 0) return {};
  const table = changesTable(changes);
  // A long list of what is new needs no reader; whatever is modified or removed does.
  const isNew = changes.length > 12 && changes.every(({ action }) => action === 'Add');
  return {
    summary: [isNew ? { ...table, title: `${changes.length} new resources`, folded: true } : table],
  };
}

function linkOf(region: string, stack: StackState | undefined): { link?: string } {
  return stack === undefined ? {} : { link: consoleLink(region, { kind: 'stack', id: stack.id }) };
}

export function succeeded(what: string, stack: StackState, changes: readonly StackChange[]): Result {
  return {
    kind: 'succeeded',
    what,
    outputs: outputsOf(stack, changes),
    summary: [...(summaryOf(changes).summary ?? []), ...outputTable(stack), ...commands(stack)],
  };
}

/** Commands for the service that the stack's outputs name. */
function commands(stack: StackState | undefined): readonly SummarySection[] {
  if (stack === undefined) return [];
  const { CapacityProviderStrategy: strategy = '', ...outputs } = stack.outputs;
  const read = environmentFromOutputs(stack.name, outputs);
  if ('missing' in read) return [];
  const region = stack.id.split(':')[3] ?? '';
  const { BlueTargetGroupArn: blue, DatabaseEndpoint: host, DatabasePort: port } = outputs;
  return [
    runbook({
      ...runbookFacts(region, read.environment),
      fargate: strategy.includes('"FARGATE'),
      targetGroups: [blue, outputs['GreenTargetGroupArn']].filter((one) => one !== undefined),
      database: host === undefined || port === undefined ? undefined : { host, port },
    }),
  ];
}

/** The stack's outputs that are no JSON: names, ARNs and addresses that other jobs need. */
function outputTable(stack: StackState | undefined): readonly SummarySection[] {
  const rows = Object.entries(stack?.outputs ?? {}).filter(
    ([, value]) => value !== '' && !/^[[{]/.test(value),
  );
  if (rows.length === 0) return [];
  return [{ kind: 'table', title: 'Outputs of the stack', header: ['Output', 'Value'], rows, folded: true }];
}

export function unchanged(
  what: string,
  stack: StackState | undefined,
  changes: readonly StackChange[],
  waiting?: string,
): Result {
  return {
    kind: 'unchanged',
    what,
    outputs: outputsOf(stack, changes, waiting),
    summary: [...(summaryOf(changes).summary ?? []), ...outputTable(stack), ...commands(stack)],
  };
}

export function failed(
  what: string,
  fix: string,
  region: string,
  stack: StackState | undefined,
  changes?: readonly StackChange[],
): Result {
  return {
    kind: 'failed',
    what,
    fix,
    findings: diagnose([{ source: 'cloudformation:CreateChangeSet error.message', text: what }]),
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
  const { events, service, stack } = operation;
  const status = stack?.status ?? 'DELETE_COMPLETE';
  const failure = firstFailure(events);
  const wentBack = status === 'UPDATE_ROLLBACK_COMPLETE';
  const said =
    failure === undefined
      ? (stack?.statusReason ?? '')
      : `${failure.resource} (${failure.resourceType}): ${failure.reason ?? failure.status}`;
  return {
    kind: wentBack || status === 'ROLLBACK_COMPLETE' ? 'rolledBack' : 'failed',
    what: `Stack ${name} ended in ${status}.${said === '' ? '' : ` First failure: ${said}`}${
      service.sentence === '' ? '' : ` Its tasks don’t start: ${service.sentence}`
    }`,
    // A resource that was given up because of another one explains nothing.
    findings: [
      ...service.findings,
      ...diagnose(
        rootFailures(events).map(({ resource, reason = '' }) => ({
          source: 'cloudformation:DescribeStackEvents ResourceStatusReason',
          text: reason,
          subject: resource,
        })),
      ),
    ],
    fix: wentBack
      ? 'The stack is as it was before. Mend the first failure and run the job again.'
      : status === 'ROLLBACK_COMPLETE'
        ? 'The new stack was taken back. Mend the first failure and run the job again: the remains are deleted first.'
        : `Mend the first failure. ${blockedRemedy(status)}`,
    outputs: outputsOf(stack, changes),
    summary: [
      ...(failure === undefined || failure.isStack ? [] : [eventsTable(failure.resource, events)]),
      ...(summaryOf(changes).summary ?? []),
    ],
    ...linkOf(region, stack),
  };
}

/** Everything that happened to one resource. */
function eventsTable(resource: string, events: readonly StackEvent[]): SummarySection {
  return {
    kind: 'table',
    title: `Events of ${resource}`,
    header: ['Status', 'Physical id', 'Said'],
    rows: events
      .filter((event) => event.resource === resource && !event.isStack)
      .map(({ physicalId, reason = '', status }) => [status, physicalId, reason]),
  };
}

/** How a stack gets out of a state in which it can't be updated. */
export function blockedRemedy(status: string): string {
  switch (status) {
    case 'UPDATE_ROLLBACK_FAILED':
      return 'Run aws cloudformation continue-update-rollback for the stack (with --resources-to-skip for what can’t be restored), then run the job again.';
    case 'ROLLBACK_FAILED':
    case 'DELETE_FAILED':
      return 'Run the job with mode: delete once nothing stands in the way: empty what is not empty, lift deletion protection. Or delete the stack in the console, where resources that can’t be deleted may be kept. Then run the job again.';
    default:
      return 'Run the job again.';
  }
}

/** Resources that were still in progress when the wait was over. */
export interface Unfinished {
  /** As the stack is now. */
  readonly stack: StackState | undefined;
  /** The resources that CloudFormation is working on. */
  readonly working: readonly StackEvent[];
  /** Why the tasks of a service among them don't start. */
  readonly service: StuckService;
}

/** @param doing what the stack is doing, where its status doesn't say it */
export function timedOut(
  name: string,
  minutes: number,
  region: string,
  { service, stack, working }: Unfinished,
  changes?: readonly StackChange[],
  doing = stack?.status ?? 'gone',
): Result {
  const on = working
    .slice(0, 3)
    .map(({ resource, resourceType, status }) => `${resource} (${resourceType}) is ${status}`)
    .join(', ');
  return {
    kind: 'timedOut',
    what: `Stack ${name} is still ${doing} after ${minutes} minutes${on === '' ? '' : `: ${on}`}.${
      service.sentence === '' ? '' : ` Its tasks don’t start: ${service.sentence}`
    }`,
    findings: service.findings,
    fix:
      service.sentence === ''
        ? 'CloudFormation goes on by itself. Watch the stack in the console, or raise wait-for-minutes.'
        : 'Mend why the tasks don’t start; CloudFormation goes on waiting for them, and goes back by itself when it gives up.',
    outputs: outputsOf(stack, changes),
    summary: [
      ...(summaryOf(changes).summary ?? []),
      ...(working.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              title: 'In progress',
              header: ['Resource', 'Type', 'Status', 'Said'],
              rows: working.map((one) => [one.resource, one.resourceType, one.status, one.reason ?? '']),
            },
          ]),
    ],
    ...linkOf(region, stack),
  };
}

export function cancelled(
  name: string,
  running: boolean,
  region: string,
  /** As the step saw it first. */
  before: StackState | undefined,
  /** As it is now; undefined when that can't be read any more. */
  now: StackState | undefined,
  /** Earlier changes of the run, as whole sentences. */
  done: readonly string[],
): Result {
  return {
    kind: 'cancelled',
    what: running
      ? `Cancelled while stack ${name} was being changed.`
      : done.length === 0
        ? 'Cancelled before anything was changed.'
        : `Cancelled. ${done.join(' ')} Nothing else was changed.`,
    findings: [],
    fix: running
      ? 'CloudFormation goes on by itself, or rolls back by itself. Running the job again waits for it first.'
      : 'Run the job again.',
    // The state before the operation says nothing about the state now.
    outputs: { ...outputsOf(now, undefined), 'stack-id': before?.id },
    ...linkOf(region, before),
  };
}
