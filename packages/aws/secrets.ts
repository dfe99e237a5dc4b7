import type { DescribeSecretCommandOutput, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { AccessDeniedError, AwsCallError } from '@cutover/domain/errors';
import { parseSecretReference, type SecretReference } from '@cutover/domain/secret-reference';
import { call } from './client/call.ts';
import type { ClientOptions } from './client/options.ts';
import { Pages } from './client/pages.ts';

/** Result of a look for a secret or parameter. Its value is never read. */
export interface SecretLook {
  readonly reference: SecretReference;
  readonly state: 'found' | 'missing' | 'deleted' | 'refused';
  /** The secret's whole ARN, also where `valueFrom` leaves its last six characters out. */
  readonly arn?: string;
  /** The key of its own with which it is encrypted; absent for AWS's own key. */
  readonly kmsKey?: string;
  /** With `refused`: who may not look. */
  readonly refusal?: AccessDeniedError;
}

/** As many names as one filter of DescribeParameters takes. */
const NAMES = 50;

/** Secrets of Secrets Manager and parameters of Systems Manager: whether they are there. */
export class Secrets {
  readonly #options: ClientOptions;
  readonly #secrets = new Map<string, SecretsManagerClient>();
  readonly #parameters = new Map<string, SSMClient>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * Looks for everything that the `valueFrom`s name, in the Regions that they name: one call a secret, one call for the
   * parameters of a Region. The order is that of what was given, each once.
   * @throws AwsCallError when AWS fails; a refusal is a result
   */
  async look(valuesFrom: readonly string[]): Promise<readonly SecretLook[]> {
    const references = [...new Set(valuesFrom)].map(parseSecretReference);
    const regions = new Map<string, SecretReference[]>();
    for (const one of references.filter(({ kind }) => kind === 'parameter')) {
      const region = one.region ?? this.#options.region;
      regions.set(region, [...(regions.get(region) ?? []), one]);
    }
    const [secrets, parameters] = await Promise.all([
      Promise.all(references.filter(({ kind }) => kind === 'secret').map((one) => this.#secret(one))),
      Promise.all([...regions].map(([region, ones]) => this.#parametersOf(region, ones))),
    ]);
    const found = new Map([...secrets, ...parameters.flat()].map((one) => [one.reference.valueFrom, one]));
    return references.flatMap(({ valueFrom }) => found.get(valueFrom) ?? []);
  }

  /** The ARN of the secret that a name stands for; undefined when Secrets Manager has none. */
  async arnOf(name: string): Promise<string | undefined> {
    try {
      return (await this.#describe(name, this.#options.region)).ARN;
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'ResourceNotFoundException') return undefined;
      throw error;
    }
  }

  async #describe(id: string, region: string): Promise<DescribeSecretCommandOutput> {
    const { DescribeSecretCommand, SecretsManagerClient } = await import('./sdk/secrets.ts');
    const client = this.#secrets.get(region) ?? new SecretsManagerClient({ ...this.#options, region });
    this.#secrets.set(region, client);
    return await call(this.#options, 'secretsmanager:DescribeSecret', () =>
      client.send(new DescribeSecretCommand({ SecretId: id })),
    );
  }

  async #secret(reference: SecretReference): Promise<SecretLook> {
    try {
      const { ARN, DeletedDate, KmsKeyId } = await this.#describe(
        reference.names[0] ?? '',
        reference.region ?? this.#options.region,
      );
      return {
        reference,
        state: DeletedDate === undefined ? 'found' : 'deleted',
        ...(ARN === undefined ? {} : { arn: ARN }),
        ...ownKey(KmsKeyId, 'alias/aws/secretsmanager'),
      };
    } catch (error) {
      return failed(reference, error);
    }
  }

  async #parametersOf(
    region: string,
    references: readonly SecretReference[],
  ): Promise<readonly SecretLook[]> {
    const { DescribeParametersCommand, SSMClient } = await import('./sdk/parameters.ts');
    const client = this.#parameters.get(region) ?? new SSMClient({ ...this.#options, region });
    this.#parameters.set(region, client);
    const names = [...new Set(references.flatMap((one) => one.names))];
    const known = new Map<string, string | undefined>();
    try {
      for (let from = 0; from < names.length; from += NAMES) {
        const pages = new Pages('ssm:DescribeParameters');
        do {
          const page = await call(this.#options, 'ssm:DescribeParameters', () =>
            client.send(
              new DescribeParametersCommand({
                ParameterFilters: [
                  { Key: 'Name', Option: 'Equals', Values: names.slice(from, from + NAMES) },
                ],
                MaxResults: NAMES,
                ...(pages.token === undefined ? {} : { NextToken: pages.token }),
              }),
            ),
          );
          for (const { KeyId, Name = '' } of page.Parameters ?? []) known.set(Name, KeyId);
          pages.came(page.NextToken);
        } while (pages.more());
      }
    } catch (error) {
      return references.map((reference) => failed(reference, error));
    }
    return references.map((reference) => {
      const name = reference.names.find((one) => known.has(one));
      return name === undefined
        ? { reference, state: 'missing' as const }
        : { reference, state: 'found' as const, ...ownKey(known.get(name), 'alias/aws/ssm') };
    });
  }
}

function failed(reference: SecretReference, error: unknown): SecretLook {
  if (error instanceof AccessDeniedError) return { reference, state: 'refused', refusal: error };
  if (error instanceof AwsCallError && error.code === 'ResourceNotFoundException')
    return { reference, state: 'missing' };
  throw error;
}

function ownKey(key: string | undefined, aws: string): { readonly kmsKey?: string } {
  return key === undefined || key === '' || key === aws ? {} : { kmsKey: key };
}
