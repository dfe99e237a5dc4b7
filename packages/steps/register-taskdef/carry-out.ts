import type { RegisteredTaskDefinition } from '@cutover/aws/ecs/task-definitions';
import { consoleLink } from '@cutover/domain/console';
import type { Outcome, OutputKinds, OutputsOf } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import { diffTaskDefinitions, formatTaskDefinitionDiff } from '@cutover/domain/task-definition/diff';
import { versionOf } from '../told-versions.ts';
import type { World } from '../world.ts';
import type { RegistrationPlan } from './plan.ts';
import { register } from './register.ts';
import type { RegisterInputs } from './request.ts';

/** Outputs of `register-taskdef`. */
export const OUTPUTS = {
  'task-definition-arn': 'string',
  /** Path of the rendered file. */
  'task-definition': 'string',
  'previous-task-definition-arn': 'string',
  family: 'string',
  revision: 'number',
  changed: 'boolean',
  diff: 'string',
} as const satisfies OutputKinds;

export type RegisterOutputs = OutputsOf<typeof OUTPUTS, 'task-definition' | 'family' | 'diff'>;

/** Registers what the plan says, unless a revision of equal content stands for it or it is a dry run. */
export async function carryOutRegistration(
  plan: RegistrationPlan,
  given: RegisterInputs,
  world: World,
): Promise<Outcome<RegisterOutputs>> {
  const { progress, files } = world;
  const { definition, family, previous, equal } = plan;
  const diff = formatTaskDefinitionDiff(plan.changes);
  if (previous !== undefined)
    progress.report({ type: 'version.known', role: 'before', ...versionOf(previous, world.run) });
  const tell = (revision: RegisteredTaskDefinition): void => {
    progress.report({ type: 'version.known', role: 'after', ...versionOf(revision, world.run) });
    progress.report({
      type: 'page.known',
      page: 'task definition',
      url: consoleLink(world.aws.region, {
        kind: 'taskDefinition',
        family,
        revision: String(revision.revision),
      }),
    });
  };
  const since = previous === undefined ? undefined : formatRevision(previous.arn);
  if (diff !== '') {
    progress.report({
      type: 'document',
      title: `Changes since ${since ?? family}`,
      language: 'diff',
      text: diff,
    });
  }
  const tags = [...plan.tags]
    .filter(([key]) => !key.startsWith('cutover:'))
    .map(([key, value]) => ({ key, value }));
  const rendered = JSON.stringify(tags.length === 0 ? definition : { ...definition, tags }, undefined, 2);
  const outputs = {
    'task-definition': await files.writeTemporary(`task-definition-${family}.json`, `${rendered}\n`),
    'previous-task-definition-arn': previous?.arn,
    family,
    diff,
  };
  const summary =
    diff === ''
      ? {}
      : {
          summary: [
            { kind: 'code', title: `Changes since ${since ?? family}`, language: 'diff', text: diff },
          ] as const,
        };
  if (equal !== undefined) {
    const absent = [...given.tags]
      .filter(([key, value]) => equal.tags.get(key) !== value)
      .map(([key]) => key);
    if (absent.length > 0) {
      progress.report({
        type: 'warning',
        what: `${formatRevision(equal.arn)} is kept as it is, without the tags ${absent.join(', ')}.`,
        fix: 'They are written with the next revision of other content.',
      });
    }
    progress.report({ type: 'revision.registered', arn: equal.arn, changed: false });
    tell(equal);
    return {
      kind: 'unchanged',
      what: `${formatRevision(equal.arn)} already has this content; nothing was registered.`,
      outputs: { ...outputs, 'task-definition-arn': equal.arn, revision: equal.revision, changed: false },
      ...summary,
    };
  }
  if (given['dry-run']) {
    return {
      kind: 'unchanged',
      what: `Dry run: a new revision of ${family} would be registered.`,
      outputs: { ...outputs, 'task-definition-arn': undefined, revision: undefined, changed: undefined },
      ...summary,
    };
  }
  const registration = await register(plan, given, world);
  if (registration.kind !== 'registered') {
    const none = { ...outputs, 'task-definition-arn': undefined, revision: undefined, changed: undefined };
    return registration.kind === 'busy'
      ? {
          kind: 'failed',
          what: `ECS refused a new revision of ${family} for ${registration.seconds} seconds: ${registration.reason}`,
          findings: [],
          fix: 'Nothing was changed. Run the job again, with fewer jobs that register into this family at once.',
          outputs: none,
        }
      : {
          kind: 'failed',
          what: `ECS gave no answer to a new revision of ${family} for ${registration.seconds} seconds: ${registration.error.message}`,
          findings: registration.error.findings,
          fix: `Nothing runs differently, and no revision of this content was found. ${registration.error.fix}`,
          outputs: none,
        };
  }
  const { revision } = registration;
  for (const { path } of diffTaskDefinitions(definition, revision.definition).filter(
    ({ before }) => before !== undefined,
  )) {
    progress.report({
      type: 'warning',
      what: `ECS did not keep ${path.join('.')} as it was given.`,
      fix: 'Compare the rendered file with the revision in the console; the property may not apply here.',
    });
  }
  progress.report({ type: 'revision.registered', arn: revision.arn, changed: registration.made });
  tell(revision);
  return {
    kind: 'succeeded',
    what: `${registration.made ? 'Registered' : 'Another job registered'} ${formatRevision(revision.arn)}${since === undefined ? '' : ` (${plan.changes.length === 1 ? 'one change' : `${plan.changes.length} changes`} since ${since})`}.`,
    outputs: {
      ...outputs,
      'task-definition-arn': revision.arn,
      revision: revision.revision,
      changed: registration.made,
    },
    ...summary,
  };
}
