import { credentialEnd } from '@cutover/domain/identity/credential-validity';

const NAME = 'AWS_CREDENTIAL_EXPIRATION';

/** Rewrites AWS_CREDENTIAL_EXPIRATION in the form that the SDK reads (ISO 8601); removes a value that is no time. */
export function readableCredentialEnd(env: NodeJS.ProcessEnv): void {
  const at = credentialEnd(env[NAME]);
  if (at === undefined) delete env[NAME];
  else env[NAME] = new Date(at).toISOString();
}
