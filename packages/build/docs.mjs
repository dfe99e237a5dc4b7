// Renders the tables of inputs and outputs from each action.yml, and the example workflows, between their markers:
//   <!-- action:NAME -->…<!-- /action -->   both tables of an action; `pipeline` is the root action.yml
//   <!-- inputs:NAME -->…<!-- /inputs -->   one table alone; likewise <!-- outputs:NAME -->…<!-- /outputs -->
//   <!-- example:FILE -->…<!-- /example -->  a file of workflows-examples/
// `--check` writes nothing and exits 1 when a document is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const WORDS = {
  en: {
    input: 'Input',
    default: 'Default',
    description: 'Description',
    output: 'Output',
    required: '(required)',
    noOutputs: 'No outputs.',
  },
  ja: {
    input: '入力',
    default: '既定値',
    description: '説明',
    output: '出力',
    required: '(必須)',
    noOutputs: '出力はありません。',
  },
};

/** Folder names of the actions, the root action first. */
export function actionNames(root = ROOT) {
  const folders = readdirSync(join(root, 'actions')).filter((name) =>
    existsSync(join(root, 'actions', name, 'action.yml')),
  );
  return ['pipeline', ...folders.toSorted()];
}

/** The parsed `action.yml` of an action. */
export function readAction(name, root = ROOT) {
  const path = name === 'pipeline' ? 'action.yml' : join('actions', name, 'action.yml');
  return parse(readFileSync(join(root, path), 'utf8'));
}

/** Paths, relative to the root, of the documents that hold markers. */
export function documents(root = ROOT) {
  const readmes = actionNames(root).map((name) => join('actions', name, 'README.md'));
  return ['README.md', 'README.ja.md', ...readmes].filter((path) => existsSync(join(root, path)));
}

/** A document with everything between its markers rendered anew. */
export function render(text, language, root = ROOT) {
  const words = WORDS[language];
  const between = (kind, make) => (document) =>
    document.replaceAll(
      new RegExp(`(<!-- ${kind}:(\\S+) -->\\n)[^]*?(<!-- /${kind} -->)`, 'g'),
      (_, opening, name, closing) => `${opening}\n${make(name)}\n\n${closing}`,
    );
  const inputs = (name) => inputsTable(readAction(name, root).inputs ?? {}, words);
  const outputs = (name) => outputsTable(readAction(name, root).outputs ?? {}, words);
  return [
    between('action', (name) => `${inputs(name)}\n\n${outputs(name)}`),
    between('inputs', inputs),
    between('outputs', outputs),
    between('example', (file) => example(file, root)),
  ].reduce((document, apply) => apply(document), text);
}

function inputsTable(inputs, words) {
  return table(
    [words.input, words.default, words.description],
    Object.entries(inputs).map(([name, { default: value = '', description, required }]) => [
      `\`${name}\``,
      required === true ? words.required : code(String(value)),
      cell(description),
    ]),
  );
}

function outputsTable(outputs, words) {
  const rows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]);
  return rows.length === 0 ? words.noOutputs : table([words.output, words.description], rows);
}

function example(file, root) {
  const text = readFileSync(join(root, 'workflows-examples', file), 'utf8');
  return `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
}

function table(header, rows) {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Descriptions are Markdown already; only what would end a cell is escaped. */
function cell(text) {
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}

function code(text) {
  return text === '' ? '' : `\`${text.replaceAll('|', '\\|').replaceAll('\n', ' ')}\``;
}

function main() {
  const check = process.argv.includes('--check');
  const stale = documents().filter((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const rendered = render(text, path.endsWith('.ja.md') ? 'ja' : 'en');
    if (rendered !== text && !check) writeFileSync(join(ROOT, path), rendered);
    return rendered !== text;
  });
  for (const path of stale) console.log(`${check ? 'stale' : 'written'}: ${path}`);
  if (check && stale.length > 0) {
    console.log('Run npm run docs and commit what it writes.');
    process.exitCode = 1;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();
