import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { repository } from '../../bundles/action.ts';
import { findPeer } from '../../other-worlds/foreign-action.ts';
import { measure, median, type Moment, type Used } from './measure.ts';
import { chartOf, pageOf, type Compared, type Row } from './page.ts';
import { PAIRS, PEER_INPUTS, type Pair } from './pairs.ts';

const USAGE = `npm run bench -- --peers DIR [--runs 9] [--to docs/benchmarks.md]

Measures our actions and those of others in turn and writes the page and its chart. DIR holds clones of
${[...new Set(PAIRS.flatMap(({ peers }) => peers))].map((name) => `  ${name}`).join('\n')}
in folders named OWNER/NAME or OWNER+NAME.
`;

/** Nothing listens there: a process is measured at the moment at which it would connect. */
const PORT = 9;
const AWS = {
  AWS_ENDPOINT_URL: `http://127.0.0.1:${PORT}`,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIABENCH',
  AWS_SECRET_ACCESS_KEY: 'bench',
};
const TASK = {
  family: 'web',
  containerDefinitions: [{ name: 'app', image: 'web:1', essential: true, memory: 128 }],
};

type Inputs = Readonly<Record<string, string>>;

/** One process: its checkout, the action in it, and what it is given. */
interface Started {
  readonly checkout: string;
  readonly name: string;
  readonly inputs: Inputs;
}

async function use({ checkout, inputs, name }: Started, moment: Moment): Promise<Used> {
  const workspace = await mkdtemp(join(tmpdir(), 'cutover-bench-'));
  try {
    await writeFile(join(workspace, 'task.json'), JSON.stringify(TASK));
    await writeFile(join(workspace, 'template.yml'), 'Resources: {}\n');
    // Without Docker, a build ends where it would start it.
    const env = moment === 'call' ? AWS : { PATH: '' };
    const given = moment === 'call' ? inputs : {};
    const used = await measure(name, { repository: checkout, workspace, inputs: given, env }, moment, PORT);
    if (!used.reached) throw new Error(`${name} of ${checkout} ended before its first call`);
    return used;
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Runs ours and theirs in turn, as the speed of a machine drifts. */
async function compare(
  ours: Started,
  theirs: readonly Started[],
  moment: Moment,
  runs: number,
): Promise<Compared> {
  const all = [ours, ...theirs].map((started) => ({ started, used: [] as Used[] }));
  for (let round = -1; round < runs; round++) {
    for (const one of all) {
      const used = await use(one.started, moment);
      // The first round fills the caches of the file system.
      if (round >= 0) one.used.push(used);
    }
  }
  const [own = { cpu: Number.NaN, memory: Number.NaN }, ...others] = all.map(({ used }) => ({
    cpu: median(used.map(({ cpu }) => cpu)),
    memory: median(used.map(({ memory }) => memory)),
  }));
  return {
    ours: own,
    theirs: {
      cpu: others.reduce((sum, { cpu }) => sum + cpu, 0),
      memory: Math.max(...others.map(({ memory }) => memory)),
    },
  };
}

function checkoutOf(peer: string): string {
  const folder = findPeer(peer);
  if (folder === undefined) throw new Error(`${peer} is not in the folder given by --peers`);
  return folder;
}

async function rowOf(pair: Pair, runs: number): Promise<Row> {
  const ours = { checkout: repository, name: pair.ours, inputs: pair.inputs ?? {} };
  const theirs = pair.peers.map((peer) => ({
    checkout: checkoutOf(peer),
    name: 'pipeline', // the action at the root of a repository
    inputs: PEER_INPUTS[peer] ?? {},
  }));
  return {
    ours: pair.ours,
    peers: pair.peers,
    cold: await compare(ours, theirs, 'exit', runs),
    call: pair.inputs === undefined ? null : await compare(ours, theirs, 'call', runs),
  };
}

function git(folder: string, ...args: readonly string[]): Buffer {
  return execFileSync('git', ['-C', folder, ...args], {
    maxBuffer: 200_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Size of the archive that a runner downloads. A clone that lacks objects counts with what it has. */
function downloadOf(folder: string): number {
  let archive: Buffer;
  try {
    archive = git(folder, 'archive', 'HEAD');
  } catch {
    archive = execFileSync('tar', ['-c', '--exclude=.git', '-C', folder, '.'], { maxBuffer: 200_000_000 });
  }
  return gzipSync(archive, { level: 6 }).length;
}

async function versionOf(folder: string): Promise<string> {
  const { version = '' } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    version?: string;
  };
  return `${version} (${git(folder, 'log', '-1', '--format=%h').toString().trim()})`;
}

async function bareNode(runs: number): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < runs; round++) {
    const print = 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1000)';
    values.push(Number(execFileSync(process.execPath, ['-e', print], { encoding: 'utf8' })));
  }
  return median(values);
}

const { values } = parseArgs({
  options: {
    peers: { type: 'string' },
    runs: { type: 'string', default: '9' },
    to: { type: 'string', default: 'docs/benchmarks.md' },
    help: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
if (values.help || values.peers === undefined || !Number.isInteger(runs) || runs < 1) {
  process.stderr.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const folder = process.env['INIT_CWD'] ?? '.';
  process.env['PEERS_DIR'] = resolve(folder, values.peers);
  const peers = [...new Set(PAIRS.flatMap((pair) => pair.peers))];
  const rows: Row[] = [];
  for (const pair of PAIRS) {
    console.log(`${pair.ours} and ${pair.peers.join(', ')}`);
    rows.push(await rowOf(pair, runs));
  }
  const versions: Record<string, string> = { Cutover: await versionOf(repository) };
  const downloads: Record<string, number> = { Cutover: downloadOf(repository) };
  for (const peer of peers) {
    versions[peer] = await versionOf(checkoutOf(peer));
    if (peer !== 'aws-actions/aws-cloudformation-github-deploy')
      downloads[peer] = downloadOf(checkoutOf(peer));
  }
  const [processor] = cpus();
  const results = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${processor?.model.trim() ?? process.arch}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: process.versions.node,
    runs,
    versions,
    rows,
    bare: await bareNode(runs),
    downloads,
  };
  const to = resolve(folder, values.to);
  await writeFile(to, pageOf(results));
  await writeFile(join(dirname(to), 'benchmarks.svg'), chartOf(rows));
}
