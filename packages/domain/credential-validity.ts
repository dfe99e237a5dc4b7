/** How long the AWS credentials of this process will do. */
export type CredentialValidity =
  /** They are renewed before they end, however long it takes. */
  | { readonly kind: 'renewed' }
  /** They end at this moment, in epoch milliseconds. */
  | { readonly kind: 'until'; readonly at: number }
  /** Keys of a user, or temporary ones that came without their end. */
  | { readonly kind: 'unknown' };

/** A warning for somebody whose credentials may end too early. */
export interface ExpiryWarning {
  readonly text: string;
  readonly remedy: string;
}

/**
 * Compares the end of the credentials with that of a wait which begins now.
 * @param now epoch milliseconds
 * @param what is waited for: `the deployment`
 */
export function warnOfExpiry(
  validity: CredentialValidity,
  now: number,
  what: string,
  budget: { readonly totalMs: number; readonly reason: string },
): ExpiryWarning | undefined {
  if (validity.kind !== 'until') return undefined;
  const end = now + budget.totalMs;
  if (validity.at >= end) return undefined;
  const left = Math.floor((validity.at - now) / 60_000);
  return {
    text: `The AWS credentials end at ${iso(validity.at)} (${left < 0 ? 'already over' : `in ${left} min`}), but ${what} may take until ${iso(end)} (${Math.ceil(budget.totalMs / 60_000)} min: ${budget.reason}).`,
    remedy:
      'Give role-to-assume: and permissions: id-token: write, and the credentials are renewed meanwhile; or raise role-duration-seconds of aws-actions/configure-aws-credentials, and with it the MaxSessionDuration of the role. Should they end first, what was started goes on in AWS.',
  };
}

function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
