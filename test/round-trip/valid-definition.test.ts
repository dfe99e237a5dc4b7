import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { checkTaskDefinition } from '@cutover/domain/task-definition/check';
import { validDefinitions } from './valid-definition.ts';

test('the check refuses none of the definitions that are sent there and back', () => {
  const refused = new Map<string, unknown>();
  for (const definition of fc.sample(validDefinitions, { seed: 1, numRuns: 1000 }))
    for (const { what, fix } of checkTaskDefinition(definition, { complete: true, partition: 'aws' }))
      refused.set(fix, { what, definition });
  expect([...refused.values()]).toEqual([]);
});
