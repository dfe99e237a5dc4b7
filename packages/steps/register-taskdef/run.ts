import type { RegisteredTaskDefinition } from '@cutover/aws/ecs/task-definitions';
import { findEnvironment } from '../find-environment.ts';
import { requireHere, requireOwn } from '../require-here.ts';
import { partitionOf } from '@cutover/domain/identity/region';
import {
  launchesOnFargate,
  servingRevision,
  servingTasks,
  type ServiceState,
} from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { AwsCallError, ConfigurationError, formatPlace } from '@cutover/domain/errors';
import { textOf, type JsonObject, type JsonPath } from '@cutover/domain/text/json';
import { isSuccess, type Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import { readSourceText } from '@cutover/domain/text/source-text';
import { newWords } from '@cutover/domain/task-definition/check';
import { unfilledVariables } from '@cutover/domain/task-definition/placeholder';
import { readTaskDefinition } from '@cutover/domain/task-definition/read';
import { substituteVariables } from '@cutover/domain/task-definition/variables';
import { looksSecret, secretValues } from '@cutover/domain/task-definition/secretive';
import { revisionTags } from '@cutover/domain/task-definition/trace-tags';
import type { Served } from '../requirements/served.ts';
import type { World } from '../world.ts';
import { carryOutRegistration, type RegisterOutputs } from './carry-out.ts';
import { objectArn } from './env-files.ts';
import { planRegistration, renderTaskDefinition, type Original } from './plan.ts';
import { prune } from './prune.ts';
import { checkInputs, chooseBase, type Base, type RegisterInputs } from './request.ts';
import { requireAll } from './require-all.ts';
import { resolveImages } from './resolve-images.ts';
import { isSecretByName, resolveSecrets } from './resolve-secrets.ts';
import { traceDigest } from './trace-digest.ts';
import { withPlace } from './with-place.ts';

/**
 * The base, and its text if it is a file. Whatever is wrong with the inputs or the file is said here, before the first call.
 * @throws ConfigurationError with every problem and its place
 */
export async function prepare(
  given: RegisterInputs,
  world: World,
): Promise<{
  readonly base: Base;
  readonly file: Original | undefined;
  /** The definition to register, as far as it is known without a call; absent without a file. */
  readonly definition?: JsonObject;
}> {
  checkInputs(given);
  const base = chooseBase(given);
  for (const [name, value] of given['environment-variables']) {
    if (value.length >= 8 && looksSecret(name, value)) world.mask(value);
  }
  for (const value of secretValues(given['environment-variables'])) world.hide(value);
  if (base.kind !== 'file') return { base, file: undefined };
  const file = await readFile(base.path, given, world);
  const { definition } = renderTaskDefinition({
    given,
    region: world.aws.region,
    partition: world.aws.partition,
    original: file,
    environment: undefined,
    // Whatever AWS would make of them, they stand at these places.
    values: {
      image: given.image ?? given.digest,
      images: given.images,
      envFiles: envFilesOf(given, world.aws.region),
      secrets: new Map([...given.secrets].filter(([, valueFrom]) => !isSecretByName(valueFrom))),
    },
    complete: given.stack === undefined && given.service === undefined,
  });
  return { base, file, definition };
}

export async function run(given: RegisterInputs, world: World): Promise<Outcome<RegisterOutputs>> {
  const { aws } = world;
  const { base, file } = await prepare(given, world);
  const arns = { 'Input task-definition-arn': given['task-definition-arn'] };
  requireHere(aws, {
    ...arns,
    'Input env-files': given['env-files'],
    'Input execution-role-arn': given['execution-role-arn'],
    'Input task-role-arn': given['task-role-arn'],
  });
  const environment =
    given.stack === undefined && given.service === undefined ? undefined : await findEnvironment(aws, given);
  const service =
    environment === undefined ? undefined : await describeService(environment, base, given, world);
  if (service === undefined) await requireOwn(aws, arns);
  else requireHere(aws, arns, service.arn);
  const serving =
    service === undefined ? undefined : await aws.taskDefinitions.describe(servingRevision(service));
  const original = file ?? (await readRevision(base, serving, world));
  const resolved = await resolveImages(given, environment, world);
  const { definition, filled, inputOf } = renderTaskDefinition({
    given,
    region: aws.region,
    partition: aws.partition,
    original,
    environment,
    service:
      service === undefined
        ? undefined
        : { serving: serving?.definition, onFargate: launchesOnFargate(service) },
    values: {
      ...resolved,
      envFiles: envFilesOf(given, aws.region),
      secrets: await resolveSecrets(given.secrets, aws),
    },
    complete: true,
  });
  if (filled.length > 0 && serving !== undefined) {
    world.progress.report({
      type: 'note',
      text: `Taken from ${formatRevision(serving.arn)}, which serves, as the file leaves it out: ${filled.join(', ')}.`,
    });
  }
  warnOfUnfilled(definition, original, world);
  if (file !== undefined) warnOfNewWords(definition, file, inputOf, world);
  const newest = await aws.taskDefinitions.describe(textOf(definition['family']));
  await requireAll(
    definition,
    {
      served: servedBy(service),
      placeOf: original.placeOf,
      inputOf,
      dryRun: given['dry-run'],
      warnOnly: given.requirements === 'warn',
    },
    world,
  );
  const plan = planRegistration(
    definition,
    revisionTags(original.tags, given.tags, world.run, traceDigest(resolved, definition)),
    { base: original.revision, serving, newest },
  );
  const outcome = await carryOutRegistration(plan, given, world).catch((error: unknown) => {
    throw withPlace(error, { placeOf: original.placeOf, inputOf });
  });
  const keep = given['keep-revisions'];
  if (keep === undefined || environment === undefined || service === undefined || !isSuccess(outcome))
    return outcome;
  const pruned = await prune({ family: plan.family, keep, environment, service }, given['dry-run'], world);
  return pruned === undefined ? outcome : { ...outcome, summary: [...(outcome.summary ?? []), pruned] };
}

/** A variable may hold any text, so one that looks as if it was never filled in is registered, with a warning. */
function warnOfUnfilled(definition: JsonObject, { placeOf }: Original, { progress }: World): void {
  for (const { name, path } of unfilledVariables(definition)) {
    const place = placeOf?.(path);
    progress.report({
      type: 'warning',
      what: `${place === undefined ? '' : `${formatPlace(place)}: `}variable ${name} looks as if its value was never filled in, and the container gets it as it is.`,
      fix: 'Give its value in input variables or environment-variables, unless the program fills it in itself.',
    });
  }
}

/** A word that AWS may have added since is sent as it is: ECS decides about it. */
function warnOfNewWords(
  definition: JsonObject,
  { placeOf }: Original,
  inputOf: (path: JsonPath) => string | undefined,
  { progress }: World,
): void {
  for (const { what, place, fix } of newWords(definition, {
    inputOf,
    placeOf: (path) => placeOf?.(path),
  })) {
    const where = place === undefined ? '' : `${formatPlace(place)}: `;
    progress.report({ type: 'warning', what: `${where}${what}`, fix });
  }
}

function envFilesOf(given: RegisterInputs, region: string): readonly string[] {
  return given['env-files'].map((file) => objectArn(file, partitionOf(region)));
}

async function readFile(path: string, given: RegisterInputs, world: World): Promise<Original> {
  const source = readSourceText(await world.files.read(path, 'task-definition'), path);
  const substituted = substituteVariables(source, given.variables);
  const read = readTaskDefinition(substituted.value, source);
  const problems = [...substituted.problems, ...read.problems];
  if (problems.length > 0) throw new ConfigurationError(problems);
  for (const { what, fix, place } of read.warnings) {
    const where = place?.line === undefined ? path : `${path}:${place.line}:${place.column ?? 1}`;
    world.progress.report({ type: 'warning', what: `${where}: ${what}`, fix });
  }
  for (const name of substituted.unused) {
    world.progress.report({
      type: 'warning',
      what: `Input variables: ${path} asks for no \${${name}}.`,
      fix: 'Remove the line, or correct the name in one of the two.',
    });
  }
  const wrapped =
    typeof source.value === 'object' && source.value !== null && 'taskDefinition' in source.value;
  return {
    definition: read.definition,
    tags: read.tags,
    placeOf: (at) => source.placeOf(wrapped ? ['taskDefinition', ...at] : at),
  };
}

async function describeService(
  environment: Environment,
  base: Base,
  given: RegisterInputs,
  world: World,
): Promise<ServiceState | undefined> {
  const { cluster, service } = environment;
  const found = await describeIn(cluster, service, given, world);
  if (found !== undefined && found.status !== 'INACTIVE') return found;
  if (base.kind === 'service' || given.service !== undefined) {
    throw new ConfigurationError({
      what: `Input ${given.service === undefined ? 'stack' : 'service'}: there is no service ${service} in cluster ${cluster}.`,
      fix: 'Correct service, cluster or aws-region, or give task-definition: PATH.',
    });
  }
  return undefined;
}

async function describeIn(
  cluster: string,
  service: string,
  given: RegisterInputs,
  { aws }: World,
): Promise<ServiceState | undefined> {
  try {
    return await aws.services.describe(cluster, service);
  } catch (error) {
    if (!(error instanceof AwsCallError) || error.code !== 'ClusterNotFoundException') throw error;
    throw new ConfigurationError(
      {
        what: `Input ${given.cluster === undefined && given.stack !== undefined ? 'stack' : 'cluster'}: ECS has no cluster ${cluster} in ${aws.region}.`,
        fix: 'Correct cluster or aws-region.',
      },
      { cause: error },
    );
  }
}

async function readRevision(
  base: Base,
  serving: RegisteredTaskDefinition | undefined,
  world: World,
): Promise<Original> {
  const found = base.kind === 'revision' ? await world.aws.taskDefinitions.describe(base.name) : serving;
  if (found === undefined) {
    throw new ConfigurationError({
      what:
        base.kind === 'revision'
          ? `Input ${base.input}: ECS has no task definition ${base.name}.`
          : 'ECS no longer knows the task definition that the service runs.',
      fix: 'Correct the name or aws-region, or give task-definition: PATH.',
    });
  }
  return { definition: found.definition, tags: found.tags, revision: found };
}

function servedBy(service: ServiceState | undefined): readonly Served[] {
  if (service === undefined) return [];
  const serving = servingTasks(service).loadBalancers;
  return (serving.length > 0 ? serving : service.loadBalancers).filter(
    ({ containerName }) => containerName !== '',
  );
}
