import { textOf, type JsonObject } from '@cutover/domain/text/json';
import { containersOf } from '@cutover/domain/task-definition/containers';
import type { GivenImages } from './resolve-images.ts';

/** The one digest that a revision is about: of the images that the inputs name, else of all that it has. */
export function traceDigest({ image, images }: GivenImages, definition: JsonObject): string | undefined {
  const named = digests([image ?? '', ...images.values()]);
  const all =
    named.length > 0
      ? named
      : digests(containersOf(definition).map((container) => textOf(container['image'])));
  return all.length === 1 ? all[0] : undefined;
}

function digests(references: readonly string[]): readonly string[] {
  return [
    ...new Set(references.flatMap((reference) => /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1] ?? [])),
  ];
}
