import type { Trouble } from '../trouble.ts';

/** How long the AWS credentials of this process will do. */
export type CredentialValidity =
  /** They are renewed before they end, however long it takes. */
  | { readonly kind: 'renewed' }
  /** They end at this moment, in epoch milliseconds. */
  | { readonly kind: 'until'; readonly at: number }
  /** Keys of a user, or temporary ones that came without their end. */
  | { readonly kind: 'unknown' };

/**
 * The end of the credentials as AWS_CREDENTIAL_EXPIRATION may give it, in epoch milliseconds. Nobody sets the variable by
 * himself: a workflow fills it from the output `aws-expiration` of aws-actions/configure-aws-credentials, which is a JSON
 * text (with its quotes), and empty unless `output-credentials` is true. A time without a zone is UTC, as AWS's times are;
 * a number is a Unix time in seconds or milliseconds.
 */
export function credentialEnd(text: string | undefined): number | undefined {
  const plain = (text ?? '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
  if (/^\d{10}$|^\d{13}$/.test(plain)) return Number(plain) * (plain.length === 10 ? 1000 : 1);
  const [, day, time, zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})?(?: UTC)?$/i.exec(
      plain,
    ) ?? [];
  if (day === undefined || time === undefined) return undefined;
  const at = Date.parse(`${day}T${time}${/^(?:Z|UTC)$/i.test(zone) ? 'Z' : zone}`);
  return Number.isNaN(at) ? undefined : at;
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
): Trouble | undefined {
  if (validity.kind !== 'until') return undefined;
  const end = now + budget.totalMs;
  if (validity.at >= end) return undefined;
  const left = Math.floor((validity.at - now) / 60_000);
  return {
    what: `The AWS credentials end at ${iso(validity.at)} (${left < 0 ? 'already over' : `in ${left} min`}), but ${what} may take until ${iso(end)} (${Math.ceil(budget.totalMs / 60_000)} min: ${budget.reason}).`,
    fix: 'Give role-to-assume: and permissions: id-token: write, and the credentials are renewed meanwhile; or raise role-duration-seconds of aws-actions/configure-aws-credentials, and with it the MaxSessionDuration of the role. Should they end first, what was started goes on in AWS.',
  };
}

function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
