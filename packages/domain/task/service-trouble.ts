import type { ServiceEvent } from './ecs-service.ts';

/** Sentences by which ECS tells trouble of a service's tasks. */
const TROUBLE =
  /\b(?:is unhealthy in|unable to|failed (?:container |ELB )?health checks|failed to|failed with|throttl\w*|error)\b/i;

/**
 * Whether an event of a service tells of trouble. ECS puts names into parentheses, `(service web)`; a service that is called
 * `failed-payments` is not in trouble because of its name.
 */
export function tellsTrouble(event: string): boolean {
  return TROUBLE.test(event.replaceAll(/\((?!(?:reason|error) )[^()]*\)/g, '()'));
}

/** Events that tell of trouble since the service was steady last, the newest first. @param events newest first */
export function troublesOf(events: readonly ServiceEvent[]): readonly ServiceEvent[] {
  const steady = events.findIndex(({ text }) => text.endsWith(' has reached a steady state.'));
  return (steady === -1 ? events : events.slice(0, steady)).filter(({ text }) => tellsTrouble(text));
}
