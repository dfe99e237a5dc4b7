import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ACTIONS, readAction } from '../contracts/actions.ts';
import { anchorsOf, blocksOf, DOCUMENTS, GUIDE, GUIDE_JA, linksOf, read, ROOT } from './documents.ts';

/** The path of a link's target from the root; undefined for one that leaves the repository. */
function targetOf(from: string, link: string): { path: string; anchor: string | undefined } | undefined {
  if (/^[a-z]+:/i.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  return { path: path === '' ? from : normalize(join(dirname(from), decodeURI(path))), anchor };
}

describe.each(DOCUMENTS)('%s', (document) => {
  const links = linksOf(read(document));

  test('links files and headings that are there', () => {
    const broken = links.filter((link) => {
      const target = targetOf(document, link);
      if (target === undefined) return false;
      if (!existsSync(join(ROOT, target.path))) return true;
      return (
        target.anchor !== undefined &&
        target.path.endsWith('.md') &&
        !anchorsOf(read(target.path)).has(decodeURIComponent(target.anchor))
      );
    });
    expect(broken).toEqual([]);
  });

  test('links other sites by https', () => {
    const foreign = links.filter((link) => /^[a-z]+:/i.test(link));
    expect(foreign.filter((link) => !URL.canParse(link) || !/^(https|mailto):/.test(link))).toEqual([]);
  });
});

/** Documents that are reached from one by at most so many clicks. */
function reached(from: string, clicks: number): ReadonlySet<string> {
  let found = new Set([from]);
  for (let click = 0; click < clicks; click++) {
    found = new Set([
      ...found,
      ...[...found].flatMap((document) =>
        linksOf(read(document)).flatMap((link) => {
          const path = targetOf(document, link)?.path;
          return path?.endsWith('.md') === true && statSync(join(ROOT, path)).isFile() ? [path] : [];
        }),
      ),
    ]);
  }
  return found;
}

describe('within two clicks of the README', () => {
  test.each([
    ['README.md', GUIDE],
    ['README.ja.md', GUIDE_JA],
  ])('%s: every page of the guide', (readme, pages) => {
    const near = reached(readme, 2);
    expect(pages.filter((page) => !near.has(page))).toEqual([]);
  });

  test.each(['README.md', 'README.ja.md'])('%s: every input and output', (readme) => {
    const text = [...reached(readme, 2)].map(read).join('\n');
    const names = ACTIONS.flatMap((action) => {
      const { inputs, outputs } = readAction(action);
      return [...Object.keys(inputs), ...Object.keys(outputs)];
    });
    expect([...new Set(names)].filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
  });
});

describe('Japanese', () => {
  const headings = (path: string): number => read(path).match(/^#{1,3} /gm)?.length ?? 0;

  test('the README has the sections of the English one', () => {
    expect(headings('README.ja.md')).toBe(headings('README.md'));
  });

  /** The pages whose English form lists all that the diagnosis knows, or is read by contributors. */
  const ENGLISH_ONLY = ['docs/architecture.md'];
  const FAILURES = join('docs', 'ja', 'failures.md');

  test('every page of the guide has a Japanese one, but for what contributors read', () => {
    const japanese = GUIDE_JA.map((page) => page.replace('docs/ja/', 'docs/'));
    expect([...japanese, ...ENGLISH_ONLY].toSorted()).toEqual(GUIDE);
  });

  test('the page of known failures has the areas, the failures and the messages of the English page', () => {
    const parts = (path: string): readonly string[] =>
      [...read(path).matchAll(/^### \S+$|^```text\n[^]*?^```$|(?<=^- \[.+\]\(#.+\) )\(\d+\)$/gm)].map(
        ([part]) => part,
      );
    // Areas stand in the order of their English titles on both pages.
    expect(parts('docs/failures.md').length).toBeGreaterThan(1000);
    expect(parts(FAILURES)).toEqual(parts('docs/failures.md'));
  });

  test.each(GUIDE_JA.filter((page) => page !== FAILURES))(
    '%s shows the commands of the English page',
    (page) => {
      const commands = (path: string): readonly string[] =>
        blocksOf(read(path))
          .filter(({ language }) => language === 'sh')
          .map(({ text }) => text.replaceAll(/^ +/gm, ''));
      expect(commands(page)).toEqual(commands(page.replace('docs/ja/', 'docs/')));
    },
  );

  test.each(GUIDE_JA.filter((page) => page !== FAILURES))(
    '%s has the sections and the examples of the English page',
    (page) => {
      const english = page.replace('docs/ja/', 'docs/');
      expect(headings(page)).toBe(headings(english));
      const examples = (path: string): readonly string[] =>
        [...read(path).matchAll(/<!-- example:(\S+) -->/g)].map(([, file = '']) => file);
      expect(examples(page)).toEqual(examples(english));
    },
  );

  test.each(GUIDE_JA)('%s links the Japanese form of a page that has one', (page) => {
    const others = linksOf(read(page)).flatMap((link) => {
      const path = targetOf(page, link)?.path;
      const japanese = path?.replace(/^docs\//, 'docs/ja/') ?? '';
      const switches = page === join('docs', 'ja', 'index.md') && path === join('docs', 'index.md');
      const known = page === FAILURES && path === join('docs', 'failures.md');
      return path?.startsWith('docs/ja/') === false && GUIDE_JA.includes(japanese) && !switches && !known
        ? [link]
        : [];
    });
    // The policies, and their Terraform and CDK forms, lie once.
    expect(others.filter((link) => !link.startsWith('../credentials.md#'))).toEqual([]);
  });

  test.each(GUIDE_JA)('%s is written in Japanese', (page) => {
    const letters = read(page)
      .replaceAll(/```[^]*?```/g, '')
      .match(/[぀-ヿ一-鿿]/g);
    expect(letters?.length ?? 0).toBeGreaterThan(200);
  });
});

describe('examples', () => {
  const folder = join(ROOT, 'workflows-examples');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(config\/)?[\w-]+\.(yml|json)$/.test(path))
    .map((path) => read(join('workflows-examples', path)));
  /** Lines without what they are indented by, and without blank ones. */
  const lines = (text: string): readonly string[] => {
    const filled = text.split('\n').filter((line) => line.trim() !== '');
    const indent = Math.min(...filled.map((line) => line.length - line.trimStart().length));
    return filled.map((line) => line.slice(indent));
  };
  const isPart = (block: string, file: string): boolean => {
    const wanted = lines(block);
    const all = file.split('\n').filter((line) => line.trim() !== '');
    return all.some((_, at) => {
      const part = all.slice(at, at + wanted.length);
      return part.length === wanted.length && lines(part.join('\n')).join('\n') === wanted.join('\n');
    });
  };

  test.each(['README.md', 'README.ja.md', ...GUIDE, ...GUIDE_JA])(
    '%s shows only YAML that a tested file holds',
    (document) => {
      const blocks = blocksOf(read(document)).filter(({ language }) => /^ya?ml$/.test(language));
      expect(blocks.filter(({ text }) => !files.some((file) => isPart(text, file)))).toEqual([]);
    },
  );

  test('every example is explained in their README', () => {
    const linked = linksOf(read('workflows-examples/README.md'));
    const examples = readdirSync(folder).filter((name) => name.endsWith('.yml'));
    expect(examples.filter((name) => !linked.includes(name))).toEqual([]);
  });

  test('every example is run by a test', () => {
    const tests = read('test/workflows/workflows.long.test.ts');
    const examples = readdirSync(folder).filter((name) => name.endsWith('.yml'));
    expect(examples.filter((name) => !tests.includes(`'${name}'`))).toEqual([]);
  });
});
