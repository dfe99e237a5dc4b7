import type { ForeignInput } from './foreign-input.ts';

const action = 'aws-actions/configure-aws-credentials';

const key = (name: string, variable: string): ForeignInput => ({
  action,
  name,
  does: 'Cutover takes keys from the environment alone, so that they are in no list of inputs.',
  instead: `Set ${variable} under env: from a secret; better give role-to-assume and permissions: id-token: write.`,
});

const session = (name: string, what: string): ForeignInput => ({
  action,
  name,
  does: `Cutover assumes the role without ${what}.`,
  instead: `Remove it, or run ${action} before this step and leave role-to-assume out here.`,
});

/** Inputs of aws-actions/configure-aws-credentials that Cutover's actions do not have. */
export const CONFIGURE_AWS_CREDENTIALS: readonly ForeignInput[] = [
  key('aws-access-key-id', 'AWS_ACCESS_KEY_ID'),
  key('aws-secret-access-key', 'AWS_SECRET_ACCESS_KEY'),
  key('aws-session-token', 'AWS_SESSION_TOKEN'),
  {
    action,
    name: 'aws-profile',
    does: 'Cutover writes no profile; it reads one.',
    instead: 'Set AWS_PROFILE under env:.',
  },
  {
    action,
    name: 'overwrite-aws-profile',
    same: ['false'],
    does: 'Cutover writes no profile.',
  },
  {
    action,
    name: 'web-identity-token-file',
    does: 'Cutover asks GitHub for the identity token; the SDK reads a file where the environment names one.',
    instead: 'Set AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN under env:, and leave role-to-assume out.',
  },
  {
    action,
    name: 'mask-aws-account-id',
    same: ['false'],
    does: 'the account id stays readable in logs, and GitHub hands outputs that hold it over to other jobs.',
    instead: `Set it at ${action} before this step: its mask holds for the whole job.`,
  },
  {
    action,
    name: 'role-skip-session-tagging',
    same: ['true'],
    does: 'Cutover sets no session tags.',
    instead: 'Remove it; the run is named in the claims of the identity token, which CloudTrail shows.',
  },
  session('transitive-tag-keys', 'session tags'),
  session('custom-tags', 'session tags'),
  session('inline-session-policy', 'a session policy'),
  session('managed-session-policies', 'session policies'),
  {
    action,
    name: 'output-credentials',
    same: ['false'],
    does: 'credentials are never outputs.',
    instead: `Run ${action} in a step of its own.`,
  },
  {
    action,
    name: 'output-env-credentials',
    same: ['false'],
    does: 'the credentials of role-to-assume stay within the action.',
    instead: `Later steps get theirs from ${action}.`,
  },
  {
    action,
    name: 'unset-current-credentials',
    same: ['false'],
    does: 'the environment stays as it is; with role-to-assume its keys are not used.',
  },
  {
    action,
    name: 'disable-retry',
    same: ['false'],
    does: 'calls that may succeed later are repeated.',
    instead: 'Set retry-max-attempts: 1.',
  },
  {
    action,
    name: 'special-characters-workaround',
    same: 'any',
    does: 'keys are never handed to another tool, so their characters do no harm.',
  },
  {
    action,
    name: 'use-existing-credentials',
    same: ['true'],
    does: 'without role-to-assume the credentials of the environment are used.',
    instead: 'Give role-to-assume.',
  },
  {
    action,
    name: 'force-skip-oidc',
    same: ['false'],
    does: 'role-to-assume is assumed with the identity token of the job.',
    instead: 'Set role-chaining: true to assume it with the credentials of the environment.',
  },
  {
    action,
    name: 'action-timeout-s',
    does: 'every wait has a limit of its own.',
    instead: 'Set wait-for-minutes, or timeout-minutes of the step.',
  },
  {
    action,
    name: 'sts-endpoint',
    does: 'endpoints come from the environment, as in every SDK.',
    instead: 'Set AWS_ENDPOINT_URL_STS under env:.',
  },
];
