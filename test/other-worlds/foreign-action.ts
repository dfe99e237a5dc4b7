import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startAction, type ActionOptions, type ActionResult } from '@cutover/runner/run-action';

/**
 * Folder of somebody else's published action below `PEERS_DIR`, as `owner+name` or `owner/name`; undefined when it is not
 * there. Clones of GitHub repositories hold their bundle in `dist/`.
 * @param name `aws-actions/amazon-ecr-login`
 */
export function findPeer(name: string): string | undefined {
  const folder = process.env['PEERS_DIR'];
  if (folder === undefined || folder === '') return undefined;
  return [join(folder, name.replace('/', '+')), join(folder, name)].find((path) =>
    existsSync(join(path, 'action.yml')),
  );
}

/** No action that is run here has reason to take longer. */
const LIMIT_MS = 150_000;

/** Runs the action at the root of a foreign checkout as GitHub's runner does, `dist/` untouched; what hangs is killed. */
export async function runForeign(
  checkout: string,
  options: Omit<ActionOptions, 'repository' | 'fromSource'>,
): Promise<ActionResult> {
  const action = await startAction('pipeline', {
    ...options,
    repository: checkout,
    env: { GITHUB_WORKFLOW: 'Deploy', GITHUB_ACTION: 'step', ...options.env },
  });
  const limit = setTimeout(() => action.process.kill('SIGKILL'), LIMIT_MS);
  try {
    return await action.done;
  } finally {
    clearTimeout(limit);
  }
}
