import { setFailed } from '@actions/core';
import type { Ancestry } from '@cutover/domain/ancestry';
import type { Clock } from '@cutover/domain/clock';
import type { Files } from '@cutover/domain/files';
import { parseInputs, type InputSchema } from '@cutover/domain/inputs';
import { isSuccess, type Outcome } from '@cutover/domain/outcome';
import type { Progress } from '@cutover/domain/progress';
import type { RunContext } from '@cutover/domain/run-context';
import { cancellation } from './cancellation.ts';
import { systemClock } from './clock.ts';
import { endingOf, type Ending } from './ending.ts';
import { givenInputs } from './given-inputs.ts';
import { Masks } from './masks.ts';
import { publish } from './publish.ts';
import { Recorder } from './recorder.ts';
import { readRunContext } from './run-context.ts';
import { remember, remembered } from './state.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** A step as this edge sees it: whatever world it lives in. */
export interface Runnable<W> {
  readonly name: string;
  readonly inputs: InputSchema;
  run(inputs: Readonly<Record<string, unknown>>, world: W): Promise<Outcome>;
  post?(remembered: Readonly<Record<string, string>>, world: W): Promise<void>;
  after?(remembered: Readonly<Record<string, string>>, world: W): Promise<void>;
}

/** What GitHub's runner contributes to a step's world. */
export interface RunnerParts {
  readonly clock: Clock;
  readonly files: Files;
  readonly progress: Progress;
  readonly run: RunContext;
  readonly signal: AbortSignal;
  remember(key: string, value: string): void;
  ancestry(base: string, head: string, token: string | undefined): Promise<Ancestry>;
  mask(secret: string): void;
}

/** Completes the world; `given` are the texts of the inputs, already found valid. */
export type MakeWorld<W> = (parts: RunnerParts, given: Readonly<Record<string, string>>) => W | Promise<W>;

/** Remembered when the step ended well: nothing is left for `post:` to mend. */
const ENDED = 'ended';

/**
 * The main entry of every action: inputs in, outputs, annotations, summary, report and exit code out. Bad input ends the
 * run before the world exists, so before the first AWS call. Never rejects and never ends the process by force.
 */
export async function runStep<W>(step: Runnable<W>, makeWorld: MakeWorld<W>): Promise<void> {
  const action = new ActionRun(step);
  let run: RunContext | undefined;
  action.announce();
  const ending = await action.conclude(async () => {
    const inputs = parseInputs(step.inputs, action.given);
    run = await readRunContext();
    const parts = action.parts(run);
    const world = await makeWorld(parts, action.given);
    parts.signal.throwIfAborted();
    const outcome = await step.run(inputs, world);
    if (isSuccess(outcome)) remember(ENDED, 'true');
    return outcome;
  });
  await action.publish(ending, run);
}

/**
 * The post entry: undoes what a step that was killed, that threw, or that could not make production safe itself has left
 * behind, or, when the main entry ended well, takes away what it left on purpose (`after`). Does nothing when the main
 * entry never came to remember anything, and says nothing when nothing was left to do.
 */
export async function runPost<W>(step: Runnable<W>, makeWorld: MakeWorld<W>): Promise<void> {
  const state = remembered(process.env);
  const endedWell = state[ENDED] === 'true';
  const isNeeded = endedWell ? step.after !== undefined : step.post !== undefined;
  if (!isNeeded || Object.keys(state).length === 0) return;
  const action = new ActionRun(step);
  let run: RunContext | undefined;
  const ending = await action.conclude(async () => {
    run = await readRunContext();
    const world = await makeWorld(action.parts(run), action.given);
    await (endedWell ? step.after?.(state, world) : step.post?.(state, world));
    return {
      kind: 'succeeded',
      headline: `Cleaned up after ${step.name}${endedWell ? '' : ', which did not come to its end'}`,
      outputs: {},
    };
  });
  if (action.isQuiet && isSuccess(ending.outcome)) return;
  await action.publish(ending, run);
}

/** What the two entries have in common. */
class ActionRun<W> {
  readonly given = givenInputs(process.env);
  readonly #step: Runnable<W>;
  readonly #masks = new Masks();
  readonly #recorder = new Recorder(systemClock);
  readonly #files = new WorkspaceFiles(process.env);
  readonly #signal = cancellation();

  constructor(step: Runnable<W>) {
    this.#step = step;
    // Before anything can print an input.
    this.#masks.addInputs(step.inputs, this.given);
  }

  parts(run: RunContext): RunnerParts {
    return {
      clock: systemClock,
      files: this.#files,
      progress: this.#recorder,
      run,
      signal: this.#signal,
      remember,
      ancestry: async (base, head, token) => {
        // Octokit is large, and seldom wanted.
        const edge = await import('./ancestry.ts');
        return await edge.ancestry(run.repository, base, head, { token, signal: this.#signal });
      },
      mask: (secret) => {
        this.#masks.add(secret);
      },
    };
  }

  /** True while nothing has happened that is worth a word. */
  get isQuiet(): boolean {
    return this.#recorder.events.length === 0;
  }

  announce(): void {
    this.#recorder.report({ type: 'step.started', step: this.#step.name });
  }

  /** The one catch: every error becomes an ending. */
  async conclude(act: () => Promise<Outcome>): Promise<Ending> {
    try {
      const outcome = await act();
      this.#recorder.end(isSuccess(outcome) && !this.isQuiet ? outcome.headline : undefined);
      return { outcome, problems: [] };
    } catch (error) {
      this.#recorder.end();
      return endingOf(error, this.#signal.aborted, defectsGoTo(process.env));
    }
  }

  async publish(ending: Ending, run: RunContext | undefined): Promise<void> {
    process.exitCode = isSuccess(ending.outcome) ? 0 : 1;
    const { dropped, events, startedAt } = this.#recorder;
    try {
      await publish(
        ending,
        { dropped, events, startedAt, endedAt: systemClock.now(), step: this.#step.name, run },
        { files: this.#files, redact: (text) => this.#masks.redact(text) },
      );
    } catch (error) {
      // Later steps would go on with outputs that are not there.
      setFailed(
        `The outputs could not be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}

/** Where a defect of this very copy of the actions is to be reported. */
function defectsGoTo(env: NodeJS.ProcessEnv): string {
  const repository = env['GITHUB_ACTION_REPOSITORY'];
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return repository === undefined || repository === ''
    ? 'the repository that this action comes from'
    : `${server}/${repository}/issues`;
}
