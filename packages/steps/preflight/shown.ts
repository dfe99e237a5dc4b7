import type { ItemId } from '../checklist/item.ts';
import type { Shown } from '../checklist/ruled.ts';
import { ALL_ENGINES } from '../deployment/engine-for.ts';
import type { EngineKind } from '../deployment/engine-kind.ts';

/** Rows of the rule book, common to all engines, that each item shows. */
export const SHOWN = {
  service: ['service'],
  controller: ['controller'],
  'desired-count': ['desired-count', 'gate-has-targets'],
  'task-definition': ['revision', 'revision-active'],
  container: ['container'],
} as const satisfies Shown;

/** The same with the rows of an engine. */
export function shownBy({ shown }: Pick<EngineKind, 'shown'>): Shown {
  const ids = new Set([...Object.keys(SHOWN), ...Object.keys(shown)] as ItemId[]);
  return Object.fromEntries(
    [...ids].map((id) => [id, [...((SHOWN as Shown)[id] ?? []), ...(shown[id] ?? [])]]),
  );
}

/** Items that show rows of the rule book, whichever engine deploys. */
export const RULED_IDS: ReadonlySet<string> = new Set(
  ALL_ENGINES.flatMap((kind) => Object.keys(shownBy(kind))),
);
