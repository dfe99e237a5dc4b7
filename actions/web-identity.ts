import type { WebIdentity } from '@cutover/aws/web-identity';
import { credentialInputs } from '@cutover/domain/credential-inputs';
import { parseInputs } from '@cutover/domain/inputs';
import { idTokens } from '@cutover/github/id-token';
import type { RunnerParts } from '@cutover/github/run-step';

/**
 * The role that the step is to assume by itself; undefined when it lives on the environment's credentials.
 * @throws ConfigurationError when the job may not have an identity token
 */
export function webIdentityOf(
  given: Readonly<Record<string, string>>,
  runner: Pick<RunnerParts, 'mask'>,
): WebIdentity | undefined {
  const own = Object.entries(given).filter(([name]) => name in credentialInputs);
  const {
    'role-to-assume': roleArn,
    'role-session-name': sessionName,
    'role-duration-seconds': durationSeconds,
    audience,
  } = parseInputs(credentialInputs, Object.fromEntries(own));
  if (roleArn === undefined) return undefined;
  return {
    roleArn,
    sessionName,
    durationSeconds,
    token: idTokens(process.env, audience),
    mask: (secret) => {
      runner.mask(secret);
    },
  };
}
