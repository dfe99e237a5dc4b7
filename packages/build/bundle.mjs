// Builds dist/ from the compiled sources. Module ids depend on the working directory, so it is always the root.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ncc from '@vercel/ncc';
import { rolldown } from 'rolldown';
import { parse } from 'yaml';
import { late, UNUSED_WITHOUT_CALLS } from './late-modules.mjs';
import { licencesOf } from './licences.mjs';
import { writeSampleApp } from './sample-app.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const out = resolve(process.argv[2] ?? 'dist');

/**
 * Bundles one entry with everything that it uses of its imports; dynamic imports become chunks beside it, named after
 * their module. The code stays readable: users review what runs with the rights of their deployment.
 */
async function bundle(entry, name) {
  const build = await rolldown({
    input: { index: resolve(entry) },
    cwd: process.cwd(),
    preserveEntrySignatures: 'allow-extension',
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] }, // the SDK's ES build, of which unused exports fall away
    treeshake: { moduleSideEffects: [{ test: UNUSED_WITHOUT_CALLS, sideEffects: false }] },
    plugins: [late],
    onLog(level, log, report) {
      if (level === 'warn' && !log.message.includes('node_modules')) throw new Error(log.message);
      report(level, log);
    },
  });
  const { output } = await build.write({
    dir: join(out, name),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    minify: false,
    // Small modules that every action needs lie together: each file costs a start its own reading and linking.
    codeSplitting: name in SHARED ? { includeDependenciesRecursively: false, groups: SHARED[name] } : true,
  });
  await build.close();
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  writeFileSync(join(out, name, 'licenses.txt'), licencesOf(modules));
}

/** Chunks that are put together by hand, by the bundle's name. */
const SHARED = {
  shared: [
    {
      name: 'base',
      test: /\/packages\/(?:domain|github)\/lib\/(?!diagnosis|foreign|text\/(?:source-text|yaml))/,
    },
  ],
};

/** Bundles a program into one file, with the licences of its packages. */
async function bundleProgram(entry, name) {
  const { code, assets } = await ncc(resolve(entry), {
    cache: false,
    quiet: true,
    license: 'licenses.txt',
    mainFields: ['module', 'main'],
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
await bundleProgram('packages/demo/lib/main.js', 'demo');
await bundle('packages/local/lib/main.js', 'local');
stub('pipeline', 'main');
stub('pipeline', 'post');
for (const name of readdirSync('actions').toSorted()) {
  if (!existsSync(join('actions', name, 'action.yml'))) continue;
  stub(name, 'main');
  if (parse(readFileSync(join('actions', name, 'action.yml'), 'utf8')).runs.post !== undefined)
    stub(name, 'post');
}
writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n');
for (const file of ['template.json', 'service.yml']) cpSync(join('packages/template', file), join(out, file));
for (const file of ['NOTICE', 'LICENSE']) {
  cpSync(join('packages/simulator/kernel/model', file), join(out, 'simulator', `api-models.${file}`));
}
await writeSampleApp(join(out, 'sample-app'));
