import { commonInputs } from '../inputs/credentials.ts';

/** The action whose inputs a configuration file holds at its top; the others take from them what the pipeline hands to them. */
export const WHOLE = 'pipeline';

/** Inputs that a person gives after looking at what one run would do; a file must not repeat them for every later run. */
export const ONE_RUN: readonly string[] = [
  'allow-removal',
  'allow-replacement',
  'change-set',
  'confirm-delete',
];

/** Inputs that mean the same in every action. */
const EVERYWHERE = [
  'stack',
  'cluster',
  'service',
  'poll-interval-seconds',
  'dry-run',
  'show-logs',
  'region',
  ...Object.keys(commonInputs),
] as const;

/** By action, its input and the pipeline's input that it takes its value from; an entry alone has one name in both. */
const TAKEN: Readonly<Record<string, readonly (string | readonly [own: string, shared: string])[]>> = {
  'build-push-ecr': [
    ...EVERYWHERE,
    'repository',
    'context',
    'file',
    'target',
    'build-args',
    'build-contexts',
    'secret-envs',
    'secret-files',
    'docker-aws-credentials',
    'cache',
    'platforms',
    'tag',
    'oci-layout',
    'if-exists',
    'fail-on-severity',
    'scan-timeout-minutes',
  ],
  'register-taskdef': [
    ...EVERYWHERE,
    'task-definition',
    'variables',
    'container-name',
    'environment-variables',
    'env-files',
    'secrets',
    'keep-revisions',
  ],
  'run-migration-task': [
    ...EVERYWHERE,
    ['command', 'migration-command'],
    ['commands', 'migration-commands'],
    ['timeout-minutes', 'migration-timeout-minutes'],
    'snapshot',
    'snapshot-keep',
    'snapshot-timeout-minutes',
    'maintenance',
    'maintenance-page',
    'retry-after-seconds',
  ],
  'blue-green-codedeploy': [
    ...EVERYWHERE,
    'codedeploy-appspec',
    'codedeploy-deployment-config',
    'auto-rollback-events',
    'alarms',
    'ignore-alarms',
    'gate',
    'gate-url',
    'gate-path',
    'gate-expect-status',
    'gate-command',
    'gate-aws-credentials',
    'gate-timeout-minutes',
    'wait-until',
    'wait-for-minutes',
    'max-failed-tasks',
    'on-cancel',
    'on-active-deployment',
    'wait-for-active-minutes',
    'suspend-auto-scaling',
    'allow-downgrade',
  ],
  // Inputs that a service with ECS's rolling deployment refuses are not given by a shared file.
  'deploy-service': [
    ...EVERYWHERE,
    'ignore-alarms',
    'wait-until',
    'wait-for-minutes',
    'max-failed-tasks',
    'on-cancel',
    'on-active-deployment',
    'wait-for-active-minutes',
    'suspend-auto-scaling',
    'allow-downgrade',
  ],
  'verify-target-health': [
    ...EVERYWHERE,
    'min-healthy',
    'consecutive',
    ['wait-for-minutes', 'verify-for-minutes'],
    'url',
    'path',
    'host-header',
    'expect-status',
    'expect-body',
    'expect-header',
    'max-latency-ms',
    'probe-count',
    'probe-concurrency',
    'alarms',
  ],
  preflight: [
    ...EVERYWHERE,
    'task-definition',
    'variables',
    'codedeploy-deployment-config',
    'alarms',
    'ignore-alarms',
    'on-active-deployment',
    'wait-until',
    'wait-for-minutes',
  ],
  diagnose: EVERYWHERE,
  // The way back is the fastest there is: neither the canary nor the gates of a deployment.
  rollback: EVERYWHERE,
  // The role that changes infrastructure is another than the one that deploys.
  'deploy-stack': [['name', 'stack'], 'region', 'http-proxy', 'no-proxy', 'retry-max-attempts', 'language'],
};

/**
 * An input of an action and the pipeline's input that stands for it at the top of a configuration file.
 * @param own names of the action's inputs
 */
export function sharedInputs(action: string, own: readonly string[]): ReadonlyMap<string, string> {
  const taken = action === WHOLE ? own : (TAKEN[action] ?? []);
  const pairs = taken.map((one) => (typeof one === 'string' ? ([one, one] as const) : one));
  return new Map(pairs.filter(([name]) => own.includes(name)));
}

/** Inputs of the pipeline about the build; they mean nothing when the image is there already. */
export const BUILD_INPUTS = [
  'file',
  'target',
  'build-args',
  'build-contexts',
  'secret-envs',
  'secret-files',
  'platforms',
  'tag',
  'oci-layout',
  'fail-on-severity',
] as const;

const GATE = ['gate', 'gate-url', 'gate-path', 'gate-expect-status', 'gate-command', 'gate-aws-credentials'];

/**
 * By an input under `with:`, the entries of the file that it replaces: an action refuses both together. A job that promotes
 * an image gives `digest`, and what the file says of the build is not meant.
 */
export const REPLACED: Readonly<Record<string, readonly string[]>> = {
  image: ['digest', ...BUILD_INPUTS],
  digest: ['image', ...BUILD_INPUTS],
  'migration-command': ['migration-commands'],
  'migration-commands': ['migration-command'],
  command: ['commands', 'override-container-command'],
  commands: ['command', 'override-container-command'],
  'task-definition-arn': ['task-definition', 'task-definition-family', 'variables', 'base'],
  'task-definition-family': ['task-definition', 'task-definition-arn', 'variables', 'base'],
  'task-definition': ['task-definition-family', 'task-definition-arn'],
  base: ['task-definition-arn'],
  services: ['stack', 'service'],
  mode: ['wait-until', ...GATE],
};
