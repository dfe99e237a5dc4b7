/** Claims of a GitHub identity token about its workflow run; never the token itself. */
export interface IdentityClaims {
  readonly subject: string;
  readonly audience: string;
  /** Without the scheme, as IAM's condition keys begin: `token.actions.githubusercontent.com`. */
  readonly issuer: string;
}

/** The claims of a JSON Web Token, unchecked; undefined for a text of another form. */
export function readClaims(token: string): IdentityClaims | undefined {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    const { sub, aud, iss } = JSON.parse(payload) as Readonly<Record<string, unknown>>;
    if (typeof sub !== 'string' || typeof iss !== 'string') return undefined;
    const audience = Array.isArray(aud) ? aud.join(', ') : String(aud);
    return { subject: sub, audience, issuer: iss.replace(/^https?:\/\//, '') };
  } catch {
    return undefined;
  }
}

/** Whether a subject names owner and repository with their ids, as `repo:octo@583231/shop@1296269:ref:refs/heads/main`. */
export function carriesIds(subject: string): boolean {
  return /^repo:[^@/:]+@\d+\/[^@/:]+@\d+:/.test(subject);
}

/** The statement of a role's trust policy that a token of these claims meets. */
export function trustStatement({ subject, audience, issuer }: IdentityClaims, roleArn: string): object {
  const [, partition = 'aws', , , account = ''] = roleArn.split(':');
  return {
    Effect: 'Allow',
    Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${issuer}:aud`]: audience, [`${issuer}:sub`]: subject } },
  };
}
