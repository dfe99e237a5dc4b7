import type { ForeignInput } from './foreign-input.ts';

const ecr = 'aws-actions/amazon-ecr-login';
const docker = 'docker/login-action';

/** Inputs of the actions that log a Docker client in, which build-push-ecr does by itself. */
export const REGISTRY_LOGIN: readonly ForeignInput[] = [
  {
    action: ecr,
    name: 'mask-password',
    same: ['true'],
    does: 'the password of the registry is masked, and is no output.',
    instead: 'A step that needs a login of its own runs aws ecr get-login-password.',
  },
  {
    action: ecr,
    name: 'skip-logout',
    same: 'any',
    does: 'the login lives in a folder of its own, which is removed at the end of the job; the Docker client of the runner is never logged in.',
  },
  {
    action: docker,
    name: 'logout',
    same: ['true'],
    does: 'the login lives in a folder of its own, which is removed at the end of the job.',
    instead: `A later step that needs a login runs ${ecr}.`,
  },
  {
    action: docker,
    name: 'ecr',
    same: ['auto', 'true'],
    does: 'the registry is ECR.',
    instead: `Push to another registry with docker/build-push-action.`,
  },
  {
    action: docker,
    name: 'registry',
    does: 'the registry follows from the repository.',
    instead: 'Give repository as the whole URI, 123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app.',
  },
  {
    action: docker,
    name: 'username',
    does: 'Cutover asks ECR for a login with the AWS credentials of the job.',
    instead:
      'Give role-to-assume. For base images of another registry run docker/login-action before this step.',
  },
  {
    action: docker,
    name: 'password',
    does: 'Cutover asks ECR for a login with the AWS credentials of the job.',
    instead:
      'Give role-to-assume. For base images of another registry run docker/login-action before this step.',
  },
  {
    action: docker,
    name: 'scope',
    does: 'a login of ECR has no scopes.',
  },
  {
    action: docker,
    name: 'registry-auth',
    does: 'Cutover logs in to ECR alone.',
    instead:
      'Name further accounts in registries; for other registries run docker/login-action before this step.',
  },
  {
    action: ecr,
    name: 'registries',
    in: ['pipeline'],
    does: 'the pipeline logs in to the registry of its repository alone.',
    instead:
      'Build with actions/build-push-ecr, which has this input, and give its output image to the pipeline.',
  },
  {
    action: ecr,
    name: 'registry-type',
    in: ['pipeline'],
    same: ['private'],
    does: 'the registry is private.',
    instead: 'Push with actions/build-push-ecr, and give its output image to the pipeline.',
  },
];
