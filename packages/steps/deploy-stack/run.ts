import { consoleLink } from '@cutover/domain/console';
import { isSuccess, type Outcome, type OutputValues } from '@cutover/domain/outcome';
import { ConfigurationError } from '@cutover/domain/errors';
import { requireOwn } from '../require-here.ts';
import type { World } from '../world.ts';
import { apply } from './apply.ts';
import { bundledOf } from './bundled-templates.ts';
import { discard } from './change-set.ts';
import { deleteStack } from './delete.ts';
import { showDrift } from './drift.ts';
import type { StackInputs } from './inputs.ts';
import { isPreview, type Job } from './job.ts';
import { cancelled, type StackOutputs } from './outcomes.ts';
import { readParameters } from './parameters.ts';
import { executeReviewed, requireAlone } from './reviewed.ts';
import { templateBody } from './template-body.ts';
import { readMadeTemplate, readTemplate, type Template } from './template.ts';
import { stackNow } from './unfinished.ts';

type Result = Outcome<StackOutputs>;

/** Does with the stack what the inputs ask for. */
export async function run(given: StackInputs, world: World): Promise<Result> {
  const { clock, signal } = world;
  await requireOwn(world.aws, { 'Input role-arn': given['role-arn'] });
  const job: Job = {
    given,
    world,
    pace: {
      deadline: clock.now() + given['wait-for-minutes'] * 60_000,
      intervalMs: given['poll-interval-seconds'] * 1000,
    },
    state: { stack: undefined, executing: false, done: [] },
  };
  if (given['dry-run'])
    world.progress.report({ type: 'note', text: 'Input dry-run: true is the same as mode: preview.' });
  const work = await workOf(job);
  try {
    const outcome = await protectedAfter(await work(), job);
    tellPages(outcome, world);
    return outcome;
  } catch (error) {
    if (!signal.aborted) throw error;
    const { changeSet, done, executing, stack } = job.state;
    if (changeSet !== undefined && !executing) await discard(changeSet, world);
    return cancelled(given.name, executing, world.aws.region, stack, await stackNow(stack, world), done);
  }
}

/** Switches the termination protection as the input asks for, once the stack is as it should be. */
async function protectedAfter(outcome: Result, job: Job): Promise<Result> {
  const { given, world } = job;
  const wanted = given['termination-protection'];
  if (wanted === undefined || given.mode !== 'apply' || isPreview(job) || !isSuccess(outcome)) return outcome;
  const stack = await world.aws.stacks.describe(given.name);
  if (stack === undefined || stack.status === 'REVIEW_IN_PROGRESS') return outcome;
  if (stack.terminationProtection === (wanted === 'true')) return outcome;
  await world.aws.stacks.protect(stack.id, wanted === 'true');
  return {
    ...outcome,
    what: `${outcome.what} Its termination protection is ${wanted === 'true' ? 'on' : 'off'} now.`,
  };
}

/** Reads everything that the mode needs before the first call that could change something. */
async function workOf(job: Job): Promise<() => Promise<Result>> {
  const { given, world } = job;
  if (given['change-set'] !== undefined) {
    const changeSet = given['change-set'];
    requireAlone(given);
    return async () => await executeReviewed(changeSet, job);
  }
  if (given.mode === 'delete') return async () => await deleteStack(job);
  if (given.mode === 'drift') return async () => await showDrift(job);
  const read = await chosenTemplate(given, world);
  const body = templateBody(read);
  if (body.note !== undefined && bundledOf(given.template) === undefined)
    world.progress.report({ type: 'note', text: body.note });
  const template: Template = { ...read, text: body.text };
  const parameters = await readParameters(
    { overrides: given['parameter-overrides'] ?? '', file: given['parameters-file'] },
    template.parameters,
    world.files,
  );
  for (const { name, noEcho } of template.parameters) {
    const value = parameters.get(name)?.value;
    if (noEcho && value !== undefined && value !== '') world.mask(value);
  }
  return async () => await apply(template, parameters, job);
}

async function chosenTemplate(given: StackInputs, world: World): Promise<Template> {
  const bundled = bundledOf(given.template);
  if (bundled === undefined) {
    const path = given.template ?? '';
    return readTemplate(await world.files.read(path, 'template'), path);
  }
  if (world.bundledTemplate === undefined) {
    throw new ConfigurationError({
      what: `Input template ${given.template === undefined ? 'was not given' : `is ${given.template}`}, and no template lies beside this action.`,
      fix: 'Add template: PATH.',
    });
  }
  return readMadeTemplate(await world.bundledTemplate(bundled.file), bundled.words);
}

/** Tells where a reader sees the stack, and the application that it serves. */
function tellPages({ outputs }: Result, { aws, progress }: World): void {
  const id = outputs['stack-id'];
  const all: OutputValues = outputs;
  const url = all['ServiceUrl'];
  if (typeof url === 'string' && url !== '')
    progress.report({ type: 'page.known', page: 'application', url });
  if (id !== undefined)
    progress.report({
      type: 'page.known',
      page: 'stack',
      url: consoleLink(aws.region, { kind: 'stack', id }),
    });
}
