import { awsWord } from '@cutover/domain/inputs/aws-word';
import { ARCHITECTURES_ELSEWHERE, OPERATING_SYSTEMS } from '@cutover/domain/task-definition/check-words';
import { command } from '@cutover/domain/inputs/command';
import { configInputs } from '@cutover/domain/inputs/config';
import { commonInputs } from '@cutover/domain/inputs/credentials';
import { cluster, service, stack } from '@cutover/domain/inputs/environment';
import { choice, flag, list, matching, number, pairs, text } from '@cutover/domain/inputs/input';
import { envFiles } from './env-files.ts';

const role = {
  pattern: /^(arn:aws[\w-]*:iam::\d{12}:role\/\S+|[\w+=,.@-]{1,64})$/,
  expected: 'the ARN or name of a role',
  example: 'arn:aws:iam::123456789012:role/NAME',
};

/** After ECS's API model of August 2026. */
/** Inputs of register-taskdef; the contract is its `action.yml`. */
export const inputs = {
  'task-definition': text(),
  'task-definition-family': text({ aliases: ['family'] }),
  'task-definition-arn': matching({
    pattern: /^(arn:aws[\w-]*:ecs:[\w-]+:\d{12}:task-definition\/)?[\w-]+:\d+$/,
    expected: 'the ARN of a task definition revision',
    example: 'arn:aws:ecs:us-east-1:123456789012:task-definition/app:7, or app:7',
  }),
  'task-definition-revision': number({ min: 1, max: 2_147_483_647, integer: true }),
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
  'cpu-architecture': awsWord(['X86_64', 'ARM64'], {}, ARCHITECTURES_ELSEWHERE),
  'operating-system-family': awsWord(OPERATING_SYSTEMS, {}),
  tags: pairs(),
  variables: pairs(),
  'keep-revisions': number({ min: 1, max: 1000, integer: true }),
  requirements: choice(['fail', 'warn'], { default: 'fail' }),
  'dry-run': flag({ default: 'false' }),
  ...configInputs,
  ...commonInputs,
  region: text({ aliases: ['aws-region'] }),
};
