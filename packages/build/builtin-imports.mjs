// Fails when a bundle imports by name what this Node's own modules do not have: such a bundle would not even start.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const IMPORT = /^import (?:[\w$]+, )?\{([^}]*)\} from "(node:[a-z_/]+|[a-z_/]+)";/gm;
const bundles = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
  .map(({ name, parentPath }) => join(parentPath, name))
  .filter((path) => !path.includes('sample-app'));
let checked = 0;
for (const path of bundles) {
  for (const [, names, from] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
    const exported = await import(from);
    for (const name of names.split(',').map((one) => one.trim().split(' as ')[0])) {
      checked += 1;
      if (name === '' || name in exported) continue;
      console.error(`${path}: Node ${process.versions.node} has no ${name} in ${from}`);
      process.exitCode = 1;
    }
  }
}
if (checked < 100) throw new Error(`only ${checked} imports were found in dist/`);
