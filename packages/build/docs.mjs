// Renders the tables of inputs and outputs from each action.yml, and the example workflows, between their markers:
//   <!-- inputs:NAME -->…<!-- /inputs -->    the table of inputs; `pipeline` is the root action.yml
//   <!-- outputs:NAME -->…<!-- /outputs -->  the table of outputs
//   <!-- rights:ROLE -->…<!-- /rights -->    what a role of the bundled template may do
//   <!-- policy:ROLE -->…<!-- /policy -->    the same as a policy document
//   <!-- parameters:TEMPLATE -->…<!-- /parameters -->  the parameters of a bundled template, template or service, and
//   <!-- stack-outputs:TEMPLATE -->…<!-- /stack-outputs -->  its outputs
//   <!-- example:FILE -->…<!-- /example -->  a file of workflows-examples/
// and in the reusable workflows what an action's inputs are there:
//   # inputs:NAME … # /inputs   their declarations
//   # with:NAME … # /with       how they are handed on to the action
// The inputs of an action.yml stand in groups (`# group: NAME` before the first of each); the first group, and `Often used`, is
// open in the table, the others are folded. cutover.schema.json describes the same inputs for configuration files.
// packages/template/template.json is the template as deploy-stack sends it, for tools that send a file of up to 51,200 bytes.
// docs/failures.md lists the failures of packages/domain/diagnosis, and docs/ja/failures.md its areas.
// `--check` writes nothing and exits 1 when a document is stale.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse, parseDocument, stringify } from 'yaml';
import { policyDocument, rightsRows } from './rights.mjs';
import { readTemplate, textOf } from './template.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const WORDS = {
  en: {
    input: 'Input',
    default: 'Default',
    description: 'Description',
    output: 'Output',
    required: '(required)',
    noOutputs: 'No outputs.',
    parameter: 'Parameter',
    condition: 'Only with',
  },
  ja: {
    input: '入力',
    default: '既定値',
    description: '説明',
    output: '出力',
    required: '(必須)',
    noOutputs: '出力はありません。',
    parameter: 'パラメーター',
    condition: '条件',
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
  return parse(actionText(name, root));
}

function actionText(name, root) {
  const path = name === 'pipeline' ? 'action.yml' : join('actions', name, 'action.yml');
  return readFileSync(join(root, path), 'utf8');
}

/** Groups of an action's inputs in the order of its `action.yml`: `{ title, names }`. */
export function inputGroups(name, root = ROOT) {
  const inputs = parseDocument(actionText(name, root)).get('inputs');
  const groups = [];
  for (const [index, { key }] of (inputs?.items ?? []).entries()) {
    const comment = (index === 0 ? inputs.commentBefore : undefined) ?? key.commentBefore ?? '';
    const title = /^ group: (.+)$/m.exec(comment)?.[1];
    if (title !== undefined) groups.push({ title, names: [] });
    groups.at(-1)?.names.push(key.value);
  }
  return groups;
}

/** Paths, relative to the root, of the documents that hold markers. */
export function documents(root = ROOT) {
  const readmes = actionNames(root).map((name) => join('actions', name, 'README.md'));
  return ['README.md', 'README.ja.md', 'SECURITY.md', ...readmes, ...pages(root)].filter((path) =>
    existsSync(join(root, path)),
  );
}

/** Pages of the guide, English and Japanese. */
export function pages(root = ROOT) {
  return ['docs', 'docs/ja'].flatMap((folder) =>
    (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [])
      .filter((name) => name.endsWith('.md'))
      .toSorted()
      .map((name) => join(folder, name)),
  );
}

/** The language that a document is written in. */
export function languageOf(path) {
  return path.endsWith('.ja.md') || path.startsWith('docs/ja/') ? 'ja' : 'en';
}

/** Paths, relative to the root, of the reusable workflows. */
export const WORKFLOWS = ['deploy', 'rollback', 'run-command', 'stack'].map(
  (name) => `.github/workflows/${name}.yml`,
);

/**
 * Whether callers of a reusable workflow may set an input of its action. The workflow's own `aws-region` gives the region,
 * and an input whose default is an expression takes its value from the job itself.
 */
function isCallers([name, { default: value = '' }]) {
  return name !== 'region' && !value.includes('${{');
}

/** The workflow's own input `environment` is the GitHub environment, which chooses the section of the file, too. */
const OWN = ['environment'];

/**
 * Inputs that a workflow knows by another name. The environment of a job that changes infrastructure is none of those that
 * the service is deployed to.
 */
const RENAMED = { 'deploy-stack': { environment: 'config-environment' } };

/** A reusable workflow with everything between its markers rendered anew. */
export function renderWorkflow(text, root = ROOT) {
  const between = (kind, make) => (document) =>
    document.replaceAll(
      new RegExp(`^( *)(# ${kind}:(\\S+)\\n)[^]*?^ *# /${kind}$`, 'gm'),
      (_, indent, opening, name) =>
        `${indent}${opening}${indented(make(workflowInputs(name, root), name), indent)}${indent}# /${kind}`,
    );
  return [between('inputs', declarations), between('with', handedOn)].reduce(
    (document, apply) => apply(document),
    text,
  );
}

function workflowInputs(name, root) {
  const { inputs = {} } = readAction(name, root);
  return Object.entries(inputs).filter(isCallers);
}

function declarations(inputs, action) {
  return stringify(
    Object.fromEntries(
      inputs
        .filter(([name]) => RENAMED[action]?.[name] !== undefined || !OWN.includes(name))
        .map(([name, { default: value = '', description }]) => {
          const boolean = value === 'true' || value === 'false';
          return [
            RENAMED[action]?.[name] ?? name,
            {
              description: description.trim().replaceAll(/\s*\n\s*/g, ' '),
              // Required ones may stand in the configuration file.
              default: boolean ? value === 'true' : value,
              type: boolean ? 'boolean' : 'string',
            },
          ];
        }),
    ),
    { lineWidth: 0, singleQuote: true },
  );
}

function handedOn(inputs, action) {
  return inputs.map(([name]) => `${name}: \${{ inputs.${RENAMED[action]?.[name] ?? name} }}\n`).join('');
}

function indented(text, indent) {
  return text.replaceAll(/^(?=.)/gm, indent);
}

/** A document with everything between its markers rendered anew. */
export function render(text, language, root = ROOT) {
  const words = WORDS[language];
  const between = (kind, make) => (document) =>
    document.replaceAll(
      new RegExp(`(<!-- ${kind}:(\\S+) -->\\n)[^]*?(<!-- /${kind} -->)`, 'g'),
      (_, opening, name, closing) => `${opening}\n${make(name)}\n\n${closing}`,
    );
  const inputs = (name) => inputsTables(name, words, root);
  const outputs = (name) => outputsTable(readAction(name, root).outputs ?? {}, words);
  return [
    between('inputs', inputs),
    between('outputs', outputs),
    between('rights', rights),
    between('policy', policy),
    between('parameters', (name) => parametersTables(name, words)),
    between('stack-outputs', (name) => stackOutputsTable(name, words)),
    between('example', (file) => example(file, root)),
  ].reduce((document, apply) => apply(document), text);
}

/** Parameters of a bundled template, in the console's groups. */
function parametersTables(template, words) {
  const { Metadata, Parameters: all } = readTemplate(textOf(template));
  return Metadata['AWS::CloudFormation::Interface'].ParameterGroups.map(({ Label, Parameters }) => {
    const rows = Parameters.map((name) => {
      const { AllowedValues = [], Default, Description } = all[name];
      const values = AllowedValues.length === 0 ? '' : ` ${AllowedValues.map(code).join(', ')}.`;
      return [
        code(name),
        Default === undefined ? words.required : code(String(Default)),
        `${cell(Description)}${values}`,
      ];
    });
    const shown = table([words.parameter, words.default, words.description], rows);
    return `<details>\n<summary><b>${Label.default}</b> (${rows.length})</summary>\n\n${shown}\n\n</details>`;
  }).join('\n\n');
}

/** Outputs of a bundled template, each with the condition under which the stack has it. */
function stackOutputsTable(template, words) {
  return table(
    [words.output, words.description, words.condition],
    Object.entries(readTemplate(textOf(template)).Outputs).map(
      ([name, { Condition = '', Description = '' }]) => [code(name), cell(Description), code(Condition)],
    ),
  );
}

/** Groups that are open on the page; the first one always is. */
const OPEN = ['Often used'];

function inputsTables(name, words, root) {
  const { inputs = {} } = readAction(name, root);
  return inputGroups(name, root)
    .map(({ names, title }, index) => {
      const rows = inputsTable(Object.fromEntries(names.map((one) => [one, inputs[one]])), words);
      return index === 0 || OPEN.includes(title)
        ? `**${title}**\n\n${rows}`
        : `<details>\n<summary><b>${title}</b> (${names.length})</summary>\n\n${rows}\n\n</details>`;
    })
    .join('\n\n');
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

function rights(role) {
  return table(
    ['Statement', 'Actions', 'On', 'Condition'],
    rightsRows(role).map((row) => row.map(cell)),
  );
}

/** One statement a line is enough to read it; the actions of one stand together. */
function policy(role) {
  const { Statement, Version } = policyDocument(role);
  const statements = Statement.map((one) => `    ${JSON.stringify(one).replaceAll('","', '", "')}`);
  return `\`\`\`json\n{\n  "Version": "${Version}",\n  "Statement": [\n${statements.join(',\n')}\n  ]\n}\n\`\`\``;
}

function example(file, root) {
  const text = readFileSync(join(root, 'workflows-examples', file), 'utf8');
  const language = file.endsWith('.json') ? 'json' : 'yaml';
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
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

function code(value) {
  const text = String(value);
  return text === '' ? '' : `\`${text.replaceAll('|', '\\|').replaceAll('\n', ' ')}\``;
}

/** Path, relative to the root, of the JSON schema of configuration files. */
const SCHEMA = 'cutover.schema.json';

/** Path, relative to the root, of the bundled template as one request takes it. */
const TEMPLATE = join('packages', 'template', 'template.json');

/** Path, relative to the root, of the page of known failures. */
const FAILURES = join('docs', 'failures.md');
const FAILURES_JA = join('docs', 'ja', 'failures.md');

/** The schema as it must be; it needs the types of the inputs, which only the sources know. */
export function renderSchema() {
  return printedBy('config-schema.mjs');
}

/** Output of a script beside this one, which may import TypeScript. */
function printedBy(name, ...args) {
  const script = fileURLToPath(new URL(name, import.meta.url));
  // The Node that npm ci installs reads TypeScript, whichever one runs this.
  const { status, stdout, stderr } = spawnSync(
    join(ROOT, 'node_modules/.bin/node'),
    ['--disable-warning=ExperimentalWarning', '--conditions=@cutover/source', script, ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return stdout;
}

function main() {
  const check = process.argv.includes('--check');
  const stale = [...new Set([...documents(), ...WORKFLOWS, SCHEMA, TEMPLATE, FAILURES, FAILURES_JA])].filter(
    (path) => {
      const text = existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '';
      const rendered =
        path === SCHEMA
          ? renderSchema()
          : path === TEMPLATE
            ? printedBy('template-json.mjs')
            : path === FAILURES
              ? printedBy('failures-page.mjs')
              : path === FAILURES_JA
                ? printedBy('failures-page.mjs', 'ja')
                : path.endsWith('.yml')
                  ? renderWorkflow(text)
                  : render(text, languageOf(path));
      if (rendered !== text && !check) writeFileSync(join(ROOT, path), rendered);
      return rendered !== text;
    },
  );
  for (const path of stale) console.log(`${check ? 'stale' : 'written'}: ${path}`);
  if (check && stale.length > 0) {
    console.log('Run npm run docs and commit what it writes.');
    process.exitCode = 1;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();
