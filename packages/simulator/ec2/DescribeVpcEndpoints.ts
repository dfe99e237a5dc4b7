import type {
  DescribeVpcEndpointsRequest,
  DescribeVpcEndpointsResult,
  VpcEndpoint,
} from '@aws-sdk/client-ec2';
import type { Resource } from '../kernel/resources.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { filtered, named } from './filter.ts';
import { flag, text, texts } from './properties.ts';

const REFUSAL = { code: 'InvalidVpcEndpointId.NotFound', noun: 'Vpc Endpoint' };

/** @throws ApiError InvalidVpcEndpointId.NotFound */
export function describeVpcEndpoints(
  sim: Simulator,
  { VpcEndpointIds, Filters }: DescribeVpcEndpointsRequest,
): DescribeVpcEndpointsResult {
  const all = sim.resources.of('AWS::EC2::VPCEndpoint').map((one) => shape(sim, one));
  const found = filtered(
    named(all, VpcEndpointIds, ({ VpcEndpointId }) => VpcEndpointId, REFUSAL),
    Filters,
    {
      'vpc-id': ({ VpcId }) => [VpcId],
      'service-name': ({ ServiceName }) => [ServiceName],
      'vpc-endpoint-type': ({ VpcEndpointType }) => [VpcEndpointType],
      'vpc-endpoint-state': ({ State }) => [State],
    },
  );
  return { VpcEndpoints: [...found] };
}

function shape(sim: Simulator, { id, properties }: Resource): VpcEndpoint {
  const VpcEndpointType = (text(properties['VpcEndpointType']) || 'Gateway') as 'Gateway' | 'Interface';
  return {
    VpcEndpointId: id,
    VpcEndpointType,
    VpcId: text(properties['VpcId']),
    ServiceName: text(properties['ServiceName']),
    // The API's own spelling, which is not that of its model.
    State: 'available' as 'Available',
    RouteTableIds: texts(properties['RouteTableIds']),
    SubnetIds: texts(properties['SubnetIds']),
    Groups: texts(properties['SecurityGroupIds']).map((GroupId) => ({ GroupId, GroupName: GroupId })),
    PrivateDnsEnabled: flag(properties['PrivateDnsEnabled']),
    RequesterManaged: false,
    OwnerId: sim.account,
  };
}
