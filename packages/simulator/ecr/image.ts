import { createHash } from 'node:crypto';
import type { ImageScanFinding, ScanStatus } from '@aws-sdk/client-ecr';

export const INDEX_TYPES: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];
export const MANIFEST_TYPES: readonly string[] = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/** A pushed manifest or index. */
export interface Image {
  readonly digest: string;
  readonly mediaType: string;
  /** The bytes as pushed: the digest is over them. */
  readonly content: string;
  readonly manifest: Manifest;
  readonly pushedAt: Date;
  /** Bytes of config and layers; of the largest child for an index. */
  readonly size: number;
  lastPulledAt: Date | undefined;
  scanStartedAt: Date | undefined;
  /** Findings of a scan; tests set them. */
  findings: readonly ImageScanFinding[];
  /** How a scan ends when it finds nothing out; tests set it. */
  scanStatus?: ScanStatus | undefined;
}

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly urls?: readonly string[];
  readonly platform?: { readonly os?: string; readonly architecture?: string; readonly variant?: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface Manifest {
  readonly schemaVersion: number;
  readonly mediaType?: string;
  readonly artifactType?: string;
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
  readonly manifests?: readonly Descriptor[];
  readonly subject?: Descriptor;
  readonly annotations?: Readonly<Record<string, string>>;
}

export function isIndex(mediaType: string): boolean {
  return INDEX_TYPES.includes(mediaType);
}

export function digestOf(content: string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
