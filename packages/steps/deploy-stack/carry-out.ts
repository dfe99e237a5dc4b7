import type { StackState } from '@cutover/aws/stacks';
import type { Outcome } from '@cutover/domain/outcome';
import { discard } from './change-set.ts';
import type { ChangeSet } from './change-set-kinds.ts';
import { changesText, countOf } from './changes.ts';
import { frozenServices } from './frozen-service.ts';
import { changedSoFar, isPreview, type Job } from './job.ts';
import { followStack } from './operation.ts';
import { failed, operationFailed, succeeded, timedOut, unchanged, type StackOutputs } from './outcomes.ts';
import { movedServices } from './moved-service.ts';
import { objections, permissionsOf } from './protection.ts';
import type { Template } from './template.ts';
import type { Traffic } from './traffic.ts';
import { stackNow, unfinished } from './unfinished.ts';

type Result = Outcome<StackOutputs>;

/** Facts that a change set is judged by. */
export interface Basis {
  readonly template: Template;
  /** Names of the parameters whose values it changes. */
  readonly changed: ReadonlySet<string>;
  /** Where the user gave a parameter, as in ` (production.yml:3:1)`; empty when nobody knows. */
  readonly whereIs: (parameter: string) => string;
}

type Ready = Extract<ChangeSet, { kind: 'ready' }>;

/** A change set that may be executed, or how the run ends instead. */
export type Judged =
  | { readonly kind: 'ready'; readonly changeSet: Ready }
  | { readonly kind: 'ended'; readonly outcome: Result };

/**
 * Shows a change set, and discards it if it must not or need not be executed.
 * @param fate of a change set that is not executed; one that users reviewed is theirs
 */
export async function judge(
  changeSet: ChangeSet,
  basis: Basis,
  stack: StackState | undefined,
  job: Job,
  fate: 'discarded' | 'kept' = 'discarded',
): Promise<Judged> {
  const { given, state, world } = job;
  const { aws, progress } = world;
  const { name } = given;
  const { region } = aws;
  if (fate === 'discarded') state.changeSet = changeSet;
  const end = async (outcome: Result): Promise<Judged> => {
    if (fate === 'discarded') await discard(changeSet, world);
    delete state.changeSet;
    return { kind: 'ended', outcome };
  };
  switch (changeSet.kind) {
    case 'timedOut':
      return await end(
        timedOut(
          name,
          given['wait-for-minutes'],
          region,
          await unfinished({ stack: await stackNow(stack, world), events: [] }, world),
          undefined,
          'preparing its change set',
        ),
      );
    case 'failed':
      return await end(
        failed(
          `CloudFormation refused the change set for stack ${name}: ${changeSet.reason}`,
          `${changedSoFar(job)} Mend the template or its parameters and run the job again.`,
          region,
          stack,
        ),
      );
    case 'empty':
      if (state.done.length > 0)
        return await end(
          stack === undefined
            ? unchanged(`${state.done.join(' ')} There is nothing else to change.`, stack, [])
            : succeeded(`${state.done.join(' ')} There is nothing else to change.`, stack, []),
        );
      return await end(
        given['fail-on-empty-changeset']
          ? failed(
              `Stack ${name} already is as the template says, and fail-on-empty-changeset is true.`,
              'Nothing was changed. Set fail-on-empty-changeset to false to accept this.',
              region,
              stack,
              [],
            )
          : unchanged(`Stack ${name} already is as the template says.`, stack, []),
      );
    case 'ready':
      break;
  }
  const { changes } = changeSet;
  progress.report({
    type: 'document',
    title: `Change set for stack ${name}: ${countOf(changes)}`,
    language: 'text',
    text: changesText(changes),
    inSections: true,
  });
  const tracing = { changes, template: basis.template, changed: basis.changed };
  const frozen = frozenServices(tracing, basis.template.frozenServices, basis.whereIs);
  const moved = await movedServices(tracing, basis.template, stack, basis.whereIs, world);
  const refused = [
    ...frozen,
    ...moved,
    ...objections(tracing, permissionsOf(given), basis.whereIs).filter(
      ({ resource }) => !frozen.some((one) => one.resource === resource),
    ),
  ];
  if (refused.length > 0) {
    return await end(
      failed(
        refused.map(({ what }) => what).join(' '),
        [changedSoFar(job), ...new Set(refused.map(({ fix }) => fix))].join(' '),
        region,
        stack,
        changes,
      ),
    );
  }
  if (isPreview(job))
    return await end(
      unchanged(`Preview: ${countOf(changes)} to stack ${name} would be made.`, stack, changes),
    );
  return { kind: 'ready', changeSet };
}

/**
 * Executes a change set and follows the operation to its end.
 * @param look reads the traffic at the last moment; a deployment may have begun while the change set was made
 */
export async function execute(
  changeSet: Ready,
  stack: StackState | undefined,
  job: Job,
  look: () => Promise<Traffic | undefined>,
  token = changeSet.name,
): Promise<Result> {
  const { given, pace, state, world } = job;
  const { aws } = world;
  const { name } = given;
  const { changes } = changeSet;
  const target = await aws.stacks.describe(name);
  const id = target?.id ?? name;
  state.stack = target;
  const known = new Set((await aws.stacks.events(id, new Set())).map((event) => event.id));
  const traffic = await look();
  if (traffic?.kind === 'moving') {
    if (state.changeSet !== undefined) await discard(changeSet, world);
    delete state.changeSet;
    return failed(traffic.what, `${changedSoFar(job)} ${traffic.fix}`, aws.region, stack, changes);
  }
  world.signal.throwIfAborted();
  state.executing = true;
  await aws.stacks.executeChangeSet(name, changeSet.name, token);
  const result = await followStack(id, known, token, pace, world);
  state.executing = false;
  delete state.changeSet;
  const { value } = result;
  if (result.kind === 'timedOut')
    return timedOut(name, given['wait-for-minutes'], aws.region, await unfinished(value, world), changes);
  const wanted = changeSet.type === 'CREATE' ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE';
  if (value.stack === undefined || value.stack.status !== wanted)
    return operationFailed(value, name, aws.region, changes);
  return succeeded(`Stack ${name} is ${value.stack.status}: ${countOf(changes)}.`, value.stack, changes);
}
