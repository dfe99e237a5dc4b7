import { matching, number, text } from './inputs.ts';

/**
 * How a step gets AWS credentials of its own by the workflow's OpenID Connect token; named as in
 * aws-actions/configure-aws-credentials. Without a role the environment's credentials are used.
 */
export const credentialInputs = {
  'role-to-assume': matching({
    pattern: /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/,
    expected: 'the ARN of an IAM role',
    example: 'arn:aws:iam::123456789012:role/deploy',
  }),
  'role-session-name': matching({
    pattern: /^[\w+=,.@-]{2,64}$/,
    expected: 'a session name (2 to 64 of A-Z a-z 0-9 _ + = , . @ -)',
    example: 'GitHubActions',
    default: 'GitHubActions',
  }),
  'role-duration-seconds': number({ default: '3600', min: 900, max: 43_200, integer: true }),
  audience: text({ default: 'sts.amazonaws.com' }),
};
