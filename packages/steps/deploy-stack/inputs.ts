import { credentialInputs } from '@cutover/domain/credential-inputs';
import { choices, flag, matching, number, pairs, text, type Inputs } from '@cutover/domain/inputs';

/** What `with:` of deploy-stack takes. */
export const inputs = {
  name: matching({
    required: true,
    aliases: ['stack'],
    pattern: /^[A-Za-z][A-Za-z0-9-]{0,127}$/,
    expected: 'a stack name (letters, digits and -, a letter first)',
    example: 'shop-production',
  }),
  template: text(),
  'parameter-overrides': text(),
  capabilities: choices(['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'], {
    default: 'CAPABILITY_IAM',
  }),
  'role-arn': matching({
    pattern: /^arn:aws[\w-]*:iam::\d{12}:role\/\S+$/,
    expected: 'the ARN of a role',
    example: 'arn:aws:iam::123456789012:role/NAME',
  }),
  tags: pairs(),
  'no-execute-changeset': flag({ default: 'false' }),
  'fail-on-empty-changeset': flag({ default: 'false' }),
  'wait-for-minutes': number({ default: '60', min: 0.05, max: 1440 }),
  'poll-interval-seconds': number({ default: '5', min: 0.05, max: 300 }),
  'dry-run': flag({ default: 'false' }),
  ...credentialInputs,
  region: text({ aliases: ['aws-region'] }),
};

export type StackInputs = Inputs<typeof inputs>;
