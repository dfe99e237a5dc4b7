import { parseArn } from '../identity/arn.ts';

/** A task definition revision: `family:number`. */
export interface Revision {
  readonly family: string;
  readonly number: number;
}

/** From `arn:…:task-definition/family:7` or `family:7`. */
export function parseRevision(text: string): Revision | undefined {
  const resource = parseArn(text)?.resource ?? `task-definition/${text}`;
  const [, family, number] = /^task-definition\/([A-Za-z0-9_-]{1,255}):(\d+)$/.exec(resource) ?? [];
  return family === undefined ? undefined : { family, number: Number(number) };
}

/** `family:7`, or the text itself when it names no revision. */
export function formatRevision(arn: string): string {
  const revision = parseRevision(arn);
  return revision === undefined ? arn : `${revision.family}:${revision.number}`;
}
