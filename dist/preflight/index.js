import { start } from '../shared/index.js';

await start('preflight', 'main');
