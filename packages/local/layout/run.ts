import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fromFolder, type Invocation } from '../invocation.ts';
import { UsageError } from '../usage-error.ts';
import { readCommand, USAGE } from './command-line.ts';
import { contextFiles } from './context-files.ts';
import { readDockerfile, type ContainerFacts } from './dockerfile.ts';
import { writeOciLayout } from './oci-layout.ts';

/**
 * `npm run layout`: packs an application's files as an OCI layout.
 * @returns the exit code
 * @throws UsageError before anything has been written
 */
export async function makeLayout(invocation: Invocation): Promise<number> {
  const { argv, folder, write } = invocation;
  const command = readCommand(argv);
  if (command === 'help') {
    write(USAGE);
    return 0;
  }
  const directory = fromFolder(invocation, command.directory);
  if ((await stat(directory).catch(() => undefined))?.isDirectory() !== true)
    throw new UsageError(`${command.directory} is no folder`);
  const to = command.to === undefined ? join(directory, 'image') : fromFolder(invocation, command.to);
  const shownTo = relative(folder, to) || '.';
  await requireLayoutOrNothing(to, shownTo);
  const read = async (name: string): Promise<string> =>
    await readFile(join(directory, name), 'utf8').catch(() => '');
  const facts = readDockerfile(await read('Dockerfile'));
  const words = command.command ?? requireCommand(facts, command.directory);
  const port = command.port ?? facts.port;
  const { bytes, left, paths } = await contextFiles(directory, await read('.dockerignore'), command.keep, to);
  if (paths.length === 0) throw new UsageError(`${command.directory} holds no files to pack`);
  await rm(to, { recursive: true, force: true });
  const digest = await writeOciLayout(to, {
    files: directory,
    paths,
    command: words,
    environment: facts.environment,
    platform: command.platform,
    ...(port === undefined ? {} : { port }),
  });
  const { architecture, os } = command.platform;
  write(
    [
      `${shownTo}: ${paths.length} files and folders, ${(bytes / 1e6).toFixed(1)} MB, for ${os}/${architecture}, without a base image`,
      `  digest   ${digest}`,
      `  command  ${words.join(' ')}`,
      ...(port === undefined ? [] : [`  port     ${port}`]),
      ...(left.length === 0
        ? []
        : [`  left out by .dockerignore: ${left.join(', ')}; --keep NAME packs one`]),
      ...(facts.runs === 0
        ? []
        : [`  ${facts.runs} RUN lines of the Dockerfile were not carried out: only Docker does that`]),
      `Push it with the input oci-layout: ${shownTo}`,
      '',
    ].join('\n'),
  );
  return 0;
}

function requireCommand({ command }: ContainerFacts, directory: string): readonly string[] {
  if (command.length > 0) return command;
  throw new UsageError(
    `there is no CMD in ${join(directory, 'Dockerfile')}; say what the container runs: --command 'node server.js'`,
  );
}

/** Names in a layout: those of the OCI specification, and those that Docker adds. */
const LAYOUT: readonly string[] = ['oci-layout', 'index.json', 'blobs', 'manifest.json', 'repositories'];

/** An earlier layout is replaced. A folder with other files is refused, because the user may need them. */
async function requireLayoutOrNothing(to: string, shown: string): Promise<void> {
  const entries = await readdir(to).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(`${shown} is no folder that can be written (${error.code})`);
  });
  if (entries.length > 0 && !entries.includes('oci-layout'))
    throw new UsageError(`${shown} holds other files; name another folder with --to`);
  const foreign = entries.find((name) => !LAYOUT.includes(name));
  if (foreign !== undefined)
    throw new UsageError(
      `${shown} holds ${JSON.stringify(foreign)} beside a layout; move it away, or name another folder with --to`,
    );
}
