import type { RegisteredTaskDefinition } from '@cutover/aws/task-definitions';
import { findEnvironment } from '@cutover/aws/find-environment';
import { partitionOf } from '@cutover/domain/console';
import { primaryTaskSet, servingRevision, type ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { textOf } from '@cutover/domain/json';
import { isSuccess, type Outcome } from '@cutover/domain/outcome';
import { readSourceText } from '@cutover/domain/source-text';
import { readTaskDefinition } from '@cutover/domain/task-definition/read';
import { looksSecret } from '@cutover/domain/task-definition/secretive';
import { revisionTags } from '@cutover/domain/task-definition/trace-tags';
import type { Served } from '../requirements/served.ts';
import type { World } from '../world.ts';
import { carryOut, type RegisterOutputs } from './carry-out.ts';
import { objectArn } from './env-files.ts';
import { planRegistration, renderTaskDefinition, type Original } from './plan.ts';
import { prune } from './prune.ts';
import { checkInputs, chooseBase, type Base, type RegisterInputs } from './request.ts';
import { requireAll } from './require-all.ts';
import { resolveImages } from './resolve-images.ts';
import { isSecretByName, resolveSecrets } from './resolve-secrets.ts';
import { traceDigest } from './trace-digest.ts';
import { withPlace } from './with-place.ts';
import { substituteVariables } from './variables.ts';

/**
 * The base, and its text if it is a file. Whatever is wrong with the inputs or the file is said here, before the first call.
 * @throws ConfigurationError with every problem and its place
 */
export async function prepare(
  given: RegisterInputs,
  world: World,
): Promise<{ readonly base: Base; readonly file: Original | undefined }> {
  checkInputs(given);
  const base = chooseBase(given);
  for (const [name, value] of given['environment-variables']) {
    if (value.length >= 8 && looksSecret(name, value)) world.mask(value);
  }
  if (base.kind !== 'file') return { base, file: undefined };
  const file = await readFile(base.path, given, world);
  renderTaskDefinition({
    given,
    region: world.aws.region,
    original: file,
    environment: undefined,
    // Whatever AWS would make of them, they stand at these places.
    values: {
      image: given.image ?? given.digest,
      images: given.images,
      envFiles: envFilesOf(given, world.aws.region),
      secrets: new Map([...given.secrets].filter(([, valueFrom]) => !isSecretByName(valueFrom))),
    },
    complete: given.stack === undefined,
  });
  return { base, file };
}

export async function run(given: RegisterInputs, world: World): Promise<Outcome<RegisterOutputs>> {
  const { aws } = world;
  const { base, file } = await prepare(given, world);
  const environment =
    given.stack === undefined && given.service === undefined ? undefined : await findEnvironment(aws, given);
  const service =
    environment === undefined ? undefined : await describeService(environment, base, given, world);
  const serving =
    service === undefined ? undefined : await aws.taskDefinitions.describe(servingRevision(service));
  const original = file ?? (await readRevision(base, serving, world));
  const resolved = await resolveImages(given, environment, world);
  const { definition, inputOf } = renderTaskDefinition({
    given,
    region: aws.region,
    original,
    environment,
    values: {
      ...resolved,
      envFiles: envFilesOf(given, aws.region),
      secrets: await resolveSecrets(given.secrets, aws),
    },
    complete: true,
  });
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
  const outcome = await carryOut(plan, given, world).catch((error: unknown) => {
    throw withPlace(error, { placeOf: original.placeOf, inputOf });
  });
  const keep = given['keep-revisions'];
  if (keep === undefined || environment === undefined || service === undefined || !isSuccess(outcome))
    return outcome;
  const pruned = await prune({ family: plan.family, keep, environment, service }, given['dry-run'], world);
  return pruned === undefined ? outcome : { ...outcome, summary: [...(outcome.summary ?? []), pruned] };
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
  for (const { message, remedy, place } of read.warnings) {
    const where = place?.line === undefined ? path : `${path}:${place.line}:${place.column ?? 1}`;
    world.progress.report({ type: 'warning', text: `${where}: ${message}`, remedy });
  }
  for (const name of substituted.unused) {
    world.progress.report({
      type: 'warning',
      text: `Input variables: ${path} asks for no \${${name}}.`,
      remedy: 'Remove the line, or correct the name in one of the two.',
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
      message: `Input ${given.service === undefined ? 'stack' : 'service'}: there is no service ${service} in cluster ${cluster}.`,
      remedy: 'Correct service, cluster or aws-region, or give task-definition: PATH.',
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
        message: `Input ${given.cluster === undefined && given.stack !== undefined ? 'stack' : 'cluster'}: ECS has no cluster ${cluster} in ${aws.region}.`,
        remedy: 'Correct cluster or aws-region.',
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
      message:
        base.kind === 'revision'
          ? `Input ${base.input}: ECS has no task definition ${base.name}.`
          : 'ECS no longer knows the task definition that the service runs.',
      remedy: 'Correct the name or aws-region, or give task-definition: PATH.',
    });
  }
  return { definition: found.definition, tags: found.tags, revision: found };
}

function servedBy(service: ServiceState | undefined): readonly Served[] {
  if (service === undefined) return [];
  const ofTaskSet = primaryTaskSet(service)?.loadBalancers ?? [];
  return (ofTaskSet.length > 0 ? ofTaskSet : service.loadBalancers).filter(
    ({ containerName }) => containerName !== '',
  );
}
