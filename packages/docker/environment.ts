/** Variables that the runner sets for this action alone (inputs, among them tokens, and state), and tokens of the job. */
const OWN = /^(?:INPUT_|STATE_|GITHUB_STATE$|ACTIONS_ID_TOKEN_REQUEST_)/i;

/**
 * The token of GitHub's cache and artifact services. The runner gives it to actions, never to the commands of `run:`;
 * buildx needs it for `type=gha`.
 */
const OF_ACTIONS = /^ACTIONS_RUNTIME_TOKEN$/i;

/** AWS keys, and where AWS clients get keys from. */
const KEYS =
  /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|BEARER_TOKEN_\w+|WEB_IDENTITY_TOKEN_FILE|CONTAINER_CREDENTIALS_(?:RELATIVE|FULL)_URI|CONTAINER_AUTHORIZATION_TOKEN(?:_FILE)?)$/i;

/** Which variables of this process a command may read beside the harmless ones. */
export interface Allowed {
  /** AWS keys of the environment. */
  readonly awsCredentials?: boolean;
  /** The token of GitHub's cache. */
  readonly cacheToken?: boolean;
  /** Variables that an input names. */
  readonly names?: readonly string[];
}

/** The environment for a command: this process's own without inputs, identity tokens and keys that it was not allowed. */
export function environmentFor(
  { awsCredentials = false, cacheToken = false, names = [] }: Allowed,
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const isHidden = (name: string): boolean =>
    !names.includes(name) &&
    (OWN.test(name) || (!cacheToken && OF_ACTIONS.test(name)) || (!awsCredentials && KEYS.test(name)));
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isHidden(name)));
}
