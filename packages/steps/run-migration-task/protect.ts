import { restoreCommand, type Database } from '@cutover/domain/backup';
import type { Environment } from '@cutover/domain/environment';
import type { ServiceState } from '@cutover/domain/ecs-service';
import { ConfigurationError, CutoverError } from '@cutover/domain/errors';
import { isSuccess, type Outcome } from '@cutover/domain/outcome';
import { closeWindow } from '../maintenance/close-window.ts';
import { openWindow, type WindowOrder } from '../maintenance/open-window.ts';
import { maintenancePage } from '../maintenance/page.ts';
import { userListeners } from '../maintenance/user-listeners.ts';
import { ownerOf, windowOf } from '../maintenance/windows.ts';
import type { World } from '../world.ts';
import { NOTHING, type MigrationOutputs } from './outcomes.ts';
import type { MigrationInputs } from './plan.ts';
import { findDatabase, pruneSnapshots, snapshotId, takeSnapshot, type Backup } from './snapshot.ts';

/** What is done around the commands, found and checked before anything is changed. */
export interface Protection {
  readonly window: WindowOrder | undefined;
  readonly database: Database | undefined;
}

/** Remembered for `post:`. */
const LISTENERS = 'maintenance-listeners';
const OWNER = 'maintenance-owner';

/** @throws ConfigurationError when a page can't be shown, or there is no such database */
export async function planProtection(
  given: MigrationInputs,
  named: { readonly environment: Environment | undefined; readonly service: ServiceState | undefined },
  world: World,
): Promise<Protection> {
  const database = given.snapshot === undefined ? undefined : await findDatabase(world, given.snapshot);
  if (!given.maintenance) return { window: undefined, database };
  const { environment, service } = named;
  if (environment === undefined || service === undefined) {
    throw new ConfigurationError({
      message: 'Input maintenance needs to know whose users are to see the page.',
      remedy: 'Add service: and cluster:, or stack:.',
    });
  }
  const file = given['maintenance-page'];
  const text = file === undefined ? undefined : await world.files.read(file, 'maintenance-page');
  return {
    window: {
      ...(await userListeners(world.aws, environment, service)),
      service: windowOf(service),
      page: maintenancePage(text, file, given['retry-after-seconds']),
    },
    database,
  };
}

/**
 * Runs the commands behind a maintenance page and after a snapshot. The page comes first, so that nothing that users write
 * is missing in the snapshot; it goes when anything fails, and stays after success for what follows in the job.
 */
export async function runProtected(
  { window, database }: Protection,
  given: MigrationInputs,
  world: World,
  commands: () => Promise<Outcome<MigrationOutputs>>,
): Promise<Outcome<MigrationOutputs>> {
  let backup: Backup | undefined;
  let begun = false;
  const act = async (): Promise<Outcome<MigrationOutputs>> => {
    if (window !== undefined) {
      world.remember(LISTENERS, window.listeners.join(','));
      world.remember(OWNER, ownerOf(world));
      await openWindow(window, world);
      world.progress.report({
        type: 'note',
        text: `Users of ${window.service} see the maintenance page, on ${count(window.listeners.length, 'listener')}.`,
      });
    }
    if (database !== undefined) {
      const before = await beforehand(database, given, world);
      if ('kind' in before) return before;
      backup = before.backup;
    }
    world.signal.throwIfAborted();
    begun = true;
    const outcome = await commands();
    const keep = given['snapshot-keep'];
    if (backup !== undefined && keep !== undefined && isSuccess(outcome))
      await pruneSnapshots(backup, keep, world);
    return outcome;
  };
  let outcome;
  try {
    outcome = await act();
  } catch (error) {
    if (window !== undefined) await showServiceAgain(window, world);
    if (begun || !world.signal.aborted) throw error;
    outcome = {
      kind: 'cancelled',
      headline: 'Cancelled before a task was started.',
      findings: [],
      remedy: 'No command was run. Run the job again.',
      outputs: NOTHING,
    } as const;
    return withBackup(outcome, backup, world);
  }
  if (window !== undefined) {
    if (isSuccess(outcome)) {
      world.progress.report({
        type: 'note',
        text: 'The maintenance page stays until the deployment has moved the traffic, or the job ends.',
      });
    } else await showServiceAgain(window, world);
  }
  return withBackup(outcome, backup, world);
}

/** The snapshot, or the outcome when there is none: without it no command is run. */
async function beforehand(
  database: Database,
  given: MigrationInputs,
  world: World,
): Promise<{ readonly backup: Backup } | Outcome<MigrationOutputs>> {
  const id = snapshotId(database, given, world, String(world.clock.now()));
  const undone = 'No command was run and no traffic was moved: what served before serves now.';
  const state = { begun: false };
  const left = (): string =>
    state.begun
      ? ` Snapshot ${id} goes on by itself, does no harm and is never restored by itself; ${deleteCommand(database, id, world.aws.region)} removes it.`
      : ' No snapshot was begun.';
  try {
    const end = await takeSnapshot(database, id, given, world, state);
    switch (end.kind) {
      case 'taken':
        return { backup: end.backup };
      case 'failed':
        return {
          kind: 'failed',
          headline: end.sentence,
          findings: [],
          remedy: `${undone} ${end.remedy}`,
          outputs: NOTHING,
        };
      case 'timedOut':
        return {
          kind: 'timedOut',
          headline: `Snapshot ${id} of database ${database.id} was not complete after ${given['snapshot-timeout-minutes']} minutes (${end.reason}).`,
          findings: [],
          remedy: `${undone}${left()} Raise snapshot-timeout-minutes and run the job again.`,
          outputs: NOTHING,
        };
    }
  } catch (error) {
    if (world.signal.aborted) {
      return {
        kind: 'cancelled',
        headline: `Cancelled while snapshot ${id} of database ${database.id} was being taken.`,
        findings: [],
        remedy: `${undone}${left()} Run the job again.`,
        outputs: NOTHING,
      };
    }
    if (!(error instanceof CutoverError)) throw error;
    return {
      kind: 'failed',
      headline: `No snapshot of database ${database.id} could be taken: ${error.message}`,
      findings: error.findings,
      remedy: `${undone} ${error.remedy}`,
      outputs: NOTHING,
    };
  }
}

/** A page that can't be taken away now is taken away by `post:`, as the step does not end well. */
async function showServiceAgain(window: WindowOrder, world: World): Promise<void> {
  try {
    const closed = await closeWindow(window.listeners, world, {
      service: window.service,
      owner: ownerOf(world),
    });
    if (closed > 0)
      world.progress.report({
        type: 'note',
        text: 'The maintenance page was taken away: users reach the service.',
      });
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    world.progress.report({
      type: 'warning',
      text: `The maintenance page could not be taken away yet: ${error.message}`,
      remedy: error.remedy,
    });
  }
}

/** What `post:` does: takes the page away that this step of this run put up, if it is still there. */
export async function takePageAway(
  remembered: Readonly<Record<string, string>>,
  world: World,
): Promise<void> {
  const listeners = remembered[LISTENERS];
  const owner = remembered[OWNER];
  if (listeners === undefined || owner === undefined) return;
  const closed = await closeWindow(listeners.split(','), world, { owner });
  if (closed === 0) return;
  world.progress.report({
    type: 'note',
    text: 'The maintenance page was taken away: users reach the service.',
  });
}

function withBackup(
  outcome: Outcome<MigrationOutputs>,
  backup: Backup | undefined,
  world: World,
): Outcome<MigrationOutputs> {
  if (backup === undefined) return outcome;
  const { database, id } = backup;
  const command = restoreCommand(database, id, world.aws.region);
  const summary = [
    ...(outcome.summary ?? []),
    {
      kind: 'facts',
      title: 'Snapshot',
      facts: [
        ['Database', `${database.id} (${database.kind}, ${database.engine})`],
        ['Snapshot', id],
        ['Restore', command],
      ],
    } as const,
  ];
  const common = { outputs: { ...outcome.outputs, 'snapshot-id': id }, summary };
  return isSuccess(outcome) || !('remedy' in outcome)
    ? { ...outcome, ...common }
    : { ...outcome, ...common, remedy: `${outcome.remedy} The database as it was before: ${command}` };
}

function deleteCommand({ kind }: Database, id: string, region: string): string {
  return kind === 'cluster'
    ? `aws rds delete-db-cluster-snapshot --region ${region} --db-cluster-snapshot-identifier ${id}`
    : `aws rds delete-db-snapshot --region ${region} --db-snapshot-identifier ${id}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
