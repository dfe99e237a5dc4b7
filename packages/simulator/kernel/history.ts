import { isDate } from 'node:util/types';
import { ApiError } from './api-error.ts';
import { isRead, textsOf } from './faults.ts';

type Run = (input: object) => Promise<object>;

interface Answer {
  /** AWS time, epoch milliseconds. */
  readonly at: number;
  readonly result: object | ApiError;
}

interface Question {
  readonly run: Run;
  readonly input: object;
  readonly answers: Answer[];
}

const MAX_QUESTIONS = 50;
const MAX_ANSWERS = 200;
const MAX_BIRTHS = 20_000;

/** Past answers and the creation times of things: enough to answer as a moment ago. */
export class History {
  readonly #questions = new Map<string, Question>();
  /** AWS time at which an ARN or id first appeared in the answer to a call that changes something. */
  readonly #births = new Map<string, number>();

  clear(): void {
    this.#questions.clear();
    this.#births.clear();
  }

  /** Notes what a call has brought into being. */
  noteBirths(operation: string, output: object, at: number): void {
    if (isRead(operation)) return;
    for (const id of textsOf(output)) {
      if (!/^(arn:|d-[A-Z0-9]{9}$)/.test(id) || this.#births.has(id)) continue;
      this.#births.set(id, at);
      const [oldest] = this.#births.keys();
      if (this.#births.size > MAX_BIRTHS && oldest !== undefined) this.#births.delete(oldest);
    }
  }

  /** Asks all questions that were asked before once more: something is about to change. */
  async sample(now: number): Promise<void> {
    for (const question of this.#questions.values()) await ask(question, now);
  }

  /**
   * Answer that a read would have had `seconds` ago: later things are not there yet, and of what was asked
   * before the answer of then is given. What was never asked is as it is now.
   * @throws ApiError the error that would have been the answer
   */
  async answer(name: string, input: object, run: Run, now: number, seconds: number): Promise<object> {
    const key = `${name} ${JSON.stringify(input)}`;
    const question = this.#questions.get(key) ?? { run, input, answers: [] };
    this.#questions.delete(key);
    this.#questions.set(key, question);
    const [oldest] = this.#questions.keys();
    if (this.#questions.size > MAX_QUESTIONS && oldest !== undefined) this.#questions.delete(oldest);
    await ask(question, now);
    const then = now - seconds * 1000;
    const young = this.#youngIn(input, then);
    if (young.size > 0) return await askWithout(young, input, run);
    const known = question.answers.findLast(({ at }) => at <= then) ?? question.answers[0];
    const result = known?.result ?? {};
    if (result instanceof ApiError) throw result;
    return this.#without(result, then) as object;
  }

  #young(id: string, then: number): boolean {
    return (this.#births.get(id) ?? -Infinity) > then;
  }

  /** Names and ARNs of the input that did not exist then. */
  #youngIn(input: object, then: number): Set<string> {
    const found = new Set<string>();
    for (const name of textsOf(input)) {
      if (this.#births.has(name)) {
        if (this.#young(name, then)) found.add(name);
        continue;
      }
      const bearers = [...this.#births.keys()].filter((arn) => arn.endsWith(`/${name}`));
      if (bearers.length > 0 && bearers.every((arn) => this.#young(arn, then))) found.add(name);
    }
    return found;
  }

  /** Leaves what did not exist then out of lists of ARNs and ids. */
  #without(value: unknown, then: number): unknown {
    if (Array.isArray(value)) {
      return value
        .filter((item) => typeof item !== 'string' || !this.#young(item, then))
        .map((item) => this.#without(item, then));
    }
    if (typeof value !== 'object' || value === null || isDate(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([member, item]) => [member, this.#without(item, then)]),
    );
  }
}

async function ask({ run, input, answers }: Question, now: number): Promise<void> {
  try {
    answers.push({ at: now, result: structuredClone(await run(input)) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    answers.push({ at: now, result: error });
  }
  if (answers.length > MAX_ANSWERS) answers.shift();
}

/** Asks for things that do not exist in place of the given ones, and gives them their names back in the answer. */
async function askWithout(names: ReadonlySet<string>, input: object, run: Run): Promise<object> {
  const others = new Map([...names].map((name) => [name, otherThan(name)]));
  const back = (text: string): string =>
    [...others].reduce((changed, [name, other]) => changed.replaceAll(other, name), text);
  try {
    return mapTexts(await run(mapTexts(input, (text) => others.get(text) ?? text) as object), back) as object;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError(error.code, back(error.message), error.status, error.members);
  }
}

/** A name of the same form that nothing has: hexadecimal digits, letters and numbers of its last part are mirrored. */
function otherThan(name: string): string {
  const start = Math.max(name.lastIndexOf('/'), name.startsWith('d-') ? 1 : -1) + 1;
  const part = name.slice(start);
  if (/:\d+$/.test(part)) return `${name}99999`;
  const mirror = (char: string, first: string, last: string): string =>
    String.fromCharCode(first.charCodeAt(0) + last.charCodeAt(0) - char.charCodeAt(0));
  const other = /^[0-9a-f]{32}$/.test(part)
    ? part.replaceAll(/./g, (digit) => (15 - Number.parseInt(digit, 16)).toString(16))
    : part
        .replaceAll(/[a-z]/g, (char) => mirror(char, 'a', 'z'))
        .replaceAll(/[A-Z]/g, (char) => mirror(char, 'A', 'Z'));
  return name.slice(0, start) + other;
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map));
  if (typeof value !== 'object' || value === null || isDate(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([member, item]) => [member, mapTexts(item, map)]));
}
