import type { Aws } from '@cutover/aws/aws';
import { ConfigurationError } from '@cutover/domain/errors';

/**
 * Holds the account of the credentials against the ones that the user allows, before anything else is asked.
 * @throws ConfigurationError naming both
 */
export async function requireAccount(
  { identity }: Pick<Aws, 'identity'>,
  allowed: readonly string[],
): Promise<void> {
  if (allowed.length === 0) return;
  const { account, arn } = await identity.caller();
  if (allowed.includes(account)) return;
  throw new ConfigurationError({
    what: `Input allowed-account-ids: the credentials belong to account ${account} (${arn}), and only ${allowed.join(', ')} is allowed.`,
    fix: 'Give the credentials of the right account, or add this one to allowed-account-ids.',
  });
}
