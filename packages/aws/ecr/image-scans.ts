import type {
  DescribeImageScanFindingsResponse,
  ECRClient,
  EnhancedImageScanFinding,
  ImageScanFinding,
} from '@aws-sdk/client-ecr';
import type { Digest } from '@cutover/domain/image/digest';
import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { severityOf, type Vulnerability } from '@cutover/domain/image/vulnerability';
import { call } from '../client/call.ts';
import { once, type ClientOptions } from '../client/options.ts';
import { Pages } from '../client/pages.ts';
import type { RepositoryState } from './images.ts';

/** State of one image's scan, as ECR reports it. */
export type ImageScan =
  | { readonly kind: 'done'; readonly vulnerabilities: readonly Vulnerability[] }
  | { readonly kind: 'pending'; readonly status: string }
  /** There is no scan of this image, and none under way. */
  | { readonly kind: 'absent' }
  /** There will be no findings. */
  | { readonly kind: 'failed'; readonly status: string; readonly reason: string };

/** How a repository's images come to be scanned; `unknown` when the role may not see it. */
export type ScanTrigger = 'push' | 'manual' | 'unknown';

/** Findings of ECR's basic scans and of Inspector's enhanced ones. */
export class ImageScans {
  readonly #options: ClientOptions;
  #client: ECRClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** One look at the findings. An enhanced scan ends in status `ACTIVE`, a basic one in `COMPLETE`. */
  async look(repository: RepositoryState, digest: Digest): Promise<ImageScan> {
    const first = await this.#page(repository, digest);
    if (first === undefined) return { kind: 'absent' };
    const { status, description = '' } = first.imageScanStatus ?? {};
    switch (status) {
      case 'COMPLETE':
      case 'ACTIVE':
        return { kind: 'done', vulnerabilities: await this.#all(repository, digest, first) };
      case 'IN_PROGRESS':
      case 'PENDING':
        return { kind: 'pending', status };
      case undefined:
        return { kind: 'pending', status: 'not told' };
      case 'FAILED':
      case 'FINDINGS_UNAVAILABLE':
      case 'IMAGE_ARCHIVED':
      case 'LIMIT_EXCEEDED':
      case 'SCAN_ELIGIBILITY_EXPIRED':
      case 'UNSUPPORTED_IMAGE':
        return { kind: 'failed', status, reason: description };
      // A status of tomorrow is waited for, as one of today is.
      default:
        return { kind: 'pending', status };
    }
  }

  /** Whether a push to the repository starts a scan, by its own setting or by the registry's. */
  async trigger(repository: RepositoryState): Promise<ScanTrigger> {
    const { client, sdk } = await this.#load();
    try {
      const { scanningConfigurations = [] } = await call(
        this.#options,
        'ecr:BatchGetRepositoryScanningConfiguration',
        () =>
          client.send(
            new sdk.BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: [repository.name] }),
          ),
      );
      const [configuration] = scanningConfigurations;
      if (configuration === undefined) return 'unknown';
      return configuration.scanOnPush === true || configuration.scanFrequency !== 'MANUAL'
        ? 'push'
        : 'manual';
    } catch (error) {
      // It only tells a misconfiguration sooner.
      if (error instanceof ConfigurationError || error instanceof AwsCallError) return 'unknown';
      throw error;
    }
  }

  /** Asks for a basic scan. @returns whether one is under way now; enhanced scans can't be asked for */
  async begin(repository: RepositoryState, digest: Digest): Promise<boolean> {
    const { sdk } = await this.#load();
    // The limit of one scan a day looks like throttling to the SDK, which would repeat the call for half a minute.
    const client = new sdk.ECRClient(once(this.#options));
    try {
      await call(this.#options, 'ecr:StartImageScan', () =>
        client.send(
          new sdk.StartImageScanCommand({
            registryId: repository.account,
            repositoryName: repository.name,
            imageId: { imageDigest: digest },
          }),
        ),
      );
      return true;
    } catch (error) {
      if (error instanceof ConfigurationError) return false;
      if (error instanceof AwsCallError && !error.transient) return error.code === 'LimitExceededException';
      throw error;
    } finally {
      client.destroy();
    }
  }

  async #all(
    repository: RepositoryState,
    digest: Digest,
    first: DescribeImageScanFindingsResponse,
  ): Promise<readonly Vulnerability[]> {
    const found: Vulnerability[] = [];
    const pages = new Pages('ecr:DescribeImageScanFindings');
    for (let page: DescribeImageScanFindingsResponse | undefined = first; page !== undefined;) {
      const { findings = [], enhancedFindings = [] } = page.imageScanFindings ?? {};
      found.push(...findings.map(basic), ...enhancedFindings.filter(isOpen).map(enhanced));
      pages.came(page.nextToken);
      page = pages.more() ? await this.#page(repository, digest, pages.token) : undefined;
    }
    return found;
  }

  /** One page; undefined when there is no scan. */
  async #page(
    repository: RepositoryState,
    digest: Digest,
    nextToken?: string,
  ): Promise<DescribeImageScanFindingsResponse | undefined> {
    const { client, sdk } = await this.#load();
    try {
      return await call(this.#options, 'ecr:DescribeImageScanFindings', () =>
        client.send(
          new sdk.DescribeImageScanFindingsCommand({
            registryId: repository.account,
            repositoryName: repository.name,
            imageId: { imageDigest: digest },
            maxResults: 1000,
            ...(nextToken === undefined ? {} : { nextToken }),
          }),
        ),
      );
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'ScanNotFoundException') return undefined;
      throw error;
    }
  }

  async #load(): Promise<{ client: ECRClient; sdk: typeof import('../sdk/ecr.ts') }> {
    const sdk = await import('../sdk/ecr.ts');
    return { client: (this.#client ??= new sdk.ECRClient(this.#options)), sdk };
  }
}

/** Package and version stand among the attributes of a basic finding; the version that mends it is not told. */
function basic({ name = '', severity = 'UNDEFINED', uri, attributes = [] }: ImageScanFinding): Vulnerability {
  const value = (key: string): string | undefined => attributes.find((one) => one.key === key)?.value;
  const fixed = value('fixed_in_version') ?? value('patched_versions');
  return {
    id: name,
    severity: severityOf(severity),
    packages: packageText(value('package_name'), value('package_version')),
    fixedIn: fixed === undefined ? [] : [fixed],
    ...(uri === undefined ? {} : { url: uri }),
  };
}

/** Inspector keeps findings that it has closed or that a rule suppresses. */
function isOpen({ status }: EnhancedImageScanFinding): boolean {
  return status === undefined || status === 'ACTIVE';
}

function enhanced(finding: EnhancedImageScanFinding): Vulnerability {
  const { vulnerabilityId, vulnerablePackages = [], sourceUrl } = finding.packageVulnerabilityDetails ?? {};
  return {
    id: vulnerabilityId ?? finding.title ?? finding.findingArn ?? 'unnamed',
    severity: severityOf(finding.severity ?? ''),
    packages: vulnerablePackages.flatMap(({ name, version }) => packageText(name, version)),
    fixedIn: vulnerablePackages.flatMap(({ fixedInVersion: fixed }) =>
      // Inspector's word for "not yet".
      fixed === undefined || /^not ?available$/i.test(fixed) ? [] : [fixed],
    ),
    ...(sourceUrl === undefined ? {} : { url: sourceUrl }),
  };
}

function packageText(name: string | undefined, version: string | undefined): readonly string[] {
  if (name === undefined) return [];
  return [version === undefined ? name : `${name} ${version}`];
}
