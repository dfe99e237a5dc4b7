import type { RegisteredTaskDefinition } from '@cutover/aws/task-definitions';
import { findEnvironment } from '@cutover/aws/find-environment';
import { primaryTaskSet, servingRevision, type ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import { textOf } from '@cutover/domain/json';
import type { Outcome } from '@cutover/domain/outcome';
import { readSourceText } from '@cutover/domain/source-text';
import { readTaskDefinition } from '@cutover/domain/task-definition/read';
import { looksSecret } from '@cutover/domain/task-definition/secretive';
import { revisionTags } from '@cutover/domain/task-definition/trace-tags';
import type { World } from '../world.ts';
import { carryOut, type RegisterOutputs } from './carry-out.ts';
import {
  planRegistration,
  renderTaskDefinition,
  type Original,
  type RenderOptions,
  type Served,
} from './plan.ts';
import { checkImageInputs, chooseBase, type Base, type RegisterInputs } from './request.ts';
import { substituteVariables } from './variables.ts';

/**
 * The base, and its text if it is a file. Whatever is wrong with the inputs or the file is said here, before the first call.
 * @throws ConfigurationError with every problem and its place
 */
export async function prepare(
  given: RegisterInputs,
  world: World,
): Promise<{ readonly base: Base; readonly file: Original | undefined }> {
  checkImageInputs(given);
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
    image: given.image ?? given.digest,
    served: [],
    complete: given.stack === undefined,
  });
  return { base, file };
}

export async function run(given: RegisterInputs, world: World): Promise<Outcome<RegisterOutputs>> {
  const { aws } = world;
  const { base, file } = await prepare(given, world);
  const common = { given, region: aws.region };
  const environment =
    given.stack === undefined && given.service === undefined ? undefined : await findEnvironment(aws, given);
  const service =
    environment === undefined ? undefined : await describeService(environment, base, given, world);
  const serving =
    service === undefined ? undefined : await aws.taskDefinitions.describe(servingRevision(service));
  const original = file ?? (await readRevision(base, serving, world));
  const definition = renderTaskDefinition({
    ...common,
    original,
    environment,
    image: given.image ?? (await imageByDigest(given, environment, world)),
    served: servedBy(service),
    complete: true,
  } satisfies RenderOptions);

  const newest = await aws.taskDefinitions.describe(textOf(definition['family']));
  const digest = given.digest ?? /@(sha256:[0-9a-f]{64})$/.exec(given.image ?? '')?.[1];
  const plan = planRegistration(definition, revisionTags(original.tags, given.tags, world.run, digest), {
    base: original.revision,
    serving,
    newest,
  });
  return await carryOut(plan, given, world);
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
  const found = await world.aws.services.describe(cluster, service);
  if (found !== undefined && found.status !== 'INACTIVE') return found;
  if (base.kind === 'service' || given.service !== undefined) {
    throw new ConfigurationError({
      message: `Input ${given.service === undefined ? 'stack' : 'service'}: there is no service ${service} in cluster ${cluster}.`,
      remedy: 'Correct service, cluster or aws-region, or give task-definition: PATH.',
    });
  }
  return undefined;
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

/** The image that the inputs name by digest, in the repository's own spelling. */
async function imageByDigest(
  given: RegisterInputs,
  environment: Environment | undefined,
  world: World,
): Promise<string | undefined> {
  const { repository, digest } = given;
  if (digest === undefined) return undefined;
  if (repository === undefined) {
    if (environment?.repositoryUri !== undefined) return `${environment.repositoryUri}@${digest}`;
    throw new ConfigurationError({
      message: `Input digest is ${digest}, but stack ${given.stack ?? ''} has no output EcrRepositoryUri.`,
      remedy: 'Add repository: NAME.',
    });
  }
  const isUri = /^[^/]*[.:][^/]*\//.test(repository);
  return `${isUri ? repository : await world.aws.images.repositoryUri(repository)}@${digest}`;
}

function servedBy(service: ServiceState | undefined): readonly Served[] {
  if (service === undefined) return [];
  const ofTaskSet = primaryTaskSet(service)?.loadBalancers ?? [];
  return (ofTaskSet.length > 0 ? ofTaskSet : service.loadBalancers).filter(
    ({ containerName }) => containerName !== '',
  );
}
