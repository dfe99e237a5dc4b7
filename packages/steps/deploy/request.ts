import { ConfigurationError } from '@cutover/domain/errors';
import type { Inputs } from '@cutover/domain/inputs/input';
import { engineProblems, readEngineOptions } from '../deployment/engine-for.ts';
import { requireName } from '../deployment/environment.ts';
import type { World } from '../world.ts';
import type { inputs } from './inputs.ts';
import type { BlueGreenRequest, RequestedGate } from './plan.ts';
import type { Trouble } from '@cutover/domain/trouble';

type Given = Inputs<typeof inputs>;

/**
 * Everything that can be checked before the first call.
 * @throws ConfigurationError with all problems found
 */
export async function readRequest(given: Given, world: World): Promise<BlueGreenRequest> {
  requireName(given);
  refuseContradictions(given);
  return {
    revision: given['task-definition-arn'] ?? '',
    engine: await readEngineOptions(given, world),
    containerName: given['container-name'],
    containerPort: given['container-port'],
    alarms: given.alarms,
    ignoreAlarms: given['ignore-alarms'],
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
        awsCredentials: given['gate-aws-credentials'],
      };
  }
}

function refuseContradictions(given: Given): void {
  const problems: Trouble[] = [];
  const { gate, mode, alarms } = given;
  if (mode === 'deploy' && given['task-definition-arn'] === undefined) {
    problems.push({
      what: 'Input task-definition-arn is required and was not given.',
      fix: 'Add task-definition-arn under with:.',
    });
  }
  if (mode === 'deploy' && given['deployment-id'] !== undefined) {
    problems.push({
      what: `deployment-id ${given['deployment-id']} was given, and mode is deploy, which makes a deployment of its own.`,
      fix: 'Set mode: continue or mode: stop, or remove deployment-id.',
    });
  }
  if (mode === 'continue' && given['wait-until'] === 'ready') {
    problems.push({
      what: 'mode: continue ends the wait in which a deployment is ready, and wait-until: ready waits for it.',
      fix: 'Set wait-until to traffic-shifted or completed.',
    });
  }
  if (mode === 'stop' && gate !== 'none') {
    problems.push({ what: `mode: stop asks no gate (gate: ${gate}).`, fix: 'Remove gate.' });
  }
  if (gate === 'command' && given['gate-command'] === undefined) {
    problems.push({
      what: 'gate: command needs a command, and gate-command was not given.',
      fix: 'Add gate-command, such as ["bash", "scripts/smoke-test.sh"].',
    });
  }
  for (const [name, gates] of [
    ['gate-command', ['command']],
    ['gate-url', ['http', 'command']],
    ['gate-path', ['http', 'command']],
  ] as const) {
    if (given[name] !== undefined && !gates.some((one) => one === gate)) {
      problems.push({
        what: `${name} was given, and gate is ${gate}.`,
        fix: `Set gate: ${gates.join(' or ')}, or remove ${name}.`,
      });
    }
  }
  if (given['gate-aws-credentials'] && gate !== 'command') {
    problems.push({
      what: `gate-aws-credentials was given, and gate is ${gate}.`,
      fix: 'Set gate: command, or remove gate-aws-credentials.',
    });
  }
  if (given['ignore-alarms'] && (alarms.length > 0 || given['ignore-poll-alarm-failure'])) {
    problems.push({
      what: `ignore-alarms: true and ${alarms.length > 0 ? 'alarms' : 'ignore-poll-alarm-failure'} contradict each other.`,
      fix: 'Keep one of them.',
    });
  }
  problems.push(...engineProblems(given));
  if (problems.length > 0) throw new ConfigurationError(problems);
}
