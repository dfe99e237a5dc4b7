import type { StoredImage } from '@cutover/aws/ecr/images';
import type { SummarySection } from '@cutover/domain/outcome';
import type { Vulnerability } from '@cutover/domain/image/vulnerability';
import type { BuildStep } from './build-log.ts';

/** Rows that a summary shows of a long list. */
const MOST_ROWS = 50;

/** Steps on the way to the image; none for an image that was there already. */
export interface Made {
  /** Its source: `docker buildx build of . (target release)`. */
  readonly from: string;
  readonly seconds: number;
  readonly steps: readonly BuildStep[];
  /** How the blobs of a layout came to ECR. */
  readonly blobs?: readonly { readonly bytes: number; readonly how: 'sent' | 'mounted' | 'existed' }[];
  /** JSON for the output `metadata`. */
  readonly metadata?: string;
}

/** An image for one platform. */
export interface PlatformImage {
  readonly platform: string;
  readonly image: StoredImage;
}

/** Facts about how the image was made. */
export function makingFacts({ from, seconds, steps, blobs }: Made): readonly (readonly [string, string])[] {
  const cached = steps.filter((step) => step.cached).length;
  return [
    ['Made from', from],
    ['Time', `${seconds.toFixed(1)} s`],
    ...(steps.length === 0 ? [] : [['From the cache', `${cached} of ${steps.length} steps`] as const]),
    ...(blobs === undefined ? [] : [['Sent', sent(blobs)] as const]),
  ];
}

/** Each step of the build with its time. */
export function stepTable(steps: readonly BuildStep[]): readonly SummarySection[] {
  if (steps.length === 0) return [];
  const rows = steps.map(({ name, cached, seconds }) => [
    name,
    cached ? 'cached' : seconds === undefined ? '' : `${seconds.toFixed(1)} s`,
  ]);
  return [{ kind: 'table', title: 'Build', header: ['Step', 'Time'], rows: cut(rows, ['']) }];
}

/** Each layer with its size, the compressed one that tasks download. */
export function layerTable(images: readonly PlatformImage[]): readonly SummarySection[] {
  const rows = images.flatMap(({ platform, image: { manifest } }) =>
    manifest.kind === 'index'
      ? []
      : manifest.layers.map(({ digest, size }, index) => [
          platform,
          String(index + 1),
          digest.slice('sha256:'.length, 'sha256:'.length + 12),
          formatBytes(size),
        ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Layers',
      header: ['Platform', 'Layer', 'Digest', 'Size'],
      rows: cut(rows, ['', '', '']),
    },
  ];
}

/** Bytes that a task downloads. */
export function imageSize({ manifest }: StoredImage): number | undefined {
  if (manifest.kind === 'index') return undefined;
  return [manifest.config, ...manifest.layers].reduce((sum, { size }) => sum + size, 0);
}

export function vulnerabilityTable(
  title: string,
  vulnerabilities: readonly Vulnerability[],
): readonly SummarySection[] {
  if (vulnerabilities.length === 0) return [];
  const rows = vulnerabilities.map(({ id, severity, packages, fixedIn }) => [
    id,
    severity,
    packages.join(', '),
    fixedIn.length === 0 ? 'not known' : [...new Set(fixedIn)].join(', '),
  ]);
  const header = ['Vulnerability', 'Severity', 'Package', 'Fixed in'];
  return [{ kind: 'table', title, header, rows: cut(rows, ['', '', '']) }];
}

/** `5.2 MB`, decimal as registries count. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const unit = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return `${(bytes / 1000 ** unit).toFixed(unit === 0 ? 0 : 1)} ${units[unit] ?? 'B'}`;
}

function sent(blobs: NonNullable<Made['blobs']>): string {
  const of = (how: string): readonly number[] =>
    blobs.filter((one) => one.how === how).map(({ bytes }) => bytes);
  const total = of('sent').reduce((sum, one) => sum + one, 0);
  return [
    `${of('sent').length} of ${blobs.length} blobs (${formatBytes(total)})`,
    ...(of('existed').length === 0 ? [] : [`${of('existed').length} were there`]),
    ...(of('mounted').length === 0 ? [] : [`${of('mounted').length} taken from other repositories`]),
  ].join(', ');
}

function cut(rows: readonly (readonly string[])[], rest: readonly string[]): readonly (readonly string[])[] {
  if (rows.length <= MOST_ROWS) return rows;
  return [...rows.slice(0, MOST_ROWS), [`… and ${rows.length - MOST_ROWS} more`, ...rest]];
}
