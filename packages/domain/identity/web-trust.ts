import type { Role } from './role.ts';

const SUBJECT = 'token.actions.githubusercontent.com:sub';
const PROVIDER = ':oidc-provider/token.actions.githubusercontent.com';

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: { readonly Federated?: unknown };
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Subjects of a role's trust policy that fit repositories of others: a wildcard before the colon that ends the
 * repository's name also matches `/` and `:`. A statement without a condition on the subject counts as `*`.
 */
export function looseSubjects({ trust }: Role): readonly string[] {
  if (typeof trust !== 'object' || trust === null || !('Statement' in trust)) return [];
  return listOf(trust.Statement)
    .filter((one): one is Statement => typeof one === 'object' && one !== null)
    .filter(
      ({ Effect, Principal }) =>
        Effect === 'Allow' && listOf(Principal?.Federated).some((one) => String(one).endsWith(PROVIDER)),
    )
    .flatMap(({ Condition = {} }) => {
      const exact = subjectsOf(Condition, /^StringEquals/i);
      const patterns = subjectsOf(Condition, /^(ForA\w+:)?StringLike/i);
      // Both operators must hold, so an exact subject beside a pattern is what counts.
      if (exact.length > 0) return [];
      return patterns.length === 0 ? ['*'] : patterns.filter((one) => /^[^:]*[*?]|^repo:[^:]*[*?]/.test(one));
    });
}

function subjectsOf(conditions: NonNullable<Statement['Condition']>, operator: RegExp): readonly string[] {
  return Object.entries(conditions)
    .filter(([name]) => operator.test(name))
    .flatMap(([, keys]) => Object.entries(keys))
    .filter(([key]) => key.toLowerCase() === SUBJECT)
    .flatMap(([, values]) => listOf(values).map(String));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
