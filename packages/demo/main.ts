import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, USAGE, type Options } from './command-line.ts';
import { Screen } from './screen.ts';
import { tell, type Report } from './story.ts';

function wrongOutcomes({ releases }: Report): readonly string[] {
  return releases
    .filter(({ outcome, expected }) => outcome !== expected)
    .map(
      ({ action, version, outcome, expected }) =>
        `${action} of version ${version}: ${outcome} instead of ${expected}`,
    );
}

/** Why no image can be built here; undefined when an engine answers. */
function missingEngine(): string | undefined {
  const { error, status, stderr } = spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (status === 0) return undefined;
  return error === undefined ? (stderr.trim().split('\n').at(-1) ?? '') : 'there is no program docker';
}

async function main(): Promise<void> {
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  let options: Options | 'help';
  try {
    options = await readOptions(process.argv.slice(2), folder);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  if (options === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  const missing = options.docker ? missingEngine() : undefined;
  if (missing !== undefined) {
    process.stderr.write(
      `--docker needs a Docker engine, and none answers: ${missing}\nStart Docker, or leave --docker out: the images are then packed without it.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const { isTTY } = process.stdout;
  const screen = new Screen(
    (text) => process.stdout.write(text),
    isTTY && !options.verbose,
    isTTY && !process.env['NO_COLOR'],
  );
  // dist/demo/index.js and packages/demo/main.ts lie equally deep below the checkout.
  const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const { keep } = options;
  const report = await tell(repository, screen, options, async ({ application, simulator }, told) => {
    conclude(screen, told, options, folder);
    if (!keep) return;
    screen.line('');
    screen.line(`The account runs until you press Ctrl+C: ${application}`);
    screen.line(`Work on it: npm run action -- preflight --endpoint ${simulator} --with stack=sample`);
    await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  });
  if (options.report !== undefined) await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`);
}

/** Answers that users got, and the next steps. */
function conclude(screen: Screen, report: Report, { summaries }: Options, folder: string): void {
  const { seconds, traffic } = report;
  const wrong = wrongOutcomes(report);
  const isFine = wrong.length === 0 && traffic.failed === 0;
  screen.line('');
  for (const line of [...wrong, ...traffic.failures]) screen.line(line);
  screen.line(
    screen.paint(
      isFine ? 'green' : 'red',
      `traffic: ${traffic.requests} requests, ${traffic.failed} failed (${Math.round(seconds)} s)`,
    ),
  );
  screen.line(
    summaries === undefined
      ? 'Job summaries: npm start -- --summaries summaries writes them as HTML pages.'
      : `Job summaries: ${relative(folder, summaries) || '.'}/*.html`,
  );
  screen.line('Next: your own application on the simulator, docs/local.md;');
  screen.line('      on an account of your own, README.md, "First deployment".');
  if (!isFine) process.exitCode = 1;
}

await main();
