import { describe, expect, test } from '@jest/globals';
import { fillJapanese, inJapanese } from './in-japanese.ts';
import { JAPANESE } from './japanese/texts.ts';
import { LOOKED_UP, lookedUp } from './looked-up.ts';
import { RECOGNISERS } from './recognisers.ts';

interface English {
  readonly cause: string;
  readonly fix: string;
}

const ENGLISH = new Map<string, English>([
  ...RECOGNISERS.map(({ id, ...row }): [string, English] => [id, row]),
  ...Object.entries(LOOKED_UP),
]);

/** Names that a text has places for, each as often as it stands there. */
const places = (text: string): readonly string[] =>
  [...text.matchAll(/\{([a-z]\w*)(?:\|[^{}]*)?\}/g)].map(([, name = '']) => name).toSorted();

test('every finding has Japanese texts, and no text is without its finding', () => {
  expect(Object.keys(JAPANESE).toSorted()).toEqual([...ENGLISH.keys()].toSorted());
});

describe('the Japanese texts', () => {
  test.each(['cause', 'fix'] as const)('hold the names of the English %s', (part) => {
    const wrong = [...ENGLISH].filter(
      ([id, english]) => places(JAPANESE[id]?.[part] ?? '').join() !== places(english[part]).join(),
    );
    expect(wrong.map(([id]) => id)).toEqual([]);
  });

  test.each(['cause', 'fix'] as const)('are Japanese, and begin no line of their own: %s', (part) => {
    const wrong = Object.entries(JAPANESE).filter(
      ([, { [part]: text }]) => !/[ぁ-んァ-ヶ一-龠]/.test(text) || /[\r\n]/.test(text),
    );
    expect(wrong.map(([id]) => id)).toEqual([]);
  });

  test('keep commands and code as they are', () => {
    const code = (text: string): readonly string[] => text.match(/`[^`]+`/g) ?? [];
    const wrong = [...ENGLISH].filter(([id, { cause, fix }]) => {
      const { cause: ours = '', fix: remedy = '' } = JAPANESE[id] ?? {};
      return [...code(cause), ...code(fix)].some((one) => !`${ours} ${remedy}`.includes(one));
    });
    expect(wrong.map(([id]) => id)).toEqual([]);
  });
});

test('a name that the message did not tell has Japanese words in its place', () => {
  const english = Object.entries(JAPANESE).filter(([, { cause, fix }]) =>
    [cause, fix].some((text) => /\bthe [a-z]/.test(fillJapanese(text, {}))),
  );
  expect(english.map(([id]) => id)).toEqual([]);
});

test('names of the case, evidence and id stay; the documentation is the Japanese one', () => {
  const finding = lookedUp(
    'wrong-port',
    { container: 'web', ports: '3000', port: '3000', asked: '80' },
    { evidence: ['listening on 3000'], link: 'https://docs.aws.amazon.com/AmazonECS/latest/x.html' },
  );
  expect(inJapanese(finding)).toEqual({
    ...finding,
    what: 'コンテナ web はポート 3000 で待ち受けていますが、ロードバランサーはポート 80 に送っています。',
    fix: 'プログラムを 80 で待ち受けさせる (PORT) か、タスク定義とサービスのロードバランサーの設定で containerPort を 3000 にしてください。',
    link: 'https://docs.aws.amazon.com/ja_jp/AmazonECS/latest/x.html',
  });
});

test('a finding without texts stays as it is', () => {
  const finding = { id: 'subnets', what: 'A.', evidence: [], fix: 'B.' };
  expect(inJapanese(finding)).toBe(finding);
});
