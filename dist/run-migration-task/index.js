import { start } from '../shared/index.js';

await start('run-migration-task', 'main');
