import type { ImageScan } from '@cutover/aws/ecr/image-scans';
import type { RepositoryState, StoredImage } from '@cutover/aws/ecr/images';
import type { Digest } from '@cutover/domain/image/digest';
import { ConfigurationError } from '@cutover/domain/errors';
import { wait, type Verdict } from '@cutover/domain/wait';
import { atLeast, type Severity, type Vulnerability } from '@cutover/domain/image/vulnerability';
import type { World } from '../world.ts';
import type { Trouble } from '@cutover/domain/trouble';

/** Longest time until a scan that a push starts becomes visible. */
const APPEARS_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 5000;
/** Basic scans of small images take seconds: the first looks follow one another sooner. */
const SOONER = 4;

export type GateResult =
  | { readonly kind: 'passed'; readonly vulnerabilities: readonly Vulnerability[] }
  | {
      readonly kind: 'refused';
      readonly vulnerabilities: readonly Vulnerability[];
      /** Those that are at least as bad as what was to be refused. */
      readonly refused: readonly Vulnerability[];
    }
  | ({ readonly kind: 'unscanned' } & Trouble)
  | { readonly kind: 'timedOut'; readonly reason: string };

/**
 * Waits for what ECR finds in the image and judges it. Of an index each image is scanned, and all count.
 * @throws ConfigurationError when nothing scans the repository's images
 */
export async function gate(
  repository: RepositoryState,
  image: StoredImage,
  { threshold, minutes }: { readonly threshold: Severity; readonly minutes: number },
  world: World,
): Promise<GateResult> {
  const deadline = world.clock.now() + minutes * 60_000;
  const found: Vulnerability[] = [];
  for (const digest of scannedDigests(image)) {
    const result = await awaitScan(repository, digest, deadline, world);
    if (result.kind !== 'done') return result;
    found.push(...result.vulnerabilities);
  }
  const vulnerabilities = merged(found);
  const refused = atLeast(vulnerabilities, threshold);
  return refused.length === 0
    ? { kind: 'passed', vulnerabilities }
    : { kind: 'refused', vulnerabilities, refused };
}

/** An index is not scanned itself, and an attestation is no image. */
function scannedDigests({ digest, manifest }: StoredImage): readonly Digest[] {
  if (manifest.kind === 'image') return [digest];
  return manifest.entries.filter(({ attestation }) => !attestation).map((entry) => entry.digest);
}

type Scanned = Extract<ImageScan, { kind: 'done' }> | Extract<GateResult, { kind: 'unscanned' | 'timedOut' }>;

async function awaitScan(
  repository: RepositoryState,
  digest: Digest,
  deadline: number,
  world: World,
): Promise<Scanned> {
  const { clock, progress, signal } = world;
  const scans = world.aws.imageScans;
  const started = clock.now();
  let asked = false;
  const delay = (): number => Math.max(500, (clock.now() - started) / SOONER);
  const probe = async (): Promise<Verdict<Scanned>> => {
    const scan = await scans.look(repository, digest);
    switch (scan.kind) {
      case 'done':
        return { state: 'done', value: scan };
      case 'failed':
        return { state: 'done', value: { kind: 'unscanned', ...explain(scan.status, scan.reason) } };
      case 'pending':
        return { state: 'pending', reason: `the scan is ${scan.status}`, delayMs: delay() };
      case 'absent':
    }
    const pending = { state: 'pending', reason: 'no scan has begun', delayMs: delay() } as const;
    if (asked) return pending;
    const trigger = await scans.trigger(repository);
    if (trigger !== 'manual' && clock.now() - started < Math.min(APPEARS_WITHIN_MS, deadline - started))
      return pending;
    const begun = await scans.begin(repository, digest);
    asked = true;
    if (begun) return pending;
    if (trigger === 'push') return pending;
    throw notEnabled(repository.name);
  };
  const result = await wait(probe, {
    clock,
    signal,
    deadline,
    intervalMs: LOOK_EVERY_MS,
    onPending: (_reason, waitedMs) => {
      progress.report({
        type: 'still.waiting',
        what: `the scan of ${digest}`,
        seconds: waitedMs / 1000,
        budgetSeconds: (deadline - started) / 1000,
      });
    },
  });
  return result.kind === 'done' ? result.value : { kind: 'timedOut', reason: result.reason };
}

function notEnabled(repository: string): ConfigurationError {
  return new ConfigurationError({
    what: `Input fail-on-severity: scanning is not enabled for repository ${repository}, so that nothing is known of the image.`,
    fix: `Turn it on: aws ecr put-image-scanning-configuration --repository-name ${repository} --image-scanning-configuration scanOnPush=true (or set a rule for the registry), allow the role ecr:StartImageScan, or remove fail-on-severity.`,
  });
}

/** Why there are no findings, by the status that ECR gives (ScanStatus of the ECR API). */
function explain(status: string, reason: string): Trouble {
  const said = reason === '' ? status : `${status}: ${reason}`;
  switch (status) {
    case 'UNSUPPORTED_IMAGE':
      return {
        what: `ECR can’t scan this image (${said}). Images without a known operating system, such as those from scratch, are beyond basic scans.`,
        fix: 'Use a base image that ECR knows, or enhanced scanning, or remove fail-on-severity for this image.',
      };
    case 'SCAN_ELIGIBILITY_EXPIRED':
      return {
        what: `The image is too old for enhanced scanning (${said}).`,
        fix: 'Build it anew, or lengthen the re-scan duration of Amazon Inspector.',
      };
    case 'LIMIT_EXCEEDED':
      return {
        what: `The account has used up its scans (${said}).`,
        fix: 'Run the job again later; basic scanning has a quota for each day.',
      };
    case 'IMAGE_ARCHIVED':
      return { what: `The image is archived (${said}).`, fix: 'Restore it, or build it anew.' };
    default:
      return {
        what: `The scan came to no result (${said}).`,
        fix: 'Look at the image in the ECR console, and run the job again.',
      };
  }
}

/** One row for each vulnerability and set of packages, however many platforms have it. */
function merged(all: readonly Vulnerability[]): readonly Vulnerability[] {
  return [...new Map(all.map((one) => [`${one.id} ${one.packages.join()}`, one])).values()];
}
