import { setTimeout } from 'node:timers/promises';
import {
  AccessDeniedError,
  AwsCallError,
  CancelledError,
  ConfigurationError,
  CutoverError,
  ExpiredCredentialsError,
} from '@cutover/domain/errors';

interface SdkError extends Error {
  readonly $metadata?: { readonly requestId?: string; readonly httpStatusCode?: number };
  readonly Code?: string;
  /** Given when the answer could not be read. */
  readonly $response?: { readonly statusCode?: number };
  /** Node's, when no answer came: `ECONNRESET`. */
  readonly code?: string;
}

const DENIED = new Set([
  'AccessDeniedException',
  'AccessDenied',
  'UnauthorizedOperation',
  'UnauthorizedException',
]);
const EXPIRED = new Set(['ExpiredToken', 'ExpiredTokenException']);
const CREDENTIALS = new Set([
  'CredentialsProviderError',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'IncompleteSignatureException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
]);

/**
 * Makes one AWS call; every call of the suite goes through here. What the SDK may retry it has retried.
 * @param action IAM action, `ecs:RunTask`: the name by which policies and users know the call.
 * @throws ConfigurationError when credentials or a permission are missing, else AwsCallError with the service's code.
 */
export async function call<T>(action: string, send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (attempt === 1 && renew !== undefined && isExpired(error)) {
        renew();
        continue;
      }
      if (!isThrottledByEcr(error) || attempt >= ECR_ATTEMPTS) throw await translate(action, error);
      await setTimeout(200 * 2 ** attempt * (0.5 + Math.random() / 2));
    }
  }
}

const ECR_ATTEMPTS = 6;

let renew: (() => void) | undefined;

/** Credentials of this process can be renewed: a call whose keys AWS calls expired is made once more after `expire`. */
export function renewExpired(expire: () => void): void {
  renew = expire;
}

function isExpired(error: unknown): boolean {
  return error instanceof Error && EXPIRED.has(codeOf(error));
}

/** ECR has a code of its own for throttling, which the SDK doesn't know and so doesn't repeat. */
function isThrottledByEcr(error: unknown): boolean {
  return error instanceof Error && error.name === 'ThrottleException';
}

async function translate(action: string, error: unknown): Promise<Error> {
  if (!(error instanceof Error) || error instanceof CutoverError || error instanceof CancelledError) {
    return error instanceof Error ? error : new Error(String(error));
  }
  const sdk = error as SdkError;
  const code = codeOf(sdk);
  if (code === 'AbortError') return error;
  if (DENIED.has(code)) return denied(action, error);
  // What the SDK says of HTML, by protocol.
  if (code === 'SyntaxError' || code === 'Unknown') return foreign(action, sdk);
  if (EXPIRED.has(code)) return new ExpiredCredentialsError(action, error);
  if (CREDENTIALS.has(code)) {
    return new ConfigurationError(
      {
        message: `${action} failed: ${code}: ${error.message}`,
        remedy:
          'Give the job AWS credentials: permissions: id-token: write, and aws-actions/configure-aws-credentials with role-to-assume before this step.',
      },
      { cause: error },
    );
  }
  const requestId = sdk.$metadata?.requestId;
  // Loaded when something has failed: it is large.
  const { diagnose } = await import('@cutover/domain/diagnosis/diagnose');
  const findings = diagnose([{ source: `${action} error.message`, text: `${code}: ${error.message}` }]);
  return new AwsCallError(
    {
      action,
      code,
      message: error.message,
      remedy: remedyOf(code),
      transient: isTransient(code, sdk.$metadata?.httpStatusCode),
      ...(requestId === undefined ? {} : { requestId }),
    },
    { cause: error, findings },
  );
}

/** The answer could not be read: a proxy or another server gave it. */
function foreign(action: string, error: SdkError): AwsCallError {
  const status = error.$metadata?.httpStatusCode ?? error.$response?.statusCode;
  return new AwsCallError(
    {
      action,
      code: status === undefined ? 'UnreadableAnswer' : `HTTP ${status}`,
      message: 'the answer is none that AWS gives.',
      remedy:
        'Something between the runner and AWS answered. Check AWS_ENDPOINT_URL, HTTPS_PROXY and what the proxy says.',
      transient: isTransient('', status),
    },
    { cause: error },
  );
}

/** Node tells its own trouble in `code`, and that of a host with several addresses in an AggregateError without a name. */
function codeOf({ name, Code, code }: SdkError): string {
  return ['Error', 'TypeError', 'AggregateError'].includes(name) ? (Code ?? code ?? name) : name;
}

const THROTTLED = /Throttl|TooManyRequests|RequestLimit|SlowDown/i;
const OFFLINE =
  /^(E(CONNRESET|CONNREFUSED|CONNABORTED|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NETDOWN|NOTFOUND|AI_AGAIN|PROTO)|TimeoutError|RequestTimeout(Exception)?)$/;

/** Whether the same call may succeed a little later. A quota is none of these, though the SDK takes it for throttling. */
function isTransient(code: string, status = 0): boolean {
  return status >= 500 || status === 429 || THROTTLED.test(code) || OFFLINE.test(code);
}

/** The statement to add is printed whole, so that it can be pasted into the role's policy. */
function denied(action: string, error: Error): AccessDeniedError {
  const asked = /not authorized to perform: ([\w:-]+)(?: on resource: (\S+))?/.exec(error.message);
  const statement = {
    Effect: 'Allow',
    Action: asked?.[1] ?? action,
    Resource: asked?.[2]?.replace(/[.,]$/, '') ?? '*',
  };
  // No grant in the role's own policy overrules these.
  const barrier =
    /(explicit deny|because no) .*?(service control policy|resource control policy|permissions boundary|session policy|VPC endpoint policy|resource-based policy|identity-based policy)/.exec(
      error.message,
    );
  if (barrier !== null && (barrier[1] === 'explicit deny' || barrier[2] !== 'identity-based policy')) {
    return new AccessDeniedError(
      statement.Action,
      {
        message: `${action} was refused: ${error.message}`,
        remedy: `${barrier[1] === 'explicit deny' ? `Remove the denial of ${statement.Action} on ${statement.Resource} from the` : `Allow ${statement.Action} on ${statement.Resource} in the`} ${barrier[2] ?? 'policy'}: a grant in the role's own policy is not enough.`,
      },
      { cause: error },
    );
  }
  return new AccessDeniedError(
    statement.Action,
    {
      message: `${action} was refused: ${error.message}`,
      remedy: `Grant ${statement.Action} on ${statement.Resource} to the role: ${JSON.stringify(statement)}`,
    },
    { cause: error },
  );
}

function remedyOf(code: string): string {
  if (THROTTLED.test(code)) {
    return 'AWS throttles this account. Run the job again; fewer parallel deployments or a longer poll-interval-seconds help.';
  }
  if (OFFLINE.test(code)) {
    return 'The endpoint did not answer. Check aws-region, AWS_ENDPOINT_URL and the runner’s network.';
  }
  return 'Read the message of AWS above; running the job again is safe.';
}
