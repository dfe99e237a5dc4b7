import type {
  DescribeRouteTablesRequest,
  DescribeRouteTablesResult,
  Route,
  RouteTable,
} from '@aws-sdk/client-ec2';
import type { Properties, Resource } from '../kernel/resources.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { filtered, named } from './filter.ts';
import { tagsOf, text } from './properties.ts';

const REFUSAL = { code: 'InvalidRouteTableID.NotFound', noun: 'routeTable' };
const WAYS = [
  'GatewayId',
  'NatGatewayId',
  'TransitGatewayId',
  'NetworkInterfaceId',
  'VpcPeeringConnectionId',
  'InstanceId',
  'EgressOnlyInternetGatewayId',
  'LocalGatewayId',
  'CarrierGatewayId',
] as const;

/** @throws ApiError InvalidRouteTableID.NotFound */
export function describeRouteTables(
  sim: Simulator,
  { RouteTableIds, Filters }: DescribeRouteTablesRequest,
): DescribeRouteTablesResult {
  const own = sim.resources.of('AWS::EC2::RouteTable').map((one) => shape(sim, one));
  const main = sim.resources.of('AWS::EC2::VPC').map((vpc) => mainTable(sim, vpc));
  const found = filtered(
    named([...main, ...own], RouteTableIds, ({ RouteTableId }) => RouteTableId, REFUSAL),
    Filters,
    {
      'vpc-id': ({ VpcId }) => [VpcId],
      'route-table-id': ({ RouteTableId }) => [RouteTableId],
      'association.subnet-id': ({ Associations = [] }) => Associations.map(({ SubnetId }) => SubnetId),
      'association.main': ({ Associations = [] }) => Associations.map(({ Main }) => String(Main)),
    },
  );
  return { RouteTables: [...found] };
}

/** Every VPC has one from the start, with its own addresses only. */
function mainTable(sim: Simulator, { id, properties }: Resource): RouteTable {
  const RouteTableId = `rtb-main${id.replace(/^vpc-/, '')}`;
  return {
    RouteTableId,
    VpcId: id,
    OwnerId: sim.account,
    Routes: [local(properties['CidrBlock'])],
    Associations: [
      {
        Main: true,
        RouteTableAssociationId: `rtbassoc-main${id.replace(/^vpc-/, '')}`,
        RouteTableId,
        AssociationState: { State: 'associated' },
      },
    ],
    Tags: [],
  };
}

function shape(sim: Simulator, { id, properties }: Resource): RouteTable {
  const VpcId = text(properties['VpcId']);
  const vpc = sim.resources.find('AWS::EC2::VPC', VpcId);
  const routes = sim.resources
    .of('AWS::EC2::Route')
    .filter((route) => route.properties['RouteTableId'] === id)
    .map((route) => routeShape(sim, route.properties));
  return {
    RouteTableId: id,
    VpcId,
    OwnerId: sim.account,
    Routes: [local(vpc?.properties['CidrBlock']), ...routes],
    Associations: sim.resources
      .of('AWS::EC2::SubnetRouteTableAssociation')
      .filter((one) => one.properties['RouteTableId'] === id)
      .map((one) => ({
        Main: false,
        RouteTableAssociationId: one.id,
        RouteTableId: id,
        SubnetId: text(one.properties['SubnetId']),
        AssociationState: { State: 'associated' },
      })),
    Tags: tagsOf(properties),
  };
}

function local(cidr: unknown): Route {
  return {
    DestinationCidrBlock: text(cidr) || '10.0.0.0/16',
    GatewayId: 'local',
    Origin: 'CreateRouteTable',
    State: 'active',
  };
}

/** A route whose way out is gone stays, as a black hole. */
function routeShape(sim: Simulator, properties: Properties): Route {
  const given = (name: string): object =>
    text(properties[name]) === '' ? {} : { [name]: text(properties[name]) };
  const nat = text(properties['NatGatewayId']);
  const internet = text(properties['GatewayId']);
  const gone =
    (nat !== '' && sim.resources.find('AWS::EC2::NatGateway', nat) === undefined) ||
    (internet.startsWith('igw-') && sim.resources.find('AWS::EC2::InternetGateway', internet) === undefined);
  return {
    ...given('DestinationCidrBlock'),
    ...given('DestinationIpv6CidrBlock'),
    ...given('DestinationPrefixListId'),
    ...Object.assign({}, ...WAYS.map(given)),
    Origin: 'CreateRoute',
    State: gone ? 'blackhole' : 'active',
  };
}
