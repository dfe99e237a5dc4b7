import { describe, expect, test } from '@jest/globals';
import { DockerIgnore, type Ignored } from './dockerignore.ts';

/** Verdict on a path, asked folder by folder as a walk does. */
function isIgnored(rules: string, path: string): boolean {
  const ignore = new DockerIgnore(rules);
  let about: Ignored | undefined;
  const parts = path.split('/');
  for (let length = 1; length <= parts.length; length++)
    about = ignore.look(parts.slice(0, length).join('/'), about);
  return about?.ignored ?? false;
}

describe('.dockerignore', () => {
  test.each<[string, string, string, boolean]>([
    ['a name at the root', 'node_modules', 'node_modules', true],
    ['all that lies in an ignored folder', 'node_modules', 'node_modules/a/b.js', true],
    ['no folder of that name elsewhere', 'node_modules', 'web/node_modules', false],
    ['a name anywhere', '**/node_modules', 'web/node_modules/a.js', true],
    ['a name anywhere, the root too', '**/node_modules', 'node_modules', true],
    ['one asterisk stays in its folder', '*.md', 'docs/a.md', false],
    ['one asterisk at the root', '*.md', 'README.md', true],
    ['a folder of any name', '*/temp*', 'a/temporary.txt', true],
    ['a folder of any name, not deeper', '*/temp*', 'a/b/temporary.txt', false],
    ['a question mark is one character', 'temp?', 'tempa', true],
    ['a question mark is not none', 'temp?', 'temp', false],
    ['an exception', '*.md\n!README.md', 'README.md', false],
    ['the last rule wins', '*.md\n!README*.md\nREADME-secret.md', 'README-secret.md', true],
    ['the last rule wins, an exception', '*.md\nREADME-secret.md\n!README*.md', 'README-secret.md', false],
    ['an exception in an ignored folder', 'build\n!build/keep.txt', 'build/keep.txt', false],
    ['its neighbour', 'build\n!build/keep.txt', 'build/other.txt', true],
    ['everything but', '*\n!src', 'src/a.ts', false],
    ['everything but, the rest', '*\n!src', 'lib/a.ts', true],
    ['everything below a folder', 'foo/**', 'foo/bar/baz', true],
    ['not the folder itself', 'foo/**', 'foo', false],
    ['folders between', 'a/**/z', 'a/b/c/z', true],
    ['no folder between', 'a/**/z', 'a/z', true],
    ['an end of any path', '**.log', 'a/b/c.log', true],
    ['a leading slash', '/secret', 'secret', true],
    ['a trailing slash', 'secret/', 'secret/key', true],
    ['a path that is written in a detour', './a/../secret', 'secret', true],
    ['white space around', '  secret  ', 'secret', true],
    ['a comment', '# secret\nother', 'secret', false],
    ['a comment behind white space is a pattern', ' # secret', '# secret', true],
    ['an empty line', '\n\nsecret\n', 'secret', true],
    ['a mark at the beginning of the file', '\uFEFFsecret', 'secret', true],
    ['lines of Windows', 'secret\r\nother\r\n', 'secret', true],
    ['a class of characters', 'log[0-9].txt', 'log7.txt', true],
    ['a class of characters that does not match', 'log[0-9].txt', 'logx.txt', false],
    ['an escaped asterisk', String.raw`a\*b`, 'a*b', true],
    ['an escaped asterisk is no pattern', String.raw`a\*b`, 'axb', false],
    ['characters that mean something elsewhere', 'a.(b)+c', 'a.(b)+c', true],
    ['a dot is a dot', 'a.b', 'axb', false],
    ['a pattern that nobody can read', '[', 'a', false],
    ['nothing', '', 'a', false],
    ['a negated class', 'assets/[^a]*', 'assets/apple', false],
    ['a negated class, what it is for', 'assets/[^a]*', 'assets/banana', true],
    ['a negated class inside', 'logs/*.[^g]z', 'logs/a.xz', true],
    ['a negated class inside, what it spares', 'logs/*.[^g]z', 'logs/a.gz', false],
    ['a ! in a class is itself', 'a[!b]c', 'a!c', true],
    ['a range in a negated class', '[^0-9]*', '1a', false],
    ['braces are themselves', '*.{js,ts}', 'a.{js,ts}', true],
    ['braces are no alternatives', '*.{js,ts}', 'a.js', false],
    ['a number in braces repeats', '*a{2}', 'baa', true],
    ['a bar behind a pattern is an alternative', '*.a|b', 'xb', true],
    ['a bar without a pattern is itself', 'a|b', 'a|b', true],
    ['a backslash before a letter is a class', String.raw`bin\Debug`, 'binxebug', true],
    ['a backslash before a letter is no slash', String.raw`bin\Debug`, 'bin/Debug', false],
    ['a character outside of the basic plane is one', 'a?', 'a😀', true],
    ['an exception behind a slash', '*\n/!a', 'a', false],
    ['a prefix', 'foo/a**', 'foo/abc/d', true],
    ['a suffix with a dot', '**/.env', 'a/.env', true],
    ['a class of Unicode', String.raw`doc\pL`, 'docs', true],
    ['a class of Unicode, what it spares', String.raw`doc\pL`, 'doc1', false],
    ['a script of Unicode, negated', String.raw`[\p{^Greek}x]*`, 'alpha', true],
    ['a script of Unicode, what it spares', String.raw`[\p{^Greek}]*`, 'άλφα', false],
    ['a negated class by name', '[[:^alpha:]]', 'é', true],
    ['a negated class by name, what it spares', '[[:^alpha:]]', 'a', false],
    ['a slash before a return', '/\rb', 'b', true],
    ['a mark at the beginning of the second of two joined files', 'a\n\uFEFF*.js', 'x.js', true],
    ['a mark before two asterisks, as Docker takes it', 'a\n\uFEFF**', '\uFEFFx', false],
    ['two asterisks twice', '**/a/**', 'x/a/b', true],
  ])('%s', (_, rules, path, expected) => {
    expect(isIgnored(rules, path)).toBe(expected);
  });
});
