import { stat } from 'node:fs/promises';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { CommandError } from '@cutover/domain/errors';
import { redactor } from '@cutover/domain/redaction/redact';
import type { Allowed } from './environment.ts';
import { contextDigest, type ContextDigest } from './context-digest.ts';
import { adoptConfig, removeConfig } from './private-config.ts';

import { runCommand, type CommandOptions, type CommandResult } from './run-command.ts';

/** A Docker command for {@link Docker.run}. */
export interface DockerCommand extends Omit<CommandOptions, 'input' | 'allowed'> {
  readonly args: readonly string[];
  /** Directory that {@link Docker.open} made the configuration of. */
  readonly config: string;
  /** Values that must not be seen in what the command says. */
  readonly secrets?: readonly string[];
  /** Secret variables of this process that the build needs. The login is in `config`, so a push needs none. */
  readonly allowed?: Omit<Allowed, 'cacheToken'>;
}

interface Where {
  readonly cwd: string;
  readonly signal: AbortSignal;
}

/** The Docker edge: the `docker` command on the runner, from argument arrays. */
export class Docker {
  /** The version of buildx (`v0.29.1`); undefined when the plugin is missing. */
  async buildxVersion(where: Where): Promise<string | undefined> {
    const { exitCode, tail } = await runCommand('docker', ['buildx', 'version'], where);
    if (exitCode !== 0) return undefined;
    return /\bv?\d+\.\d+\.\d+\S*/.exec(tail.join(' '))?.[0] ?? 'unknown';
  }

  /**
   * Whether `docker build` itself knows BuildKit: clients before 23.0 brought it along, later ones leave it to buildx.
   */
  async hasOwnBuildKit(where: Where): Promise<boolean> {
    const args = ['version', '--format', '{{.Client.Version}}'];
    const { exitCode, tail } = await runCommand('docker', args, where);
    const [, major, minor] = /^(\d+)\.(\d+)\./.exec(tail.join('\n').trim()) ?? [];
    return exitCode === 0 && Number(major) < 23 && (Number(major) > 18 || Number(minor) >= 9);
  }

  /** Variables that a build is to read and that this process does not have. */
  missingVariables(names: readonly string[]): readonly string[] {
    return names.filter((name) => (process.env[name] ?? '') === '');
  }

  /** The value of a variable of this process; undefined when it is absent or empty. */
  variable(name: string): string | undefined {
    return process.env[name] || undefined;
  }

  /**
   * The digest of what a build could copy from a folder; see {@link contextDigest}.
   */
  async contextDigest(
    context: string,
    dockerfile: string | undefined,
    signal: AbortSignal,
  ): Promise<ContextDigest> {
    return await contextDigest(context, dockerfile, signal);
  }

  /** Kind of the entry at a path: a folder, a file, or nothing that can be read. */
  async kindOf(path: string): Promise<'folder' | 'file' | 'absent'> {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) return 'absent';
    return found.isDirectory() ? 'folder' : 'file';
  }

  /** Makes `config` a private Docker configuration, into which logins to `registries` go. */
  async open(config: string, registries: readonly string[]): Promise<void> {
    await adoptConfig(config, registries);
  }

  /**
   * Logs in to the registry. The password goes through standard input, never onto a command line.
   * @throws CommandError with what Docker said
   */
  async login(
    config: string,
    registry: string,
    login: { readonly username: string; readonly password: string },
    where: Where,
  ): Promise<void> {
    const { exitCode, tail } = await runCommand(
      'docker',
      ['login', '--username', login.username, '--password-stdin', '--', registry],
      { ...where, env: { DOCKER_CONFIG: config }, input: login.password },
    );
    if (exitCode === 0) return;
    const said = tail.map(redactor([login.password]));
    throw new CommandError(
      `docker login to ${registry} failed: ${said.at(-1) ?? 'it said nothing'}`,
      'Check that the runner reaches the registry (network, proxy) and that the role may pull and push there.',
      exitCode,
      { findings: diagnose([{ source: 'docker login', text: said.join('\n') }]) },
    );
  }

  /** Removes the private configuration and the login in it. @throws ConfigurationError that names the folder which stays */
  async forget(config: string): Promise<void> {
    await removeConfig(config);
  }

  async run({
    args,
    config,
    env,
    onLine,
    secrets = [],
    allowed,
    ...options
  }: DockerCommand): Promise<CommandResult> {
    const redact = redactor(secrets);
    const { exitCode, tail } = await runCommand('docker', args, {
      ...options,
      ...(onLine === undefined ? {} : { onLine: (line: string) => onLine(redact(line)) }),
      env: { ...env, DOCKER_CONFIG: config },
      // buildx reads the token of GitHub's cache from its environment.
      allowed: { ...allowed, cacheToken: true },
    });
    return { exitCode, tail: tail.map(redact) };
  }
}
