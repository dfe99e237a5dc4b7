import { expect, test } from '@jest/globals';
import { DOCUMENTS, read, ROOT } from './documents.ts';

interface Sources {
  readonly pagesOf: (root: string) => ReadonlyMap<string, string>;
  readonly withSiteLinks: (
    text: string,
    path: string,
    pages: ReadonlyMap<string, string>,
    root: string,
  ) => string;
}

const { pagesOf, withSiteLinks } = (await import(
  new URL('../../site/sources.mjs', import.meta.url).href
)) as Sources;
const pages = pagesOf(ROOT);
const onSite = (text: string, path: string): string => withSiteLinks(text, path, pages, ROOT);

test('every document has a page, and each a page of its own', () => {
  expect(DOCUMENTS.filter((path) => !pages.has(path))).toEqual([]);
  expect(new Set(pages.values()).size).toBe(pages.size);
});

test.each([
  ['README.md', '[a](docs/gates.md#a-person)', '[a](guide/gates.md#a-person)'],
  ['docs/ja/index.md', '[a](../../README.ja.md)', '[a](../index.md)'],
  ['docs/ja/index.md', '[a](../../actions/preflight/README.md)', '[a](../../actions/preflight.md)'],
  [
    'docs/github.md',
    '[a](../workflows-examples/plan.yml)',
    '[a](https://github.com/OWNER/cutover/blob/main/workflows-examples/plan.yml)',
  ],
  [
    'workflows-examples/README.md',
    '[a](sample-app)',
    '[a](https://github.com/OWNER/cutover/tree/main/workflows-examples/sample-app)',
  ],
  ['docs/faq.md', '[a](#b) [c](https://example.com/d)', '[a](#b) [c](https://example.com/d)'],
  ['docs/faq.md', '```yaml\n- [a](docs/gates.md)\n```\n', '```yaml\n- [a](docs/gates.md)\n```\n'],
])('%s: %s', (path, text, expected) => {
  expect(onSite(text, path)).toBe(expected);
});

test('a link that leads nowhere ends the build', () => {
  expect(() => onSite('[a](no-such.md)', 'docs/faq.md')).toThrow('docs/faq.md links no-such.md');
});

test('every document can be taken', () => {
  expect(() => DOCUMENTS.map((path) => onSite(read(path), path))).not.toThrow();
});
