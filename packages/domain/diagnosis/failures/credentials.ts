import { rowsAt, type Recogniser } from '../recogniser.ts';

/** Credentials, OIDC and region. */
export const CREDENTIALS: readonly Recogniser[] = rowsAt(
  ['call', 'build'],
  [
    {
      id: 'oidc-not-authorized',
      patterns: [/Not authorized to perform:? sts:AssumeRoleWithWebIdentity/i],
      cause:
        "The role's trust policy does not match this token: sub (repository, branch, environment), aud, or provider ARN.",
      fix: "Compare the trust policy's sub condition with repo:OWNER/REPO:... of this run (case and environment count; wildcards need StringLike).",
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'oidc-provider-missing',
      patterns: [
        /No OpenIDConnect provider found in your account for (?<provider>\S{1,200})/i,
        /No OpenIDConnect provider found/i,
      ],
      cause: 'The account has no OIDC provider for {provider|GitHub}.',
      fix: 'Create an IAM OIDC provider for that URL with audience sts.amazonaws.com.',
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'oidc-audience-mismatch',
      patterns: [/Incorrect token audience/i],
      cause: "The provider's client id list lacks the token's audience.",
      fix: "Add sts.amazonaws.com to the provider's audiences (or the one you ask for).",
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'credentials-not-loaded',
      patterns: [
        /Credentials could not be loaded/i,
        /Could not load credentials from any providers/i,
        /You can configure credentials by running "aws (?:configure|login)"/,
      ],
      cause:
        'No credentials: id-token permission absent, empty secrets (fork pull request), or no role input.',
      fix: 'Add permissions: id-token: write and role-to-assume, or check that the secrets exist for this event and environment.',
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'oidc-permission-missing',
      patterns: [/Did you mean to set the .id-token. permission/i],
      cause: 'The job lacks permissions: id-token: write.',
      fix: 'Add permissions: id-token: write and contents: read to the job (and to the caller of a reusable workflow).',
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'oidc-token-url-missing',
      patterns: [/Unable to get ACTIONS_ID_TOKEN_REQUEST_URL/],
      cause: 'The job may not ask GitHub for an identity token.',
      fix: 'Add permissions: id-token: write; fork pull requests never get it.',
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'token-expired',
      patterns: [
        /security token included in the request is expired/i,
        /\bExpiredToken(?:Exception)?\b/,
        /Could not assume role with OIDC: Token is expired/,
      ],
      cause: 'The session (one hour by default) ended during a long wait.',
      fix: "Raise role-duration-seconds and the role's maximum session, or assume the role again before the late steps.",
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'clock-skewed',
      where: ['call', 'build', 'application'],
      patterns: [
        /Signature (?:expired|not yet current): (?<signed>\w{8,20}) is (?:now earlier|still later) than/,
        /RequestTimeTooSkewed|The difference between the request time and the current time is too large/,
        /InvalidSignatureException: [^\n]{0,40}[Ss]ignature (?:expired|not yet current)/,
      ],
      cause:
        'The clock of the machine that signed the call ({signed|of the message}) differs from that of AWS by more than five minutes, or the request waited as long before it was sent.',
      fix: "Set the clock by NTP (chrony) on a self-hosted runner or host; in a container the clock is the host's. A job that was suspended runs again.",
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html',
    },
    {
      id: 'assume-role-denied',
      patterns: [/not authorized to perform: sts:AssumeRole on resource: (?<role>arn:[\w:/+=,.@-]{1,300})/],
      cause:
        'The identity that calls may not assume role {role}: its own policy lacks sts:AssumeRole, or the trust policy of the role does not name it.',
      fix: 'Name the calling user or role as Principal in the trust policy of {role}, and allow sts:AssumeRole on {role} in the policy of the caller. A role chain needs both.',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
    },
    {
      id: 'endpoint-unreachable',
      where: ['call', 'build', 'application'],
      patterns: [
        /Could not connect to the endpoint URL: "https?:\/\/(?<host>[\w.-]{1,200})/,
        /getaddrinfo ENOTFOUND (?<host>[\w-]{1,60}\.[\w-]{1,40}\.amazonaws\.com(?:\.cn)?)/,
      ],
      cause:
        "The call does not reach AWS's endpoint {host}: the region's name is mistyped, or the machine has no way to it (no NAT, no VPC endpoint, a proxy).",
      fix: "Check aws-region against the name in {host}; in a private subnet add a NAT gateway or the service's VPC endpoint, and behind a proxy set HTTPS_PROXY and NO_PROXY.",
      url: 'https://docs.aws.amazon.com/general/latest/gr/rande.html',
    },
    {
      id: 'token-invalid',
      patterns: [
        /security token included in the request is invalid/i,
        /\bInvalidClientTokenId\b/,
        /\bUnrecognizedClientException\b/,
      ],
      cause:
        'Keys deleted or mistyped, a session token left out or mixed, or a region not enabled for the account.',
      fix: 'Re-issue the keys, pass the session token with temporary ones, or enable the region.',
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'session-duration-too-long',
      patterns: [/DurationSeconds exceeds the MaxSessionDuration/i],
      cause: 'Asked for more time than the role allows.',
      fix: "Lower role-duration-seconds or raise the role's maximum.",
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'region-input-missing',
      patterns: [/Input required and not supplied: aws-region/i],
      cause: 'The aws-region input is empty, often an unset variable.',
      fix: 'Set aws-region.',
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'region-missing',
      patterns: [/\bRegion is missing/i],
      cause: 'The SDK found no region.',
      fix: 'Set AWS_REGION or run the credentials step first.',
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'region-not-valid',
      patterns: [/Region is not valid:/i],
      cause: 'aws-region is not a region name (a zone such as us-east-1a, stray spaces).',
      fix: 'Give a region such as eu-west-1.',
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'secret-access-key-missing',
      patterns: [/'aws-secret-access-key' must be provided/i],
      cause: 'Only half of the key pair was given; a secret is empty.',
      fix: 'Set both secrets or change to OIDC.',
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'missing-authentication-token',
      patterns: [/Missing Authentication Token/i],
      cause: 'The request was not signed: empty credentials.',
      fix: 'Check the credentials step ran in this job.',
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'missing-credentials-in-config',
      patterns: [/Missing credentials in config/i],
      cause: 'The older SDK found no credentials.',
      fix: 'Run the credentials step first; update the action.',
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    {
      id: 'no-credentials-for-account',
      patterns: [/Need to perform AWS calls for account \S+, but no credentials/i],
      cause: 'CDK found no credentials for the target account, or those of another account.',
      fix: "Assume a role in the target account in this job; check the account in the stack's env.",
      url: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
  ],
);
