import { ConfigurationError } from '@cutover/domain/errors';
import type { RuleVerdict } from './rule.ts';

/** @throws ConfigurationError with every verdict that failed */
export function refuse(verdicts: readonly RuleVerdict[]): void {
  const problems = verdicts
    .filter(({ status }) => status === 'failed')
    .map(({ what, fix, place }) => ({
      what: what,
      fix: fix,
      ...(place === undefined ? {} : { place }),
    }));
  if (problems.length > 0) throw new ConfigurationError(problems);
}
