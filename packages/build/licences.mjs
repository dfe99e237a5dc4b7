import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The licences of all packages that modules belong to; a text that several packages share is given once.
 * @param {readonly string[]} modules paths of bundled modules
 * @returns {string} one section a text, headed by the packages that it covers
 */
export function licencesOf(modules) {
  const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== undefined));
  const sections = new Map();
  const byName = (a, b) => a.localeCompare(b, 'en');
  for (const folder of [...folders].toSorted(byName)) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text = textOf(folder) ?? `License: ${license}`;
    sections.set(text, [...(sections.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  return [...sections]
    .map(([text, names]) => `${names.join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package that a module was installed with; undefined for the project's own. */
function packageFolder(module) {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.split('?')[0]) ?? [];
  if (folder === undefined) return undefined;
  // A package may hold further package.json files below, which only set the module type.
  return existsSync(join(folder, 'package.json')) ? folder : packageFolder(dirname(folder));
}

/** The texts of a package's licence and notice files (some licences require the notice); undefined without any. */
function textOf(folder) {
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim().replaceAll('\r\n', '\n'));
  return texts.length === 0 ? undefined : texts.join('\n\n');
}
