import type { RoleIdentity } from '@cutover/aws/client/role-credentials';
import type { Connection } from '@cutover/aws/client/connection';
import { credentialInputs } from '@cutover/domain/inputs/credentials';
import { parseInputs, type Inputs } from '@cutover/domain/inputs/input';
import { proxySettings } from '@cutover/domain/proxy';
import { idTokens } from '@cutover/github/id-token';
import type { RunnerParts } from '@cutover/github/run-step';

/** How the action reaches AWS, and as whom. */
export interface Access {
  readonly connection: Connection;
  /** The role that the action assumes by itself; undefined when it lives on the environment's credentials. */
  readonly identity: RoleIdentity | undefined;
  /** Accounts that the credentials may belong to; empty when any will do. */
  readonly accounts: readonly string[];
}

/**
 * Reads the inputs of the connection, which all actions share, and the environment's proxy.
 * @throws ConfigurationError when the job may not have an identity token, or when the proxy has no usable address
 */
export function accessOf(
  given: Readonly<Record<string, string>>,
  runner: Pick<RunnerParts, 'clock' | 'mask' | 'signal'>,
  env: NodeJS.ProcessEnv,
): Access {
  const names = new Set(
    Object.entries(credentialInputs).flatMap(([name, { aliases }]) => [name, ...aliases]),
  );
  const own = Object.entries(given).filter(([name]) => names.has(name));
  const inputs = parseInputs(credentialInputs, Object.fromEntries(own));
  return {
    connection: {
      clock: runner.clock,
      signal: runner.signal,
      attempts: inputs['retry-max-attempts'],
      proxy: proxySettings(inputs, env),
    },
    identity: identityOf(inputs, runner, env),
    accounts: inputs['allowed-account-ids'],
  };
}

function identityOf(
  inputs: Inputs<typeof credentialInputs>,
  runner: Pick<RunnerParts, 'mask'>,
  env: NodeJS.ProcessEnv,
): RoleIdentity | undefined {
  const roleArn = inputs['role-to-assume'];
  if (roleArn === undefined) return undefined;
  const externalId = inputs['role-external-id'];
  const chained = inputs['role-chaining'] || externalId !== undefined;
  return {
    roleArn,
    sessionName: inputs['role-session-name'],
    durationSeconds: inputs['role-duration-seconds'],
    externalId,
    token: chained ? undefined : idTokens(env, inputs.audience),
    mask: (secret) => {
      runner.mask(secret);
    },
  };
}
