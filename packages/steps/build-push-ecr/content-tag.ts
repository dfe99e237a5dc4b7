import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ConfigurationError } from '@cutover/domain/errors';
import type { World } from '../world.ts';
import type { BuildRequest } from './build-request.ts';

/** Begins tags that say what was built. */
const PREFIX = 'content-';
const HEX_DIGITS = 40;

/** A tree of files, as Docker would copy it. */
interface Tree {
  readonly digest: string;
}

/**
 * All of a build that decides what comes out of it and that is known before. Values of secrets are left out, because a tag
 * is no place for anything that is made from them; so are caches, builders, the labels that say where an image comes from,
 * and the images that a Dockerfile begins with.
 */
export function contentOf(
  build: Omit<BuildRequest, 'references'>,
  files: {
    readonly context: Tree;
    readonly dockerfile: string;
    readonly contexts: ReadonlyMap<string, Tree>;
  },
): string {
  const sorted = (map: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
    [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify({
    version: 1,
    context: files.context.digest,
    dockerfile: files.dockerfile,
    contexts: sorted(
      new Map(
        [...build.buildContexts].map(([name, value]) => [name, files.contexts.get(name)?.digest ?? value]),
      ),
    ),
    target: build.target ?? null,
    platforms: build.platforms.toSorted(),
    buildArgs: sorted(build.buildArgs),
    secretArgs: build.secretArgs.toSorted(),
    secrets: build.secrets.map(({ id }) => id).toSorted(),
    ssh: build.ssh.map((one) => one.replace(/=.*/s, '')).toSorted(),
    labels: sorted(build.labels),
    network: build.network ?? null,
    provenance: build.provenance,
    sbom: build.sbom,
  });
  return PREFIX + createHash('sha256').update(text).digest('hex').slice(0, HEX_DIGITS);
}

/** The tag of an image that is built already. */
export function contentOfDigest(digest: string): string {
  return PREFIX + digest.replace('sha256:', '').slice(0, HEX_DIGITS);
}

/**
 * The tag for `tag: auto`: the same as long as nothing changes that the build is made of.
 * @throws ConfigurationError when the context is elsewhere
 */
export async function contentTag(build: Omit<BuildRequest, 'references'>, world: World): Promise<string> {
  if (isElsewhere(build.context) || (build.file !== undefined && isElsewhere(build.file))) {
    throw new ConfigurationError({
      what: `Input tag: auto is derived from the files of the build, and ${build.context} is not on this runner.`,
      fix: 'Give a tag, or check the repository out and give a folder as context.',
    });
  }
  const { docker, files, progress, signal } = world;
  const context = files.resolve(build.context);
  const file = build.file ?? join(build.context, 'Dockerfile');
  const tree = await docker.contextDigest(context, files.resolve(file), signal);
  if (tree.hasGit) {
    progress.report({
      type: 'warning',
      what: `Input tag: the folder .git is part of the context, so that tag: auto is another one for every commit and checkout.`,
      fix: 'Add a line .git to .dockerignore.',
    });
  }
  const contexts = new Map<string, Tree>();
  for (const [name, value] of build.buildContexts) {
    if (!isElsewhere(value))
      contexts.set(name, await docker.contextDigest(files.resolve(value), undefined, signal));
  }
  const dockerfile = await files.read(file, build.file === undefined ? 'context' : 'file');
  const tag = contentOf(build, { context: tree, dockerfile, contexts });
  progress.report({
    type: 'note',
    text: `Tag ${tag} stands for ${tree.files} files (${tree.bytes} bytes) and the inputs of the build`,
  });
  return tag;
}

/** A Git repository, an archive at a URL, an image or standard input. */
export function isElsewhere(context: string): boolean {
  return /^(?:[a-z][a-z-]*:\/\/|git@|github\.com\/|target:|-$)/.test(context);
}
