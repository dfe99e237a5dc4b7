import { reasonOf, stackOf } from './kernel/reason.ts';
import { options, USAGE } from './command-line.ts';
import { startSimulator } from './start.ts';

async function main(): Promise<void> {
  let chosen;
  try {
    chosen = options(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  if (chosen === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  let running;
  try {
    const { endWithInput: _, ...start } = chosen;
    running = await startSimulator(start);
  } catch (error) {
    const text = reasonOf(error);
    process.stderr.write(`The simulator could not start: ${text}\n`);
    process.exitCode = 1;
    return;
  }
  if (chosen.tasks === 'auto') process.stderr.write(`${running.choice}\n`);
  if (running.sample !== undefined) {
    process.stdout.write(`sample service: production ${running.sample.production}\n`);
    process.stdout.write(`sample service: test traffic ${running.sample.test}\n`);
  }
  process.stdout.write(`ready ${running.url}\n`);
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${stackOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  if (chosen.endWithInput === true) process.stdin.on('close', end).resume();
  process.on('SIGINT', end);
}

await main();
