import { created, deploying, shift, type Scene } from './scene.ts';

const together = {
  ...deploying,
  inputs: {
    cluster: 'shop',
    services: 'web\napi',
    'task-definition-arn': 'web:2',
    'poll-interval-seconds': deploying.inputs['poll-interval-seconds'],
  },
  account: { beside: 'api' },
  // One for each service, and one that takes back a service whose deployment was over.
  deployments: 3,
} as const;

/** blue-green-codedeploy of two services that belong together: both serve the new version, or both the old one. */
export const SERVICES: readonly Scene[] = [
  { ...together, name: 'after create', from: created, to: shift },
  { ...together, name: 'mid-shift', from: shift },
  {
    ...together,
    name: 'during rollback: one crashes',
    inputs: { ...together.inputs, services: 'web=web:2\napi=web:3', 'max-failed-tasks': '2' },
    from: { kind: 'called', operation: 'StopDeployment' },
    cause: /exit code 3|tasks failed/,
  },
];
