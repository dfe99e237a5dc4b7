import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import type { StackState } from '@cutover/aws/stacks';
import { isPreview, type Job } from './job.ts';
import { fatesOf, type Fate } from './keeping.ts';
import { followStack } from './operation.ts';
import { operationFailed, outputsOf, timedOut, type StackOutputs } from './outcomes.ts';
import { settled } from './settle.ts';
import { readMadeTemplate, type Template } from './template.ts';
import { deploymentLook, trafficOf } from './traffic.ts';
import { unfinished } from './unfinished.ts';
import type { Trouble } from '@cutover/domain/trouble';

type Result = Outcome<StackOutputs>;

/**
 * Deletes the stack, after it has shown what goes, what stays and what that costs. Without the stack's name as a
 * confirmation, and while a deployment runs, it is refused.
 */
export async function deleteStack(job: Job): Promise<Result> {
  const { given, pace, state, world } = job;
  const { aws, clock } = world;
  const { name } = given;
  const now = await settled(job);
  if (now.kind === 'ended') return now.outcome;
  const { stack } = now;
  if (stack === undefined)
    return {
      kind: 'unchanged',
      what: `There is no stack ${name} in ${aws.region}.`,
      outputs: outputsOf(undefined, undefined),
    };
  // A stack that was never created has no template and no resources.
  const isEmpty = stack.status === 'REVIEW_IN_PROGRESS';
  const resources = isEmpty ? [] : await aws.stacks.resources(stack.id);
  const template = isEmpty
    ? undefined
    : readMadeTemplate(await aws.stacks.template(name), `the template of ${name}`);
  const fates = template === undefined ? [] : fatesOf(resources, template);
  const summary = sections(fates);
  const going = fates.filter(({ kind }) => kind !== 'kept').length;
  const staying = fates.length - going;
  const plan = `${going} resource${going === 1 ? '' : 's'} would go, ${staying} would stay outside the stack`;
  const refuse = (what: string, fix: string): Result => ({
    kind: 'failed',
    what,
    fix: `Nothing was changed. ${fix}`,
    findings: diagnose([]),
    outputs: outputsOf(stack, undefined),
    summary,
  });
  if (isPreview(job))
    return {
      kind: 'unchanged',
      what: `Preview: stack ${name} would be deleted: ${plan}.`,
      outputs: outputsOf(stack, undefined),
      summary,
    };
  if (given['confirm-delete'] !== name)
    return refuse(
      `Stack ${name} is deleted only with a confirmation: ${plan}.`,
      `Read in the summary what goes and what stays; then add confirm-delete: ${name}${given['confirm-delete'] === undefined ? '' : ` (it is ${JSON.stringify(given['confirm-delete'])})`}.`,
    );
  if (stack.terminationProtection && given['termination-protection'] !== 'false')
    return refuse(
      `Stack ${name} can't be deleted: its termination protection is on.`,
      'If it may go all the same, add termination-protection: false to this run.',
    );
  const moving = template === undefined ? undefined : await runningDeployment(stack, template, job);
  if (moving !== undefined) return refuse(moving.what, moving.fix);
  const known = new Set((await aws.stacks.events(stack.id, new Set())).map(({ id }) => id));
  const token = `cutover-delete-${clock.now().toString(36)}-${Math.floor(clock.random() * 36 ** 6).toString(36)}`;
  world.signal.throwIfAborted();
  if (stack.terminationProtection) await aws.stacks.protect(stack.id, false);
  state.executing = true;
  await aws.stacks.deleteStack(stack.id, token);
  const result = await followStack(stack.id, known, token, pace, world);
  state.executing = false;
  const { value } = result;
  if (result.kind === 'timedOut')
    return timedOut(name, given['wait-for-minutes'], aws.region, await unfinished(value, world));
  if (value.stack !== undefined && value.stack.status !== 'DELETE_COMPLETE')
    return operationFailed(value, name, aws.region, []);
  const kept = fates.filter(({ kind }) => kind === 'kept').map(({ resource }) => resource.logicalId);
  return {
    kind: 'succeeded',
    what: `Stack ${name} was deleted.${kept.length === 0 ? '' : ` Kept outside the stack: ${kept.join(', ')}.`}`,
    // Outputs name resources that are gone.
    outputs: { ...outputsOf(undefined, undefined), 'stack-id': stack.id, status: 'DELETE_COMPLETE' },
    summary,
  };
}

async function runningDeployment(
  stack: StackState,
  template: Template,
  { world }: Job,
): Promise<Trouble | undefined> {
  const traffic = await trafficOf(stack, await deploymentLook(stack, template, world), world);
  return traffic.kind === 'moving' ? traffic : undefined;
}

function sections(fates: readonly Fate[]): readonly SummarySection[] {
  const rows = (kinds: readonly Fate['kind'][]): readonly Fate[] =>
    fates.filter(({ kind }) => kinds.includes(kind));
  const stays = rows(['kept', 'snapshot']);
  const goes = rows(['deleted']);
  return [
    ...(stays.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: 'Stays, and costs in USD (estimate from list prices of us-east-1, 2026, before tax)',
            header: ['Resource', 'Type', 'Id', 'Stays as', 'Cost'],
            rows: stays.map(({ cost, kind, resource }) => [
              resource.logicalId,
              resource.type,
              resource.physicalId,
              kind === 'kept' ? 'it is' : 'a snapshot',
              cost,
            ]),
          },
        ]),
    ...(goes.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: 'Goes',
            header: ['Resource', 'Type', 'Id'],
            rows: goes.map(({ resource }) => [resource.logicalId, resource.type, resource.physicalId]),
          },
        ]),
  ];
}
