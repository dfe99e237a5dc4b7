import { getIDToken } from '@actions/core';
import { ConfigurationError } from '@cutover/domain/errors';

/**
 * Asks GitHub for identity tokens of this workflow run; each is masked by the toolkit before anybody sees it.
 * @throws ConfigurationError at once when the job may not have any
 */
export function idTokens(env: NodeJS.ProcessEnv, audience: string): () => Promise<string> {
  if ((env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') === '') {
    throw new ConfigurationError({
      message: 'Input role-to-assume was given, but this job may not have an identity token.',
      remedy:
        'Add permissions: id-token: write (and contents: read) to the job, and to the job that calls a reusable workflow; pull requests from forks never get a token. With keys from another step leave role-to-assume out.',
    });
  }
  return async () => {
    try {
      return await getIDToken(audience);
    } catch (error) {
      throw new ConfigurationError(
        {
          message: `GitHub gave no identity token: ${error instanceof Error ? error.message : String(error)}`,
          remedy: 'Check permissions: id-token: write, and githubstatus.com; then run the job again.',
        },
        { cause: error },
      );
    }
  };
}
