import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ACTIONS, readAction } from './actions.ts';
import { ROOT } from './sources.ts';

interface Documents {
  readonly documents: () => string[];
  readonly render: (text: string, language: 'en' | 'ja') => string;
}

const { documents, render } = (await import(
  new URL('../../packages/build/docs.mjs', import.meta.url).href
)) as Documents;

describe('documents', () => {
  test.each(documents())('%s is up to date', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    expect(render(text, path.endsWith('.ja.md') ? 'ja' : 'en')).toBe(text);
  });

  test.each(['README.md', 'README.ja.md'])('%s has a row for every input and output', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const missing = ACTIONS.flatMap((name) => {
      const section = text.split(`<!-- action:${name} -->`)[1]?.split('<!-- /action -->')[0] ?? '';
      const { inputs, outputs } = readAction(name);
      return [...Object.keys(inputs), ...Object.keys(outputs)]
        .filter((key) => !section.includes(`| \`${key}\` |`))
        .map((key) => `${name}: ${key}`);
    });
    expect(missing).toEqual([]);
  });

  test.each(ACTIONS.filter((name) => name !== 'pipeline'))('%s has a page of its own', (name) => {
    const text = readFileSync(join(ROOT, 'actions', name, 'README.md'), 'utf8');
    expect(text).toContain(`uses: OWNER/cutover/actions/${name}@v1`);
    expect(text).toContain(`<!-- inputs:${name} -->`);
    expect(text).toContain(`<!-- outputs:${name} -->`);
  });
});
