import { parseArgs } from 'node:util';
import { reasonOf } from '@cutover/domain/text/reason';
import { TARGET_OPTIONS, TARGET_USAGE, targetOf, type Target } from '../target.ts';
import { keyValues, UsageError } from '../usage-error.ts';

export const USAGE = `npm run action -- NAME [--with INPUT=VALUE]... [options]

Runs an action of this checkout on this machine, as GitHub's runner would, its cleaning up included, and shows its summary.

  NAME                  which action; npm run action lists them, and npm run action -- NAME --help its inputs
  -w, --with INPUT=VALUE  an input; once for each
  --inputs FILE         inputs from a YAML or JSON file, as they stand below with:; --with wins
${TARGET_USAGE}
                        without either: AWS, with the credentials of this terminal
  --workspace DIR       folder in which the action looks for its files (default: where you are)
  --results DIR         write summary.html, summary.md, report.json, outputs.json and other files made
  --verbose             show what is folded
  -h, --help            this text

Exit code: that of the action (0 or 1), or 2 when the command line is wrong.
`;

export interface ActionCommand {
  readonly kind: 'run';
  readonly name: string;
  readonly given: Readonly<Record<string, string>>;
  /** Path as written. */
  readonly inputsFile: string | undefined;
  readonly target: Target;
  readonly workspace: string | undefined;
  readonly results: string | undefined;
  readonly verbose: boolean;
}

export type Parsed = ActionCommand | { readonly kind: 'help'; readonly name: string | undefined };

/** @throws UsageError naming the option that is wrong */
export function readCommand(argv: readonly string[]): Parsed {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        with: { type: 'string', short: 'w', multiple: true, default: [] },
        inputs: { type: 'string' },
        ...TARGET_OPTIONS,
        workspace: { type: 'string' },
        results: { type: 'string' },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${reasonOf(error)}\n\n${USAGE}`);
  }
  const { positionals, values } = parsed;
  const [name, ...more] = positionals;
  if (values.help || name === undefined) return { kind: 'help', name };
  if (more.length > 0)
    throw new UsageError(
      `${more.map((word) => `'${word}'`).join(', ')} belongs to no option; write inputs as --with NAME=VALUE`,
    );
  return {
    kind: 'run',
    name,
    given: keyValues('--with', values.with),
    inputsFile: values.inputs,
    target: targetOf(values),
    workspace: values.workspace,
    results: values.results,
    verbose: values.verbose,
  };
}
