import { start } from '../shared/index.js';

await start('pipeline', 'main');
