import { devNull } from 'node:os';
import { UsageError } from './usage-error.ts';

/** Which account a command works on. */
export interface Target {
  /** Address of a simulator; undefined for AWS itself. */
  readonly simulator: string | undefined;
}

export const TARGET_USAGE = `  --simulator           use the simulator of this machine, http://127.0.0.1:4566 (npm run simulator)
  --endpoint URL        use a simulator at another address`;

export const TARGET_OPTIONS = {
  simulator: { type: 'boolean', default: false },
  endpoint: { type: 'string' },
} as const;

/** @throws UsageError for an address that is none */
export function targetOf(values: { simulator: boolean; endpoint?: string | undefined }): Target {
  const { endpoint, simulator } = values;
  if (endpoint === undefined) return { simulator: simulator ? 'http://127.0.0.1:4566' : undefined };
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new UsageError(`--endpoint ${endpoint} is not an address; write it like http://127.0.0.1:4566`);
  return { simulator: endpoint.replace(/\/$/, '') };
}

/** Variables that belong to GitHub's runner or to another step, and never reach an action of this machine. */
const RUNNERS = /^(INPUT_|STATE_|GITHUB_|RUNNER_|ACTIONS_|npm_)/;

/**
 * The environment of an action on this machine. For a simulator it holds none of the user's AWS settings, so that a call
 * that goes astray has no credentials.
 */
export function environment({ simulator }: Target, env: NodeJS.ProcessEnv): Record<string, string> {
  const own = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !RUNNERS.test(entry[0]) &&
      !(simulator !== undefined && /^AWS_(?!REGION$|DEFAULT_REGION$)/.test(entry[0])),
  );
  if (simulator === undefined) return Object.fromEntries(own);
  const { AWS_REGION, AWS_DEFAULT_REGION } = env;
  return {
    ...Object.fromEntries(own),
    AWS_ENDPOINT_URL: simulator,
    AWS_REGION: AWS_REGION || AWS_DEFAULT_REGION || 'us-east-1',
    AWS_ACCESS_KEY_ID: 'simulator',
    AWS_SECRET_ACCESS_KEY: 'simulator',
    AWS_EC2_METADATA_DISABLED: 'true',
    // No profile of the user's is read.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
}

/** @throws UsageError when nothing that is a simulator answers at the address */
export async function requireSimulator({ simulator }: Target): Promise<void> {
  if (simulator === undefined) return;
  try {
    const response = await fetch(`${simulator}/_simulator/health`, { signal: AbortSignal.timeout(10_000) });
    await response.body?.cancel();
    if (response.ok) return;
  } catch {
    // Told below.
  }
  throw new UsageError(
    `no simulator answers at ${simulator}; start one in another terminal: npm run simulator -- --port ${new URL(simulator).port || '80'}`,
  );
}
