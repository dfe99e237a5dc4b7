import { BUILD_INPUTS } from '@cutover/domain/config/sharing';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Inputs, InputSchema } from '@cutover/domain/inputs/input';
import { inputs as deploy } from '../deploy/inputs.ts';
import { inputs as build } from '../build-push-ecr/inputs.ts';
import { probeInputs } from '../probe/inputs.ts';
import { inputs as register } from '../register-taskdef/inputs.ts';
import { inputs as rollback } from '../rollback/inputs.ts';
import { inputs as migrate } from '../run-migration-task/inputs.ts';
import { inputs as verify } from '../verify-target-health/inputs.ts';
import type { inputs } from './inputs.ts';
import { withDefaults } from './with-defaults.ts';
import type { Trouble } from '@cutover/domain/trouble';

export type PipelineInputs = Inputs<typeof inputs>;

/** Where the image comes from. */
export type ImageSource =
  | { readonly kind: 'build' }
  | { readonly kind: 'image'; readonly image: string }
  | { readonly kind: 'digest'; readonly digest: string };

/** Inputs that mean nothing without a migration. */
const MIGRATION_INPUTS = ['snapshot', 'snapshot-keep', 'maintenance', 'maintenance-page'] as const;

/** @throws ConfigurationError when two inputs say different things, or no service is named */
export function chooseImage(given: PipelineInputs): ImageSource {
  const { image, digest } = given;
  const problems: Trouble[] = [];
  if (given.stack === undefined && given.service === undefined) {
    problems.push({
      what: 'Neither input stack nor input service was given.',
      fix: 'Add stack: NAME (the CloudFormation stack), or cluster: and service:, under with: or in cutover.yml in the root of the repository (is it checked out?).',
    });
  }
  if (image !== undefined && digest !== undefined) {
    problems.push({
      what: 'Inputs image and digest were both given.',
      fix: 'Keep image, or repository and digest.',
    });
  }
  const ready = image === undefined ? 'digest' : 'image';
  if ((image ?? digest) !== undefined) {
    for (const name of BUILD_INPUTS) {
      if (!isGiven(given[name])) continue;
      problems.push({
        what: `Inputs ${ready} and ${name} were both given.`,
        fix: `Remove ${ready} to build an image, or remove ${name} to deploy the one that is there.`,
      });
    }
  }
  for (const name of MIGRATION_INPUTS) {
    if (!given[name] || hasMigration(given)) continue;
    problems.push({
      what: `Input ${name} was given, and there is no migration.`,
      fix: `Add migration-command or migration-commands, or remove ${name}.`,
    });
  }
  if (given['migration-command'] !== undefined && given['migration-commands'].length > 0) {
    problems.push({
      what: 'Inputs migration-command and migration-commands were both given.',
      fix: 'Keep migration-command for one command, or migration-commands for several, one a line.',
    });
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  if (image !== undefined) return { kind: 'image', image };
  return digest === undefined ? { kind: 'build' } : { kind: 'digest', digest };
}

function isGiven(value: string | readonly string[] | ReadonlyMap<string, string> | undefined): boolean {
  if (value === undefined) return false;
  return typeof value === 'string' || ('size' in value ? value.size > 0 : value.length > 0);
}

export function hasMigration(given: PipelineInputs): boolean {
  return given['migration-command'] !== undefined || given['migration-commands'].length > 0;
}

export function buildInputs(given: PipelineInputs): Inputs<typeof build> {
  const { context, file, platforms, repository, stack, tag, target } = given;
  return withDefaults(build, {
    stack,
    repository,
    context,
    file,
    target,
    'build-args': given['build-args'],
    'build-contexts': given['build-contexts'],
    'secret-envs': given['secret-envs'],
    'secret-files': given['secret-files'],
    'docker-aws-credentials': given['docker-aws-credentials'],
    cache: given.cache,
    platforms,
    tag,
    'oci-layout': given['oci-layout'],
    'if-exists': given['if-exists'],
    'fail-on-severity': given['fail-on-severity'],
    'scan-timeout-minutes': given['scan-timeout-minutes'],
    'dry-run': given['dry-run'],
  });
}

/** @param image what was built, or undefined when the inputs name it */
export function registerInputs(given: PipelineInputs, image: string | undefined): Inputs<typeof register> {
  const { digest, secrets } = given;
  return withDefaults(register, {
    ...place(given),
    'task-definition': given['task-definition'],
    variables: given.variables,
    'container-name': given['container-name'],
    image: image ?? given.image,
    digest: image === undefined ? digest : undefined,
    repository: image === undefined && digest !== undefined ? given.repository : undefined,
    'environment-variables': given['environment-variables'],
    'env-files': given['env-files'],
    secrets,
    'keep-revisions': given['keep-revisions'],
    requirements: given.preflight === 'fail' ? 'fail' : 'warn',
    'dry-run': given['dry-run'],
  });
}

export function migrateInputs(given: PipelineInputs, revision: string): Inputs<typeof migrate> {
  return withDefaults(migrate, {
    ...place(given),
    'task-definition-arn': revision,
    command: given['migration-command'],
    commands: given['migration-commands'],
    'timeout-minutes': given['migration-timeout-minutes'],
    snapshot: given.snapshot,
    'snapshot-keep': given['snapshot-keep'],
    'snapshot-timeout-minutes': given['snapshot-timeout-minutes'],
    maintenance: given.maintenance,
    'maintenance-page': given['maintenance-page'],
    'retry-after-seconds': given['retry-after-seconds'],
    'job-key': given['job-key'],
    'poll-interval-seconds': given['poll-interval-seconds'],
    'dry-run': given['dry-run'],
  });
}

export function deployInputs(given: PipelineInputs, revision: string): Inputs<typeof deploy> {
  return withDefaults(deploy, {
    ...place(given),
    'task-definition-arn': revision,
    'codedeploy-appspec': given['codedeploy-appspec'],
    'codedeploy-deployment-config': given['codedeploy-deployment-config'],
    'auto-rollback-events': given['auto-rollback-events'],
    alarms: given.alarms,
    'ignore-alarms': given['ignore-alarms'],
    gate: given.gate,
    'gate-url': given['gate-url'],
    'gate-path': given['gate-path'],
    'gate-expect-status': given['gate-expect-status'],
    'gate-command': given['gate-command'],
    'gate-aws-credentials': given['gate-aws-credentials'],
    'gate-timeout-minutes': given['gate-timeout-minutes'],
    'wait-until': given['wait-until'],
    'wait-for-minutes': given['wait-for-minutes'],
    'max-failed-tasks': given['max-failed-tasks'],
    'on-cancel': given['on-cancel'],
    'on-active-deployment': given['on-active-deployment'],
    'wait-for-active-minutes': given['wait-for-active-minutes'],
    'suspend-auto-scaling': given['suspend-auto-scaling'],
    'allow-downgrade': given['allow-downgrade'],
    'github-token': given['github-token'],
    'poll-interval-seconds': given['poll-interval-seconds'],
    'dry-run': given['dry-run'],
  });
}

export function verifyInputs(given: PipelineInputs, revision: string): Inputs<typeof verify> {
  return withDefaults(verify, {
    ...place(given),
    'task-definition-arn': revision,
    'min-healthy': given['min-healthy'],
    consecutive: given.consecutive,
    'wait-for-minutes': given['verify-for-minutes'],
    ...taken(given, probeInputs),
    alarms: given['ignore-alarms'] ? [] : given.alarms,
    'poll-interval-seconds': given['poll-interval-seconds'],
  });
}

/** @param to the revision that served before */
export function rollbackInputs(given: PipelineInputs, to: string): Inputs<typeof rollback> {
  return withDefaults(rollback, {
    ...place(given),
    to,
    'poll-interval-seconds': given['poll-interval-seconds'],
  });
}

/** Values of the inputs that a stage has under the same names. */
function taken<S extends InputSchema>(given: Inputs<S>, schema: S): Inputs<S> {
  return Object.fromEntries(Object.keys(schema).map((name) => [name, given[name]])) as Inputs<S>;
}

function place({ cluster, service, stack }: PipelineInputs) {
  return { cluster, service, stack };
}
