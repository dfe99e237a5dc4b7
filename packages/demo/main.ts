import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, USAGE, type Options } from './command-line.ts';
import { tell, type Report } from './story.ts';
import { Terminal } from './terminal.ts';

function wrongOutcomes({ releases }: Report): readonly string[] {
  return releases
    .filter(({ outcome, expected }) => outcome !== expected)
    .map(
      ({ action, version, outcome, expected }) =>
        `${action} of version ${version}: ${outcome} instead of ${expected}`,
    );
}

async function main(): Promise<void> {
  let options: Options | 'help';
  try {
    options = await readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  if (options === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  const terminal = new Terminal((line) => process.stdout.write(`${line}\n`), process.stdout.isTTY);
  // dist/demo/index.js and packages/demo/main.ts lie equally deep below the checkout.
  const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const report = await tell(repository, terminal, options.docker);
  if (options.report !== undefined) await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`);

  terminal.table(
    ['version', 'action', 'outcome', 'seconds', 'revision', 'deployment'],
    report.releases.map(({ version, action, outcome, seconds, revision, deployment }) => [
      version,
      action,
      outcome,
      seconds.toFixed(1),
      revision,
      deployment,
    ]),
  );
  const { traffic } = report;
  terminal.plain('');
  terminal.plain(
    `answered by: ${Object.entries(traffic.byVersion)
      .map(([version, count]) => `${version === 'placeholder' ? '' : 'version '}${version} ${count}`)
      .join(', ')}`,
  );
  const wrong = wrongOutcomes(report);
  for (const line of [...wrong, ...traffic.failures]) terminal.plain(line);
  terminal.plain(`traffic: ${traffic.requests} requests, ${traffic.failed} failed`);
  if (wrong.length > 0 || traffic.failed > 0) process.exitCode = 1;
}

await main();
