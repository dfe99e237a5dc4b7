import { join } from 'node:path';
import { ConfigurationError } from '@cutover/domain/errors';
import type { World } from '../world.ts';
import { checkRuntime } from './cache.ts';
import { isElsewhere } from './content-tag.ts';
import type { BuildInputs } from './inputs.ts';

/** Shorter lines of a secret file are no secrets, and masking them would blacken the log. */
const MASKED_LENGTH = 8;

/**
 * Finds what the build would miss only after the login: the context, the Dockerfile, secret files, variables, an agent,
 * the cache's address. Masks all secrets.
 * @returns the values of all secrets, which nothing that Docker says may show
 * @throws ConfigurationError naming the input
 */
export async function checkFiles(inputs: BuildInputs, world: World): Promise<readonly string[]> {
  const missing = (names: readonly string[]): readonly string[] => world.docker.missingVariables(names);
  // A context elsewhere brings its own Dockerfile.
  if (!isElsewhere(inputs.context)) {
    await checkContext(inputs.context, world);
    const { file } = inputs;
    if (file === undefined) await world.files.read(join(inputs.context, 'Dockerfile'), 'context');
    else if (!isElsewhere(file)) await world.files.read(file, 'file');
  }
  const [first, ...others] = missing([...inputs['secret-envs'].values()]);
  if (first !== undefined) {
    throw new ConfigurationError({
      what: `Input secret-envs: the step has no environment variable ${[first, ...others].join(', ')}.`,
      fix: `Add it under env: of the step, as in ${first}: \${{ secrets.${first} }}.`,
    });
  }
  if (inputs.ssh.includes('default') && missing(['SSH_AUTH_SOCK']).length > 0) {
    throw new ConfigurationError({
      what: 'Input ssh: default needs an SSH agent, and none runs in this job (SSH_AUTH_SOCK is not set).',
      fix: 'Start one before this step (webfactory/ssh-agent does), or give a key file, as in default=keys/id_ed25519.',
    });
  }
  checkRuntime(inputs.cache, missing);
  const secrets = [
    ...inputs.secrets.values(),
    ...inputs['secret-build-args'].values(),
    ...[...inputs['secret-envs'].values()].map((name) => world.docker.variable(name) ?? ''),
  ];
  for (const value of secrets) world.mask(value);
  for (const path of inputs['secret-files'].values()) {
    const text = await world.files.read(path, 'secret-files');
    secrets.push(text);
    for (const line of [text, ...text.split(/\r?\n/)]) {
      if (line.trim().length >= MASKED_LENGTH) world.mask(line);
    }
  }
  return secrets;
}

async function checkContext(context: string, world: World): Promise<void> {
  const absolute = world.files.resolve(context);
  const kind = await world.docker.kindOf(absolute);
  if (kind === 'folder') return;
  throw new ConfigurationError({
    what:
      kind === 'file'
        ? `Input context: "${context}" is a file (${absolute}), not a folder.`
        : `Input context: there is no folder "${context}" (looked for ${absolute}).`,
    fix:
      kind === 'file'
        ? 'Give the folder that holds what the build copies; the Dockerfile is named by file.'
        : 'Correct the path; it is relative to the root of the repository. Does a step with actions/checkout run before this one?',
  });
}
