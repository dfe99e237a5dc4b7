// The sample application's dependencies as `npm ci --omit=dev` would install them, reduced to the files that run.
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Files that each dependency needs at run time, and its licence. A dependency without an entry here fails the build. */
const runtimeFiles = {
  'sql.js': ['package.json', 'LICENSE', 'dist/sql-wasm.js', 'dist/sql-wasm.wasm'],
};

/**
 * Writes `<outDir>/node_modules/`; a folder that is there is replaced.
 * @param {string} outDir
 * @throws when a dependency has no entry above, or is installed in another version
 */
export async function writeSampleApp(outDir) {
  const app = join(root, 'workflows-examples/sample-app');
  const { dependencies } = JSON.parse(await readFile(join(app, 'package.json'), 'utf8'));
  const modules = join(outDir, 'node_modules');
  await rm(modules, { recursive: true, force: true });
  for (const [name, version] of Object.entries(dependencies)) {
    const files = runtimeFiles[name];
    if (files === undefined)
      throw new Error(`packages/build/sample-app.mjs lists no runtime files of ${name}`);
    const source = join(root, 'node_modules', name);
    const installed = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
    if (installed.version !== version)
      throw new Error(
        `node_modules holds ${name} ${installed.version}, the sample application wants ${version}`,
      );
    for (const file of files) {
      const target = join(modules, name, file);
      await mkdir(dirname(target), { recursive: true });
      await cp(join(source, file), target);
    }
  }
}
