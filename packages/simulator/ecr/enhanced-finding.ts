import { createHash } from 'node:crypto';
import type { EnhancedImageScanFinding, ImageScanFinding } from '@aws-sdk/client-ecr';
import type { Image } from './image.ts';
import type { Registry } from './registry.ts';

/** A finding as Amazon Inspector tells it; its package stands among the attributes that were set. */
export function enhancedFinding(
  registry: Registry,
  image: Image,
  { name = '', severity, description, uri, attributes = [] }: ImageScanFinding,
): EnhancedImageScanFinding {
  const value = (key: string): string | undefined => attributes.find((one) => one.key === key)?.value;
  const id = createHash('sha256').update(`${image.digest} ${name}`).digest('hex').slice(0, 32);
  const fixed = value('fixed_in_version');
  return {
    awsAccountId: registry.id,
    findingArn: registry.sim.arn('inspector2', `finding/${id}`),
    type: 'PACKAGE_VULNERABILITY',
    title: `${name} - ${value('package_name') ?? 'package'}`,
    ...(description === undefined ? {} : { description }),
    ...(severity === undefined ? {} : { severity }),
    status: 'ACTIVE',
    packageVulnerabilityDetails: {
      vulnerabilityId: name,
      ...(uri === undefined ? {} : { sourceUrl: uri }),
      vulnerablePackages: [
        {
          name: value('package_name') ?? 'package',
          version: value('package_version') ?? '0',
          ...(fixed === undefined ? {} : { fixedInVersion: fixed }),
        },
      ],
    },
  };
}
