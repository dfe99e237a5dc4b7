import { language } from './language.ts';
import { field, flag, InvalidInput, list, matching, number, text } from './input.ts';

/**
 * How a step reaches AWS, and as whom; named as in aws-actions/configure-aws-credentials. Without a role the environment's
 * credentials are used.
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
  'role-chaining': flag({ default: 'false' }),
  'role-external-id': matching({
    pattern: /^[\w+=,.@:/-]{2,1224}$/,
    expected: 'an external id (2 to 1224 of A-Z a-z 0-9 _ + = , . @ : / -)',
    example: 'the text under sts:ExternalId in the trust policy of the role',
    secret: true,
  }),
  'allowed-account-ids': field(accountIds, { default: '', form: { kind: 'list' } }),
  'retry-max-attempts': number({ min: 1, max: 20, integer: true, aliases: ['max-retries'] }),
  'http-proxy': text({ secret: true }),
  'no-proxy': text(),
};

/** The inputs that all actions share. */
export const commonInputs = { ...credentialInputs, language };

/** Account ids, separated by commas or newlines. */
function accountIds(value: string): readonly string[] {
  const ids = list().parse(value);
  if (!ids.every((id) => /^\d{12}$/.test(id))) {
    throw new InvalidInput(
      'a list of AWS account ids',
      'Write 12 digits each, in quotes when the first one is 0, as in "012345678901".',
    );
  }
  return ids;
}
