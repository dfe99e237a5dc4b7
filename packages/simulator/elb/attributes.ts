import type { TargetGroupAttribute } from '@aws-sdk/client-elastic-load-balancing-v2';
import { integer, invalid, list, required } from './form.ts';

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  'deregistration_delay.timeout_seconds': [0, 3600],
  'slow_start.duration_seconds': [0, 900],
  'stickiness.lb_cookie.duration_seconds': [1, 604_800],
  'idle_timeout.timeout_seconds': [1, 4000],
};

/** Writes attributes of a load balancer or target group; all are checked before the first is written. */
export function modifyAttributes(
  known: Map<string, string>,
  attributes: readonly TargetGroupAttribute[] | undefined,
): TargetGroupAttribute[] {
  const changes = list<TargetGroupAttribute>(attributes).map(({ Key, Value }) => {
    const key = required('Attributes.Key', Key);
    if (!/^[a-z0-9._]+$/.test(key)) throw invalid(`Attribute key '${key}' is not recognized`);
    const range = RANGES[key];
    if (range !== undefined) integer(key, Value, ...range);
    return [key, Value ?? ''] as const;
  });
  for (const [key, value] of changes) known.set(key, value);
  return describeAttributes(known);
}

export function describeAttributes(known: ReadonlyMap<string, string>): TargetGroupAttribute[] {
  return [...known].map(([Key, Value]) => ({ Key, Value }));
}
