/** Alias of the simulated account's public registry. */
export const PUBLIC_ALIAS = 'a1b2c3d4';

/** Below this path of the one registry on the simulator's port the public repositories are served. */
const PREFIX = `public.ecr.aws/${PUBLIC_ALIAS}/`;

/** How the registry names a public repository: `public.ecr.aws/a1b2c3d4/app`. */
export function publicKey(name: string): string {
  return PREFIX + name;
}

/** The name by which the API knows it: `app`. */
export function publicName(key: string): string {
  return key.slice(PREFIX.length);
}
