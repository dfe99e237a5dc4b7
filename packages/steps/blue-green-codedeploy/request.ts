import { parseAppSpecFile } from '@cutover/domain/appspec-file';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Inputs } from '@cutover/domain/inputs';
import { requireName } from '../deployment/environment.ts';
import type { World } from '../world.ts';
import type { inputs } from './inputs.ts';
import type { Request, RequestedGate } from './plan.ts';

type Given = Inputs<typeof inputs>;

/** CodeDeploy's limit for one deployment. */
const MOST_ALARMS = 10;

/**
 * Everything that can be checked before the first call.
 * @throws ConfigurationError with all problems found
 */
export async function readRequest(given: Given, world: World): Promise<Request> {
  requireName(given);
  refuseContradictions(given);
  const file = given['codedeploy-appspec'];
  return {
    revision: given['task-definition-arn'] ?? '',
    appSpec:
      file === undefined
        ? undefined
        : parseAppSpecFile(await world.files.read(file, 'codedeploy-appspec'), file),
    config: given['codedeploy-deployment-config'],
    containerName: given['container-name'],
    containerPort: given['container-port'],
    description: given['codedeploy-deployment-description'],
    autoRollbackEvents: given['auto-rollback-events'],
    alarms: given.alarms,
    ignoreAlarms: given['ignore-alarms'],
    ignorePollAlarmFailure: given['ignore-poll-alarm-failure'],
    gate: gateOf(given),
    waitUntil: given['wait-until'],
    waitForMinutes: given['wait-for-minutes'],
    intervalMs: given['poll-interval-seconds'] * 1000,
    maxFailedTasks: given['max-failed-tasks'],
    onCancel: given['on-cancel'],
    allowZeroTasks: given['allow-zero-tasks'],
  };
}

function gateOf(given: Given): RequestedGate | undefined {
  const { gate } = given;
  const minutes = given['gate-timeout-minutes'];
  switch (gate) {
    case 'none':
      return undefined;
    case 'health':
      return { kind: gate, minutes };
    case 'http':
      return {
        kind: gate,
        minutes,
        url: given['gate-url'],
        path: given['gate-path'],
        statuses: given['gate-expect-status'],
      };
    case 'command':
      return {
        kind: gate,
        minutes,
        url: given['gate-url'],
        path: given['gate-path'],
        command: given['gate-command'] ?? [],
      };
  }
}

function refuseContradictions(given: Given): void {
  const problems: { message: string; remedy: string }[] = [];
  const { gate, mode, alarms } = given;
  if (mode === 'deploy' && given['task-definition-arn'] === undefined) {
    problems.push({
      message: 'Input task-definition-arn is required and was not given.',
      remedy: 'Add task-definition-arn under with:.',
    });
  }
  if (mode === 'deploy' && given['deployment-id'] !== undefined) {
    problems.push({
      message: `deployment-id ${given['deployment-id']} was given, and mode is deploy, which makes a deployment of its own.`,
      remedy: 'Set mode: continue or mode: stop, or remove deployment-id.',
    });
  }
  if (mode === 'continue' && given['wait-until'] === 'ready') {
    problems.push({
      message:
        'mode: continue ends the wait in which a deployment is ready, and wait-until: ready waits for it.',
      remedy: 'Set wait-until to traffic-shifted or completed.',
    });
  }
  if (mode === 'stop' && gate !== 'none') {
    problems.push({ message: `mode: stop asks no gate (gate: ${gate}).`, remedy: 'Remove gate.' });
  }
  if (gate === 'command' && given['gate-command'] === undefined) {
    problems.push({
      message: 'gate: command needs a command, and gate-command was not given.',
      remedy: 'Add gate-command, such as ["bash", "scripts/smoke-test.sh"].',
    });
  }
  for (const [name, gates] of [
    ['gate-command', ['command']],
    ['gate-url', ['http', 'command']],
    ['gate-path', ['http', 'command']],
  ] as const) {
    if (given[name] !== undefined && !gates.some((one) => one === gate)) {
      problems.push({
        message: `${name} was given, and gate is ${gate}.`,
        remedy: `Set gate: ${gates.join(' or ')}, or remove ${name}.`,
      });
    }
  }
  const events = given['auto-rollback-events'];
  if (events.includes('none') && events.length > 1) {
    problems.push({
      message: `auto-rollback-events has none beside ${events.filter((one) => one !== 'none').join(', ')}.`,
      remedy: 'Keep the one or the others.',
    });
  }
  if (given['ignore-alarms'] && (alarms.length > 0 || given['ignore-poll-alarm-failure'])) {
    problems.push({
      message: `ignore-alarms: true and ${alarms.length > 0 ? 'alarms' : 'ignore-poll-alarm-failure'} contradict each other.`,
      remedy: 'Keep one of them.',
    });
  }
  if (alarms.length > MOST_ALARMS) {
    problems.push({
      message: `alarms names ${alarms.length} alarms; CodeDeploy watches ${MOST_ALARMS} at most.`,
      remedy: 'Name fewer, or put several into one composite alarm.',
    });
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
}
