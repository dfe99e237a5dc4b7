import type { STSClient } from '@aws-sdk/client-sts';
import type { CredentialValidity } from '@cutover/domain/identity/credential-validity';
import { call } from './client/call.ts';
import type { ClientOptions } from './client/options.ts';

export interface Caller {
  readonly account: string;
  readonly arn: string;
}

/** Identity of the credentials in use. */
export class Identity {
  readonly #options: ClientOptions;
  #client: STSClient | undefined;
  #caller: Promise<Caller> | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Account and ARN of the credentials, asked once; needs no permission. */
  async caller(): Promise<Caller> {
    return await (this.#caller ??= this.#ask());
  }

  /** How long the credentials will do. Asks nobody: the end is known when whoever gave them told it. */
  async validity(): Promise<CredentialValidity> {
    if (typeof this.#options.credentials === 'function') return { kind: 'renewed' };
    const { STSClient } = await import('./sdk/sts.ts');
    const client = (this.#client ??= new STSClient(this.#options));
    try {
      const { expiration } = await client.config.credentials();
      const at = expiration?.getTime();
      return at === undefined || Number.isNaN(at) ? { kind: 'unknown' } : { kind: 'until', at };
    } catch {
      // Whether there are credentials at all is told by the first call.
      return { kind: 'unknown' };
    }
  }

  async #ask(): Promise<Caller> {
    const { GetCallerIdentityCommand, STSClient } = await import('./sdk/sts.ts');
    const client = (this.#client ??= new STSClient(this.#options));
    const { Account = '', Arn = '' } = await call(this.#options, 'sts:GetCallerIdentity', () =>
      client.send(new GetCallerIdentityCommand({})),
    );
    return { account: Account, arn: Arn };
  }
}
