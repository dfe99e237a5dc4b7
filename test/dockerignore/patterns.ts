import * as fc from 'fast-check';

/** Files as projects have them, each with what has misled a reader before. */
export const REAL: readonly string[] = [
  'node_modules\nnpm-debug.log*\n.git\n.gitignore\nDockerfile*\ndocker-compose*\nREADME.md\n.env\n.env.*\n!.env.example\n',
  '**/.classpath\n**/.dockerignore\n**/.env\n**/.git\n**/*.*proj.user\n**/*.dbmdl\n**/bin\n**/obj\n**/secrets.dev.yaml\nLICENSE\nREADME.md\n',
  '*\n!src\n!package.json\n!package-lock.json\nsrc/**/*.test.ts\n!src/**/fixtures/**\n',
  '__pycache__\n*.py[cod]\n*$py.class\n.venv/\nvenv/\n.pytest_cache\n**/*.pyc\n!app/keep.pyc\n',
  'target/\n!target/*.jar\n!target/quarkus-app/*\n.idea\n*.iml\n',
  'log/*\ntmp/*\n!log/.keep\n/.bundle\n/vendor/bundle\nstorage/[^.]*\npublic/assets\n',
  'assets/[^a]*\nlogs/*.[^g]z\n',
  '# comment\n  # no comment\n\n  spaced  \n!  spaced/kept\n\\#hash\n\\!bang\n',
  'bin\\Debug\nobj\\*\n**\\packages\n',
  '**\n!a\n!**/*.md\na/**/secret\n',
  'a/b/../c\n./d\n/e/\n//f\n../g\n!./e/keep\n',
  '*.{js,ts}\nfile{1}\na|b*\n^start*\nend$*\n(x)*\n',
  'tests/**/*.[0-9]\n[A-Z]*\n[!a-c]*\n[a\\-z]x\n?.txt\n',
  '.*\n!.htaccess\n**/.DS_Store\n*~\n.#*\n',
  '\uFEFFfirst\r\nsecond\r\n!first/third\r\n',
];

const WORD = fc.constantFrom(
  'a',
  'b',
  'ab',
  'src',
  'logs',
  'node_modules',
  'x.js',
  'x.ts',
  '.env',
  'a.b',
  'é',
  '😀',
  '1',
  'A',
);
const PIECE = fc.oneof(
  { weight: 6, arbitrary: WORD },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '*',
      '**',
      '?',
      '*.js',
      '[ab]',
      '[^a]',
      '[^ab]*',
      '[!a]',
      '[a-c]',
      '[^0-9]',
      '[*]',
      '[?a]',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{',
      '}',
      '{a,b}',
      '{2}',
      '|',
      '^',
      '$',
      '.',
      '+',
      '(',
      ')',
      ' ',
      '!',
      '#',
      '\\*',
      '\\a',
      '\\d',
      '\\.',
      '\\D',
      '\\w',
      '-',
      '[a',
      ']',
      '&&',
    ),
  },
);
const SEGMENT = fc.oneof(
  { weight: 3, arbitrary: WORD },
  { weight: 3, arbitrary: fc.array(PIECE, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.constantFrom('**', '*', '..', '.', '') },
);
const LINE = fc
  .tuple(
    fc.constantFrom('', '', '', '!', '!', '/', ' ', '! ', '!/', '**/', '#'),
    fc.array(SEGMENT, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/')),
    fc.constantFrom('', '', '', '/', ' ', '/**', '\r'),
  )
  .map((parts) => parts.join(''));

/** Random files of rules. */
export const RULES = fc.array(LINE, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));

/** Random paths that rules of this alphabet may mean. */
export const PATH = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: WORD },
      {
        weight: 1,
        arbitrary: fc
          .array(
            fc.constantFrom('a', 'b', 'c', '.', '-', '1', ' ', '!', '{', '|', '^', '$', '*', '[', '\\', 'é'),
            { minLength: 1, maxLength: 4 },
          )
          .map((all) => all.join('')),
      },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .filter((parts) => parts.every((part) => part !== '.' && part !== '..'))
  .map((parts) => parts.join('/'));
