import { join } from 'node:path';
import { ConfigurationError } from '@cutover/domain/errors';
import type { World } from '../world.ts';
import type { BuildInputs } from './inputs.ts';

/** Shorter lines of a secret file are no secrets, and masking them would blacken the log. */
const MASKED_LENGTH = 8;

/**
 * Finds what the build would miss only after the login: the Dockerfile, secret files, variables. Masks all secrets.
 * @throws ConfigurationError naming the input
 */
export async function checkFiles(inputs: BuildInputs, world: World): Promise<void> {
  // A context elsewhere brings its own Dockerfile.
  if (!/^(?:[a-z]+:\/\/|git@|github\.com\/|-$)/.test(inputs.context)) {
    const { file } = inputs;
    if (file === undefined) {
      await world.files.read(join(inputs.context, 'Dockerfile'), 'context');
    } else if (!/^https?:/.test(file)) {
      await world.files.read(file, 'file');
    }
  }
  for (const value of inputs.secrets.values()) world.mask(value);
  for (const path of inputs['secret-files'].values()) {
    const text = await world.files.read(path, 'secret-files');
    for (const line of [text, ...text.split(/\r?\n/)]) {
      if (line.trim().length >= MASKED_LENGTH) world.mask(line);
    }
  }
  const missing = world.docker.missingVariables([...inputs['secret-envs'].values()]);
  const [first] = missing;
  if (first === undefined) return;
  throw new ConfigurationError({
    message: `Input secret-envs: the step has no environment variable ${missing.join(', ')}.`,
    remedy: `Add it under env: of the step, as in ${first}: \${{ secrets.${first} }}.`,
  });
}
