import type { Attribute, FindingSeverity, ImageScanFinding } from '@aws-sdk/client-ecr';
import { ApiError } from '../kernel/api-error.ts';
import { check, known, members, show } from '../kernel/fault-form.ts';
import type { Controls } from '../kernel/service.ts';
import { isIndex } from './image.ts';
import { requireImage } from './images.ts';
import type { Registry } from './registry.ts';

const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL', 'UNDEFINED'];
/** How a scan may end without findings. */
const STATUSES = [
  'FAILED',
  'UNSUPPORTED_IMAGE',
  'SCAN_ELIGIBILITY_EXPIRED',
  'FINDINGS_UNAVAILABLE',
  'LIMIT_EXCEEDED',
  'IMAGE_ARCHIVED',
] as const;
const FINDING = ['name', 'severity', 'uri', 'description', 'attributes'];

/** Control for tests: the findings of an image's scan. */
export function findingControls(registry: Registry): Controls {
  return {
    'POST /_simulator/findings': (input) => {
      const body = members(input, 'the body');
      known(body, ['repository', 'digest', 'tag', 'findings', 'status'], 'the body', '');
      const { repository: name, digest, tag, findings = [], status } = body;
      const image = one({ name, digest, tag }, registry);
      if (!Array.isArray(findings)) {
        throw new ApiError('InvalidParameterException', `findings must be a list, not ${show(findings)}`);
      }
      image.findings = findings.map((finding: unknown, index) => readFinding(finding, `findings[${index}]`));
      check(
        status === undefined || STATUSES.some((one) => one === status),
        `status must be one of ${STATUSES.join(', ')}, not ${show(status)}`,
      );
      image.scanStatus = STATUSES.find((one) => one === status);
      return { digest: image.digest, findingSeverityCounts: severityCounts(image.findings) };
    },
  };
}

/** How many findings there are of each severity that occurs. */
export function severityCounts(
  findings: readonly ImageScanFinding[],
): Partial<Record<FindingSeverity, number>> {
  const counts: Partial<Record<FindingSeverity, number>> = {};
  for (const { severity = 'UNDEFINED' } of findings) counts[severity] = (counts[severity] ?? 0) + 1;
  return counts;
}

function one({ name, digest, tag }: Readonly<Record<string, unknown>>, registry: Registry) {
  check(typeof name === 'string', `repository must be a repository's name, not ${show(name)}`);
  const [reference, member] = digest === undefined ? [tag, 'tag'] : [digest, 'digest'];
  check(digest === undefined || tag === undefined, 'give digest or tag of the image, not both');
  check(typeof reference === 'string', `${member} must name an image, not ${show(reference)}`);
  const repository = registry.repository(String(name));
  const id = member === 'tag' ? { imageTag: String(reference) } : { imageDigest: String(reference) };
  const image = requireImage(registry, repository, id);
  const images = image.manifest.manifests?.map((child) => child.digest).join(', ') ?? '';
  check(
    !isIndex(image.mediaType),
    `${member} ${show(reference)} is an image index, which is not scanned: give the digest of one of its images (${images})`,
  );
  return image;
}

function readFinding(value: unknown, where: string): ImageScanFinding {
  const finding = members(value, where);
  known(finding, FINDING, 'a finding', where);
  const { name, severity, attributes } = finding;
  check(
    typeof name === 'string' && name !== '',
    `${where}.name must be text such as CVE-2026-0001, not ${show(name)}`,
  );
  check(
    SEVERITIES.includes(String(severity)),
    `${where}.severity must be one of ${SEVERITIES.join(', ')}, not ${show(severity)}`,
  );
  for (const member of ['uri', 'description']) {
    const text = finding[member];
    check(
      text === undefined || typeof text === 'string',
      `${where}.${member} must be text, not ${show(text)}`,
    );
  }
  check(
    attributes === undefined || (Array.isArray(attributes) && attributes.every(isAttribute)),
    `${where}.attributes must be a list of { "key", "value" } with texts, not ${show(attributes)}`,
  );
  return finding;
}

function isAttribute(value: unknown): value is Attribute {
  if (typeof value !== 'object' || value === null) return false;
  const { key, value: text, ...others } = value as Record<string, unknown>;
  return (
    typeof key === 'string' &&
    (text === undefined || typeof text === 'string') &&
    Object.keys(others).length === 0
  );
}
