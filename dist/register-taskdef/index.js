import { start } from '../shared/index.js';

await start('register-taskdef', 'main');
