import { describe, expect, test } from '@jest/globals';
import { ALL_ENGINES, controllerRule, FIRST } from '../deployment/engine-for.ts';
import { RULED_IDS, shownBy } from '../preflight/shown.ts';
import { COMMON } from './book.ts';

describe.each(ALL_ENGINES)('the rule book for $name', (kind) => {
  const [service, ...more] = COMMON;
  const rules = [service, controllerRule, ...more, ...kind.rules].filter((one) => one !== undefined);
  const ids = rules.map(({ id }) => id);
  const shown = shownBy(kind);

  test('has each rule once, after those that it needs', () => {
    expect(ids).toEqual([...new Set(ids)]);
    for (const [index, { id, needs }] of rules.entries())
      expect([id, needs.filter((need) => !ids.slice(0, index).includes(need))]).toEqual([id, []]);
  });

  test.each(ids)('rule %s is shown by one item of preflight, and so by the pipeline’s first look', (id) => {
    const items = Object.entries(shown).filter(([, rows]) => rows.includes(id));
    expect(items).toHaveLength(1);
    expect(RULED_IDS).toContain(items[0]?.[0]);
  });

  test('preflight shows no rule that the book does not have', () => {
    expect(
      Object.values(shown)
        .flat()
        .filter((id) => !ids.includes(id)),
    ).toEqual([]);
  });
});

test('the service and its controller are judged before anything else is looked at', () => {
  expect(FIRST.map(({ id }) => id)).toEqual(['service', 'controller']);
  expect(FIRST.flatMap(({ looks }) => looks).toSorted()).toEqual([
    'environment',
    'region',
    'region',
    'service',
    'service',
  ]);
});
