import { parseArgs } from 'node:util';
import { reasonOf } from '@cutover/domain/text/reason';
import { TARGET_OPTIONS, TARGET_USAGE, targetOf, type Target } from '../target.ts';
import { keyValues, UsageError } from '../usage-error.ts';

export const USAGE = `npm run workflow -- FILE [options]

Runs a workflow on this machine with act (https://nektosact.com), without containers: run: steps are commands of this
machine. Every use of Cutover in it means this checkout. Stand-ins take the place of actions/checkout (the files are there),
aws-actions/configure-aws-credentials (credentials are those of the account below) and docker/setup-*.

  FILE                  .github/workflows/deploy.yml of your application, in its git checkout
  --event NAME          event that starts it (default: push when the workflow has it, else the first of its events)
  --job NAME            only this job and those that it needs
  --input NAME=VALUE    an input of workflow_dispatch; once for each
  --var NAME=VALUE      a variable of the repository; on the simulator, one named …ROLE_ARN has a default
  --secret NAME         a secret, its value taken from the environment variable of this name
${TARGET_USAGE}
                        without either: AWS, with AWS_* of this terminal
  -h, --help            this text
`;

export interface WorkflowCommand {
  /** Path as written. */
  readonly file: string;
  readonly event: string | undefined;
  readonly job: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  /** Names. */
  readonly secrets: readonly string[];
  readonly target: Target;
}

/** @throws UsageError naming the option that is wrong */
export function readCommand(argv: readonly string[]): WorkflowCommand | 'help' {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        event: { type: 'string' },
        job: { type: 'string' },
        input: { type: 'string', multiple: true, default: [] },
        var: { type: 'string', multiple: true, default: [] },
        secret: { type: 'string', multiple: true, default: [] },
        ...TARGET_OPTIONS,
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${reasonOf(error)}\n\n${USAGE}`);
  }
  const { positionals, values } = parsed;
  if (values.help) return 'help';
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError(`the workflow's file is missing\n\n${USAGE}`);
  if (more.length > 0)
    throw new UsageError(`${more.map((word) => `'${word}'`).join(', ')} belongs to no option`);
  const valued = values.secret.find((name) => name.includes('='));
  if (valued !== undefined)
    throw new UsageError(
      `--secret takes a name only, so that the value is in no list of processes: export ${valued.split('=')[0]} and write --secret ${valued.split('=')[0]}`,
    );
  return {
    file,
    event: values.event,
    job: values.job,
    inputs: keyValues('--input', values.input),
    vars: keyValues('--var', values.var),
    secrets: values.secret,
    target: targetOf(values),
  };
}
