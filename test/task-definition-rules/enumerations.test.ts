import { expect, test } from '@jest/globals';
import { ENUMERATIONS } from '@cutover/domain/task-definition/check-words';
import { model } from '@cutover/simulator/kernel/model/ecs';

/** Every enumeration of a request of the API model: path without list indices, and its words. */
function enumerations(
  shape: string,
  path: string,
  seen: readonly string[] = [],
): readonly [string, string][] {
  const found = model.shapes[shape];
  if (found === undefined || seen.includes(shape)) return [];
  if (found.is === 'string')
    return found.values === undefined ? [] : [[path, [...found.values].toSorted().join()]];
  if (found.is === 'list') return enumerations(found.of, path, [...seen, shape]);
  if (found.is !== 'structure') return [];
  return Object.entries(found.members).flatMap(([name, member]) =>
    enumerations(member, path === '' ? name : `${path}.${name}`, [...seen, shape]),
  );
}

test('the enumerations of a task definition are those of the API model', () => {
  const known = ENUMERATIONS.map(({ path, words }) => [path, [...words].toSorted().join()]);
  expect(Object.fromEntries(known)).toEqual(
    Object.fromEntries(enumerations('RegisterTaskDefinitionRequest', '')),
  );
});
