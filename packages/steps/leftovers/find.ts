import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import { closeWindow } from '../maintenance/close-window.ts';
import { userListeners } from '../maintenance/user-listeners.ts';
import { isOwnedByRun, rulesOf, windowOf } from '../maintenance/windows.ts';
import { readMark } from '../scaling/mark.ts';
import { restore } from '../scaling/restore.ts';
import type { World } from '../world.ts';

/** Where leftovers are looked for. */
export interface LeftoverPlace {
  readonly environment: Environment;
  readonly service: ServiceState;
  /** ARN; where it is known, one look at it tells whether there is a page at all. */
  readonly productionListener?: string | undefined;
}

/** Something that a step put up for a time and has not taken away (yet). */
export interface Leftover {
  /** `The maintenance page of shop/web` */
  readonly what: string;
  /** State of the service once the leftover is gone, as a sentence. */
  readonly restored: string;
  /** Whether its time is over, so that no step answers for it any more. */
  readonly ended: boolean;
  /** Whether this run put it up. */
  readonly ours: boolean;
  /** Epoch milliseconds. */
  readonly until: number | undefined;
  readonly runUrl: string | undefined;
  /** @throws CutoverError when it is still there */
  readonly takeAway: () => Promise<void>;
}

/** The maintenance page of a service. @throws CutoverError when it can't be looked for */
export async function findPage(world: World, place: LeftoverPlace): Promise<Leftover | undefined> {
  const { environment, productionListener, service } = place;
  const name = windowOf(service);
  const lookAt = productionListener === undefined ? await listenersOf(world, place) : [productionListener];
  const found = await Promise.all(lookAt.map(async (listener) => (await rulesOf(world, listener)).windows));
  const windows = found.flat().filter((window) => window.service === name);
  const [first] = windows;
  if (first === undefined) return undefined;
  // The rules of one window were made one after the other; the last one counts.
  const untils = windows.map(({ until = Infinity }) => until);
  const until = Math.max(...untils);
  const now = world.clock.now();
  return {
    what: `The maintenance page of ${name}`,
    restored: 'Users reach the service.',
    ended: until < now,
    ours: windows.every((window) => isOwnedByRun(window, world)),
    until: Number.isFinite(until) ? until : undefined,
    runUrl: first.runUrl,
    takeAway: async () => {
      const { listeners } = await userListeners(world, environment, service);
      await closeWindow(listeners, world, { service: name, endedBy: now });
    },
  };
}

/** A service without a listener that could show a page has none. */
async function listenersOf(
  world: World,
  { environment, service }: LeftoverPlace,
): Promise<readonly string[]> {
  try {
    return (await userListeners(world, environment, service)).listeners;
  } catch (error) {
    if (error instanceof ConfigurationError) return [];
    throw error;
  }
}

/** A suspension of scaling that a deployment made. @throws CutoverError when it can't be looked for */
export async function findSuspension(
  world: World,
  { environment }: LeftoverPlace,
): Promise<Leftover | undefined> {
  const { cluster, service } = environment;
  const target = await world.aws.scaling.describe(cluster, service);
  const mark = target === undefined ? undefined : await readMark(world, target);
  if (mark === undefined) return undefined;
  const { before, runUrl, until } = mark;
  return {
    what: `The suspension of scaling in of service ${service}`,
    restored: 'The service is scaled in again.',
    ended: until !== undefined && until < world.clock.now(),
    ours: runUrl !== undefined && runUrl === world.run.runUrl,
    until,
    runUrl,
    takeAway: async () => {
      const problem = await restore(world, { cluster, service, before });
      if (problem !== undefined) throw new ConfigurationError(problem);
    },
  };
}

/** `by https://…, until 2026-08-07T12:00:00.000Z`, as far as it is known. */
export function originOf({ runUrl, until }: Pick<Leftover, 'runUrl' | 'until'>): string {
  const parts = [
    runUrl === undefined ? '' : `by ${runUrl}`,
    until === undefined ? 'without an end' : `until ${new Date(until).toISOString()}`,
  ];
  return parts.filter(Boolean).join(', ');
}
