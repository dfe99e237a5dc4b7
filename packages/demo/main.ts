import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tell, type Report } from './story.ts';
import { Terminal } from './terminal.ts';

const USAGE = `npm start -- [--docker] [--report FILE]

Releases a small application three times and rolls it back, against a simulated AWS account on this machine.

  --docker       build the images with Docker instead of packing the sample's files
  --report FILE  write what happened as JSON
`;

function wrongOutcomes({ releases }: Report): readonly string[] {
  return releases
    .filter(({ outcome, expected }) => outcome !== expected)
    .map(
      ({ action, version, outcome, expected }) =>
        `${action} of version ${version}: ${outcome} instead of ${expected}`,
    );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { docker: { type: 'boolean' }, report: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) {
    process.stdout.write(USAGE);
    return;
  }
  const terminal = new Terminal((line) => process.stdout.write(`${line}\n`), process.stdout.isTTY);
  // dist/demo/index.js and packages/demo/main.ts lie equally deep below the checkout.
  const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const report = await tell(repository, terminal, values.docker === true);
  if (values.report !== undefined) await writeFile(values.report, `${JSON.stringify(report, null, 2)}\n`);

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
