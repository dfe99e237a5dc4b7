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
