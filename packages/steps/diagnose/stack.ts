import type { StackState } from '@cutover/aws/stacks';
import { consoleLink } from '@cutover/domain/console';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import type { Finding } from '@cutover/domain/finding';
import { parseArn } from '@cutover/domain/identity/arn';
import type { SummarySection } from '@cutover/domain/outcome';
import {
  firstFailure,
  inProgress,
  isSettled,
  latestOperation,
  rootFailures,
  type StackEvent,
} from '@cutover/domain/stack';
import type { Questions } from './questions.ts';

/** CloudFormation waits for most resources less than this, in milliseconds; databases and distributions take longer. */
const LONG_MS = 10 * 60_000;
const HOUR_MS = 60 * 60_000;

/** Signs and causes of a stack's trouble. */
export interface StackDiagnosis {
  readonly stack: StackState;
  /** Symptoms in words; empty for a sound stack. */
  readonly signs: readonly string[];
  readonly findings: readonly Finding[];
  readonly sections: readonly SummarySection[];
  /** The newest service that the operation made or waits for. */
  readonly service: { readonly cluster: string; readonly service: string } | undefined;
}

/** Looks at a stack, and at the events of its newest operation where that failed or goes on; undefined when there is none. */
export async function diagnoseStack(questions: Questions, name: string): Promise<StackDiagnosis | undefined> {
  const { aws, clock } = questions.world;
  const stack = await questions.need('stack', async () => await aws.stacks.describe(name));
  if (stack === undefined) return undefined;
  const { status } = stack;
  const isSound = isSettled(status) && status.endsWith('_COMPLETE') && !status.includes('ROLLBACK');
  if (isSound) return { stack, signs: [], findings: [], sections: [], service: undefined };
  const all = await questions.ask(
    'events of the stack',
    async () => await aws.stacks.events(stack.id, new Set()),
  );
  const events = latestOperation(all ?? []);
  const service = serviceIn(events);
  const now = clock.now();
  // The stack is as it was before; the failure is told for as long as people look for it.
  const isOver = status === 'UPDATE_ROLLBACK_COMPLETE' && (events.at(-1)?.at ?? now) < now - HOUR_MS;
  if (isOver) return { stack, signs: [], findings: [], sections: [], service };
  return isSettled(status)
    ? { ...failedStack(aws.region, stack, events), stack, service }
    : { ...busyStack(aws.region, stack, events, now), stack, service };
}

/** The roots of a failed operation, and how the stack gets out of its state. */
function failedStack(
  region: string,
  stack: StackState,
  events: readonly StackEvent[],
): Pick<StackDiagnosis, 'signs' | 'findings' | 'sections'> {
  const { name, status } = stack;
  const roots = rootFailures(events);
  const known = diagnose(
    roots.map(({ reason = '', resource }) => ({
      source: 'cloudformation:DescribeStackEvents ResourceStatusReason' as const,
      text: reason,
      subject: resource,
    })),
  );
  const first = firstFailure(events);
  const said =
    first === undefined
      ? (stack.statusReason ?? 'CloudFormation gives no reason')
      : `${first.resource} (${first.resourceType}): ${first.reason ?? first.status}`;
  return {
    signs: [`stack ${name} is in ${status}`],
    findings: [
      ...known,
      {
        id: 'stack-failed',
        certainty: 'possible',
        what: `Stack ${name} is in ${status}. First failure: ${said.replace(/\.$/, '')}.`,
        evidence: [`cloudformation:DescribeStackEvents: ${said}`],
        fix: wayOut(name, status),
        link: consoleLink(region, { kind: 'stack', id: stack.id }),
      },
    ],
    sections: failuresSection(roots),
  };
}

/** The resource for which a stack waits. */
function busyStack(
  region: string,
  stack: StackState,
  events: readonly StackEvent[],
  now: number,
): Pick<StackDiagnosis, 'signs' | 'findings' | 'sections'> {
  const { name, status } = stack;
  const [longest] = inProgress(events);
  const since = longest?.at ?? events[0]?.at ?? now;
  const roots = rootFailures(events);
  // A rollback under way has a cause already.
  if (roots.length > 0) return failedStack(region, stack, events);
  if (now - since < LONG_MS) return { signs: [], findings: [], sections: [] };
  const minutes = Math.round((now - since) / 60_000);
  const waits = longest === undefined ? 'a resource' : `${longest.resource} (${longest.resourceType})`;
  return {
    signs: [`stack ${name} is in ${status}, and waits for ${waits} for ${minutes} minutes`],
    findings: [
      {
        id: 'stack-waits',
        certainty: 'possible',
        what: `Stack ${name} waits for ${waits} for ${minutes} minutes.`,
        evidence: [`cloudformation:DescribeStackEvents: ${waits} is ${longest?.status ?? status}`],
        fix: `Mend the resource, or end the wait: aws cloudformation cancel-update-stack --stack-name ${name} (an update), or delete the stack (its creation).`,
        link: consoleLink(region, { kind: 'stack', id: stack.id }),
      },
    ],
    sections: [],
  };
}

/** How a stack gets out of a state in which it can't be updated, or out of a failed operation. */
function wayOut(name: string, status: string): string {
  switch (status) {
    case 'UPDATE_ROLLBACK_FAILED':
      return `Mend the resource, then: aws cloudformation continue-update-rollback --stack-name ${name} (with --resources-to-skip for what can’t be restored).`;
    case 'ROLLBACK_COMPLETE':
    case 'ROLLBACK_FAILED':
    case 'CREATE_FAILED':
      return `Mend the first failure, delete the remains (aws cloudformation delete-stack --stack-name ${name}) and create the stack again; deploy-stack does both.`;
    case 'DELETE_FAILED':
      return `Empty what is not empty, lift what protects it, then: aws cloudformation delete-stack --stack-name ${name}`;
    default:
      return 'Mend the first failure, and run the update again.';
  }
}

function failuresSection(roots: readonly StackEvent[]): readonly SummarySection[] {
  if (roots.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Resources that failed',
      header: ['Resource', 'Type', 'Reason'],
      rows: roots
        .slice(0, 10)
        .map(({ reason = '', resource, resourceType }) => [resource, resourceType, reason]),
    },
  ];
}

/** The service that the operation touched last. */
function serviceIn(events: readonly StackEvent[]): StackDiagnosis['service'] {
  const arn = events.findLast(
    ({ physicalId, resourceType }) => resourceType === 'AWS::ECS::Service' && physicalId !== '',
  )?.physicalId;
  const [, cluster, service] = /^service\/([^/]+)\/([^/]+)$/.exec(parseArn(arn ?? '')?.resource ?? '') ?? [];
  return cluster === undefined || service === undefined ? undefined : { cluster, service };
}
