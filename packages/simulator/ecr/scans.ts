import type {
  DescribeImageScanFindingsRequest,
  DescribeImageScanFindingsResponse,
  ImageIdentifier,
  StartImageScanRequest,
  StartImageScanResponse,
} from '@aws-sdk/client-ecr';
import { ApiError } from '../kernel/api-error.ts';
import { enhancedFinding } from './enhanced-finding.ts';
import { severityCounts } from './findings.ts';
import { isIndex, type Image } from './image.ts';
import { requireImage } from './images.ts';
import { page } from './page.ts';
import type { Registry } from './registry.ts';

/** AWS names no duration; basic scans of small images take seconds (assumption). */
const SCAN_MS = 10_000;
const DAY_MS = 24 * 3600 * 1000;

/** Basic and enhanced scanning: both find what was set for the image, and say so once the scan is over. */
export function scanOperations(registry: Registry) {
  const status = (image: Image): 'IN_PROGRESS' | 'COMPLETE' =>
    registry.sim.clock.now() - (image.scanStartedAt?.getTime() ?? 0) < SCAN_MS ? 'IN_PROGRESS' : 'COMPLETE';
  const identify = (image: Image, id: ImageIdentifier | undefined): ImageIdentifier => ({
    ...id,
    imageDigest: image.digest,
  });

  return {
    StartImageScan: (input: StartImageScanRequest): StartImageScanResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const image = requireImage(registry, repository, input.imageId);
      if (isIndex(image.mediaType)) {
        throw new ApiError(
          'UnsupportedImageTypeException',
          `The image manifest type '${image.mediaType}' is not supported for scanning`,
        );
      }
      if (registry.scanning.scanType === 'ENHANCED') {
        throw new ApiError(
          'ValidationException',
          'This feature is disabled for this account: enhanced scanning starts scans by itself',
        );
      }
      const now = registry.sim.clock.date();
      if (image.scanStartedAt !== undefined && now.getTime() - image.scanStartedAt.getTime() < DAY_MS) {
        throw new ApiError(
          'LimitExceededException',
          'The scan quota per image has been exceeded. Wait and try again.',
        );
      }
      image.scanStartedAt = now;
      return {
        registryId: registry.id,
        repositoryName: repository.name,
        imageId: identify(image, input.imageId),
        imageScanStatus: { status: 'IN_PROGRESS' },
      };
    },

    DescribeImageScanFindings: (
      input: DescribeImageScanFindingsRequest,
    ): DescribeImageScanFindingsResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const image = requireImage(registry, repository, input.imageId);
      const started = image.scanStartedAt;
      if (started === undefined) {
        throw new ApiError(
          'ScanNotFoundException',
          `Image scan does not exist for the image with '{imageDigest:'${image.digest}', imageTag:'${input.imageId?.imageTag ?? 'null'}'}' in the repository with name '${repository.name}' in the registry with id '${registry.id}'`,
        );
      }
      const base = {
        registryId: registry.id,
        repositoryName: repository.name,
        imageId: identify(image, input.imageId),
      };
      const enhanced = registry.scanning.scanType === 'ENHANCED';
      if (status(image) === 'IN_PROGRESS')
        return { ...base, imageScanStatus: { status: enhanced ? 'PENDING' : 'IN_PROGRESS' } };
      if (image.scanStatus !== undefined) {
        const description = 'There are no findings for this image.';
        return { ...base, imageScanStatus: { status: image.scanStatus, description } };
      }
      const { items, nextToken } = page(image.findings, input, 100);
      return {
        ...base,
        nextToken,
        imageScanStatus: enhanced
          ? { status: 'ACTIVE', description: 'Continuous scan is selected for image.' }
          : { status: 'COMPLETE', description: 'The scan was completed successfully.' },
        imageScanFindings: {
          ...(enhanced
            ? { enhancedFindings: items.map((finding) => enhancedFinding(registry, image, finding)) }
            : { findings: items }),
          imageScanCompletedAt: new Date(started.getTime() + SCAN_MS),
          vulnerabilitySourceUpdatedAt: started,
          findingSeverityCounts: severityCounts(image.findings),
        },
      };
    },
  };
}
