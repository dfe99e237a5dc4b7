import type { StoredImage } from '@cutover/aws/ecr/images';
import { lookedUp } from '@cutover/domain/diagnosis/looked-up';
import type { Finding } from '@cutover/domain/finding';
import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { atLeast } from '@cutover/domain/image/vulnerability';
import { gate } from './gate.ts';
import { imageOutputs, type BuildOutputs } from './image-outputs.ts';
import { artifactFinding, platformFinding } from './proof.ts';
import {
  formatBytes,
  imageSize,
  layerTable,
  makingFacts,
  stepTable,
  vulnerabilityTable,
  type Made,
  type PlatformImage,
} from './report.ts';
import { tagsOf, type Target } from './target.ts';

type Facts = readonly (readonly [name: string, value: string])[];

/** Remaining work on an image that has passed: the facts go into the summary, the sentence into the headline. */
export type Finish = () => Promise<{ readonly facts: Facts; readonly headline?: string }>;

/**
 * The last word about an image that is in ECR: what it runs on, whether that is what was asked for, and what is known to
 * be wrong with it.
 * @param made how it came to be there; absent when it was there before
 */
export async function concludePush(
  target: Target,
  image: StoredImage,
  made?: Made,
  finish: Finish = () => Promise.resolve({ facts: [] }),
): Promise<Outcome<BuildOutputs>> {
  const { images, repository, request, world } = target;
  const existed = made === undefined;
  const tags = tagsOf(request);
  const reference =
    request.tag === undefined ? `${repository.uri}@${image.digest}` : `${repository.uri}:${request.tag}`;
  const artifact = artifactFinding(reference, image);
  const platforms = artifact === undefined ? await images.platforms(repository, image) : [];
  world.progress.report({ type: 'image.pushed', reference, digest: image.digest, existed });
  const outputs = imageOutputs(repository, image, {
    tags,
    platforms,
    existed,
    ...(request.tag === undefined ? {} : { tag: request.tag }),
    ...(made?.metadata === undefined ? {} : { metadata: made.metadata }),
  });
  const about = (more: Facts): SummarySection => ({
    kind: 'facts',
    facts: [
      ['Image', `${repository.uri}@${image.digest}`],
      ...(tags.length === 0 ? [] : [['Tags', tags.join(', ')] as const]),
      ['Platforms', platforms.join(', ')],
      ['Media type', image.mediaType],
      ...(imageSize(image) === undefined ? [] : [['Size', formatBytes(imageSize(image) ?? 0)] as const]),
      ...(made === undefined ? [] : makingFacts(made)),
      ...more,
    ],
  });
  const details: readonly SummarySection[] =
    made === undefined
      ? []
      : [...stepTable(made.steps), ...layerTable(await platformImages(target, image, platforms))];
  const failed = (
    what: string,
    findings: readonly Finding[],
    fix: string,
    tables: readonly SummarySection[] = [],
  ): Outcome<BuildOutputs> => ({
    kind: 'failed',
    what,
    outputs,
    findings,
    fix,
    summary: [about([]), ...tables, ...details],
  });

  if (artifact !== undefined) {
    const next = 'Nothing was deployed. Push a container image under another tag.';
    return failed(`${reference} is no image that a task could run.`, [artifact], next);
  }
  const missing = platformFinding(reference, request.platforms, platforms);
  if (missing !== undefined) {
    const next =
      'Nothing was deployed. The image stays in ECR; push the right one under another tag, or with if-exists: overwrite.';
    return failed(`${reference} does not run on ${request.platforms.join(', ')}.`, [missing], next);
  }
  const scanned = target.gate === undefined ? undefined : await gate(repository, image, target.gate, world);
  const threshold = target.gate?.threshold ?? 'critical';
  switch (scanned?.kind) {
    case 'refused': {
      const { refused } = scanned;
      const finding = lookedUp(
        'image-vulnerable',
        { severity: threshold, count: String(refused.length) },
        {
          evidence: refused
            .slice(0, 5)
            .map(
              ({ id, severity, packages, fixedIn }) =>
                `${id} (${severity}) in ${packages.join(', ') || 'the image'}${fixedIn.length === 0 ? '' : `, fixed in ${[...new Set(fixedIn)].join(', ')}`}`,
            ),
          link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
        },
      );
      const tables = vulnerabilityTable(`Vulnerabilities (${threshold} or worse)`, refused);
      return failed(
        `${reference} has vulnerabilities of severity ${threshold} or worse (${refused.length}).`,
        [finding],
        'Nothing was deployed. The image stays in ECR.',
        tables,
      );
    }
    case 'unscanned': {
      const { what, fix } = scanned;
      const finding: Finding = {
        id: 'image-not-scanned',
        what,
        evidence: [`ecr:DescribeImageScanFindings ${repository.name}@${image.digest}`],
        fix,
        link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-troubleshooting.html',
      };
      return failed(
        `${reference} was not scanned.`,
        [finding],
        'Nothing was deployed. The image stays in ECR.',
      );
    }
    case 'timedOut':
      return {
        kind: 'timedOut',
        what: `ECR had no scan findings for ${reference} in time (${scanned.reason}).`,
        outputs,
        findings: [],
        fix: 'Nothing was deployed. Run the job again: the image is found and only the findings are awaited; raise scan-timeout-minutes if that happens often.',
        summary: [about([]), ...details],
      };
    case 'passed':
    case undefined:
  }
  const vulnerabilities = scanned === undefined ? [] : atLeast(scanned.vulnerabilities, 'undefined');
  const found: Facts =
    scanned === undefined ? [] : [['Vulnerabilities', `none of severity ${threshold} or worse`]];
  const { facts: more, headline } = await finish();
  return {
    kind: existed && more.length === 0 ? 'unchanged' : 'succeeded',
    what:
      headline !== undefined
        ? headline
        : existed
          ? `${reference} is in ECR already (${image.digest}); nothing was built.`
          : `Pushed ${reference} (${image.digest}).`,
    outputs,
    summary: [
      about([...found, ...more]),
      ...vulnerabilityTable('Vulnerabilities', vulnerabilities),
      ...details,
    ],
  };
}

/** The image of each platform, whose layers are to be shown. */
async function platformImages(
  { images, repository }: Target,
  image: StoredImage,
  platforms: readonly string[],
): Promise<readonly PlatformImage[]> {
  const { manifest } = image;
  if (manifest.kind === 'image') return [{ platform: platforms[0] ?? '', image }];
  const entries = manifest.entries.filter(
    ({ attestation, platform }) => !attestation && platform !== undefined,
  );
  const found = await Promise.all(entries.map(({ digest }) => images.find(repository, { digest })));
  return found.flatMap((one, index) =>
    one === undefined ? [] : [{ platform: platforms[index] ?? '', image: one }],
  );
}
