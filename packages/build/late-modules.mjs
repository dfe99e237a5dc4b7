import { readFileSync } from 'node:fs';

/**
 * Packages whose modules do nothing but define: without a use of their exports they fall away. GitHub's toolkit does not
 * declare it, so that its OIDC client would bring an HTTP client of 700 kB into every start.
 */
export const UNUSED_WITHOUT_CALLS = /\/node_modules\/(?:@actions\/|undici\/)/;

const LATE = '?late';

/** Gives `import('@actions/core')` a copy of the module of its own, so that its OIDC client is loaded with it alone. */
export const late = {
  name: 'late-modules',
  resolveId: {
    filter: { id: /^@actions\/core$/ },
    async handler(source, importer, { kind }) {
      if (kind !== 'dynamic-import') return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      if (found === null) throw new Error(`${source} is not installed`);
      return { ...found, id: `${found.id}${LATE}` };
    },
  },
  load: {
    filter: { id: /\?late$/ },
    handler(id) {
      return { code: readFileSync(id.slice(0, -LATE.length), 'utf8'), moduleSideEffects: false };
    },
  },
};
