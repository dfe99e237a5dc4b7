import { ConfigurationError } from '../errors.ts';
import { nearestName } from '../inputs/input.ts';

/** The regions of each partition; a test holds them against the SDK's own list. */
export const REGIONS: Readonly<Record<string, readonly string[]>> = {
  aws: [
    'af-south-1',
    'ap-east-1',
    'ap-east-2',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-south-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-central-1',
    'ca-west-1',
    'eu-central-1',
    'eu-central-2',
    'eu-north-1',
    'eu-south-1',
    'eu-south-2',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'il-central-1',
    'me-central-1',
    'me-south-1',
    'me-west-1',
    'mx-central-1',
    'sa-east-1',
    'sa-west-1',
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
  ],
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
  'aws-eusc': ['eusc-de-east-1'],
  'aws-iso': ['us-iso-east-1', 'us-iso-west-1'],
  'aws-iso-b': ['us-isob-east-1', 'us-isob-west-1'],
  'aws-iso-e': ['eu-isoe-west-1'],
  'aws-iso-f': ['us-isof-east-1', 'us-isof-south-1'],
  'aws-us-gov': ['us-gov-east-1', 'us-gov-west-1'],
};

const ALL = Object.values(REGIONS).flat();

/** Everything of a region's name but its number: `us-east`. */
function withoutNumber(region: string): string {
  return region.replace(/-\d+$/, '');
}

/** The partition that a region belongs to, also one that is newer than this list. */
export function partitionOf(region: string): string {
  const partitions = Object.entries(REGIONS);
  const listed = partitions.find(([, regions]) => regions.includes(region));
  if (listed !== undefined) return listed[0];
  // `us-gov-east-2` is of the partition whose regions begin alike; `us-…` alone belongs to the public one.
  const area = /^(us-gov|us-isob|us-isof|us-iso|eu-isoe|eusc-de|cn)-/.exec(region)?.[1];
  const alike = partitions.find(([, regions]) => regions.some((one) => one.startsWith(`${area ?? ''}-`)));
  return alike?.[0] ?? 'aws';
}

/** Whether this release knows the region. AWS opens new ones, which have the names of their neighbours and a number. */
export function isKnownRegion(region: string): boolean {
  return ALL.includes(region);
}

/**
 * The region that was given, when AWS has it, or may have it by now: a new region of a known area has a known name and a
 * number of its own.
 * @throws ConfigurationError naming the region that was probably meant
 */
export function requireRegion(region: string | undefined): string {
  if (region === undefined) throw refused('The AWS region is not known.', '');
  const problem = regionProblem(region);
  if (problem !== undefined) throw refused(`${problem.what}.`, problem.guess);
  return region;
}

/** Why a text can be no region, and the region that was probably meant; undefined when it may be one. */
export function regionProblem(region: string): { readonly what: string; readonly guess: string } | undefined {
  if (isKnownRegion(region)) return undefined;
  const plausible = /^[a-z]{2,4}(-[a-z]+)+-[1-9]$/.test(region);
  if (plausible && ALL.some((one) => withoutNumber(one) === withoutNumber(region))) return undefined;
  const plain = region
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  const zone = /^([a-z]+(?:-[a-z]+)+-\d)[a-z]$/.exec(plain)?.[1];
  if (zone !== undefined && isKnownRegion(zone))
    return {
      what: `"${shown(region)}" is an Availability Zone, not an AWS region`,
      guess: `Did you mean ${zone}? `,
    };
  const parent = ALL.find((one) => plain.startsWith(`${one}-`));
  if (parent !== undefined)
    return {
      what: `"${shown(region)}" is a Local Zone or Wavelength Zone, not an AWS region`,
      guess: `Did you mean ${parent}, to which it belongs? `,
    };
  const near = isKnownRegion(plain) ? plain : nearestRegion(plain);
  return {
    what: `"${shown(region)}" is not an AWS region`,
    guess: near === undefined ? '' : `Did you mean ${near}? `,
  };
}

/** Regions by the places in AWS's own names for them, and by the location constraints of old S3 buckets. */
const PLACES: Readonly<Record<string, string>> = {
  bahrain: 'me-south-1',
  beijing: 'cn-north-1',
  california: 'us-west-1',
  canada: 'ca-central-1',
  'cape-town': 'af-south-1',
  eu: 'eu-west-1',
  frankfurt: 'eu-central-1',
  'hong-kong': 'ap-east-1',
  ireland: 'eu-west-1',
  jakarta: 'ap-southeast-3',
  london: 'eu-west-2',
  milan: 'eu-south-1',
  mumbai: 'ap-south-1',
  ningxia: 'cn-northwest-1',
  ohio: 'us-east-2',
  oregon: 'us-west-2',
  osaka: 'ap-northeast-3',
  paris: 'eu-west-3',
  'sao-paulo': 'sa-east-1',
  seoul: 'ap-northeast-2',
  singapore: 'ap-southeast-1',
  spain: 'eu-south-2',
  stockholm: 'eu-north-1',
  sydney: 'ap-southeast-2',
  tokyo: 'ap-northeast-1',
  'us-standard': 'us-east-1',
  virginia: 'us-east-1',
  zurich: 'eu-central-2',
};

/** The region that a text names in another way: with words around it, by its place, or by its beginning. */
function namedRegion(text: string): string | undefined {
  const words = text.split(/[^a-z0-9-]+/);
  const within = words.filter((one) => isKnownRegion(one));
  if (within.length === 1) return within[0];
  const place = Object.keys(PLACES).find((one) => (one === 'eu' ? text === one : text.includes(one)));
  if (place !== undefined) return PLACES[place];
  return /^[a-z]+-[a-z]+$/.test(text) ? ALL.find((one) => one.startsWith(`${text}-`)) : undefined;
}

/** A number that was left out is mostly 1; else the name with the fewest edits counts. */
function nearestRegion(text: string): string | undefined {
  const named = namedRegion(text.slice(0, 200));
  if (named !== undefined && !isKnownRegion(`${text}-1`)) return named;
  const numbered = `${text.replace(/-?(\d*)$/, '')}-${/(\d)$/.exec(text)?.[1] ?? '1'}`;
  if (isKnownRegion(numbered)) return numbered;
  return nearestName(numbered, ALL);
}

function shown(region: string): string {
  return region.length <= 60 ? region : `${region.slice(0, 60)}…`;
}

function refused(what: string, guess: string): ConfigurationError {
  return new ConfigurationError({
    what,
    fix: `${guess}Set the input region (or aws-region), or AWS_REGION in env: (aws-actions/configure-aws-credentials does it), to one like us-east-1.`,
  });
}
