import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { REGIONS, isKnownRegion, partitionOf, regionProblem, requireRegion } from './region.ts';

const require = createRequire(import.meta.url);

test('the list is the SDK’s', () => {
  const client = dirname(require.resolve('@aws-sdk/core/package.json'));
  const path = join(client, 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js');
  const source = readFileSync(path, 'utf8')
    .replace(/^export const \w+ = /, '')
    .replace(/;\s*(export[^]*)?$/, '');
  const { partitions } = JSON.parse(source) as {
    partitions: { id: string; regions: Record<string, unknown> }[];
  };
  const listed = partitions.map(({ id, regions }) => [
    id,
    Object.keys(regions).filter((region) => !region.endsWith('-global')),
  ]);
  expect(REGIONS).toEqual(Object.fromEntries(listed));
});

test.each(Object.entries(REGIONS).flatMap(([partition, regions]) => regions.map((one) => [one, partition])))(
  '%s is a region of %s',
  (region, partition) => {
    expect(requireRegion(region)).toBe(region);
    expect(partitionOf(region)).toBe(partition);
  },
);

test.each([
  ['us-east-9', 'aws'],
  ['eu-south-3', 'aws'],
  ['us-gov-west-2', 'aws-us-gov'],
  ['cn-north-2', 'aws-cn'],
  ['us-isob-east-2', 'aws-iso-b'],
])('%s may have been opened since', (region, partition) => {
  expect(requireRegion(region)).toBe(region);
  expect(isKnownRegion(region)).toBe(false);
  expect(partitionOf(region)).toBe(partition);
});

describe('another word is refused, with the region that was probably meant', () => {
  test.each([
    ['us-esat-1', 'us-east-1'],
    ['eu-cental-1', 'eu-central-1'],
    ['eu-west1', 'eu-west-1'],
    ['eu_west_1', 'eu-west-1'],
    ['us-east', 'us-east-1'],
    ['US-EAST-1', 'us-east-1'],
    ['ap-southest-2', 'ap-southeast-2'],
    ['us-est-2', 'us-east-2'],
    ['us-gov-wets-1', 'us-gov-west-1'],
    ['useast1', 'us-east-1'],
  ])('%s', (region, meant) => {
    expect(() => requireRegion(region)).toThrow(`"${region}" is not an AWS region.`);
    expect(() => requireRegion(region)).toThrow(
      expect.objectContaining({ fix: expect.stringContaining(`Did you mean ${meant}?`) }),
    );
  });

  test('an Availability Zone', () => {
    expect(() => requireRegion('us-east-1a')).toThrow(/Availability Zone/);
  });

  test.each([
    ['us-west-2-lax-1a', 'us-west-2'],
    ['us-east-1-wl1-bos-wlz-1', 'us-east-1'],
  ])('%s is a zone of %s', (zone, region) => {
    expect(() => requireRegion(zone)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('is a Local Zone or Wavelength Zone'),
        fix: expect.stringContaining(`Did you mean ${region}, to which it belongs?`),
      }),
    );
  });

  test.each([
    ['Europe (Frankfurt)', 'eu-central-1'],
    ['EU', 'eu-west-1'],
    ['us-standard', 'us-east-1'],
    ['us-gov', 'us-gov-east-1'],
    ['eusc-de', 'eusc-de-east-1'],
    ['us-east', 'us-east-1'],
    ['arn:aws:ecs:eu-west-3:', 'eu-west-3'],
    ['ap-southeast-2.amazonaws.com', 'ap-southeast-2'],
  ])('%s names %s', (given, region) => {
    expect(regionProblem(given)?.guess).toBe(`Did you mean ${region}? `);
  });

  test.each([undefined, 'moon', 'us-east-1/..', 'us-east-1.example.com', 'x'.repeat(100_000)])(
    '%.20s',
    (region) => {
      expect(() => requireRegion(region)).toThrow(/region/);
    },
  );
});
