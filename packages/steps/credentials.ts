import { warnOfExpiry } from '@cutover/domain/identity/credential-validity';
import type { World } from './world.ts';

/**
 * Warns, before anything is started, when the AWS credentials end before a wait may.
 * @param what is waited for: `the deployment`
 */
export async function checkCredentials(
  { aws, clock, progress }: World,
  what: string,
  budget: { readonly totalMs: number; readonly reason: string },
): Promise<void> {
  const warning = warnOfExpiry(await aws.identity.validity(), clock.now(), what, budget);
  if (warning !== undefined) progress.report({ type: 'warning', ...warning });
}
