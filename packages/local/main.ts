import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Invocation } from './invocation.ts';
import { UsageError } from './usage-error.ts';

type Command = (invocation: Invocation) => Promise<number>;

/** One import a command: the layout needs no Markdown, and the actions no tar. */
async function load(name: string): Promise<Command> {
  switch (name) {
    case 'action':
      return (await import('./action/run.ts')).runActionHere;
    case 'workflow':
      return (await import('./workflow/run.ts')).runWorkflowHere;
    case 'layout':
      return (await import('./layout/run.ts')).makeLayout;
    case 'explain':
      return (await import('./explain/run.ts')).explainHere;
    case 'diagnose':
      return (await import('./diagnose/run.ts')).diagnoseHere;
    default:
      throw new UsageError(
        `there is no command '${name}'; write action, diagnose, workflow, layout or explain`,
      );
  }
}

async function main(): Promise<void> {
  const [, , name = '', ...argv] = process.argv;
  const { env, stdout } = process;
  try {
    const command = await load(name);
    process.exitCode = await command({
      // dist/local/index.js and packages/local/main.ts lie equally deep below the checkout.
      repository: join(dirname(fileURLToPath(import.meta.url)), '..', '..'),
      argv,
      env,
      folder: env['INIT_CWD'] ?? process.cwd(),
      columns: Math.max(40, Math.min(stdout.columns ?? 80, 110)),
      colour: stdout.isTTY && !env['NO_COLOR'],
      write: (text) => stdout.write(text),
      fromSource: env['CUTOVER_SOURCE'] === '1',
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

await main();
