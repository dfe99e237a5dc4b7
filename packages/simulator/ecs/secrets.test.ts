import { expect, test } from '@jest/globals';
import { resolveSecrets } from './secrets.ts';

const ASM = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf';
const known = new Map([
  [ASM, '{"user":"u","port":5432}'],
  ['plain', 'text'],
  ['/app/token', 'parameter'],
]);

test.each([
  [ASM, '{"user":"u","port":5432}'],
  [`${ASM}:user::`, 'u'],
  [`${ASM}:port:AWSCURRENT:`, '5432'],
  ['arn:aws:secretsmanager:us-east-1:123456789012:secret:plain-123456', 'text'],
  ['/app/token', 'parameter'],
  ['arn:aws:ssm:us-east-1:123456789012:parameter/app/token', 'parameter'],
])('%s is found', (valueFrom, value) => {
  expect(resolveSecrets([{ name: 'S', valueFrom }], known)).toEqual({ S: value });
});

test.each([
  [`${ASM}:user`, /unexpected ARN format with parameters when trying to retrieve ASM secret$/],
  [`${ASM}:user:`, /unexpected ARN format/],
  [`${ASM}:user:::`, /unexpected ARN format/],
  [`${ASM}:password::`, /did not contain json key password$/],
  ['arn:aws:secretsmanager:us-east-1:123456789012:secret:plain-123456:key::', /invalid character 't'/],
  ['arn:aws:secretsmanager:us-east-1:123456789012:secret:no-123456', /ResourceNotFoundException/],
  ['/app/other', /unable to retrieve secrets from ssm: .* invalid ssm parameters: \/app\/other$/],
])('%s is refused as the platform words it', (valueFrom, message) => {
  expect(() => resolveSecrets([{ name: 'S', valueFrom }], known)).toThrow(message);
});
