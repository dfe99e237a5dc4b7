import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import wrapAnsi from 'wrap-ansi';
import { nearestName } from '@cutover/domain/inputs/input';
import { UsageError } from '../usage-error.ts';

interface Input {
  readonly description?: string;
  readonly default?: string | number | boolean;
  readonly required?: boolean;
}

interface Described {
  readonly description: string;
  readonly inputs?: Readonly<Record<string, Input>>;
}

/** The action of the root is called by the name of its folder in `dist/`. */
const ROOT = 'pipeline';

/** Names of the actions, in the order of the alphabet. */
export async function actionNames(repository: string): Promise<readonly string[]> {
  const folders = await readdir(join(repository, 'actions'), { withFileTypes: true });
  const found = await Promise.all(
    folders.map(async (folder) => {
      if (!folder.isDirectory()) return [];
      const files = await readdir(join(repository, 'actions', folder.name));
      return files.includes('action.yml') ? [folder.name] : [];
    }),
  );
  return [ROOT, ...found.flat()].toSorted();
}

/** @throws UsageError that names the actions there are */
export async function requireAction(repository: string, name: string): Promise<void> {
  const names = await actionNames(repository);
  if (names.includes(name)) return;
  const nearest = nearestName(name, names);
  throw new UsageError(
    `there is no action ${name}; ${nearest === undefined ? `the actions are ${names.join(', ')}` : `did you mean ${nearest}?`}`,
  );
}

/** The list of actions, each with the first sentence of its description. */
export async function listActions(repository: string, columns: number): Promise<string> {
  const names = await actionNames(repository);
  const width = Math.max(...names.map((name) => name.length));
  const rows = await Promise.all(
    names.map(async (name) => {
      const { description } = await read(repository, name);
      return hanging(`  ${name.padEnd(width)}  `, firstSentence(description), columns);
    }),
  );
  return `Actions:\n\n${rows.join('\n')}\n`;
}

/** An action's description and its inputs with their defaults. */
export async function describeAction(repository: string, name: string, columns: number): Promise<string> {
  const { description, inputs = {} } = await read(repository, name);
  const rows = Object.entries(inputs).map(([input, { default: value = '', description = '', required }]) => {
    const fact =
      required === true ? ' (required)' : value === '' ? '' : ` (default ${oneLine(String(value))})`;
    return `  ${input}${fact}\n${hanging('      ', plain(description), columns)}`;
  });
  return `${hanging('', `${name}: ${plain(description)}`, columns)}\n\nInputs, each as --with NAME=VALUE:\n\n${rows.join('\n')}\n`;
}

async function read(repository: string, name: string): Promise<Described> {
  const file = name === ROOT ? 'action.yml' : join('actions', name, 'action.yml');
  return parse(await readFile(join(repository, file), 'utf8')) as Described;
}

function hanging(first: string, text: string, columns: number): string {
  const indent = ' '.repeat(first.length);
  const lines = wrapAnsi(text, Math.max(20, columns - first.length), { trim: true }).split('\n');
  return lines.map((line, index) => `${index === 0 ? first : indent}${line}`).join('\n');
}

/** Descriptions are Markdown; a terminal shows code and links as they are read. */
function plain(text: string): string {
  return oneLine(text)
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll('`', '');
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?= |$)/.exec(plain(text))?.[0] ?? plain(text);
}
