import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageSource } from '@cutover/simulator/kernel/images';

/** Takes a moment for each answer, so that there is nearly always a request under way when something changes. */
const WEB = `const { createServer } = require('node:http');
    createServer((request, response) => {
      setTimeout(() => response.end(process.env.REVISION), request.headers['user-agent'] === 'ELB-HealthChecker/2.0' ? 0 : 10);
    }).listen(Number(process.env.PORT));
    process.on('SIGTERM', () => process.exit(0));`;
/** A migration: says that it begins, works for the milliseconds of its command and ends well. */
const MIGRATE = `console.log('migrating'); setTimeout(() => console.log('migrated'), Number(process.argv[2] ?? 50));`;

const PROGRAMS: Readonly<Record<string, string>> = {
  web: WEB,
  migrate: MIGRATE,
  /** Serves, and is a migration when it is given a command. */
  shop: `if (process.argv.length > 2) { ${MIGRATE} } else { ${WEB} }`,
  crash: `console.error('Error: Cannot find module express'); process.exit(3);`,
};

/** Images whose containers are small programs. */
export const images: ImageSource = {
  owns: (reference) => reference.startsWith('test/'),
  pull: async (reference, _architecture, directory) => {
    await mkdir(join(directory, 'app'), { recursive: true });
    await writeFile(join(directory, 'app', 'main.cjs'), PROGRAMS[reference.slice(5)] ?? 'process.exit(127)');
    return {
      digest: `sha256:${'ab'.repeat(32)}`,
      config: { Entrypoint: ['node', '/app/main.cjs'], WorkingDir: '/app', Env: [] },
    };
  },
};
