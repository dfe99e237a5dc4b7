import { start } from '../shared/index.js';

await start('diagnose', 'main');
