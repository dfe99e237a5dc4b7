import type { ForeignInput } from './foreign-input.ts';

const action = 'aws-actions/aws-cloudformation-github-deploy';

const inCreation = (name: string, what: string): ForeignInput => ({
  action,
  name,
  same: ['false'],
  does: `deploy-stack leaves ${what} as it is.`,
  instead: `Remove it, and set it once with the AWS CLI.`,
});

/** Inputs of aws-actions/aws-cloudformation-github-deploy that deploy-stack does not have. */
export const CLOUDFORMATION_GITHUB_DEPLOY: readonly ForeignInput[] = [
  {
    action,
    name: 'no-delete-failed-changeset',
    same: ['false'],
    does: 'a change set that failed is deleted; its reason is in the log and the summary.',
  },
  inCreation('disable-rollback', 'the rollback of failed operations'),
  {
    action,
    name: 'timeout-in-minutes',
    does: 'deploy-stack waits, and leaves the stack its time.',
    instead: 'Set wait-for-minutes.',
  },
  {
    action,
    name: 'notification-arns',
    does: 'the events of the stack are told in the log.',
    instead: 'Set the topics once with the AWS CLI: aws cloudformation update-stack --notification-arns.',
  },
  {
    action,
    name: 'change-set-name',
    does: 'change sets get a name of the run, so that runs do not meet.',
  },
  {
    action,
    name: 'include-nested-stacks-change-set',
    same: ['false'],
    does: 'change sets of nested stacks are not listed.',
  },
  {
    action,
    name: 's3-bucket',
    does: 'the template is sent with the call, as compact JSON when it has more than 51,200 bytes.',
    instead: 'Split a template that is larger as compact JSON, too.',
  },
  {
    action,
    name: 's3-prefix',
    does: 'the template is sent with the call, not by way of S3.',
  },
  {
    action,
    name: 'deployment-mode',
    does: 'change sets compare with the template, not with what was changed by hand.',
  },
];
