// `npm install` silently leaves optional packages out of the lock when one is missing in the registry; `npm ci` then fails.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8'));
let missing = 0;
for (const [path, { optionalDependencies = {}, version }] of Object.entries(packages)) {
  for (const name of Object.keys(optionalDependencies)) {
    let from = path;
    for (;;) {
      if (packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`] !== undefined) break;
      if (from === '') {
        missing += 1;
        console.log(`missing: ${name}, wanted by ${path} ${version}`);
        break;
      }
      from = from.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '');
    }
  }
}
console.log(
  missing === 0 ? 'the lock is complete' : `${missing} optional packages are missing: npm ci will fail`,
);
process.exitCode = missing === 0 ? 0 : 1;
