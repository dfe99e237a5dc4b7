import { fileURLToPath } from 'node:url';
import { CutoverError } from '@cutover/domain/errors';
import type { Ancestry } from '@cutover/domain/ancestry';
import type { InputSchema } from '@cutover/domain/inputs/input';
import { parseInputs } from '@cutover/domain/inputs/input';
import { parseShowLogs } from '@cutover/domain/inputs/show-logs';
import type { Step } from '@cutover/steps/step';
import { worldOf } from '../../actions/world.ts';
import type { Given } from './proof.ts';

const pathOf = (file: string): string =>
  fileURLToPath(new URL(`../../packages/template/${file}`, import.meta.url));

/** Surroundings of a run inside this process. */
export interface Surroundings {
  /** Files of the workspace, by path. */
  readonly files?: Given;
  /** Answer of GitHub about two commits. */
  readonly ancestry?: Ancestry;
  /** Pause in milliseconds of real time; the step's own time passes by what it asked for. */
  readonly pauseMs?: number;
  /** Called with the milliseconds of each pause. */
  readonly onSleep?: (ms: number) => Promise<void>;
}

/** Everything that a value holds, in one line of JSON. */
export function inOneLine(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    one instanceof Map ? Object.fromEntries(one) : one instanceof Set ? [...one] : one,
  );
}

/**
 * Runs a step in this process, in the world that its action makes of the inputs and of the environment.
 * @returns its events, pauses, questions and its end, one a line
 */
export async function observeStep<S extends InputSchema>(
  // eslint-disable-next-line typescript/no-explicit-any -- the outputs of every step
  step: Step<S, any>,
  given: Given,
  { ancestry = { kind: 'unknown', why: 'not asked' }, files = {}, onSleep, pauseMs = 0 }: Surroundings = {},
): Promise<string> {
  const seen: string[] = [];
  const tell = (what: string, value: unknown): void => {
    seen.push(`${what} ${inOneLine(value)}`);
  };
  let now = Date.now();
  const { signal } = new AbortController();
  try {
    const inputs = parseInputs(step.inputs, given, { note: (text) => seen.push(`note ${text}`) });
    const world = await worldOf(
      {
        clock: {
          now: () => now,
          random: () => 0,
          sleep: async (ms) => {
            now += ms;
            seen.push(`sleeps ${ms}`);
            await onSleep?.(ms);
            await new Promise((resolve) => {
              setTimeout(resolve, pauseMs);
            });
          },
        },
        files: {
          read: async (path, input) => {
            seen.push(`reads ${path} of ${input}`);
            return await Promise.resolve(files[path] ?? '');
          },
          resolve: (path) => path,
          writeTemporary: async (name) => await Promise.resolve(`/tmp/${name}`),
          isOwnFolder: async () => await Promise.resolve(false),
        },
        progress: {
          report: (event) => {
            tell('event', event);
          },
        },
        run: {
          repository: 'octo/shop',
          commit: '0123456789abcdef0123456789abcdef01234567',
          ref: 'refs/heads/main',
          runId: '7',
          runAttempt: '1',
          job: 'deploy',
          runUrl: 'https://github.com/octo/shop/actions/runs/7',
          actor: 'octocat',
        },
        signal,
        remember: (key, value) => {
          tell('remembers', [key, value]);
        },
        ancestry: async (base, head, token) => {
          tell('asks GitHub', { base, head, token });
          return await Promise.resolve(ancestry);
        },
        mask: () => undefined,
        hide: () => undefined,
        showLogs: parseShowLogs(given['show-logs']),
      },
      given,
      pathOf,
    );
    tell('region', world.aws.region);
    tell('outcome', await step.run(inputs, world));
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    tell('refusal', { message: error.message, fix: error.fix });
  }
  return seen.join('\n');
}
