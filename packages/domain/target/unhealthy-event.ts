import type { ServiceEvent } from '../task/ecs-service.ts';
import type { TargetHealth } from './target-health.ts';

/** `(service web) (port 8080) is unhealthy in (target-group ARN) due to (reason Request timed out)`, or `(instance i-1) (port 1) is …` */
const UNHEALTHY =
  /(?:\(instance (?<instance>[\w-]+)\) )?\(port (?<port>\d+)\) is unhealthy in \(?target-group (?<group>[^)\s]+)\)? due to \(?(?:reason )?(?<reason>[^)]*)/;

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/timed out/i, 'Target.Timeout'],
  [/with these codes/i, 'Target.ResponseCodeMismatch'],
  [/^Health checks failed\s*$/i, 'Target.FailedHealthChecks'],
];

/** Targets that ECS found unhealthy and has replaced: only its events still tell of them. Each port and reason once. */
export function targetsIn(events: readonly ServiceEvent[]): readonly TargetHealth[] {
  const found = new Map<string, TargetHealth>();
  for (const { text } of events) {
    const { instance, port = '', reason: description = '' } = UNHEALTHY.exec(text)?.groups ?? {};
    const reason = REASONS.find(([pattern]) => pattern.test(description))?.[1];
    if (reason === undefined) continue;
    found.set(`${port} ${description}`, {
      id: instance ?? 'replaced target',
      port: Number(port),
      state: 'unhealthy',
      reason,
      description,
    });
  }
  return [...found.values()];
}
