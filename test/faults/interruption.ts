import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '@cutover/simulator/kernel/faults';
import type { ActionResult, RunningAction } from '@cutover/runner/run-action';
import { start } from '../bundles/action.ts';
import { Account, type AccountOptions } from './account.ts';
import { HANG_MS, watch, whileMoving, type Watched } from './process.ts';
import type { CellResult } from './stage.ts';

/** GitHub's runner sends SIGINT, then SIGTERM, and then it kills. */
const PATIENCE_MS = { SIGINT: 7500, SIGTERM: 2500 } as const;

export type Interruption = 'SIGINT' | 'SIGTERM' | 'SIGKILL';

/** A moment in the life of a process, known by what has happened. */
export interface Instant {
  readonly name: string;
  readonly fault?: Fault;
  /** Seen while AWS time stands still ('rest') or passes ('move'). */
  readonly when: 'rest' | 'move';
  readonly look: (account: Account) => boolean | Promise<boolean>;
  /** Whether AWS has begun something by then that goes on without the process. */
  readonly begun: boolean;
}

/** An action that writes, its moments, and what has to hold when it was interrupted. */
export interface Subject {
  readonly step: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly account?: AccountOptions;
  /** Inputs that are others when the action is run again. */
  readonly again?: Readonly<Record<string, string>>;
  readonly prepare?: (account: Account, workspace: string) => Promise<void>;
  readonly instants: readonly Instant[];
  /** Moments of `post:` after the action was killed while something had begun; `begun`: what `post:` does has begun. */
  readonly post?: { readonly after: Instant; readonly instants: readonly Instant[] };
  /** What must not be once `post:` has run to its end, in sentences. */
  readonly after: (account: Account, seen: Interrupted) => Promise<readonly string[]>;
  /** What must not be when the action was run again, with success. */
  readonly done: (account: Account, again: ActionResult) => Promise<readonly string[]>;
}

/** What came of an interruption. */
export interface Interrupted {
  readonly first: ActionResult;
  readonly post: ActionResult | undefined;
  readonly begun: boolean;
}

/** Interrupts the action at that instant, runs `post:` as the runner does, and runs the action once more. */
export async function interrupt(subject: Subject, instant: Instant, how: Interruption): Promise<CellResult> {
  return await play(subject, async (account, workspace) => {
    const first = await runTo(account, subject, workspace, instant, how);
    const post = await whileMoving(account, first.post());
    const violations = (post?.errors ?? []).map((message) => `post: ${message}`);
    violations.push(...(await subject.after(account, { first, post, begun: instant.begun })));
    return { first, violations };
  });
}

/** Kills the action while something had begun, interrupts its `post:`, and runs the action once more. */
export async function interruptPost(
  subject: Subject,
  instant: Instant,
  how: Interruption,
): Promise<CellResult> {
  return await play(subject, async (account, workspace) => {
    const { after } = subject.post ?? {};
    if (after === undefined) throw new Error(`${subject.step} has no moment to be killed at`);
    const first = await runTo(account, subject, workspace, after, 'SIGKILL');
    account.sim.calls.length = 0;
    if (instant.fault !== undefined) account.live.fault(instant.fault);
    const running = await first.startPost();
    if (running === undefined) throw new Error(`${subject.step} has no post:`);
    const post = watch(running);
    await account[instant.when](async () => ((await instant.look(account)) || post.over ? true : undefined));
    await end(account, running, post, how);
    await whileMoving(account, running.done);
    return { first, violations: post.hung ? ['post: hangs'] : [] };
  });
}

/** Does it in an account of its own, and then runs the action again. */
async function play(
  subject: Subject,
  act: (
    account: Account,
    workspace: string,
  ) => Promise<{ readonly first: ActionResult; readonly violations: readonly string[] }>,
): Promise<CellResult> {
  const account = await Account.open(subject.account);
  const workspace = await mkdtemp(join(tmpdir(), 'cutover-interrupted-'));
  const violations: string[] = [];
  try {
    await subject.prepare?.(account, workspace);
    account.sim.calls.length = 0;
    const { first, violations: found } = await act(account, workspace);
    violations.push(...found);
    account.sim.faults.clear();
    const again = await run(
      account,
      { ...subject, inputs: { ...subject.inputs, ...subject.again } },
      workspace,
      '2',
    );
    if (again.exitCode !== 0) violations.push(`the second run failed: ${again.errors.join('\n')}`);
    violations.push(...(await subject.done(account, again)));
    const { dropped } = account;
    if (dropped.length > 0) violations.push(`${dropped.length} requests were dropped: ${dropped[0] ?? ''}`);
    await Promise.all([first.dispose(), again.dispose()]);
    return { verdict: 'old version serves', violations, requests: account.requests };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { verdict: undefined, violations: [...violations, said], requests: account.requests };
  } finally {
    await account.close();
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Starts the action and interrupts it at that instant. */
async function runTo(
  account: Account,
  subject: Subject,
  workspace: string,
  instant: Instant,
  how: Interruption,
): Promise<ActionResult> {
  if (instant.fault !== undefined) account.live.fault(instant.fault);
  return await run(account, subject, workspace, '1', async (running, step) => {
    await account[instant.when](async () => ((await instant.look(account)) || step.over ? true : undefined));
    await end(account, running, step, how);
  });
}

async function run(
  account: Account,
  { inputs, step: name }: Subject,
  workspace: string,
  attempt: string,
  meanwhile?: (running: RunningAction, step: Watched) => Promise<void>,
): Promise<ActionResult> {
  const env = { ...account.live.env, GITHUB_RUN_ATTEMPT: attempt };
  const running = await start(name, { inputs, env, workspace });
  const step = watch(running);
  try {
    await meanwhile?.(running, step);
    const result = await account.pace(() => step.result);
    if (step.hung)
      throw new Error(`hangs: still running after ${HANG_MS / 1000} s\n${result.stdout.slice(-2000)}`);
    return result;
  } finally {
    running.process.kill('SIGKILL');
  }
}

/** Sends the signal and, as the runner does, what follows when the process doesn't end. */
async function end(
  account: Account,
  { process }: RunningAction,
  step: Watched,
  how: Interruption,
): Promise<void> {
  process.kill(how);
  // What takes minutes is not over within the seconds in which a cancelled step tries again.
  let since = Date.now();
  let sent = how;
  await account.rest(() => {
    if (step.over || account.stops) return true;
    if (sent !== 'SIGKILL' && Date.now() - since > PATIENCE_MS[sent]) {
      sent = sent === 'SIGINT' ? 'SIGTERM' : 'SIGKILL';
      since = Date.now();
      process.kill(sent);
    }
    return undefined;
  });
}
