/** An IAM role, as far as others may use it. */
export interface Role {
  readonly name: string;
  readonly arn: string;
  /** The trust policy as IAM keeps it, parsed; undefined when it could not be read. */
  readonly trust: unknown;
}

/** Actions that a role must be allowed on each of the resources. */
export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Condition keys of the request, such as `iam:PassedToService`. */
  readonly context?: Readonly<Record<string, string>>;
}

/** One action on one resource that a role's policies do not allow. */
export interface Refusal {
  readonly action: string;
  readonly resource: string;
  /** A statement denies it; a further grant would not help. */
  readonly explicit: boolean;
  /** The role's policies would allow it, its permissions boundary does not. */
  readonly byBoundary: boolean;
  /** Condition keys of its policies that nobody knows before the call: with them the answer may be another. */
  readonly depends: readonly string[];
}

interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly Principal?: unknown;
}

/**
 * Whether a service such as `ecs-tasks.amazonaws.com` may take on the role. Conditions are taken as met: they restrict
 * accounts and resources, which is what they are for. Undefined when the trust policy could not be read.
 */
export function trusts(role: Role, service: string): boolean | undefined {
  const { trust } = role;
  if (typeof trust !== 'object' || trust === null || !('Statement' in trust)) return undefined;
  const statements = listOf(trust.Statement).filter(
    (one): one is Statement => typeof one === 'object' && one !== null,
  );
  const names = (statement: Statement, effect: string): boolean =>
    statement.Effect === effect &&
    listOf(statement.Action).some((action) => ['sts:assumerole', 'sts:*', '*'].includes(textOf(action))) &&
    principals(statement.Principal).some((one) => isService(one, service));
  return statements.some((one) => names(one, 'Allow')) && !statements.some((one) => names(one, 'Deny'));
}

function principals(principal: unknown): readonly string[] {
  if (principal === '*') return ['*'];
  if (typeof principal !== 'object' || principal === null || !('Service' in principal)) return [];
  return listOf(principal.Service).map(textOf);
}

/** Some services are trusted by Region too: `states.eu-west-1.amazonaws.com`. */
function isService(given: string, service: string): boolean {
  if (given === '*' || given === service) return true;
  const [name = '', ...domain] = service.split('.');
  return given.startsWith(`${name}.`) && given.endsWith(`.${domain.join('.')}`);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}
