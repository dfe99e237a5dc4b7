import { spawn } from 'node:child_process';
import { repository } from '../bundles/action.ts';

// CUTOVER_SOURCE=1 runs the sources, so that a change can be tried before it is bundled.
const source = process.env['CUTOVER_SOURCE'] === '1';

export interface Ended {
  readonly code: number | null;
  /** Both streams, in the order of their arrival. */
  readonly output: string;
}

/** Runs `npm run NAME -- …` as npm starts it, called from a folder. The user has a profile of a real account. */
export async function command(folder: string, ...argv: readonly string[]): Promise<Ended> {
  const program = source
    ? ['--conditions=@cutover/source', '--disable-warning=ExperimentalWarning', 'packages/local/main.ts']
    : ['dist/local/index.js'];
  const child = spawn(process.execPath, [...program, ...argv], {
    cwd: repository,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      INIT_CWD: folder,
      AWS_PROFILE: 'production',
      ACT_BIN: process.env['ACT_BIN'],
      CUTOVER_SOURCE: process.env['CUTOVER_SOURCE'],
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (output += part.toString()));
  return await new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}
