import type { Shown } from '../../../checklist/ruled.ts';

/** Rows of the rule book about ECS's own deployments that each item shows. */
export const SHOWN = {
  'service-features': ['no-express-service', 'followed-strategy', 'listener-weights'],
  'deployment-config': ['own-inputs', 'way-to-stop', 'room-to-roll', 'circuit-breaker'],
  'wait-before-shift': ['own-milestone'],
  container: ['container-as-configured', 'containers-of-load-balancers'],
  alarms: ['alarms-not-firing'],
} as const satisfies Shown;
