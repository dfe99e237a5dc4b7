import { command } from '@cutover/domain/command-input';
import { credentialInputs } from '@cutover/domain/credential-inputs';
import { cluster, service, stack } from '@cutover/domain/environment-inputs';
import { choice, flag, list, matching, number, pairs, text } from '@cutover/domain/inputs';
import { envFiles } from './env-files.ts';

const role = {
  pattern: /^(arn:aws[\w-]*:iam::\d{12}:role\/\S+|[\w+=,.@-]{1,64})$/,
  expected: 'the ARN or name of a role',
  example: 'arn:aws:iam::123456789012:role/NAME',
};

/** After ECS's API model of August 2026. */
const OPERATING_SYSTEMS = [
  'LINUX',
  'WINDOWS_SERVER_2019_CORE',
  'WINDOWS_SERVER_2019_FULL',
  'WINDOWS_SERVER_2022_CORE',
  'WINDOWS_SERVER_2022_FULL',
  'WINDOWS_SERVER_2025_CORE',
  'WINDOWS_SERVER_2025_FULL',
] as const;

/** What `with:` of register-taskdef takes. */
export const inputs = {
  'task-definition': text(),
  'task-definition-family': text({ aliases: ['family'] }),
  'task-definition-arn': matching({
    pattern: /^(arn:aws[\w-]*:ecs:[\w-]+:\d{12}:task-definition\/)?[\w-]+:\d+$/,
    expected: 'the ARN of a task definition revision',
    example: 'arn:aws:ecs:us-east-1:123456789012:task-definition/app:7, or app:7',
  }),
  stack: stack(),
  cluster: cluster(),
  service: service(),
  base: choice(['file', 'family', 'service'], {}),
  'container-name': list(),
  image: text(),
  images: pairs(),
  repository: text(),
  digest: matching({
    pattern: /^sha256:[0-9a-f]{64}$/,
    expected: 'a digest',
    example: 'sha256: and 64 hexadecimal digits, the output digest of build-push-ecr',
  }),
  'environment-variables': pairs(),
  'env-files': envFiles(),
  'environment-mode': choice(['merge', 'replace'], { default: 'merge' }),
  secrets: pairs(),
  command: command(),
  'docker-labels': pairs(),
  'log-configuration-log-driver': text(),
  'log-configuration-options': pairs(),
  'task-role-arn': matching(role),
  'execution-role-arn': matching(role),
  cpu: text(),
  memory: text(),
  'cpu-architecture': choice(['X86_64', 'ARM64'], {}),
  'operating-system-family': choice(OPERATING_SYSTEMS, {}),
  tags: pairs(),
  variables: pairs(),
  'keep-revisions': number({ min: 1, max: 1000, integer: true }),
  requirements: choice(['fail', 'warn'], { default: 'fail' }),
  'dry-run': flag({ default: 'false' }),
  ...credentialInputs,
  region: text({ aliases: ['aws-region'] }),
};
