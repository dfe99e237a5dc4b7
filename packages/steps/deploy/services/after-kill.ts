import { afterKill } from '../../deployment/engine-for.ts';
import { restoreAfterKill } from '../../scaling/hold.ts';
import { cleanUpAll } from '../../clean-up.ts';
import { savedJson } from '../../saved-state.ts';
import type { World } from '../../world.ts';

/**
 * `post:` of a run that was killed. Several services belong together: until all of them were decided, also the ones that
 * had reached their milestone are told to go back.
 */
export async function afterKillOfAll(
  remembered: Readonly<Record<string, string>>,
  world: World,
): Promise<void> {
  const { services, settled } = remembered;
  const count = services === undefined ? 0 : savedJson('services', services, isList).length;
  if (count === 0) {
    await undo(remembered, world);
    return;
  }
  const work = Array.from({ length: count }, async (_, index) => {
    const own = Object.fromEntries(
      Object.entries(remembered)
        .filter(([key]) => key.startsWith(`${index}.`))
        .map(([key, value]) => [key.slice(`${index}.`.length), value]),
    );
    await undo({ ...own, settled: settled ?? '' }, world);
  });
  const ends = await Promise.allSettled(work);
  await cleanUpAll(
    ends.map((end) => ({
      act: async () => {
        if (end.status === 'rejected') throw end.reason;
      },
    })),
  );
}

/** More services than one run deploys together. */
const MOST_SERVICES = 1000;

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= MOST_SERVICES;
}

async function undo(remembered: Readonly<Record<string, string>>, world: World): Promise<void> {
  await cleanUpAll([
    { act: () => afterKill(remembered, world) },
    { act: () => restoreAfterKill(remembered, world) },
  ]);
}
