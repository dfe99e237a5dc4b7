import type { HealthCheck } from '@aws-sdk/client-ecs';
import type { Clock } from '../kernel/clock.ts';
import type { RunningContainer } from './container-runtime.ts';

/** Wall milliseconds: commands don't run faster with the clock, and must not run in a hot loop. */
const MIN_INTERVAL_WALL_MS = 200;
const MIN_TIMEOUT_WALL_MS = 2000;

/** `UNCHECKED`: the command cannot be run on this machine, so nothing is known and nothing is held against the task. */
export type ContainerHealth = 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY' | 'UNCHECKED';

/** Runs a container's health check for as long as the container lives and reports every change. */
export async function watchHealth(
  clock: Clock,
  check: HealthCheck,
  container: RunningContainer,
  report: (health: ContainerHealth) => void,
): Promise<void> {
  const { interval = 30, retries = 3, startPeriod = 0, timeout = 5, command = [] } = check;
  if (command[0] === 'NONE') return;
  const begin = clock.now();
  let health: ContainerHealth = 'UNKNOWN';
  let failures = 0;
  for (;;) {
    await clock.sleep(Math.max(interval * 1000, MIN_INTERVAL_WALL_MS * clock.scale));
    if (container.exitCode !== undefined) return;
    const wallMs = Math.max((timeout * 1000) / Math.max(clock.scale, 1), MIN_TIMEOUT_WALL_MS);
    const result = await container.check(command, wallMs);
    if (container.exitCode !== undefined) return;
    if (result === 'impossible') {
      report('UNCHECKED');
      return;
    }
    if (result === 'passed') failures = 0;
    else if (clock.now() - begin >= startPeriod * 1000) failures += 1;
    const next: ContainerHealth =
      result === 'passed' ? 'HEALTHY' : failures >= retries ? 'UNHEALTHY' : health;
    if (next !== health) {
      health = next;
      report(health);
    }
  }
}
