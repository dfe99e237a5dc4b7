// Builds dist/ from the compiled sources. Module ids depend on the working directory, so it is always the root.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ncc from '@vercel/ncc';
import { parse } from 'yaml';
import { writeSampleApp } from './sample-app.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const out = resolve(process.argv[2] ?? 'dist');

/** Bundles one entry with everything it imports; dynamic imports become chunks beside it. */
async function bundle(entry, name) {
  const { code, assets } = await ncc(resolve(entry), {
    cache: false,
    quiet: true,
    license: 'licenses.txt',
    mainFields: ['module', 'main'], // the SDK's ES build: tree-shaken, credential providers in chunks of their own
  });
  for (const [file, { source }] of Object.entries({ 'index.js': { source: code }, ...assets })) {
    const path = join(out, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source);
  }
}

/** One copy of the code serves every action; an action's own file only says which step to start. */
function stub(name, phase) {
  const file = phase === 'main' ? 'index.js' : 'post.js';
  mkdirSync(join(out, name), { recursive: true });
  writeFileSync(
    join(out, name, file),
    `import { start } from '../shared/index.js';\n\nawait start('${name}', '${phase}');\n`,
  );
}

rmSync(out, { recursive: true, force: true });
await bundle('actions/lib/start.js', 'shared');
await bundle('packages/simulator/lib/main.js', 'simulator');
await bundle('packages/demo/lib/main.js', 'demo');
stub('pipeline', 'main');
stub('pipeline', 'post');
for (const name of readdirSync('actions').toSorted()) {
  if (!existsSync(join('actions', name, 'action.yml'))) continue;
  stub(name, 'main');
  if (parse(readFileSync(join('actions', name, 'action.yml'), 'utf8')).runs.post !== undefined)
    stub(name, 'post');
}
writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n');
cpSync('packages/template/template.yml', join(out, 'template.yml'));
for (const file of ['NOTICE', 'LICENSE']) {
  cpSync(join('packages/simulator/kernel/model', file), join(out, 'simulator', `api-models.${file}`));
}
await writeSampleApp(join(out, 'sample-app'));
