import { afterKill } from '../../deployment/after-kill.ts';
import { restoreAfterKill } from '../../deployment/suspended-scaling.ts';
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
  const count = services === undefined ? 0 : (JSON.parse(services) as readonly string[]).length;
  if (count === 0) {
    await undo(remembered, world);
    return;
  }
  const ends = await Promise.allSettled(
    Array.from({ length: count }, async (_, index) => {
      const own = Object.fromEntries(
        Object.entries(remembered)
          .filter(([key]) => key.startsWith(`${index}.`))
          .map(([key, value]) => [key.slice(`${index}.`.length), value]),
      );
      await undo({ ...own, settled: settled ?? '' }, world);
    }),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

async function undo(remembered: Readonly<Record<string, string>>, world: World): Promise<void> {
  try {
    await afterKill(remembered, world);
  } finally {
    await restoreAfterKill(remembered, world);
  }
}
