import { asError } from '@cutover/domain/text/reason';
import {
  AccessDeniedError,
  AwsCallError,
  CancelledError,
  ConfigurationError,
  CutoverError,
  ExpiredCredentialsError,
} from '@cutover/domain/errors';
import type { ClientOptions } from './options.ts';
import { isRead } from './connection.ts';

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
 * Makes one AWS call; every call of the suite goes through here. What may be repeated the client has repeated.
 * @param action IAM action, `ecs:RunTask`: the name by which policies and users know the call.
 * @throws the signal's reason when the job is cancelled while something is read; ConfigurationError when credentials or a
 *   permission are missing, else AwsCallError with the service's code.
 */
export async function call<T>(
  { connection: { closed, signal }, expire }: Pick<ClientOptions, 'connection' | 'expire'>,
  action: string,
  send: () => Promise<T>,
): Promise<T> {
  closed?.throwIfAborted();
  // A call that begins after the cancellation makes production safe.
  const late = signal.aborted;
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!late && signal.aborted && isRead(action.slice(action.indexOf(':') + 1))) throw signal.reason;
      if (attempt > 1 || expire === undefined || !isExpired(error)) throw await translate(action, error);
      // AWS calls the keys expired, whatever our clock says.
      expire();
    }
  }
}

function isExpired(error: unknown): boolean {
  return error instanceof Error && EXPIRED.has(codeOf(error));
}

async function translate(action: string, error: unknown): Promise<Error> {
  if (!(error instanceof Error) || error instanceof CutoverError || error instanceof CancelledError) {
    return asError(error);
  }
  const sdk = error as SdkError;
  const code = codeOf(sdk);
  if (code === 'AbortError') return error;
  if (DENIED.has(code)) return denied(action, error);
  // The SDK's messages for an HTML body, by protocol.
  if (code === 'SyntaxError' || code === 'Unknown') return foreign(action, sdk);
  if (EXPIRED.has(code)) return new ExpiredCredentialsError(action, error);
  if (CREDENTIALS.has(code)) {
    return new ConfigurationError(
      {
        what: `${action} failed: ${code}: ${error.message}`,
        fix: 'Give the job AWS credentials: permissions: id-token: write, and aws-actions/configure-aws-credentials with role-to-assume before this step.',
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
      what: error.message,
      fix: remedyOf(code),
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
      what: 'the answer is none that AWS gives.',
      fix: 'Something between the runner and AWS answered. Check AWS_ENDPOINT_URL, HTTPS_PROXY and what the proxy says.',
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
        what: `${action} was refused: ${error.message}`,
        fix: `${barrier[1] === 'explicit deny' ? `Remove the denial of ${statement.Action} on ${statement.Resource} from the` : `Allow ${statement.Action} on ${statement.Resource} in the`} ${barrier[2] ?? 'policy'}: a grant in the role's own policy is not enough.`,
      },
      { cause: error },
    );
  }
  return new AccessDeniedError(
    statement.Action,
    {
      what: `${action} was refused: ${error.message}`,
      fix: `Grant ${statement.Action} on ${statement.Resource} to the role: ${JSON.stringify(statement)}`,
    },
    { cause: error },
  );
}

function remedyOf(code: string): string {
  if (code === 'AnswerTooLarge') {
    return 'Something that is not AWS answered, without an end. Check AWS_ENDPOINT_URL, HTTPS_PROXY and what the proxy says.';
  }
  if (THROTTLED.test(code)) {
    return 'AWS throttles this account. Run the job again; fewer parallel deployments or a longer poll-interval-seconds help.';
  }
  if (OFFLINE.test(code)) {
    return 'The endpoint did not answer. Check aws-region, AWS_ENDPOINT_URL and the runner’s network.';
  }
  return 'Read the message of AWS above; running the job again is safe.';
}
