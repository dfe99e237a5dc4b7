import { parseArgs } from 'node:util';
import { reasonOf } from '@cutover/domain/text/reason';
import { NoShellWords, splitShellWords } from '@cutover/domain/text/shell-words';
import { UsageError } from '../usage-error.ts';

export const USAGE = `npm run layout -- DIR [options]

Packs the files of an application as an OCI image layout, without Docker. The actions push it (input oci-layout), and the
simulator runs it with the programs of this machine. It holds no base image: to run on Fargate, an application needs the
image that docker buildx build --output type=oci,dest=image,tar=false . writes into the folder 'image'.

  DIR                   the application: the files that its image holds below /app
  --to LAYOUT           folder to write; must not hold anything else (default DIR/image)
  --command 'WORDS'     command of the container (default: CMD of the Dockerfile in DIR)
  --port N              port that it listens on (default: EXPOSE of the Dockerfile, if there is one)
  --keep PATH           pack a path that .dockerignore lists, such as node_modules; once for each
  --platform OS/ARCH    platform written into the image (default linux/amd64)
  -h, --help            this text

What .dockerignore lists is left out, and so are .git and the layout itself.
`;

export interface LayoutCommand {
  readonly directory: string;
  readonly to: string | undefined;
  readonly command: readonly string[] | undefined;
  readonly port: number | undefined;
  /** Paths below the directory that are packed although `.dockerignore` lists them. */
  readonly keep: readonly string[];
  readonly platform: { readonly os: string; readonly architecture: string };
}

/**
 * Reads the command line of `npm run layout`.
 * @throws UsageError that names the wrong option and its value
 */
export function readCommand(argv: readonly string[]): LayoutCommand | 'help' {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        command: { type: 'string' },
        port: { type: 'string' },
        keep: { type: 'string', multiple: true, default: [] },
        platform: { type: 'string', default: 'linux/amd64' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${reasonOf(error)}\n\n${USAGE}`);
  }
  const { positionals, values } = parsed;
  if (values.help) return 'help';
  const [directory, ...more] = positionals;
  if (directory === undefined) throw new UsageError(`the folder of the application is missing\n\n${USAGE}`);
  if (more.length > 0)
    throw new UsageError(
      `${more.map((word) => `'${word}'`).join(', ')} belongs to no option; quote a command as --command 'node server.js'`,
    );
  const [, os, architecture] = /^([a-z]+)\/([a-z0-9_]+)$/.exec(values.platform) ?? [];
  if (os === undefined || architecture === undefined)
    throw new UsageError(`--platform ${values.platform} is not OS/ARCHITECTURE; write it like linux/arm64`);
  return {
    directory,
    to: values.to,
    command: values.command === undefined ? undefined : parseWords(values.command),
    port: values.port === undefined ? undefined : portOf('--port', values.port),
    keep: values.keep.map((path) => path.replace(/^\.\//, '').replace(/\/+$/, '')),
    platform: { os, architecture },
  };
}

/**
 * Reads a TCP port.
 * @param where option or place of the text, for the error
 * @throws UsageError unless `text` is a number from 1 to 65535
 */
export function portOf(where: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new UsageError(`${where} ${text} is no port from 1 to 65535`);
  return port;
}

function parseWords(text: string): readonly string[] {
  let words;
  try {
    words = splitShellWords(text);
  } catch (error) {
    if (!(error instanceof NoShellWords)) throw error;
    throw new UsageError(`--command is not ${error.message}`);
  }
  if (words.length === 0)
    throw new UsageError("--command is empty; write it like --command 'node server.js'");
  return words;
}
