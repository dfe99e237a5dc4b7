import type { AssumeRoleResponse, AssumeRoleWithWebIdentityResponse, STSClient } from '@aws-sdk/client-sts';
import { AwsCallError, ConfigurationError, CutoverError } from '@cutover/domain/errors';
import { readClaims, trustStatement } from '@cutover/domain/identity/identity-token';
import { call } from './call.ts';
import type { ClientOptions } from './options.ts';
import type { Keys, KeysProvider } from './keys.ts';

/** A role, and how the workflow run proves who it is. */
export interface RoleIdentity {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
  /** A fresh identity token, already masked; without it the credentials of the environment assume the role. */
  readonly token?: (() => Promise<string>) | undefined;
  /** Value for the trust policy's `sts:ExternalId` condition. Only AssumeRole takes one. */
  readonly externalId?: string | undefined;
  mask(secret: string): void;
}

/** Credentials are renewed this long before their end: calls that are under way are signed with the old ones. */
const MARGIN_MS = 5 * 60_000;
/** How soon a renewal that failed is tried again, while the old credentials still do. */
const PAUSE_MS = 15_000;

/**
 * Temporary credentials of a role, renewed before their end for as long as somebody asks. Nothing is
 * kept outside of this process.
 */
export class RoleCredentials {
  readonly #identity: RoleIdentity;
  readonly #options: ClientOptions;
  readonly #now: () => number;
  #client: STSClient | undefined;
  #keys: Keys | undefined;
  #endsAt = 0;
  #triedAt = Number.NEGATIVE_INFINITY;
  #renewal: Promise<Keys> | undefined;
  readonly provider: KeysProvider;

  constructor(identity: RoleIdentity, options: ClientOptions, now: () => number = () => Date.now()) {
    this.#identity = identity;
    this.#options = options;
    this.#now = now;
    this.provider = Object.assign(() => this.#current(), { memoized: true as const });
  }

  /** AWS calls these keys expired, whatever our clock says: the next call gets new ones. */
  expire(): void {
    this.#endsAt = 0;
    this.#triedAt = Number.NEGATIVE_INFINITY;
  }

  /** @throws ConfigurationError when the role can't be assumed and the old credentials have ended */
  async #current(): Promise<Keys> {
    const keys = this.#keys;
    const now = this.#now();
    if (keys !== undefined && now < this.#endsAt) {
      if (now < this.#endsAt - MARGIN_MS || now < this.#triedAt + PAUSE_MS) return keys;
      this.#triedAt = now;
      return await this.#renew().catch(() => keys);
    }
    return await this.#renew();
  }

  async #renew(): Promise<Keys> {
    this.#renewal ??= this.#assume().finally(() => {
      this.#renewal = undefined;
    });
    return await this.#renewal;
  }

  async #assume(): Promise<Keys> {
    const { durationSeconds, token: hasToken } = this.#identity;
    const token = hasToken === undefined ? undefined : await this.#token(hasToken);
    const { STSClient } = await import('../sdk/web-identity.ts');
    const client = (this.#client ??= new STSClient(this.#options));
    // Counted from our own clock, so that a wrong one does no harm.
    const askedAt = this.#now();
    let answer;
    try {
      answer = await (token === undefined ? this.#chain(client) : this.#prove(client, token));
    } catch (error) {
      // A wait repeats its call after an outage.
      if (this.#options.connection.signal.aborted) throw error;
      if (error instanceof AwsCallError && error.transient) throw error;
      const cause = error instanceof CutoverError ? (error.cause ?? error) : error;
      throw token === undefined ? unchained(cause, this.#identity) : refused(cause, token, this.#identity);
    }
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = answer.Credentials ?? {};
    for (const secret of [AccessKeyId, SecretAccessKey, SessionToken]) this.#identity.mask(secret);
    this.#keys = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    this.#endsAt = askedAt + durationSeconds * 1000;
    return this.#keys;
  }

  async #prove(client: STSClient, token: string): Promise<AssumeRoleWithWebIdentityResponse> {
    const { roleArn, sessionName, durationSeconds } = this.#identity;
    const { AssumeRoleWithWebIdentityCommand } = await import('../sdk/web-identity.ts');
    return await call(this.#options, ACTION, () =>
      client.send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: roleArn,
          RoleSessionName: sessionName,
          WebIdentityToken: token,
          DurationSeconds: durationSeconds,
        }),
      ),
    );
  }

  async #chain(client: STSClient): Promise<AssumeRoleResponse> {
    const { externalId, roleArn, sessionName, durationSeconds } = this.#identity;
    const { AssumeRoleCommand } = await import('../sdk/web-identity.ts');
    return await call(this.#options, CHAIN, () =>
      client.send(
        new AssumeRoleCommand({
          RoleArn: roleArn,
          RoleSessionName: sessionName,
          DurationSeconds: durationSeconds,
          ...(externalId === undefined ? {} : { ExternalId: externalId }),
        }),
      ),
    );
  }

  /** GitHub's trouble is an outage like any other for whoever has had credentials already. */
  async #token(ask: () => Promise<string>): Promise<string> {
    try {
      return await ask();
    } catch (error) {
      if (this.#keys === undefined || !(error instanceof CutoverError)) throw error;
      throw new AwsCallError(
        {
          action: ACTION,
          code: 'NoIdentityToken',
          what: error.message,
          fix: error.fix,
          transient: true,
        },
        { cause: error },
      );
    }
  }
}

const ACTION = 'sts:AssumeRoleWithWebIdentity';
const CHAIN = 'sts:AssumeRole';
const LONGER = /exceeds the MaxSessionDuration/;
/** The trust policy refuses, or the account's provider does: both are mended with the token's claims in view. */
const UNTRUSTED = /^(AccessDenied|InvalidIdentityToken|IDPRejectedClaim)(Exception)?$/;

/** Says what the token claims and which trust would match; never the token. */
function refused(error: unknown, token: string, { roleArn, durationSeconds }: RoleIdentity): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const what = `sts:AssumeRoleWithWebIdentity on ${roleArn} failed: ${error.name}: ${error.message.replaceAll(token, '***')}`;
  if (LONGER.test(error.message)) {
    return new ConfigurationError(
      {
        what,
        fix: `Lower role-duration-seconds (${durationSeconds}), which costs nothing as the credentials are renewed, or raise the role's MaxSessionDuration.`,
      },
      { cause: error },
    );
  }
  const claims = readClaims(token);
  if (!UNTRUSTED.test(error.name) || claims === undefined) {
    return new ConfigurationError(
      {
        what,
        fix: 'Check role-to-assume and that sts can be reached from this runner; then run the job again.',
      },
      { cause: error },
    );
  }
  const provider = `the account's OpenID Connect provider ${claims.issuer} with the audience ${claims.audience}`;
  return new ConfigurationError(
    {
      what: `${what} The token of this run says sub "${claims.subject}" and aud "${claims.audience}".`,
      fix: `The role's trust policy must match them, in upper and lower case too (an environment in the job changes sub), and ${provider} must exist. This statement trusts this run: ${JSON.stringify(trustStatement(claims, roleArn))}`,
    },
    { cause: error },
  );
}

/** Why the credentials of the environment may not assume the role. */
function unchained(error: unknown, { roleArn, externalId, durationSeconds }: RoleIdentity): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const secretless = externalId === undefined ? error.message : error.message.replaceAll(externalId, '***');
  const limits = /DurationSeconds exceeds/.test(error.message)
    ? ` Lower role-duration-seconds (${durationSeconds}): a role that a role assumes has an hour at most.`
    : '';
  return new ConfigurationError(
    {
      what: `sts:AssumeRole on ${roleArn} failed: ${error.name}: ${secretless}`,
      fix: `The role's trust policy must allow sts:AssumeRole to the credentials of the environment${externalId === undefined ? '' : ', with the sts:ExternalId that role-external-id gives'}, and their own policy must allow it on the role.${limits}`,
    },
    { cause: error },
  );
}
