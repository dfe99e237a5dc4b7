import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../contracts/sources.ts';

export { ROOT };

const folder = (path: string): readonly string[] =>
  readdirSync(join(ROOT, path))
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => join(path, name));

/** Pages of the guide. */
export const GUIDE = folder('docs');
export const GUIDE_JA = folder('docs/ja');

const ACTION_PAGES = readdirSync(join(ROOT, 'actions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['lib', 'node_modules'].includes(entry.name))
  .map(({ name }) => join('actions', name, 'README.md'))
  .toSorted();

/** All that users read, as paths from the root. */
export const DOCUMENTS: readonly string[] = [
  'README.md',
  'README.ja.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'packages/simulator/README.md',
  'workflows-examples/README.md',
  'workflows-examples/sample-app/README.md',
  ...ACTION_PAGES,
  ...GUIDE,
  ...GUIDE_JA,
];

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

interface Block {
  readonly language: string;
  readonly text: string;
}

/** Fenced blocks of a document. */
export function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^( *)```(\w*)\n([^]*?)^\1```$/gm)].map(([, , language = '', body = '']) => ({
    language,
    text: body,
  }));
}

/** A document without its fenced blocks and code spans. */
export function proseOf(text: string): string {
  return text.replaceAll(/^( *)```[^]*?^\1```$/gm, '').replaceAll(/`[^`\n]*`/g, '');
}

/** Targets of links and pictures, in the order of the text. */
export function linksOf(text: string): readonly string[] {
  return [...proseOf(text).matchAll(/\]\(([^)\s]+)\)|(?:src|href|srcset)="([^"]+)"/g)].map(
    ([, inline, attribute]) => inline ?? attribute ?? '',
  );
}

/** Anchors as GitHub makes them of headings: lower case, no punctuation, a hyphen for each space. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const headings = [...text.replaceAll(/^( *)```[^]*?^\1```$/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map(
    ([, heading = '']) => heading,
  );
  return new Set(
    headings.map((heading) => {
      const slug = heading
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll(/[`*]/g, '')
        .trim()
        .toLowerCase()
        .replaceAll(/[^\p{Letter}\p{Mark}\p{Number}\p{Connector_Punctuation} -]/gu, '')
        .replaceAll(' ', '-');
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      return count === 0 ? slug : `${slug}-${count}`;
    }),
  );
}
