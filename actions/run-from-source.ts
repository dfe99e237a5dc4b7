// `node --conditions=@cutover/source actions/run-from-source.ts NAME main|post` runs an action from its sources, without
// `dist/`. It needs Node 24 and an installed checkout.
import { fileURLToPath } from 'node:url';
import { start } from './start.ts';

const [, , name = '', phase] = process.argv;
await start(
  name,
  phase === 'post' ? 'post' : 'main',
  // The JSON is made of it.
  (file) =>
    fileURLToPath(
      new URL(`../packages/template/${file.replace('template.json', 'template.yml')}`, import.meta.url),
    ),
);
