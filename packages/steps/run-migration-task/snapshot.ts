import { createHash } from 'node:crypto';
import type { Database, Snapshot } from '@cutover/domain/backup';
import { ConfigurationError, CutoverError } from '@cutover/domain/errors';
import { TRACE_TAGS } from '@cutover/domain/task-definition/trace-tags';
import { wait, type Verdict } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import type { MigrationInputs } from './plan.ts';
import { sayOften } from './start-task.ts';

/** Names the database; only snapshots that carry it are ever deleted. */
const TAG = 'cutover:snapshot-of';
/** Prefix of every snapshot's name, so that a policy can be limited to them. */
const PREFIX = 'cutover-';

/** A snapshot that is complete. */
export interface Backup {
  readonly database: Database;
  readonly id: string;
}

/** State of a snapshot while RDS creates it. */
export interface BackupState {
  begun: boolean;
}

export type BackupEnd =
  | { readonly kind: 'taken'; readonly backup: Backup }
  | { readonly kind: 'failed'; readonly sentence: string; readonly fix: string }
  | { readonly kind: 'timedOut'; readonly id: string; readonly reason: string };

/** @throws ConfigurationError when RDS knows neither an instance nor a cluster of this name */
export async function findDatabase(world: World, name: string): Promise<Database> {
  const found = await world.aws.backups.database(name);
  if (found !== undefined) return found;
  throw new ConfigurationError({
    what: `Input snapshot: RDS has no database instance and no cluster ${name} in ${world.aws.region}.`,
    fix: 'Give the identifier that RDS shows (not the endpoint, not the name of the schema), or correct aws-region.',
  });
}

/**
 * The name of an attempt's snapshot. It follows from the run, so that a retry, a lost answer and a second process of the
 * same attempt find the snapshot that is there; a new attempt gets another one.
 */
export function snapshotId(database: Database, given: MigrationInputs, world: World, seed: string): string {
  const { run } = world;
  const work = createHash('sha256')
    .update(
      JSON.stringify([
        run.repository,
        run.job,
        run.step ?? '',
        given['job-key'],
        given.commands,
        given.command ?? null,
      ]),
    )
    .digest('hex')
    .slice(0, 6);
  return `${PREFIX}${shortOf(database)}-${run.runId || seed}-${run.runAttempt || '1'}-${work}`.toLowerCase();
}

/** Whether `snapshotId` made a name, for any run. */
function isOwnName(id: string, database: Database): boolean {
  const begin = `${PREFIX}${shortOf(database)}-`.toLowerCase();
  return id.startsWith(begin) && /^\d+-\d+-[0-9a-f]{6}$/.test(id.slice(begin.length));
}

/** RDS takes 63 characters for clusters, and no hyphens side by side or at the end. */
function shortOf({ id }: Database): string {
  return id.slice(0, 28).replace(/-+$/, '');
}

/** Has a snapshot made of the database and waits until it is complete. @throws CutoverError when RDS refuses it */
export async function takeSnapshot(
  database: Database,
  id: string,
  given: MigrationInputs,
  world: World,
  state: BackupState,
): Promise<BackupEnd> {
  const { aws, clock, progress, run, signal } = world;
  const minutes = given['snapshot-timeout-minutes'];
  const began = clock.now();
  const tags = Object.fromEntries(
    [
      [TAG, database.id],
      [TRACE_TAGS.commit, run.commit],
      [TRACE_TAGS.run, run.runUrl],
    ].filter(([, value]) => value !== ''),
  ) as Record<string, string>;
  const ask = async (): Promise<string> => {
    switch (await aws.backups.create(database, id, tags)) {
      case 'created':
        progress.report({ type: 'note', text: `Snapshot ${id} of database ${database.id} was begun.` });
        state.begun = true;
        return 'creating';
      case 'exists':
        state.begun = true;
        return 'creating';
      case 'busy':
        return `database ${database.id} is not available, so that no snapshot can be begun`;
    }
  };
  const result = await wait(
    async (): Promise<Verdict<Snapshot>> => {
      const found = await aws.backups.snapshot(database.kind, id);
      if (found === undefined) {
        // Just created and not yet seen by every reader; asking again makes no second one.
        return { state: 'pending', reason: await ask() };
      }
      if (!state.begun) {
        state.begun = true;
        progress.report({ type: 'note', text: `Snapshot ${id} is this attempt’s own already.` });
      }
      const percent = found.percent === undefined ? '' : `, ${found.percent} %`;
      return found.status === 'available' || FAILED_SNAPSHOT.test(found.status)
        ? { state: 'done', value: found }
        : { state: 'pending', reason: `${found.status}${percent}` };
    },
    {
      clock,
      signal,
      deadline: began + minutes * 60_000,
      intervalMs: given['poll-interval-seconds'] * 1000,
      onPending: sayOften(world, `snapshot ${id}`, minutes * 60),
    },
  );
  if (result.kind === 'timedOut') return { kind: 'timedOut', id, reason: result.reason };
  if (result.value.status !== 'available') {
    return {
      kind: 'failed',
      sentence: `Snapshot ${id} of database ${database.id} ended in the state ${result.value.status}.`,
      fix: 'Look at the events of the database in the RDS console, delete the snapshot and run the job again.',
    };
  }
  progress.report({
    type: 'note',
    text: `Snapshot ${id} is complete after ${Math.round((clock.now() - began) / 1000)} s.`,
  });
  return { kind: 'taken', backup: { database, id } };
}

/** Statuses in which a snapshot stays: `failed`, `error`, `incompatible-restore`; all others but `available` pass. */
const FAILED_SNAPSHOT = /fail|error|delet|incompatible|inaccessible/;

/** Deletes the oldest of the database's snapshots that this action made, beyond so many. Never fails the step. */
export async function pruneSnapshots({ database }: Backup, keep: number, world: World): Promise<void> {
  const { aws, progress } = world;
  try {
    const own = (await aws.backups.snapshotsOf(database))
      // RDS copies tags to snapshots and to what is restored from them, so a tag alone proves nothing.
      .filter(
        ({ id, status, tags }) =>
          status === 'available' && tags.get(TAG) === database.id && isOwnName(id, database),
      )
      .toSorted((a, b) => (b.createdAt ?? Infinity) - (a.createdAt ?? Infinity));
    for (const { id } of own.slice(keep)) {
      await aws.backups.remove(database.kind, id);
      progress.report({ type: 'note', text: `Deleted the older snapshot ${id}.` });
    }
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    progress.report({
      type: 'warning',
      what: `Older snapshots could not be deleted: ${error.message}`,
      fix: error.fix,
    });
  }
}
