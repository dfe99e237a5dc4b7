import { runCommand, type CommandOptions, type CommandResult } from './run-command.ts';

/** Variables that the runner sets for this action alone: its inputs, among them tokens, and its state. */
const OWN = /^(INPUT|STATE)_/;

/** A user's own commands on the runner, from argument arrays, without a shell. */
export class Commands {
  /**
   * @throws ConfigurationError when there is no such command; the signal's reason when it was aborted
   */
  async run(file: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
    return await runCommand(file, args, {
      ...options,
      hides: (variable) => OWN.test(variable),
      whenMissing:
        'Install it in a step before this one, write its path, or name its interpreter: ["bash", "scripts/smoke-test.sh"].',
    });
  }
}
