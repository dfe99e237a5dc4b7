import { restoreCommand, type Database } from '@cutover/domain/backup';
import type { Environment } from '@cutover/domain/environment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { ConfigurationError, CutoverError } from '@cutover/domain/errors';
import { isSuccess, type Outcome } from '@cutover/domain/outcome';
import { closeWindow } from '../maintenance/close-window.ts';
import { openWindow, type WindowOrder } from '../maintenance/open-window.ts';
import { maintenancePage } from '../maintenance/page.ts';
import { userListeners } from '../maintenance/user-listeners.ts';
import { isOwnedByRun, ownerOf, rulesOf, windowOf } from '../maintenance/windows.ts';
import type { World } from '../world.ts';
import type { MigrationOutputs } from './outputs.ts';
import type { MigrationInputs } from './plan.ts';
import { findDatabase, pruneSnapshots, snapshotId, takeSnapshot, type Backup } from './snapshot.ts';

/** Protection around the commands, found and checked before anything is changed. */
export interface MigrationProtection {
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
): Promise<MigrationProtection> {
  const database = given.snapshot === undefined ? undefined : await findDatabase(world, given.snapshot);
  if (!given.maintenance) return { window: undefined, database };
  const { environment, service } = named;
  if (environment === undefined || service === undefined) {
    throw new ConfigurationError({
      what: 'Input maintenance needs to know whose users are to see the page.',
      fix: 'Add service: and cluster:, or stack:.',
    });
  }
  const file = given['maintenance-page'];
  const text = file === undefined ? undefined : await world.files.read(file, 'maintenance-page');
  return {
    window: {
      ...(await userListeners(world, environment, service)),
      service: windowOf(service),
      page: maintenancePage(text, file, given['retry-after-seconds']),
      lastsMs: pageMinutes(given) * 60_000,
    },
    database,
  };
}

/** Minutes after the migration's own time in which a deployment has to begin, which then prolongs the window. */
const UNTIL_DEPLOYMENT_MINUTES = 60;

function pageMinutes(given: MigrationInputs): number {
  const before = given.snapshot === undefined ? 0 : given['snapshot-timeout-minutes'];
  return before + given['timeout-minutes'] + UNTIL_DEPLOYMENT_MINUTES;
}

/**
 * Runs the commands behind a maintenance page and after a snapshot. The page comes first, so that nothing that users write
 * is missing in the snapshot; it goes when anything fails, and stays after success for what follows in the job.
 */
export async function runProtected(
  { window, database }: MigrationProtection,
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
        text: `Users of ${window.service} see the maintenance page, on ${count(window.listeners.length, 'listener')}, until ${new Date(world.clock.now() + window.lastsMs).toISOString()} at most.`,
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
      what: 'Cancelled before a task was started.',
      findings: [],
      fix: 'No command was run. Run the job again.',
      outputs: {},
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
          what: end.sentence,
          findings: [],
          fix: `${undone} ${end.fix}`,
          outputs: {},
        };
      case 'timedOut':
        return {
          kind: 'timedOut',
          what: `Snapshot ${id} of database ${database.id} was not complete after ${given['snapshot-timeout-minutes']} minutes (${end.reason}).`,
          findings: [],
          fix: `${undone}${left()} Raise snapshot-timeout-minutes and run the job again.`,
          outputs: {},
        };
    }
  } catch (error) {
    if (world.signal.aborted) {
      return {
        kind: 'cancelled',
        what: `Cancelled while snapshot ${id} of database ${database.id} was being taken.`,
        findings: [],
        fix: `${undone}${left()} Run the job again.`,
        outputs: {},
      };
    }
    if (!(error instanceof CutoverError)) throw error;
    return {
      kind: 'failed',
      what: `No snapshot of database ${database.id} could be taken: ${error.message}`,
      findings: error.findings,
      fix: `${undone} ${error.fix}`,
      outputs: {},
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
      what: `The maintenance page could not be taken away yet: ${error.message}`,
      fix: error.fix,
    });
  }
}

/** The work of `post:`: removes the page that this step of this run put up, if it is still there. */
export async function takePageAway(
  remembered: Readonly<Record<string, string>>,
  world: World,
): Promise<void> {
  const listeners = remembered[LISTENERS];
  const owner = remembered[OWNER];
  if (listeners === undefined || owner === undefined) return;
  // The file of the saved state may have been written to by others; a window of another run is not ours to close.
  if (!isOwnedByRun({ owner }, world)) return;
  const all = listeners.split(',');
  let closed = 0;
  try {
    closed = await closeWindow(all, world, { owner });
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    closed = await settleUnclosed(all, owner, error, world);
  }
  if (closed === 0) return;
  world.progress.report({
    type: 'note',
    text: 'The maintenance page was taken away: users reach the service.',
  });
}

/**
 * Looks what became of a page that could not be taken away. Its answer may only have got lost, or the deployment has taken
 * it away already.
 * @returns rules that are gone
 * @throws ConfigurationError when users still see the page, or may see it
 */
async function settleUnclosed(
  listeners: readonly string[],
  owner: string,
  reason: CutoverError,
  world: World,
): Promise<number> {
  const fix =
    'To take it away: run preflight with clean-up: true, or delete the rule of the listener that answers 503.';
  let left;
  try {
    const rules = await Promise.all(listeners.map((listener) => rulesOf(world, listener)));
    left = rules.flatMap(({ windows }) => windows).filter((window) => window.owner === owner);
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    // Users may see it for an hour: a job that knows no better must not be green.
    throw new ConfigurationError(
      {
        what: `Users may still see the maintenance page; whether they do could not be found out: ${reason.message}`,
        fix: `${fix} ${reason.fix}`,
      },
      { cause: reason },
    );
  }
  if (left.length === 0) return listeners.length;
  const until = left.find((window) => window.until !== undefined)?.until;
  throw new ConfigurationError(
    {
      what: `Users of ${left[0]?.service ?? ''} still see the maintenance page${until === undefined ? '' : `, whose time ends at ${new Date(until).toISOString()}`}: ${reason.message}`,
      fix: `${fix} ${reason.fix}`,
    },
    { cause: reason },
  );
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
  return isSuccess(outcome) || !('fix' in outcome)
    ? { ...outcome, ...common }
    : { ...outcome, ...common, fix: `${outcome.fix} The database as it was before: ${command}` };
}

function deleteCommand({ kind }: Database, id: string, region: string): string {
  return kind === 'cluster'
    ? `aws rds delete-db-cluster-snapshot --region ${region} --db-cluster-snapshot-identifier ${id}`
    : `aws rds delete-db-snapshot --region ${region} --db-snapshot-identifier ${id}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
