import { parseArn } from '@cutover/domain/identity/arn';
import { isDigest, type Digest } from '@cutover/domain/image/digest';
import { parseRevision } from '@cutover/domain/task/revision';

/** Meaning of the input `to`. */
export type Goal =
  /** ARN or `family:number`. */
  | { readonly kind: 'revision'; readonly revision: string }
  /** Of the family that serves. Seven and more digits may be a commit as well. */
  | { readonly kind: 'number'; readonly number: string }
  /** Lower case, 7 to 40 hexadecimal digits. */
  | { readonly kind: 'commit'; readonly commit: string }
  | { readonly kind: 'digest'; readonly digest: Digest };

/** `7`, `web:7`, an ARN, `1a2b3c4` or `sha256:…`; undefined when it is none of them. */
export function parseGoal(text: string): Goal | undefined {
  if (isDigest(text)) return { kind: 'digest', digest: text };
  if (/^[1-9]\d{0,38}$/.test(text)) return { kind: 'number', number: text };
  if (/^[0-9a-f]{7,40}$/i.test(text)) return { kind: 'commit', commit: text.toLowerCase() };
  const arn = parseArn(text);
  return parseRevision(text) !== undefined && (arn === undefined || arn.service === 'ecs')
    ? { kind: 'revision', revision: text }
    : undefined;
}

/** Whether digits alone may be the beginning of a commit. */
export function mayBeCommit(number: string): boolean {
  return number.length >= 7 && number.length <= 40;
}
