import { ConfigurationError } from '@cutover/domain/errors';
import type { JsonObject } from '@cutover/domain/json';
import { readSourceText } from '@cutover/domain/source-text';
import { checkTaskDefinition } from '@cutover/domain/task-definition/check';
import { readTaskDefinition } from '@cutover/domain/task-definition/read';
import type { World } from '../world.ts';

/** The task definition of a file, in which a stack may leave things out. @throws ConfigurationError with all problems */
export async function readDefinition(
  path: string,
  files: World['files'],
  hasStack: boolean,
): Promise<JsonObject> {
  const source = readSourceText(await files.read(path, 'task-definition'), path);
  const { definition, problems } = readTaskDefinition(source.value, source);
  const all = [
    ...problems,
    ...checkTaskDefinition(definition, { placeOf: (place) => source.placeOf(place), complete: !hasStack }),
  ];
  if (all.length > 0) throw new ConfigurationError(all);
  return definition;
}
