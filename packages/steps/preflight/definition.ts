import { ConfigurationError } from '@cutover/domain/errors';
import type { JsonObject } from '@cutover/domain/text/json';
import { readSourceText } from '@cutover/domain/text/source-text';
import { checkTaskDefinition } from '@cutover/domain/task-definition/check';
import { containersOf, withoutEmptyMembers } from '@cutover/domain/task-definition/containers';
import { readTaskDefinition } from '@cutover/domain/task-definition/read';
import { substituteVariables } from '@cutover/domain/task-definition/variables';
import type { World } from '../world.ts';
import { withImage } from './with-image.ts';

interface FileOptions {
  readonly path: string;
  /** Values for `${NAME}` in the file. */
  readonly variables: ReadonlyMap<string, string>;
  /** The image that the container will run in place of the file's. */
  readonly image: string | undefined;
  readonly containerName: string | undefined;
  /** False where a stack or a service may fill in what the file leaves out. */
  readonly complete: boolean;
  readonly partition: string;
}

/** The task definition of a file, with variables and image in it. @throws ConfigurationError with all problems */
export async function readDefinition(
  { complete, containerName, image, partition, path, variables }: FileOptions,
  files: World['files'],
): Promise<JsonObject> {
  const source = readSourceText(await files.read(path, 'task-definition'), path);
  const substituted = substituteVariables(source, variables);
  const read = readTaskDefinition(substituted.value, source);
  const unreadable = [...substituted.problems, ...read.problems];
  if (unreadable.length > 0) throw new ConfigurationError(unreadable);
  const own = withoutEmptyMembers(read.definition);
  const definition =
    image === undefined || containersOf(own).length === 0 ? own : withImage(own, image, containerName);
  const problems = checkTaskDefinition(definition, {
    placeOf: (place) => source.placeOf(place),
    complete,
    partition,
  });
  if (problems.length > 0) throw new ConfigurationError(problems);
  return definition;
}
