import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, property, string } from 'fast-check';
import type { ProgressEvent } from '@cutover/domain/progress';
import { LiveLog } from './live-log.ts';
import { harmless, visible } from './harmless.ts';

/** Characters that .NET's comparison by culture may ignore; white space has a weight in it. */
const PASSED_OVER =
  /(?!\s|\u0085)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
/** Characters that .NET's `Trim` removes. */
const LEADING = /^[\s\u0085\u180e]+/u;

/** Whether GitHub's runner could take a line for a command; stricter than it is. */
function isCommand(line: string): boolean {
  const seen = line.replaceAll(PASSED_OVER, '');
  return seen.replace(LEADING, '').startsWith('::') || seen.includes('##[');
}

/** As the runner reads a process's output. */
function read(output: string): string[] {
  return output.split(/\r\n|\r|\n/);
}

const CHARACTERS = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

/** With a character in each place of a command. */
function attack(character: string): string {
  return `${character}::error::x ##${character}[error] #${character}#[error] ${character}##[error]`;
}

test('no character of Unicode makes a command of a line', () => {
  const commands = CHARACTERS.filter(
    (character) => !/[\n\v\f\r\u0085\u2028\u2029]/.test(character) && isCommand(harmless(attack(character))),
  );
  expect(commands).toEqual([]);
  // The model of the runner sees what it is to see.
  for (const character of ['\u0085', '\u00ad', '\u200b', ' ', '\u0000'])
    expect(isCommand(attack(character))).toBe(true);
});

let output: string;
let restore: () => void;
beforeEach(() => {
  output = '';
  const { stdout } = process;
  const before = Object.getOwnPropertyDescriptor(stdout, 'write');
  restore = () => {
    if (before === undefined) Reflect.deleteProperty(stdout, 'write');
    else Object.defineProperty(stdout, 'write', before);
  };
  const write = (text: string): boolean => {
    output += text;
    return true;
  };
  Object.defineProperty(stdout, 'write', { configurable: true, writable: true, value: write });
});
afterEach(() => {
  restore();
});

function show(event: ProgressEvent): string[] {
  output = '';
  new LiveLog(0).write(event, 0);
  return read(output.replace(/\r?\n$/, ''));
}

describe('no character that can not be seen lets a container give the runner a command', () => {
  const unseen = CHARACTERS.filter(
    (character) =>
      /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(character) && !/[\p{Cn}\p{Co}]/u.test(character),
  );
  const text = unseen.flatMap((character) => [`${character}::error::x`, attack(character)]).join('\r\u2028');

  test.each<[string, ProgressEvent]>([
    ['a log line', { type: 'log.line', source: 'app', text, timestamp: 0 }],
    ['a note', { type: 'note', text }],
    ['a document', { type: 'document', title: 'Rendered', language: 'json', text }],
  ])('in %s', (_, event) => {
    const commands = show(event).filter(
      (line) => isCommand(line) && !/^::(?:group::Rendered|endgroup::)$/.test(line),
    );
    expect(commands).toEqual([]);
    expect(output.length).toBeGreaterThan(text.length / 2);
  });

  test('in the title of a group, the runner reads one command and it is ours', () => {
    expect(show({ type: 'group.started', title: text })).toEqual([expect.stringMatching(/^::group::/)]);
    expect(show({ type: 'warning', what: text, fix: text })).toEqual([expect.stringMatching(/^::warning::/)]);
  });
});

test('whatever a container makes of what the runner reads', () => {
  const piece = constantFrom(
    '::',
    '##[',
    '#',
    '[',
    ']',
    '\u001b[31m',
    '\u001b',
    '\u0085',
    '\r',
    'error',
    'a',
  );
  assert(
    property(array(piece, { maxLength: 12 }), string(), (pieces, rest) => {
      const text = pieces.join('') + rest;
      const lines = show({ type: 'log.line', source: 'app', text, timestamp: 0 });
      expect(lines.filter((line) => isCommand(line) || !line.startsWith('00:00  app | '))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['colours and tabs stay', '\u001b[1;31mred\u001b[0m\tx', '\u001b[1;31mred\u001b[0m\tx'],
  ['other escapes go', '\u001b]8;;http://x\u0007link\u001b[2J', ']8;;http://xlink[2J'],
  ['text of every language stays', 'Größe 名前 café 😀', 'Größe 名前 café 😀'],
  ['a right-to-left override goes', 'a\u202eb', 'ab'],
])('%s', (_, text, expected) => {
  expect(harmless(text)).toBe(expected);
  expect(visible(text)).toBe(expected);
});
