// Everything that must hold before a change lands, in order; the last line counts the tests.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const bin = (name) => join('node_modules/.bin', name);
const folder = mkdtempSync(join(tmpdir(), 'cutover-check-'));
const results = join(folder, 'jest.json');

function run(title, command, ...args) {
  const began = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return status === 0;
}

const long = process.argv.includes('--long');
const patterns = process.argv.slice(2).filter((argument) => argument !== '--long');
if (long) process.env.CUTOVER_TESTS = 'long';
// The long tests follow the short ones: what those have checked and built is not checked again.
const checks = [
  ['types', bin('tsc'), '-b'],
  ['lint', bin('oxlint')],
  ['format', bin('oxfmt'), '--check'],
  ['documentation', process.execPath, 'packages/build/docs.mjs', '--check'],
  ['bundles', process.execPath, 'packages/build/bundle.mjs'],
];
const steps = [
  ...(long ? [] : checks),
  [
    'tests',
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${results}`,
    ...patterns,
  ],
];
const failed = [];
for (const [title, ...command] of steps) if (!run(title, ...command)) failed.push(title);

let tests = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numFailedTestSuites: 0,
  testResults: [],
};
try {
  tests = JSON.parse(readFileSync(results, 'utf8'));
} catch {
  failed.push('tests gave no result');
}
rmSync(folder, { recursive: true, force: true });
for (const suite of tests.testResults) {
  for (const { status, fullName, invocations } of suite.assertionResults) {
    if (status === 'pending') console.log(`skipped: ${relative('.', suite.name)}: ${fullName}`);
    if (invocations > 1) console.log(`repeated: ${relative('.', suite.name)}: ${fullName}`);
  }
}
if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
const broken = Math.max(tests.numFailedTests, tests.numFailedTestSuites);
console.log(`${tests.numPassedTests} passed, ${broken} failed, ${tests.numPendingTests} skipped`);
process.exitCode = failed.length === 0 ? 0 : 1;
