import type { Shown } from '../../../checklist/ruled.ts';

/** CodeDeploy's rows of the rule book that each item shows. */
export const SHOWN = {
  'service-features': [
    'one-target-group',
    'no-classic-load-balancer',
    'no-service-connect',
    'replica-strategy',
  ],
  primary: ['primary'],
  'task-definition': ['volumes-at-launch'],
  'deployment-group': ['group-platform', 'group-service', 'automatic-rollback'],
  'deployment-config': ['config', 'config-platform', 'gradual-shift'],
  'wait-before-shift': ['wait-before-shift', 'gate-continues', 'gate-in-time', 'gate-address'],
  'target-groups': ['pair', 'pair-serves', 'target-type', 'one-load-balancer', 'one-vpc'],
  listeners: ['production-listener', 'test-listener', 'two-listeners'],
  'listeners-on-primary': ['production-on-primary', 'test-on-primary'],
} as const satisfies Shown;
