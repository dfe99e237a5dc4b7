import { createHash } from 'node:crypto';
import type { ECRPUBLICClient, Repository } from '@aws-sdk/client-ecr-public';
import { isDigest } from '@cutover/domain/image/digest';
import { AwsCallError } from '@cutover/domain/errors';
import { configPlatform, indexPlatforms } from '@cutover/domain/image/manifest';
import type { RepositoryName } from '@cutover/domain/image/reference';
import { call } from '../client/call.ts';
import type { ClientOptions } from '../client/options.ts';
import { storedManifest } from '../registry/manifest.ts';
import { missingRepository } from './image-refusals.ts';
import { readToken, type ImageSelector, type RepositoryState, type StoredImage } from './images.ts';
import type { RegistryLogin } from '../registry/login.ts';
import type { Layout } from '../registry/layout.ts';
import type { PushOptions, PushReport } from '../registry/push.ts';

/** The API of ECR Public answers in this region alone. */
const REGION = 'us-east-1';

/**
 * Images in ECR Public. Its API shows no manifests: they are read from the registry itself, with the token as a bearer.
 */
export class PublicImages {
  readonly #options: ClientOptions;
  #client: ECRPUBLICClient | undefined;
  #login: RegistryLogin | undefined;

  constructor(options: ClientOptions) {
    this.#options = { ...options, region: REGION };
  }

  /** The repository of this name in the account's public registry, or undefined. */
  async repository({ name }: RepositoryName): Promise<RepositoryState | undefined> {
    const { client, sdk } = await this.#load();
    try {
      const { repositories = [] } = await call(this.#options, 'ecr-public:DescribeRepositories', () =>
        client.send(new sdk.DescribeRepositoriesCommand({ repositoryNames: [name] })),
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
    if (found === undefined) throw missingRepository(repository.name, REGION);
    return found;
  }

  /** Creates a repository; takes one that just came to be. Public repositories have no settings of ours. */
  async createRepository(name: RepositoryName): Promise<RepositoryState> {
    const { client, sdk } = await this.#load();
    try {
      const { repository = {} } = await call(this.#options, 'ecr-public:CreateRepository', () =>
        client.send(new sdk.CreateRepositoryCommand({ repositoryName: name.name })),
      );
      return repositoryState(repository);
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'RepositoryAlreadyExistsException')
        return await this.requireRepository(name);
      throw error;
    }
  }

  /** The image that a tag or digest stands for; undefined when the repository has none. */
  async find(repository: RepositoryState, image: ImageSelector): Promise<StoredImage | undefined> {
    const registry = await this.#registry(repository);
    const found = await registry.manifest('tag' in image ? image.tag : image.digest);
    if (found === undefined) return undefined;
    const manifest = storedManifest('registry GET manifest', repository.name, found.text, found.mediaType);
    const digest = `sha256:${createHash('sha256').update(found.text).digest('hex')}`;
    if (!isDigest(digest)) throw new TypeError(`${digest} is no digest`);
    return { digest, mediaType: manifest.mediaType, text: found.text, manifest };
  }

  /** `linux/amd64` for each platform that the image runs on; attestations left out. */
  async platforms(repository: RepositoryState, { manifest }: StoredImage): Promise<readonly string[]> {
    if (manifest.kind === 'index') return indexPlatforms(manifest.entries);
    const registry = await this.#registry(repository);
    return [configPlatform(await registry.blobText(manifest.config.digest))];
  }

  /** Gives an image that is there one more tag. */
  async tag(repository: RepositoryState, image: StoredImage, tag: string): Promise<void> {
    const registry = await this.#registry(repository);
    const descriptor = { ...image, size: Buffer.byteLength(image.text) };
    await registry.putManifest(descriptor, image.text, tag);
  }

  /** A login for the public registry; 12 hours long. */
  async login(): Promise<RegistryLogin> {
    if (this.#login !== undefined) return this.#login;
    const { client, sdk } = await this.#load();
    const { authorizationData: data } = await call(this.#options, 'ecr-public:GetAuthorizationToken', () =>
      client.send(new sdk.GetAuthorizationTokenCommand({})),
    );
    const bearer = data?.authorizationToken ?? '';
    this.#login = { ...readToken(bearer), host: 'public.ecr.aws', bearer };
    return this.#login;
  }

  /** Reads an OCI layout on disk; makes no call. @throws ConfigurationError naming what is wrong with the layout */
  async openLayout(path: string, tag: string): Promise<Layout> {
    const { Layout } = await import('../registry/layout.ts');
    return await Layout.open(path, tag);
  }

  /** Sends a layout's image to the registry, tags last; see {@link PushOptions}. */
  async pushLayout(layout: Layout, options: PushOptions): Promise<PushReport> {
    const { pushLayout } = await import('../registry/push.ts');
    return await pushLayout(layout, { ...options, proxy: this.#options.connection.proxy });
  }

  async #registry(repository: RepositoryState) {
    const { Registry } = await import('../registry/registry.ts');
    return new Registry(repository.uri, await this.login(), this.#options.connection);
  }

  async #load(): Promise<{ client: ECRPUBLICClient; sdk: typeof import('../sdk/ecr-public.ts') }> {
    const sdk = await import('../sdk/ecr-public.ts');
    return { client: (this.#client ??= new sdk.ECRPUBLICClient(this.#options)), sdk };
  }
}

function repositoryState({
  repositoryName,
  repositoryArn,
  repositoryUri = '',
  registryId,
}: Repository): RepositoryState {
  return {
    name: repositoryName ?? '',
    arn: repositoryArn ?? '',
    uri: repositoryUri,
    registry: repositoryUri.slice(0, repositoryUri.indexOf('/')),
    account: registryId ?? '',
    mutability: 'MUTABLE',
    exclusions: [],
  };
}
