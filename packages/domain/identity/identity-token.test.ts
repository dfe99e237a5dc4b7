import { expect, test } from '@jest/globals';
import { readClaims, trustStatement } from './identity-token.ts';

const ISSUER = 'https://token.actions.githubusercontent.com';

function token(claims: unknown): string {
  return `head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
}

test('the claims of a token become the condition that trusts it', () => {
  const claims = readClaims(
    token({ iss: ISSUER, sub: 'repo:octo/shop:environment:Straße', aud: 'sts.amazonaws.com' }),
  );
  expect(claims).toEqual({
    subject: 'repo:octo/shop:environment:Straße',
    audience: 'sts.amazonaws.com',
    issuer: 'token.actions.githubusercontent.com',
  });
  if (claims === undefined) return;
  expect(trustStatement(claims, 'arn:aws-cn:iam::123456789012:role/deploy')).toEqual({
    Effect: 'Allow',
    Principal: {
      Federated: 'arn:aws-cn:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
    },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': 'repo:octo/shop:environment:Straße',
      },
    },
  });
});

test.each(['', 'a', 'a.b.c', token(null), token({ iss: ISSUER }), token({ sub: 'repo:octo/shop' })])(
  '"%s" has no claims',
  (text) => {
    expect(readClaims(text)).toBeUndefined();
  },
);
