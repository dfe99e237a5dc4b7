// Removes the safety rules of the areas named, one after another, and says whether a test notices: node test/mutations/run.mjs [area ...] [--match TEXT]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const node = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const { status } = spawnSync(
  node,
  [fileURLToPath(new URL('command.ts', import.meta.url)), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
