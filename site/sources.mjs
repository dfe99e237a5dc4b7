// Copies the documents of the repository to pages/, by the addresses that they have on the site, and points their links there.
// A link to a file that is no page leads to the repository. `vitepress build` then refuses a link that leads nowhere.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, posix, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES = fileURLToPath(new URL('pages', import.meta.url));
const REPOSITORY = process.env.SITE_REPOSITORY ?? 'https://github.com/OWNER/cutover';

/** Where each document lies on the site. */
export function pagesOf(root = ROOT) {
  const pages = new Map([
    ['README.md', 'index.md'],
    ['README.ja.md', 'ja/index.md'],
    ['SECURITY.md', 'security-promises.md'],
    ['CONTRIBUTING.md', 'contributing.md'],
    ['CHANGELOG.md', 'changelog.md'],
    ['packages/simulator/README.md', 'simulator.md'],
    ['workflows-examples/README.md', 'examples.md'],
    ['workflows-examples/sample-app/README.md', 'sample-app.md'],
  ]);
  const markdown = (folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .toSorted();
  for (const name of markdown('docs')) pages.set(`docs/${name}`, `guide/${name}`);
  for (const name of markdown('docs/ja')) pages.set(`docs/ja/${name}`, `ja/guide/${name}`);
  for (const name of readdirSync(join(root, 'actions')).toSorted()) {
    const path = `actions/${name}/README.md`;
    if (existsSync(join(root, path))) pages.set(path, `actions/${name}.md`);
  }
  return pages;
}

/** A document's text with its links as they are on the site. */
export function withSiteLinks(text, path, pages, root = ROOT) {
  const target = (link) => {
    if (/^([a-z]+:|#)/i.test(link)) return link;
    const [file, anchor] = link.split('#');
    const found = normalize(join(dirname(path), decodeURI(file)));
    const page = pages.get(found);
    const rest = anchor === undefined ? '' : `#${anchor}`;
    if (page !== undefined) return posix.relative(dirname(pages.get(path)), page) + rest;
    if (!existsSync(join(root, found))) throw new Error(`${path} links ${link}, which is not there`);
    // Pictures are taken along; all else is read in the repository.
    if (/\.(svg|png)$/.test(found)) return relative(dirname(join(PAGES, pages.get(path))), join(root, found));
    const kind = statSync(join(root, found)).isDirectory() ? 'tree' : 'blob';
    return `${REPOSITORY}/${kind}/main/${found}${rest}`;
  };
  return text
    .split(/(^ *```[^]*?^ *```$)/gm)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replaceAll(/\]\(([^)\s]+)\)/g, (_, link) => `](${target(link)})`)
            .replaceAll(/(src|srcset)="([^"]+)"/g, (_, name, link) => `${name}="${target(link)}"`),
    )
    .join('');
}

function main() {
  rmSync(PAGES, { recursive: true, force: true });
  const pages = pagesOf();
  for (const [path, page] of pages) {
    const text = readFileSync(join(ROOT, path), 'utf8').replaceAll(
      'github.com/OWNER/',
      `${new URL(REPOSITORY).host}/${new URL(REPOSITORY).pathname.split('/')[1]}/`,
    );
    const file = join(PAGES, page);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, withSiteLinks(text, path, pages));
  }
  console.log(`${pages.size} pages`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();
