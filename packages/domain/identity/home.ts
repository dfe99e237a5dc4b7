import { quoted } from '../inputs/input.ts';
import { parseArn } from './arn.ts';
import type { Trouble } from '../trouble.ts';

/** Where the credentials of a run work. AWS keeps most resources apart by these three. */
export interface Home {
  readonly partition: string;
  readonly region: string;
  /** Undefined as long as nothing has told it: the other two are then compared alone. */
  readonly account?: string | undefined;
}

/** How an ARN differs from the place in which it is used. */
export interface Elsewhere {
  readonly part: 'partition' | 'region' | 'account';
  readonly theirs: string;
  readonly ours: string;
}

/** The place that an ARN of AWS's own answer names. Take the account from `service.arn`, and no call is needed for it. */
export function homeOf(arn: string): Home | undefined {
  const parsed = parseArn(arn);
  if (parsed === undefined) return undefined;
  return { partition: parsed.partition, region: parsed.region, account: parsed.account || undefined };
}

/**
 * The first part in which an ARN names another place than `home`; undefined for a name, and for an ARN of this place. Parts
 * that the ARN leaves empty (an IAM role has no region, a bucket no account) fit everywhere.
 */
export function elsewhere(
  text: string,
  { partition, region, account }: Home,
  parts: readonly Elsewhere['part'][] = ['partition', 'region', 'account'],
): Elsewhere | undefined {
  const arn = parseArn(text);
  if (arn === undefined) return undefined;
  for (const part of parts) {
    const ours = { partition, region, account }[part];
    const theirs = arn[part];
    if (ours !== undefined && ours !== '' && theirs !== '' && theirs !== ours) return { part, theirs, ours };
  }
  return undefined;
}

/**
 * The fault of an ARN that a user gave, judged before anything is looked up by a part of it: a name alone would find another
 * resource of the same name here.
 *
 * Use it for every input and every member of a file that takes an ARN: first with `{ partition, region }` of `aws`, which
 * costs no call; then with the account, from an ARN that AWS answered (`homeOf(service.arn)`) or, where there is none, from
 * `aws.identity.caller()`. Where AWS answers a look-up by name with an ARN, compare that too (`isSameArn`): paths count.
 * @param what subject of the sentence: `Input task-definition-arn`, `executionRoleArn`
 */
export function misplaced(
  what: string,
  text: string,
  home: Home,
  parts?: readonly Elsewhere['part'][],
): Trouble | undefined {
  if (/^\s*arn:/i.test(text) && parseArn(text) === undefined) {
    // A part of it would be taken for a name.
    return {
      what: `${what}: ${quoted(text)} is no ARN, whose form is arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE with an account of 12 digits.`,
      fix: 'Copy the whole ARN from the console or from an answer of AWS.',
    };
  }
  const found = elsewhere(text, home, parts);
  if (found === undefined) return undefined;
  const { ours, part, theirs } = found;
  return {
    what: `${what}: ${text} is of ${part} ${theirs}, and the credentials work in ${part} ${ours}.`,
    fix: REMEDIES[part],
  };
}

const REMEDIES: Readonly<Record<Elsewhere['part'], string>> = {
  partition:
    'Give the ARN of the partition in which the job works, or correct aws-region and the credentials.',
  region: 'Give an ARN of this region, or correct aws-region.',
  account: 'Give an ARN of this account, or use credentials of the account that the ARN names.',
};

/** Whether a name or an ARN that a user gave is the resource whose ARN AWS answered. A name fits every ARN. */
export function isSameArn(given: string, answered: string): boolean {
  return parseArn(given) === undefined || given === answered;
}
