import { reasonOf } from '@cutover/domain/text/reason';
import { ConfigurationError } from '@cutover/domain/errors';
import { readClaims } from '@cutover/domain/identity/identity-token';

/**
 * Asks GitHub for identity tokens of this workflow run; each is masked by the toolkit before anybody sees it.
 * @throws ConfigurationError at once when the job may not have any
 */
export function idTokens(env: NodeJS.ProcessEnv, audience: string): () => Promise<string> {
  if ((env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') === '') {
    throw new ConfigurationError({
      what: 'Input role-to-assume was given, but this job may not have an identity token.',
      fix: 'Add permissions: id-token: write (and contents: read) to the job, and to the job that calls a reusable workflow; pull requests from forks never get a token. With keys from another step leave role-to-assume out.',
    });
  }
  return async () => {
    try {
      return await getIdToken(audience);
    } catch (error) {
      throw new ConfigurationError(
        {
          what: `GitHub gave no identity token: ${reasonOf(error)}`,
          fix: 'Check permissions: id-token: write, and githubstatus.com; then run the job again.',
        },
        { cause: error },
      );
    }
  };
}

/** Subject of this workflow run's identity token; undefined when the job may have none, or GitHub gives none now. */
export async function tokenSubject(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  if ((env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') === '') return undefined;
  try {
    return readClaims(await getIdToken('sts.amazonaws.com'))?.subject;
  } catch {
    return undefined;
  }
}

/** Loaded late: the toolkit's OIDC client brings an HTTP client of 700 kB along. */
async function getIdToken(audience: string): Promise<string> {
  const { getIDToken } = await import('@actions/core');
  return await getIDToken(audience);
}
