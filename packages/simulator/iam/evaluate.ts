import { ApiError } from '../kernel/api-error.ts';
import type { PolicyDocument, Statement } from './document.ts';

/** One action on one resource, with the condition keys that are known. */
export interface Question {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny';

/** Verdict of identity-based policies: a denial wins over every grant, and an action without a grant is denied. */
export function evaluate(policies: readonly PolicyDocument[], question: Question): Decision {
  const matching = policies
    .flatMap(({ Statement }) => Statement)
    .filter((statement) => applies(statement, question));
  if (matching.some(({ Effect }) => Effect === 'Deny')) return 'explicitDeny';
  return matching.some(({ Effect }) => Effect === 'Allow') ? 'allowed' : 'implicitDeny';
}

/** Condition keys on which a grant of the question depends, and which it doesn't know. */
export function missingKeys(policies: readonly PolicyDocument[], question: Question): readonly string[] {
  const keys = policies
    .flatMap(({ Statement }) => Statement)
    .filter((one) => one.Effect === 'Allow' && applies({ ...one, Condition: {} }, question))
    .flatMap(({ Condition = {} }) => Object.values(Condition).flatMap((one) => Object.keys(one)))
    .filter((key) => valueOf(question.context, key) === undefined);
  return [...new Set(keys)];
}

function applies(statement: Statement, { action, resource, context }: Question): boolean {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const names = (given: string | readonly string[] | undefined): boolean =>
    textsOf(given).some((pattern) => like(pattern.toLowerCase(), action.toLowerCase()));
  const covers = (given: string | readonly string[] | undefined): boolean =>
    textsOf(given).some((pattern) => like(pattern, resource));
  if (NotAction === undefined ? !names(Action) : names(NotAction)) return false;
  if (NotResource === undefined ? !covers(Resource) : covers(NotResource)) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, valueOf(context, key), textsOf(wanted))),
  );
}

/** Condition keys are compared without regard to case. */
function valueOf(context: Question['context'], key: string): readonly string[] | undefined {
  return Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

/** @throws ApiError InvalidInput for an operator that the simulator does not know */
function holds(name: string, given: readonly string[] | undefined, wanted: readonly string[]): boolean {
  const all = name.startsWith('ForAllValues:');
  const bare = name.replace(/^For(All|Any)Values?:/, '').replace(/IfExists$/, '');
  if (bare === 'Null') return (given === undefined) === (wanted[0] === 'true');
  if (given === undefined) return name.endsWith('IfExists') || all || /Not/.test(bare);
  const compare = COMPARISONS[bare.replace('Not', '')];
  if (compare === undefined)
    throw new ApiError('InvalidInput', `The simulator does not know the condition operator ${name}.`);
  const meets = (value: string): boolean => wanted.some((one) => compare(one, value));
  if (bare.includes('Not')) return given.every((value) => !meets(value));
  return all ? given.every(meets) : given.some(meets);
}

const COMPARISONS: Readonly<Record<string, (wanted: string, value: string) => boolean>> = {
  StringEquals: (wanted, value) => wanted === value,
  StringEqualsIgnoreCase: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
  StringLike: (wanted, value) => like(wanted, value),
  ArnEquals: (wanted, value) => like(wanted, value),
  ArnLike: (wanted, value) => like(wanted, value),
  Bool: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
};

/** `*` is any text, `?` one character. */
export function like(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map(String);
}
