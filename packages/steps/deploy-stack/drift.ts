import type { StackDrift } from '@cutover/aws/stacks';
import type { Outcome } from '@cutover/domain/outcome';
import { wait } from '@cutover/domain/wait';
import { isSettled } from '@cutover/domain/stack';
import { changedSoFar, type Job } from './job.ts';
import { failed, outputsOf, timedOut, type StackOutputs } from './outcomes.ts';
import { settled } from './settle.ts';
import { readMadeTemplate } from './template.ts';
import { unfinished } from './unfinished.ts';

type Result = Outcome<StackOutputs>;

/** Values are cut: they are to be recognised, not read. */
const LONGEST = 120;

/** Properties whose values may be secrets. */
const SECRET = /pass(word|wd|phrase)|secret|token|credential|private|api_?key/i;

/**
 * Compares the stack's resources with what is live and lists every property that differs. Nothing is changed or reverted:
 * CloudFormation would write the listeners of its last update back.
 */
export async function showDrift(job: Job): Promise<Result> {
  const { given, pace, world } = job;
  const { aws, clock, signal } = world;
  const { name } = given;
  const now = await settled(job);
  if (now.kind === 'ended') return now.outcome;
  const { stack } = now;
  if (stack === undefined || !isSettled(stack.status) || stack.status === 'REVIEW_IN_PROGRESS')
    return failed(
      stack === undefined
        ? `There is no stack ${name} in ${aws.region}.`
        : `Stack ${name} was never created, so there is nothing to compare.`,
      `${changedSoFar(job)} Create the stack first, or correct its name.`,
      aws.region,
      stack,
    );
  const template = readMadeTemplate(await aws.stacks.template(name), `the template of ${name}`);
  const detection = await aws.stacks.detectDrift(name);
  const result = await wait(
    async () => {
      const { reason, status } = await aws.stacks.driftDetection(detection);
      return status === 'DETECTION_IN_PROGRESS'
        ? { state: 'pending', reason: status }
        : { state: 'done', value: { reason, status } };
    },
    { clock, signal, deadline: pace.deadline, intervalMs: pace.intervalMs },
  );
  if (result.kind === 'timedOut')
    return timedOut(
      name,
      given['wait-for-minutes'],
      aws.region,
      await unfinished({ stack, events: [] }, world),
      undefined,
      'being compared with what is live',
    );
  const { reason, status } = result.value;
  const drifts = await aws.stacks.drifts(name);
  if (status === 'DETECTION_FAILED') {
    if (drifts.length === 0)
      return failed(
        `CloudFormation could not compare stack ${name} with what is live: ${reason}`,
        `${changedSoFar(job)} The role of the job, or of the stack, needs the rights to read the resources.`,
        aws.region,
        stack,
      );
    world.progress.report({ type: 'warning', what: `Some resources could not be compared: ${reason}` });
  }
  const rows = drifts.flatMap((drift) =>
    rowsOf(drift, template.frozenServices.size > 0 || template.familyOf(drift.resource) !== undefined).map(
      (row) => ({ ...row, drift }),
    ),
  );
  const foreign = rows.filter(({ expected }) => !expected);
  const resources = new Set(foreign.map(({ drift }) => drift.resource)).size;
  const left = rows.length - foreign.length;
  return {
    kind: 'unchanged',
    what: `${
      foreign.length === 0
        ? `Stack ${name} is as its template says.`
        : `Stack ${name} differs from its template in ${foreign.length} propert${foreign.length === 1 ? 'y' : 'ies'} of ${resources} resource${resources === 1 ? '' : 's'}.`
    }${left === 0 ? '' : ` ${left} difference${left === 1 ? ' is' : 's are'} what a deployment leaves behind.`}`,
    outputs: { ...outputsOf(stack, undefined), 'has-drift': foreign.length > 0 },
    ...(rows.length === 0
      ? {}
      : {
          summary: [
            {
              kind: 'table',
              title: 'Drift',
              header: ['Resource', 'Type', 'Property', 'Template', 'Live', 'Cause'],
              rows: rows
                .toSorted((a, b) => Number(a.expected) - Number(b.expected))
                .map(({ cells, drift, expected }) => [
                  drift.resource,
                  drift.type,
                  ...cells,
                  expected ? 'a deployment; leave it' : 'changed outside the stack',
                ]),
            },
          ],
        }),
  };
}

interface DriftRow {
  /** Property, value of the template, live value. */
  readonly cells: readonly [string, string, string];
  /** A deployment did that. */
  readonly expected: boolean;
}

function rowsOf({ differences, resource, status, type }: StackDrift, deployed: boolean): readonly DriftRow[] {
  if (status === 'DELETED') return [{ cells: ['(the resource)', resource, 'deleted'], expected: false }];
  return differences.map(({ actual, expected, path }) => ({
    cells: [path, shown(path, expected), shown(path, actual)],
    expected: deployed && isOfDeployment(type, path),
  }));
}

/** Properties that every shift changes: the groups behind a listener or a rule, and the revision of the service. */
function isOfDeployment(type: string, path: string): boolean {
  switch (type) {
    case 'AWS::ElasticLoadBalancingV2::Listener':
    case 'AWS::ElasticLoadBalancingV2::ListenerRule':
      return /^\/(Default)?Actions\/.*(Weight|TargetGroupArn|TargetGroups\/\d+)$/.test(path);
    case 'AWS::ECS::Service':
      return /^\/(TaskDefinition|LoadBalancers|PlatformVersion|NetworkConfiguration|CapacityProviderStrategy|DesiredCount)(\/|$)/.test(
        path,
      );
    default:
      return false;
  }
}

function shown(path: string, value: string): string {
  if (SECRET.test(path) || SECRET.test(value)) return '(hidden)';
  return value.length <= LONGEST ? value : `${value.slice(0, LONGEST)}…`;
}
