import type { ECRClient, ImageIdentifier, Repository } from '@aws-sdk/client-ecr';
import { isDigest, type Digest } from '@cutover/domain/image/digest';
import { AwsCallError, CutoverError } from '@cutover/domain/errors';
import {
  configPlatform,
  IMAGE_TYPES,
  INDEX_TYPES,
  indexPlatforms,
  type ImageManifest,
} from '@cutover/domain/image/manifest';
import type { RepositoryName } from '@cutover/domain/image/reference';
import { call } from '../client/call.ts';
import type { ClientOptions } from '../client/options.ts';
import { storedManifest } from '../registry/manifest.ts';
import { Pages } from '../client/pages.ts';
import { download } from '../client/download.ts';
import { immutableTag, missingRepository } from './image-refusals.ts';
import type { Layout } from '../registry/layout.ts';
import type { RegistryLogin } from '../registry/login.ts';
import type { PushOptions, PushReport } from '../registry/push.ts';

/** An ECR repository as it is now. */
export interface RepositoryState {
  readonly name: string;
  readonly arn: string;
  /** `123456789012.dkr.ecr.us-east-1.amazonaws.com/name` */
  readonly uri: string;
  /** The host in `uri`. */
  readonly registry: string;
  readonly account: string;
  /** `IMMUTABLE`, `MUTABLE` and the two with exclusions. */
  readonly mutability: string;
  /** Filters of the tags to which the opposite applies. */
  readonly exclusions: readonly string[];
}

/** Settings of a repository that is created. */
export interface RepositorySettings {
  /** Tags that may be moved although the others can't; `*` stands for any characters. */
  readonly movableTags: readonly string[];
  /** JSON; see PutLifecyclePolicy. */
  readonly lifecyclePolicy: string;
}

/** Identity of a repository in calls; an empty account is the caller's own. */
export type RepositoryKey = Pick<RepositoryState, 'name' | 'account'>;

/** An image as the registry holds it. */
export interface StoredImage {
  readonly digest: Digest;
  readonly mediaType: string;
  /** The manifest word for word; its SHA-256 is the digest. */
  readonly text: string;
  readonly manifest: ImageManifest;
}

/** Which image of a repository. */
export type ImageSelector = { readonly tag: string } | { readonly digest: Digest };

/** Images in ECR. */
export class Images {
  readonly #options: ClientOptions;
  #client: ECRClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** The registries of another region. */
  in(region: string): Images {
    return new Images({ ...this.#options, region });
  }

  /** The repository, or undefined when the registry has none of this name. */
  async repository({ name, account }: RepositoryName): Promise<RepositoryState | undefined> {
    const { client, sdk } = await this.#load();
    try {
      const { repositories = [] } = await call(this.#options, 'ecr:DescribeRepositories', () =>
        client.send(new sdk.DescribeRepositoriesCommand({ repositoryNames: [name], ...registryId(account) })),
      );
      return repositories[0] === undefined ? undefined : repositoryState(repositories[0]);
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'RepositoryNotFoundException') return undefined;
      throw error;
    }
  }

  /** @throws ConfigurationError when there is no such repository */
  async requireRepository(repository: RepositoryName): Promise<RepositoryState> {
    const found = await this.repository(repository);
    if (found === undefined) throw missingRepository(repository.name, this.#options.region);
    return found;
  }

  /**
   * The repository's URI, without tag.
   * @throws ConfigurationError when there is no such repository
   */
  async repositoryUri(name: string): Promise<string> {
    return (await this.requireRepository({ name })).uri;
  }

  /**
   * Creates a repository whose tags stay, whose images are scanned when pushed and encrypted; takes one that just came to
   * be. Its rules of expiry are set by a call of their own, which is repeated harmlessly.
   * @param warn told when the rules could not be set, which leaves the repository usable
   */
  async createRepository(
    name: RepositoryName,
    settings: RepositorySettings,
    warn: (error: CutoverError) => void,
  ): Promise<RepositoryState> {
    const { client, sdk } = await this.#load();
    const create = async (): Promise<RepositoryState> => {
      const { repository = {} } = await call(this.#options, 'ecr:CreateRepository', () =>
        client.send(
          new sdk.CreateRepositoryCommand({
            repositoryName: name.name,
            ...registryId(name.account),
            imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
            imageTagMutabilityExclusionFilters: settings.movableTags.map((filter) => ({
              filterType: 'WILDCARD',
              filter,
            })),
            imageScanningConfiguration: { scanOnPush: true },
            encryptionConfiguration: { encryptionType: 'AES256' },
          }),
        ),
      );
      return repositoryState(repository);
    };
    const created = await create().catch(async (error: unknown) => {
      if (error instanceof AwsCallError && error.code === 'RepositoryAlreadyExistsException')
        return await this.requireRepository(name);
      throw error;
    });
    await call(this.#options, 'ecr:PutLifecyclePolicy', () =>
      client.send(
        new sdk.PutLifecyclePolicyCommand({
          repositoryName: created.name,
          ...registryId(created.account),
          lifecyclePolicyText: settings.lifecyclePolicy,
        }),
      ),
    ).catch((error: unknown) => {
      if (!(error instanceof CutoverError)) throw error;
      warn(error);
    });
    return created;
  }

  /** Whether the registry of the credentials has any repository. */
  async hasRepositories(): Promise<boolean> {
    const { client, sdk } = await this.#load();
    const { repositories = [] } = await call(this.#options, 'ecr:DescribeRepositories', () =>
      client.send(new sdk.DescribeRepositoriesCommand({ maxResults: 1 })),
    );
    return repositories.length > 0;
  }

  /** The image that a tag or digest stands for, its manifest included; undefined when the repository has none. */
  async find(repository: RepositoryKey, image: ImageSelector): Promise<StoredImage | undefined> {
    const { client, sdk } = await this.#load();
    const { images = [], failures = [] } = await call(this.#options, 'ecr:BatchGetImage', () =>
      client.send(
        new sdk.BatchGetImageCommand({
          repositoryName: repository.name,
          ...registryId(repository.account),
          imageIds: [identifier(image)],
          // Without them ECR may convert the manifest, and its digest would be another one.
          acceptedMediaTypes: [...INDEX_TYPES, ...IMAGE_TYPES],
        }),
      ),
    );
    const found = images[0];
    if (found?.imageManifest !== undefined) {
      const digest = found.imageId?.imageDigest ?? '';
      if (!isDigest(digest)) throw new TypeError(`ECR gave ${JSON.stringify(digest)} as an image's digest`);
      const manifest = storedManifest(
        'ecr:BatchGetImage',
        repository.name,
        found.imageManifest,
        found.imageManifestMediaType,
      );
      return { digest, mediaType: manifest.mediaType, text: found.imageManifest, manifest };
    }
    const failure = failures[0];
    if (failure === undefined || failure.failureCode === 'ImageNotFound') return undefined;
    throw new AwsCallError({
      action: 'ecr:BatchGetImage',
      code: failure.failureCode ?? 'Unknown',
      what: failure.failureReason ?? 'ECR gave no reason',
      fix: `Look at ${JSON.stringify(image)} in repository ${repository.name}.`,
    });
  }

  /** The text of the repository's lifecycle policy; undefined when it has none. */
  async lifecyclePolicy(repository: RepositoryKey): Promise<string | undefined> {
    const { client, sdk } = await this.#load();
    try {
      const { lifecyclePolicyText } = await call(this.#options, 'ecr:GetLifecyclePolicy', () =>
        client.send(
          new sdk.GetLifecyclePolicyCommand({
            repositoryName: repository.name,
            ...registryId(repository.account),
          }),
        ),
      );
      return lifecyclePolicyText;
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'LifecyclePolicyNotFoundException')
        return undefined;
      throw error;
    }
  }

  /** Prefixes of repositories that ECR fills from other registries when an image is pulled; `ROOT` stands for all. */
  async cachePrefixes(account: string): Promise<readonly string[]> {
    const { client, sdk } = await this.#load();
    const prefixes: string[] = [];
    const pages = new Pages('ecr:DescribePullThroughCacheRules');
    do {
      const page = await call(this.#options, 'ecr:DescribePullThroughCacheRules', () =>
        client.send(
          new sdk.DescribePullThroughCacheRulesCommand({
            ...registryId(account),
            ...(pages.token === undefined ? {} : { nextToken: pages.token }),
          }),
        ),
      );
      prefixes.push(...(page.pullThroughCacheRules ?? []).map((rule) => rule.ecrRepositoryPrefix ?? ''));
      pages.came(page.nextToken);
    } while (pages.more());
    return prefixes;
  }

  /** `linux/amd64` for each platform that the image runs on; attestations left out. */
  async platforms(repository: RepositoryKey, image: StoredImage): Promise<readonly string[]> {
    const { manifest } = image;
    if (manifest.kind === 'index') return indexPlatforms(manifest.entries);
    const { client, sdk } = await this.#load();
    const { downloadUrl } = await call(this.#options, 'ecr:GetDownloadUrlForLayer', () =>
      client.send(
        new sdk.GetDownloadUrlForLayerCommand({
          repositoryName: repository.name,
          ...registryId(repository.account),
          layerDigest: manifest.config.digest,
        }),
      ),
    );
    return [
      configPlatform(
        await download(this.#options.connection, 'ecr:GetDownloadUrlForLayer', downloadUrl ?? ''),
      ),
    ];
  }

  /** Gives an image that is there one more tag. Harmless when it has the tag already. */
  async tag(repository: RepositoryState, image: StoredImage, tag: string): Promise<void> {
    const { client, sdk } = await this.#load();
    try {
      await call(this.#options, 'ecr:PutImage', () =>
        client.send(
          new sdk.PutImageCommand({
            repositoryName: repository.name,
            ...registryId(repository.account),
            imageManifest: image.text,
            imageManifestMediaType: image.mediaType,
            imageTag: tag,
          }),
        ),
      );
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'ImageAlreadyExistsException') return;
      if (error instanceof AwsCallError && error.code === 'ImageTagAlreadyExistsException')
        throw immutableTag(repository.name, tag, error);
      throw error;
    }
  }

  /** A login for every repository of the registry that the credentials may use; 12 hours long. */
  async login(account?: string): Promise<RegistryLogin> {
    const { client, sdk } = await this.#load();
    const { authorizationData = [] } = await call(this.#options, 'ecr:GetAuthorizationToken', () =>
      client.send(
        new sdk.GetAuthorizationTokenCommand(account === undefined ? {} : { registryIds: [account] }),
      ),
    );
    const [data] = authorizationData;
    return {
      ...readToken(data?.authorizationToken ?? ''),
      // With a scheme, which no image's name has.
      host: (data?.proxyEndpoint ?? '').replace(/^https?:\/\//, ''),
    };
  }

  /**
   * Reads an OCI layout on disk; makes no call.
   * @param path directory or uncompressed tar archive, absolute
   * @param tag which image is meant when there are several
   * @throws ConfigurationError naming what is wrong with the layout
   */
  async openLayout(path: string, tag: string): Promise<Layout> {
    const { Layout } = await import('../registry/layout.ts');
    return await Layout.open(path, tag);
  }

  /** Sends a layout's image to the registry, tags last; see {@link PushOptions}. */
  async pushLayout(layout: Layout, options: PushOptions): Promise<PushReport> {
    const { pushLayout } = await import('../registry/push.ts');
    return await pushLayout(layout, { ...options, proxy: this.#options.connection.proxy });
  }

  async #load(): Promise<{ client: ECRClient; sdk: typeof import('../sdk/ecr.ts') }> {
    const sdk = await import('../sdk/ecr.ts');
    return { client: (this.#client ??= new sdk.ECRClient(this.#options)), sdk };
  }
}

function registryId(account: string | undefined): { registryId?: string } {
  return account === undefined || account === '' ? {} : { registryId: account };
}

function identifier(image: ImageSelector): ImageIdentifier {
  return 'tag' in image ? { imageTag: image.tag } : { imageDigest: image.digest };
}

function repositoryState(repository: Repository): RepositoryState {
  const uri = repository.repositoryUri ?? '';
  return {
    name: repository.repositoryName ?? '',
    arn: repository.repositoryArn ?? '',
    uri,
    registry: uri.slice(0, uri.indexOf('/')),
    account: repository.registryId ?? '',
    mutability: repository.imageTagMutability ?? 'MUTABLE',
    exclusions: (repository.imageTagMutabilityExclusionFilters ?? []).map(({ filter = '' }) => filter),
  };
}

/** User and password from Base64 of both with a colon between them. */
export function readToken(token: string): { username: string; password: string } {
  const text = Buffer.from(token, 'base64').toString();
  const colon = text.indexOf(':');
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
