import { describe, expect, test } from '@jest/globals';
import { painter } from '../paint.ts';
import { toHtml } from './html.ts';
import { toTerminal } from './terminal.ts';

function shown(markdown: string, columns = 60, unfold = false): string {
  return toTerminal(markdown, { columns, paint: painter(false), unfold }).trimEnd();
}

describe('a summary in a terminal', () => {
  test('encoded words are read as they were said', () => {
    expect(shown('## ✅ \\`web:2\\` serves &lt;b&gt; \\| \\_all\\_ &amp; more')).toBe(
      '✅ `web:2` serves <b> | _all_ & more',
    );
  });

  test('a link shows where it leads', () => {
    expect(shown('[Logs](https://a.example/x) and [https://b.example](https://b.example)')).toBe(
      'Logs <https://a.example/x> and https://b.example',
    );
  });

  test('a folded part is its title, until it is unfolded', () => {
    const markdown =
      'Before.\n\n<details><summary>Diff &amp; more</summary>\n\n```diff\n+ a\n```\n\n</details>\n\nAfter.';
    expect(shown(markdown)).toBe('Before.\n\n▸ Diff & more\n\nAfter.');
    expect(shown(markdown, 60, true)).toBe('Before.\n\n▸ Diff & more\n\n  + a\n\nAfter.');
  });

  test('diagrams are left out', () => {
    expect(shown('a\n\n```mermaid\ngantt\n```\n\nb')).toBe('a\n\nb');
  });

  test('a table whose cells are too long for the terminal is wrapped in its columns', () => {
    expect(shown('| A | B |\n| --- | --- |\n| one | the quick brown fox jumps over the lazy dog |', 30)).toBe(
      ['A    B', 'one  the quick brown fox jumps', '     over the lazy dog'].join('\n'),
    );
  });

  test('no line is wider than the terminal, wide characters included', () => {
    const text =
      '| 名前 | 値 |\n| --- | --- |\n| サービス | とても長い日本語の文章がここにあります、そして続きます |';
    expect(
      shown(text, 40)
        .split('\n')
        .filter((line) => line.length > 30),
    ).toEqual([]);
  });
});

describe('a summary as a page', () => {
  test('has its charts drawn, and a diagram of another kind as its text', () => {
    const page = toHtml(
      '```mermaid\ngantt\n  section Stages\n  build 1 min :done, 1000, 2000\n  deploy 1 min :crit, 2000, 3000\n```\n\n```mermaid\nxychart-beta\n  title "To web:2"\n  x-axis "seconds" 0 --> 9\n  line [0, 10, 100]\n```\n\n```mermaid\npie\n```',
      { title: 't' },
    );
    expect(page).toContain('aria-label="What took how long"');
    // A label without room behind its bar is before it.
    expect(page).toContain('<text x="356" y="42">build 1 min</text>');
    expect(page).toContain('<text x="344" text-anchor="end" y="64">deploy 1 min</text>');
    expect(page).toContain('points="58,140 379,130 700,40"');
    expect(page).not.toContain('gantt');
    expect(page).toContain('pie');
  });

  test('has no script, and loads nothing', () => {
    const page = toHtml('## Done\n\n[x](javascript:alert(1)) &lt;script&gt;', { title: 'a <b>' });
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<img|javascript:/);
    expect(page).toContain('<title>a &lt;b&gt;</title>');
  });

  test('a link that leads nowhere is text', () => {
    const page = toHtml('[console](https://console.example/) [docs](https://docs.example/)', {
      title: 't',
      leads: (address) => address.includes('docs'),
    });
    expect(page).toContain('<p>console <a href="https://docs.example/">docs</a></p>');
  });
});
