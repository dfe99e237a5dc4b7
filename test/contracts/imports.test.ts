import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { importsOf, reachable, ROOT, sources, type Source } from './sources.ts';

/** What each part may import of ours; what is not listed is forbidden. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/aws': ['domain'],
  'packages/docker': ['domain'],
  'packages/github': ['domain'],
  'packages/steps': ['domain', 'aws', 'docker'],
  'packages/simulator': [],
  'packages/runner': [],
  'packages/local': ['domain', 'docker', 'runner'],
  'packages/demo': ['local', 'runner'],
  actions: ['domain', 'aws', 'docker', 'github', 'steps'],
};

/** Modules with an effect on the world, and who may have it. */
const RESERVED: readonly {
  readonly pattern: RegExp;
  readonly parts: readonly string[];
  readonly typesFor?: string;
}[] = [
  {
    pattern: /^(node:)?child_process$/,
    parts: ['packages/docker', 'packages/simulator', 'packages/runner', 'packages/local', 'packages/demo'],
  },
  { pattern: /^@actions\/exec$/, parts: ['packages/docker'] },
  { pattern: /^@actions\/(?!exec$)/, parts: ['packages/github'] },
  { pattern: /^@aws-sdk\//, parts: ['packages/aws'], typesFor: 'packages/simulator' },
  { pattern: /^@smithy\//, parts: ['packages/aws'] },
];

/** Node modules of the domain: computing, no I/O. */
const PURE_NODE = new Set(['node:crypto', 'node:path', 'node:path/posix', 'node:util']);

/** Tests of the simulator keep their clients in files of their own. */
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  'packages/simulator': ['packages/simulator/main.ts', 'packages/simulator/start.ts'],
};

const all = Object.keys(PARTS).map((part) => {
  const files = sources(part);
  const entries = ENTRIES[part];
  return { part, files: entries === undefined ? files : reachable(files, entries) };
});

function complaints(check: (part: string, source: Source) => readonly string[]): string[] {
  return all.flatMap(({ files, part }) =>
    files.flatMap((source) => check(part, source).map((what) => `${source.path}: ${what}`)),
  );
}

describe('the import table', () => {
  test('every part has files to look at', () => {
    expect(all.filter(({ files }) => files.length === 0).map(({ part }) => part)).toEqual([]);
  });

  test('each part imports only what it may', () => {
    expect(
      complaints((part, { imports }) =>
        imports.flatMap(({ specifier }) => {
          const [, target] = /^@cutover\/([^/]+)\//.exec(specifier) ?? [];
          if (target === undefined || part.endsWith(`/${target}`)) return [];
          return PARTS[part]?.includes(target) === true ? [] : [`imports ${specifier}`];
        }),
      ),
    ).toEqual([]);
  });

  test('no relative import leaves its part', () => {
    expect(
      complaints((part, { imports, path }) =>
        imports.flatMap(({ specifier }) =>
          !specifier.startsWith('.') || normalize(join(dirname(path), specifier)).startsWith(`${part}/`)
            ? []
            : [`imports ${specifier}`],
        ),
      ),
    ).toEqual([]);
  });

  test('a step knows no other step; only the pipeline knows them all', () => {
    const stepOf = (path: string): string | undefined => {
      const [, name] = /^packages\/steps\/([^/]+)\//.exec(path) ?? [];
      return name !== undefined && existsSync(join(ROOT, 'packages/steps', name, 'step.ts'))
        ? name
        : undefined;
    };
    expect(
      complaints((part, { imports, path }) =>
        part !== 'packages/steps' || path.startsWith('packages/steps/pipeline/')
          ? []
          : imports.flatMap(({ specifier }) => {
              const target = specifier.startsWith('.')
                ? normalize(join(dirname(path), specifier))
                : specifier.replace('@cutover/', 'packages/');
              const step = stepOf(target);
              return step === undefined || step === stepOf(path) ? [] : [`imports ${specifier}`];
            }),
      ),
    ).toEqual([]);
  });

  test('steps see types of the edges alone', () => {
    expect(
      complaints((part, { imports }) =>
        part !== 'packages/steps'
          ? []
          : imports.flatMap(({ specifier, typeOnly }) =>
              /^@cutover\/(aws|docker)\//.test(specifier) && !typeOnly
                ? [`imports the values of ${specifier}`]
                : [],
            ),
      ),
    ).toEqual([]);
  });

  test('steps reach the network through the probe alone', () => {
    expect(
      complaints((part, { imports, path, text }) =>
        part !== 'packages/steps' || path.startsWith('packages/steps/probe/')
          ? []
          : [
              ...imports.flatMap(({ specifier }) =>
                /^(node:)?(dgram|dns|http2?|https|net|tls)(\/|$)/.test(specifier)
                  ? [`imports ${specifier}`]
                  : [],
              ),
              ...(/\bfetch\(/.test(text) ? ['calls fetch'] : []),
            ],
      ),
    ).toEqual([]);
  });

  test('the domain does no I/O', () => {
    expect(
      complaints((part, { imports }) =>
        part !== 'packages/domain'
          ? []
          : imports.flatMap(({ specifier }) =>
              specifier.startsWith('node:') && !PURE_NODE.has(specifier) ? [`imports ${specifier}`] : [],
            ),
      ),
    ).toEqual([]);
  });

  test.each(RESERVED)('$pattern is imported by $parts only', ({ parts, pattern, typesFor }) => {
    expect(
      complaints((part, { imports }) =>
        parts.includes(part)
          ? []
          : imports.flatMap(({ specifier, typeOnly }) =>
              pattern.test(specifier) && !(typeOnly && part === typesFor) ? [`imports ${specifier}`] : [],
            ),
      ),
    ).toEqual([]);
  });

  test('only those who start processes read the environment', () => {
    const readers = [
      /^packages\/(docker|github|runner|demo)\//,
      /^packages\/simulator\/main\.ts$/,
      // Tasks run with the host's PATH, or on the engine of DOCKER_HOST; the stand-in is a program of its own.
      /^packages\/simulator\/ecs\/(command|process-container|docker-engine|stand-in)\.ts$/,
      /^actions\//,
    ];
    expect(
      complaints((_, { path, text }) =>
        /\bprocess\.env\b/.test(text) && !readers.some((reader) => reader.test(path))
          ? ['reads process.env']
          : [],
      ),
    ).toEqual([]);
  });

  test('no part ends the process by force', () => {
    expect(
      complaints((part, { text }) =>
        /\bprocess\.exit\(/.test(text) && !/simulator|demo|runner/.test(part) ? ['calls process.exit'] : [],
      ),
    ).toEqual([]);
  });
});

test('the reader of imports sees every form', () => {
  const text = [
    `import 'a';`,
    `import b from 'b';`,
    `import type { C } from 'c';`,
    `import {\n  d,\n  type E,\n} from 'd';`,
    `export { f } from 'f';`,
    `export * from "g";`,
    `const { h } = await import('h');`,
    `export const i = 'not';`,
  ].join('\n');
  expect(importsOf(text)).toEqual([
    { specifier: 'a', typeOnly: false },
    { specifier: 'b', typeOnly: false },
    { specifier: 'c', typeOnly: true },
    { specifier: 'd', typeOnly: false },
    { specifier: 'f', typeOnly: false },
    { specifier: 'g', typeOnly: false },
    { specifier: 'h', typeOnly: false },
  ]);
});
