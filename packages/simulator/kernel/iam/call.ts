/** One permission that a call needs. */
export interface IamCall {
  /** As policies write it: `ecs:RunTask`. */
  readonly action: string;
  /** ARNs; `*` for an action that knows no resource. */
  readonly resources: readonly string[];
  /** Condition keys that the service sets for the request. */
  readonly conditions: Readonly<Record<string, string | readonly string[]>>;
}

export type Input = Readonly<Record<string, unknown>>;

/** Facts of the account that a row of the tables may use. */
export interface Account {
  /** `arn:aws:ecs:us-east-1:123456789012:cluster/x` from `ecs` and `cluster/x`. */
  arn(service: string, resource: string): string;
  /** Resource behind an id of a request; undefined when there is none. */
  lookup(service: string, what: string, id: string): string | undefined;
}

/** The permissions of one operation; an operation without row needs its own name on `*`. */
export type Row = (input: Input, account: Account) => readonly IamCall[];

export type Table = Readonly<Record<string, Row>>;

export function needs(
  action: string,
  resources: readonly string[],
  conditions: IamCall['conditions'] = {},
): IamCall {
  return { action, resources: resources.length === 0 ? ['*'] : resources, conditions };
}

/** `iam:PassRole` for the roles that are given; absent roles need nothing. */
export function passes(roles: readonly unknown[], service: string): IamCall[] {
  const arns = [...new Set(roles.filter((role): role is string => typeof role === 'string' && role !== ''))];
  return arns.length === 0 ? [] : [needs('iam:PassRole', arns, { 'iam:PassedToService': service })];
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Strings of a list; anything else in it is left out. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
