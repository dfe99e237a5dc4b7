import { ConfigurationError } from '@cutover/domain/errors';
import { joinShellWords } from '@cutover/domain/text/shell-words';
import type { World } from '../world.ts';
import { abortable } from './abortable.ts';
import type { Gate, GateVerdict } from './gate-kinds.ts';
import { minutes } from './headline.ts';
import type { Watch } from './order.ts';

/** Last lines of the command that the failure quotes. */
const QUOTED_LINES = 3;

/** Whether a command on the runner ends with 0. Its variables say what to test. */
export async function askCommand(
  world: World,
  order: Watch,
  { awsCredentials, command, url, limitMs }: Extract<Gate, { kind: 'command' }>,
  id: string,
): Promise<GateVerdict> {
  const { clock, commands, files, progress, signal } = world;
  const [file = '', ...args] = command;
  const begun = clock.now();
  const patience = new AbortController();
  progress.report({ type: 'command.started', file, args });
  const running = commands.run(file, args, {
    cwd: files.resolve('.'),
    env: {
      CUTOVER_DEPLOYMENT_ID: id,
      CUTOVER_TASK_DEFINITION_ARN: order.revision,
      CUTOVER_PREVIOUS_TASK_DEFINITION_ARN: order.previous,
      CUTOVER_CLUSTER: order.cluster,
      CUTOVER_SERVICE: order.service,
      ...(url === undefined ? {} : { CUTOVER_TEST_URL: url }),
    },
    allowed: { awsCredentials },
    signal: AbortSignal.any([signal, patience.signal]),
    onLine: (text) => {
      progress.report({ type: 'log.line', source: 'gate', text, timestamp: clock.now() });
    },
  });
  const result = await Promise.race([
    abortable(signal, running).catch(notRun),
    clock.sleep(limitMs, AbortSignal.any([signal, patience.signal])).then(() => undefined),
  ]).finally(() => {
    // A command that takes too long is ended; one that has ended needs no clock.
    patience.abort(new Error('the gate is decided'));
    running.catch(() => undefined);
  });
  const line = joinShellWords(command);
  if (result instanceof ConfigurationError) {
    const said = `the command gate could not be run: ${result.message} ${result.fix}`;
    return { kind: 'refused', reason: `${said[0]?.toUpperCase() ?? ''}${said.slice(1)}`, because: said };
  }
  if (result === undefined) {
    const said = `command gate ${line} was still running after ${minutes(clock.now() - begun)}`;
    return { kind: 'refused', reason: `The ${said}.`, because: `the ${said}` };
  }
  if (result.exitCode === 0) {
    return { kind: 'passed', reason: `The command gate passed: ${line} ended with exit code 0.` };
  }
  const last = world.showLogs === 'none' ? '' : result.tail.slice(-QUOTED_LINES).join(' / ');
  const said = `command gate ${line} ended with exit code ${result.exitCode}${last === '' ? '' : `: ${last}`}`;
  return { kind: 'refused', reason: `The ${said}.`, because: `the ${said}` };
}

/** A command that is not there says nothing about the new version, and nothing proves it. */
function notRun(error: unknown): ConfigurationError {
  if (error instanceof ConfigurationError) return error;
  throw error;
}
