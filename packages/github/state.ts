import { reasonOf } from '@cutover/domain/text/reason';
import { saveState } from '@actions/core';
import { ConfigurationError } from '@cutover/domain/errors';

const PREFIX = 'STATE_';

/**
 * Keeps a value for the `post:` entry of the same action. Written at once, so that it outlives this process.
 * @throws ConfigurationError when the runner's file can't be written
 */
export function remember(key: string, value: string): void {
  const { GITHUB_ACTIONS: isRunner, GITHUB_STATE: path } = process.env;
  if (isRunner === 'true' && !path) throw unwritable('the variable GITHUB_STATE is not set');
  try {
    saveState(key, value);
  } catch (error) {
    throw unwritable(reasonOf(error), error);
  }
}

function unwritable(reason: string, cause?: unknown): ConfigurationError {
  return new ConfigurationError(
    {
      what: `The runner's file for saved state (GITHUB_STATE) can't be written: ${reason}. Without it post: can't undo what a killed step leaves, so the step does not go on.`,
      fix: 'Check that the disk of the runner has room, and that no earlier step removed its files or changed GITHUB_STATE; then run the job again.',
    },
    { cause },
  );
}

/** Values that the main entry remembered; only the `post:` entry gets them. */
export function remembered(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, value]) => [key.slice(PREFIX.length), value ?? '']),
  );
}
