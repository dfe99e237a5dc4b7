import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { CommandError } from '@cutover/domain/errors';
import { adoptConfig, removeConfig } from './private-config.ts';
import { runCommand, type CommandOptions, type CommandResult } from './run-command.ts';

/** A Docker command for {@link Docker.run}: everything but the secret values. */
export interface DockerCommand extends Omit<CommandOptions, 'input'> {
  readonly args: readonly string[];
  /** Directory that {@link Docker.login} made the configuration of. */
  readonly config: string;
}

/** The Docker edge: the `docker` command on the runner, from argument arrays. */
export class Docker {
  /** The version of buildx (`v0.29.1`); undefined when the plugin is missing. */
  async buildxVersion(cwd: string, signal: AbortSignal): Promise<string | undefined> {
    const { exitCode, tail } = await runCommand('docker', ['buildx', 'version'], { cwd, signal });
    if (exitCode !== 0) return undefined;
    return /\bv?\d+\.\d+\.\d+\S*/.exec(tail.join(' '))?.[0] ?? 'unknown';
  }

  /** Variables that a build is to read and that this process does not have. */
  missingVariables(names: readonly string[]): readonly string[] {
    return names.filter((name) => process.env[name] === undefined);
  }

  /**
   * Makes `config` a private Docker configuration and logs in to the registry there. The password goes through standard
   * input, never onto a command line.
   * @throws CommandError with what Docker said
   */
  async login(
    config: string,
    registry: string,
    login: { readonly username: string; readonly password: string },
    options: { readonly cwd: string; readonly signal: AbortSignal },
  ): Promise<void> {
    await adoptConfig(config, registry);
    const { exitCode, tail } = await runCommand(
      'docker',
      ['login', '--username', login.username, '--password-stdin', registry],
      { ...options, env: { DOCKER_CONFIG: config }, input: login.password },
    );
    if (exitCode === 0) return;
    throw new CommandError(
      `docker login to ${registry} failed: ${tail.at(-1) ?? 'it said nothing'}`,
      'Check that the runner reaches the registry (network, proxy) and that the role may pull and push there.',
      exitCode,
      { findings: diagnose([{ source: 'docker login', text: tail.join('\n') }]) },
    );
  }

  /** Removes the private configuration and the login in it. */
  async forget(config: string): Promise<void> {
    await removeConfig(config);
  }

  async run({ args, config, env, ...options }: DockerCommand): Promise<CommandResult> {
    return await runCommand('docker', args, { ...options, env: { ...env, DOCKER_CONFIG: config } });
  }
}
