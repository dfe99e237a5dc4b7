import { reasonOf } from '@cutover/domain/text/reason';
import { setFailed } from '@actions/core';
import type { Catalogue } from '@cutover/domain/config/file';
import type { Ancestry } from '@cutover/domain/ancestry';
import type { Clock } from '@cutover/domain/clock';
import type { Files } from '@cutover/domain/files';
import { foreignInputs } from '@cutover/domain/foreign-inputs/of-action';
import { parseInputs, type InputSchema } from '@cutover/domain/inputs/input';
import { isSuccess, type Outcome } from '@cutover/domain/outcome';
import type { Place } from '@cutover/domain/errors';
import type { Progress } from '@cutover/domain/progress';
import type { RunContext } from '@cutover/domain/run-context';
import { parseLanguage } from '@cutover/domain/inputs/language';
import { parseShowLogs, type ShowLogs } from '@cutover/domain/inputs/show-logs';
import { cancellation } from './cancellation.ts';
import { systemClock } from './clock.ts';
import { configure } from './configuration.ts';
import { DeploymentStatuses } from './deployment-statuses.ts';
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

/** The runner's part of a step's world. */
export interface RunnerParts {
  readonly clock: Clock;
  readonly files: Files;
  readonly progress: Progress;
  readonly run: RunContext;
  readonly signal: AbortSignal;
  remember(key: string, value: string): void;
  ancestry(base: string, head: string, token: string | undefined): Promise<Ancestry>;
  mask(secret: string): void;
  /** Hides a value in what this action writes, without telling the runner. */
  hide(secret: string): void;
  readonly showLogs: ShowLogs;
}

/** Completes the world; `given` are the texts of the inputs, already found valid. */
export type MakeWorld<W> = (parts: RunnerParts, given: Readonly<Record<string, string>>) => W | Promise<W>;

/** Remembered when the step ended well: nothing is left for `post:` to mend. */
const ENDED = 'ended';
/** Inputs that the configuration file gave, as JSON: `post:` acts by the same ones, whatever became of the file. */
const CONFIGURED = 'configured';

/**
 * The main entry of every action: inputs in, outputs, annotations, summary, report and exit code out. Bad input ends the
 * run before the world exists, so before the first AWS call. Never rejects and never ends the process by force.
 */
export async function runStep<W>(
  step: Runnable<W>,
  makeWorld: MakeWorld<W>,
  catalogue: () => Promise<Catalogue>,
): Promise<void> {
  const action = new ActionRun(step);
  let run: RunContext | undefined;
  action.announce();
  const ending = await action.conclude(async () => {
    const places = await action.configure(catalogue);
    const inputs = parseInputs(step.inputs, action.given, {
      foreign: foreignInputs(step.name),
      places,
      note: (text) => {
        action.note(text);
      },
    });
    run = readRunContext();
    const parts = action.parts(run);
    const world = await makeWorld(parts, action.given);
    parts.signal.throwIfAborted();
    action.tellStages(run);
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
  if (!isNeeded || Object.keys(state).every((key) => key === CONFIGURED)) return;
  const action = new ActionRun(step);
  action.add(JSON.parse(state[CONFIGURED] ?? '{}') as Record<string, string>);
  let run: RunContext | undefined;
  const ending = await action.conclude(async () => {
    run = readRunContext();
    const world = await makeWorld(action.parts(run), action.given);
    await (endedWell ? step.after?.(state, world) : step.post?.(state, world));
    return {
      kind: 'succeeded',
      what: `Cleaned up after ${step.name}${endedWell ? '' : ', which did not come to its end'}`,
      outputs: {},
    };
  });
  if (action.isQuiet && isSuccess(ending.outcome)) return;
  await action.publish(ending, run);
}

/** Work that both entries share. */
class ActionRun<W> {
  /** Texts of the inputs: those under `with:`, and those of the configuration file. */
  given = givenInputs(process.env);
  readonly #step: Runnable<W>;
  readonly #masks = new Masks();
  readonly #recorder: Recorder;
  #showLogs: ShowLogs;
  readonly #files = new WorkspaceFiles(process.env);
  readonly #signal = cancellation();
  #statuses: DeploymentStatuses | undefined;

  constructor(step: Runnable<W>) {
    this.#step = step;
    // Before anything can print an input.
    this.#masks.addInputs(step.inputs, this.given);
    this.#showLogs = showLogsOf(step.inputs, this.given);
    this.#recorder = new Recorder(systemClock, this.#masks, this.#showLogs);
  }

  /**
   * Reads the configuration file.
   * @returns where its values stand
   */
  async configure(catalogue: () => Promise<Catalogue>): Promise<ReadonlyMap<string, Place>> {
    const { added, given, places } = await configure(this.#step, this.given, {
      files: this.#files,
      catalogue,
      note: (text) => {
        this.note(text);
      },
    });
    if (places.size > 0) {
      remember(CONFIGURED, JSON.stringify(added));
      this.given = given;
      this.add({});
    }
    return places;
  }

  /** Takes inputs of the configuration file beside those under `with:`. */
  add(configured: Readonly<Record<string, string>>): void {
    this.given = { ...this.given, ...configured };
    this.#showLogs = showLogsOf(this.#step.inputs, this.given);
    this.#recorder.showLogs = this.#showLogs;
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
      hide: (secret) => {
        this.#masks.hide(secret);
      },
      showLogs: this.#showLogs,
    };
  }

  /** From now on the job's deployment on GitHub shows its stages; for actions that have a token, and deploy. */
  tellStages(run: RunContext): void {
    if (!('github-token' in this.#step.inputs) || this.given['dry-run'] === 'true') return;
    const { environment, 'github-token': token } = this.given;
    const statuses = new DeploymentStatuses({ run, action: this.#step.name, token, environment });
    this.#recorder.listener = (event) => {
      statuses.tell(event);
    };
    this.#statuses = statuses;
  }

  /** True while nothing has happened that is worth a word. */
  get isQuiet(): boolean {
    return this.#recorder.events.length === 0;
  }

  note(text: string): void {
    this.#recorder.report({ type: 'note', text });
  }

  announce(): void {
    this.#recorder.report({ type: 'step.started', step: this.#step.name });
  }

  /** The one catch: every error becomes an ending. */
  async conclude(act: () => Promise<Outcome>): Promise<Ending> {
    try {
      const outcome = await act();
      this.#recorder.end(isSuccess(outcome) && !this.isQuiet ? outcome.what : undefined);
      return { outcome, problems: [] };
    } catch (error) {
      this.#recorder.end();
      return endingOf(error, this.#signal.aborted, defectsGoTo(process.env));
    }
  }

  async publish(ending: Ending, run: RunContext | undefined): Promise<void> {
    process.exitCode = isSuccess(ending.outcome) ? 0 : 1;
    const { dropped, events, startedAt } = this.#recorder;
    const statusesEnded = this.#statuses?.end(this.#signal.aborted);
    try {
      await publish(
        ending,
        { dropped, events, startedAt, endedAt: systemClock.now(), step: this.#step.name, run },
        { files: this.#files, masks: this.#masks, language: parseLanguage(this.given['language']) },
      );
    } catch (error) {
      // Later steps would go on with outputs that are not there.
      setFailed(this.#masks.redact(`The outputs could not be written: ${reasonOf(error)}`));
    }
    await statusesEnded;
  }
}

function showLogsOf(schema: InputSchema, given: Readonly<Record<string, string>>): ShowLogs {
  return parseShowLogs('show-logs' in schema ? given['show-logs'] : undefined);
}

/** Where a defect of this very copy of the actions is to be reported. */
function defectsGoTo(env: NodeJS.ProcessEnv): string {
  const repository = env['GITHUB_ACTION_REPOSITORY'];
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return repository === undefined || repository === ''
    ? 'the repository that this action comes from'
    : `${server}/${repository}/issues`;
}
