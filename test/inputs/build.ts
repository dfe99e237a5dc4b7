import { buildPushEcr as step } from '@cutover/steps/build-push-ecr/step';
import { inAccount, STACK } from './account.ts';
import { hides, shows, type InputProofs } from './proof.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
/** The image is there already, so nothing is built and only its scan is awaited. */
const THERE = {
  repository: 'team/app',
  tag: 'v2',
  platforms: 'linux/arm64',
  'fail-on-severity': 'high',
};
const files = { 'task.json': JSON.stringify({ runtimePlatform: { cpuArchitecture: 'ARM64' } }) };

export const build: InputProofs = {
  action: 'build-push-ecr',
  open: inAccount(step, { files }),
  proofs: [
    shows('stack', STACK, { digest: DIGEST }, 'team/app'),
    shows('create-repository', 'true', { repository: 'team/new', digest: DIGEST }, 'calls CreateRepository'),
    shows(
      'task-definition',
      'task.json',
      { repository: 'team/app', platforms: 'linux/amd64', 'dry-run': 'true' },
      'tasks of task.json run on linux/arm64',
    ),
    shows(
      'fail-on-severity',
      'high',
      { repository: 'team/app', tag: 'v1' },
      'calls DescribeImageScanFindings',
    ),
    shows('cache', 'ecr:team/layers', { repository: 'team/app', tag: 'v1' }, 'team/layers'),
    hides(
      'registry-type',
      'public',
      { repository: 'public.ecr.aws/octo/app', digest: DIGEST },
      'is a repository of ECR Public',
    ),
    shows('scan-timeout-minutes', '9', THERE, '"budgetSeconds":540'),
    hides(
      'dry-run',
      'true',
      { repository: 'team/dry', digest: DIGEST, 'create-repository': 'true' },
      'calls CreateRepository',
    ),
    shows('region', 'eu-west-1', { repository: 'team/app', digest: DIGEST }, 'region "eu-west-1"'),
  ],
};
