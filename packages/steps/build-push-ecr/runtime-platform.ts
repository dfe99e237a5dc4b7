import { ConfigurationError } from '@cutover/domain/errors';
import { isJsonObject } from '@cutover/domain/text/json';
import { platformOfArchitecture } from '@cutover/domain/image/platform';
import type { World } from '../world.ts';

/**
 * The platform that tasks of a task definition run on, from its `runtimePlatform`; Linux on X86_64 when it has none
 * (RegisterTaskDefinition). Undefined when a variable that is filled in later stands there.
 * @param path of the input `task-definition`
 */
export async function runtimePlatform(path: string, world: World): Promise<string | undefined> {
  // Loaded here: a reader of YAML is large, and most builds need none.
  const { readSourceText } = await import('@cutover/domain/text/source-text');
  const { value } = readSourceText(await world.files.read(path, 'task-definition'), path);
  if (!isJsonObject(value)) {
    throw new ConfigurationError({
      what: `Input task-definition: ${path} holds no task definition.`,
      fix: 'Give the JSON or YAML file that register-taskdef gets.',
    });
  }
  const wrapped = value['taskDefinition'];
  const { runtimePlatform: runtime } = isJsonObject(wrapped) ? wrapped : value;
  const given = isJsonObject(runtime) ? runtime : {};
  // Null counts as absent.
  const cpuArchitecture = given['cpuArchitecture'] ?? 'X86_64';
  const operatingSystemFamily = given['operatingSystemFamily'] ?? 'LINUX';
  if (typeof cpuArchitecture !== 'string' || typeof operatingSystemFamily !== 'string') return undefined;
  if (`${cpuArchitecture}${operatingSystemFamily}`.includes('$')) return undefined;
  const platform = platformOfArchitecture(cpuArchitecture.toUpperCase());
  return operatingSystemFamily.toUpperCase().startsWith('WINDOWS')
    ? platform.replace('linux/', 'windows/')
    : platform;
}

/** @throws ConfigurationError when the image could not run where it is to run */
export function checkRuntimePlatform(
  wanted: readonly string[],
  runtime: string | undefined,
  path: string,
): void {
  if (runtime === undefined || wanted.length === 0 || wanted.includes(runtime)) return;
  throw new ConfigurationError({
    what: `Input platforms: the image is built for ${wanted.join(', ')}, but tasks of ${path} run on ${runtime} (runtimePlatform).`,
    fix: `Add ${runtime} to platforms, or correct runtimePlatform in ${path}.`,
  });
}
