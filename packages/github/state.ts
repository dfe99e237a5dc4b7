import { saveState } from '@actions/core';

const PREFIX = 'STATE_';

/** Keeps a value for the `post:` entry of the same action. Written at once, so that it outlives this process. */
export function remember(key: string, value: string): void {
  saveState(key, value);
}

/** What the main entry remembered; only the `post:` entry gets it. */
export function remembered(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, value]) => [key.slice(PREFIX.length), value ?? '']),
  );
}
