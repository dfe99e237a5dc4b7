import type { Allowed } from './environment.ts';
import { runCommand, type CommandOptions, type CommandResult } from './run-command.ts';

/** A user's own commands on the runner, from argument arrays, without a shell. */
export class Commands {
  /**
   * @param options `allowed` says whether the command gets the AWS keys of the job; it never gets this action's inputs
   * @throws ConfigurationError when there is no such command; the signal's reason when it was aborted
   */
  async run(
    file: string,
    args: readonly string[],
    options: Omit<CommandOptions, 'allowed'> & { readonly allowed: Pick<Allowed, 'awsCredentials'> },
  ): Promise<CommandResult> {
    return await runCommand(file, args, {
      ...options,
      whenMissing:
        'Install it in a step before this one, write its path, or name its interpreter: ["bash", "scripts/smoke-test.sh"].',
    });
  }
}
