import { InvalidInput, pairs } from '@cutover/domain/inputs/input';
import { tagProblem } from '@cutover/domain/task-definition/trace-tags';
import { jsonObjects } from './json-input.ts';

const EXPECTED = 'a list of tags';
const REMEDY = 'Write one KEY=value a line, or JSON like [{"key": "team", "value": "shop"}].';
/** Maximum number of tags on a task (ECS RunTask, `tags`). */
const MOST = 50;

const { parse: parsePairs } = pairs();

/** Reads tags from lines of `KEY=value`, or from a JSON array as ECS has it. @throws InvalidInput */
export function parseTags(text: string): ReadonlyMap<string, string> {
  const tags = text.trimStart().startsWith('[') ? fromJson(text) : parsePairs(text);
  if (tags.size > MOST) throw new InvalidInput(`${EXPECTED}: ECS takes ${MOST}`, 'Remove some.', 'the text');
  for (const [key, value] of tags) {
    const problem = tagProblem(key, value);
    if (problem !== undefined)
      throw new InvalidInput(`${EXPECTED}: ${problem.what}`, problem.fix, 'the text');
  }
  return tags;
}

function fromJson(text: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const { key, value = '', ...rest } of jsonObjects(text, EXPECTED, REMEDY)) {
    if (typeof key !== 'string' || typeof value !== 'string' || Object.keys(rest).length > 0)
      throw new InvalidInput(EXPECTED, REMEDY, 'the text');
    if (tags.has(key)) throw new InvalidInput(`${EXPECTED}: ${key} stands there twice`, REMEDY, 'the text');
    tags.set(key, value);
  }
  return tags;
}
