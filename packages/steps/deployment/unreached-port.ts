import { listeningIn } from '@cutover/domain/diagnosis/listening-port';
import { lookedUp } from '@cutover/domain/diagnosis/looked-up';
import type { Finding } from '@cutover/domain/finding';
import type { TargetHealth } from '@cutover/domain/target/target-health';
import type { TaskLog } from './task-log.ts';

/** Reasons of a target whose health check got no answer at all. */
const UNANSWERED = /^Target\.(?:Timeout|FailedHealthChecks)$/;

/**
 * The finding that the program listens elsewhere than the load balancer asks: on another port, or for its own container alone. Undefined
 * where the log names the port, names none, or a target answered.
 */
export function unreachedPort(
  log: TaskLog | undefined,
  targets: readonly TargetHealth[],
): Finding | undefined {
  const silent = targets.find(({ reason }) => UNANSWERED.test(reason ?? ''));
  if (log === undefined || silent === undefined) return undefined;
  const { container, lines } = log;
  const listening = listeningIn(lines);
  const there = listening.find(({ port }) => port === silent.port);
  const said = {
    evidence: [...new Set([...(there === undefined ? listening : [there])].map(({ line }) => line))].slice(
      0,
      3,
    ),
  };
  if (there !== undefined) {
    return there.loopback
      ? lookedUp('listens-on-loopback', { container, port: String(there.port) }, said)
      : undefined;
  }
  const [first] = listening;
  if (first === undefined) return undefined;
  const ports = listening.map(({ port }) => port).join(' and ');
  return lookedUp(
    'wrong-port',
    { container, ports, port: String(first.port), asked: String(silent.port) },
    said,
  );
}
