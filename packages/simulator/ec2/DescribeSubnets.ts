import type { DescribeSubnetsRequest, DescribeSubnetsResult, Subnet } from '@aws-sdk/client-ec2';
import type { Resource } from '../kernel/resources.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { filtered, named } from './filter.ts';
import { flag, text } from './properties.ts';

const REFUSAL = { code: 'InvalidSubnetID.NotFound', noun: 'subnet' };
const FREE_ADDRESSES = 251;

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
  return {
    SubnetId: id,
    SubnetArn: sim.arn('ec2', `subnet/${id}`),
    VpcId: text(properties['VpcId']),
    CidrBlock: text(properties['CidrBlock']),
    AvailabilityZone: text(properties['AvailabilityZone']) || `${sim.region}a`,
    AvailableIpAddressCount: Number(properties['AvailableIpAddressCount'] ?? FREE_ADDRESSES),
    MapPublicIpOnLaunch: flag(properties['MapPublicIpOnLaunch']),
    DefaultForAz: false,
    State: 'available',
    OwnerId: sim.account,
  };
}
