import { fileURLToPath } from 'node:url';
import {
  runAction,
  startAction,
  type ActionOptions,
  type ActionResult,
  type RunningAction,
} from '@cutover/runner/run-action';

export const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Credentials and endpoint of a simulator. */
export function awsEnv(url: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIASIMULATOR',
    AWS_SECRET_ACCESS_KEY: 'simulator',
  };
}

type Options = Omit<ActionOptions, 'repository'>;

// CUTOVER_SOURCE=1 runs the sources, so that a change can be tried before it is bundled.
const fromSource = process.env['CUTOVER_SOURCE'] === '1';

/** Runs an action of this checkout as GitHub's runner does. */
export async function run(name: string, options: Options): Promise<ActionResult> {
  return await runAction(name, { repository, fromSource, ...options });
}

/** Starts one, for tests that signal or kill it. */
export async function start(name: string, options: Options): Promise<RunningAction> {
  return await startAction(name, { repository, fromSource, ...options });
}
