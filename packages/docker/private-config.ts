import { chmod, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '@cutover/domain/errors';
import { reasonOf } from '@cutover/domain/text/reason';
import { shellWord } from '@cutover/domain/text/shell-word';

interface DockerConfig {
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

/**
 * Turns an empty directory into a Docker configuration of our own, so that a login written into it is seen by no other
 * job and is gone with the directory. Logins, builders, contexts and plugins that the user set up stay usable: the
 * configuration is copied, everything beside it is linked.
 * @param directory absolute; the caller made it
 * @param registries hosts whose logins are to be kept in this directory and in no credential store
 */
export async function adoptConfig(directory: string, registries: readonly string[]): Promise<void> {
  await chmod(directory, 0o700);
  const original = process.env['DOCKER_CONFIG'] || join(homedir(), '.docker');
  const config = await readConfig(original);
  const path = join(directory, 'config.json');
  // An empty helper overrules credsStore for a host: its login goes into the file.
  const helpers = Object.fromEntries(registries.map((registry) => [registry, '']));
  const ours = { ...config, credHelpers: { ...config.credHelpers, ...helpers } };
  await writeFile(path, JSON.stringify(ours), { mode: 0o600 });
  await chmod(path, 0o600);
  for (const name of await readdir(original).catch(() => [])) {
    if (name !== 'config.json') await symlink(join(original, name), join(directory, name));
  }
}

/**
 * Removes the directory with the login in it. Harmless when it is gone already; linked folders stay.
 * @throws ConfigurationError that names the directory which stays
 */
export async function removeConfig(directory: string): Promise<void> {
  try {
    await rm(directory, { recursive: true, force: true });
  } catch (error) {
    throw new ConfigurationError(
      {
        what: `The folder ${directory} with this step's login to ECR could not be removed: ${reasonOf(error)}`,
        // An authorization token of ECR is valid for 12 hours (GetAuthorizationToken).
        fix: `Remove the folder; until then whoever can read it can push for up to 12 hours: rm -rf -- ${shellWord(directory)}`,
      },
      { cause: error },
    );
  }
}

async function readConfig(directory: string): Promise<DockerConfig> {
  const text = await readFile(join(directory, 'config.json'), 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text) as DockerConfig;
  } catch {
    // Docker itself warns of a broken file and goes on without it.
    return {};
  }
}
