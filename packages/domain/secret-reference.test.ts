import { expect, test } from '@jest/globals';
import { parseSecretReference } from './secret-reference.ts';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf';
const PARAMETER = 'arn:aws:ssm:us-east-1:123456789012:parameter';

test.each([
  [SECRET, 'secret', 'eu-west-1', [SECRET], undefined],
  [`${SECRET}:url::`, 'secret', 'eu-west-1', [SECRET], 'url'],
  [`${SECRET}::AWSPREVIOUS:`, 'secret', 'eu-west-1', [SECRET], undefined],
  [`${PARAMETER}/shop/token`, 'parameter', 'us-east-1', ['/shop/token'], undefined],
  [`${PARAMETER}/token`, 'parameter', 'us-east-1', ['token', '/token'], undefined],
  ['/shop/token', 'parameter', undefined, ['/shop/token'], undefined],
  ['token', 'parameter', undefined, ['token'], undefined],
])('%s', (valueFrom, kind, region, names, jsonKey) => {
  expect(parseSecretReference(valueFrom)).toMatchObject({ valueFrom, kind, region, names, jsonKey });
});
