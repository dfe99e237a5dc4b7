import { start } from '../shared/index.js';

await start('verify-target-health', 'main');
