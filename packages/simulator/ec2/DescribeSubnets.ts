import type { DescribeSubnetsRequest, DescribeSubnetsResult, Subnet } from '@aws-sdk/client-ec2';
import type { Resource } from '../kernel/resources.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { filtered, named } from './filter.ts';
import { flag, tagsOf, text } from './properties.ts';

const REFUSAL = { code: 'InvalidSubnetID.NotFound', noun: 'subnet' };
const FREE_ADDRESSES = 251;
const COMPASS = /gov|north|south|east|west|central|-/g;

/** @throws ApiError InvalidSubnetID.NotFound */
export function describeSubnets(
  sim: Simulator,
  { SubnetIds, Filters }: DescribeSubnetsRequest,
): DescribeSubnetsResult {
  const all = sim.resources.of('AWS::EC2::Subnet').map((one) => shape(sim, one));
  const found = filtered(
    named(all, SubnetIds, ({ SubnetId }) => SubnetId, REFUSAL),
    Filters,
    {
      'subnet-id': ({ SubnetId }) => [SubnetId],
      'vpc-id': ({ VpcId }) => [VpcId],
      'availability-zone': ({ AvailabilityZone }) => [AvailabilityZone],
    },
  );
  return { Subnets: [...found] };
}

function shape(sim: Simulator, { id, properties }: Resource): Subnet {
  const zone = text(properties['AvailabilityZone']) || `${sim.region}a`;
  return {
    SubnetId: id,
    SubnetArn: sim.arn('ec2', `subnet/${id}`),
    VpcId: text(properties['VpcId']),
    CidrBlock: text(properties['CidrBlock']),
    AvailabilityZone: zone,
    AvailabilityZoneId: zoneId(zone),
    AvailableIpAddressCount: Number(properties['AvailableIpAddressCount'] ?? FREE_ADDRESSES),
    MapPublicIpOnLaunch: flag(properties['MapPublicIpOnLaunch']),
    AssignIpv6AddressOnCreation: flag(properties['AssignIpv6AddressOnCreation']),
    Ipv6CidrBlockAssociationSet: [],
    Ipv6Native: flag(properties['Ipv6Native']),
    PrivateDnsNameOptionsOnLaunch: {
      HostnameType: 'ip-name',
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
    DefaultForAz: false,
    State: 'available',
    OwnerId: sim.account,
    Tags: tagsOf(properties),
  };
}

/** `use1-az1` of us-east-1a. Assumption: the zones of this account are numbered in the order of their letters. */
function zoneId(zone: string): string {
  const region = zone.slice(0, -1).replaceAll(COMPASS, (word) => (word === '-' ? '' : word.charAt(0)));
  return `${region}-az${(zone.codePointAt(zone.length - 1) ?? 0) - 96}`;
}
