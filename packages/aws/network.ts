import type { EC2Client, IpPermission, Route as SdkRoute } from '@aws-sdk/client-ec2';
import type {
  Endpoint,
  Route,
  RouteTable,
  SecurityGroup,
  SecurityRule,
  Subnet,
} from '@cutover/domain/network';
import { call } from './client/call.ts';
import type { ClientOptions } from './client/options.ts';
import { Pages } from './client/pages.ts';

/** Subnets, routes, endpoints and security groups of a VPC, read only. */
export class Network {
  readonly #options: ClientOptions;
  #client: EC2Client | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Those of the subnets that exist. */
  async subnets(ids: readonly string[]): Promise<readonly Subnet[]> {
    const { DescribeSubnetsCommand } = await import('./sdk/ec2.ts');
    const client = await this.#open();
    // By filter: a call with an unknown id gives none at all.
    const { Subnets = [] } = await call(this.#options, 'ec2:DescribeSubnets', () =>
      client.send(new DescribeSubnetsCommand({ Filters: [{ Name: 'subnet-id', Values: [...ids] }] })),
    );
    return Subnets.map((one) => ({
      id: one.SubnetId ?? '',
      vpc: one.VpcId ?? '',
      zone: one.AvailabilityZone ?? '',
      cidr: one.CidrBlock ?? '',
      freeAddresses: one.AvailableIpAddressCount ?? 0,
    }));
  }

  async routeTables(vpc: string): Promise<readonly RouteTable[]> {
    const { DescribeRouteTablesCommand } = await import('./sdk/ec2.ts');
    const client = await this.#open();
    const found: RouteTable[] = [];
    const pages = new Pages('ec2:DescribeRouteTables');
    do {
      const page = await call(this.#options, 'ec2:DescribeRouteTables', () =>
        client.send(
          new DescribeRouteTablesCommand({
            Filters: [{ Name: 'vpc-id', Values: [vpc] }],
            ...(pages.token === undefined ? {} : { NextToken: pages.token }),
          }),
        ),
      );
      found.push(
        ...(page.RouteTables ?? []).map(({ Associations = [], RouteTableId = '', Routes = [] }) => ({
          id: RouteTableId,
          vpc,
          main: Associations.some(({ Main }) => Main === true),
          subnets: Associations.flatMap(({ SubnetId }) => SubnetId ?? []),
          routes: Routes.map(route),
        })),
      );
      pages.came(page.NextToken);
    } while (pages.more());
    return found;
  }

  /** Those of the groups that exist. */
  async securityGroups(ids: readonly string[]): Promise<readonly SecurityGroup[]> {
    const { DescribeSecurityGroupsCommand } = await import('./sdk/ec2.ts');
    const client = await this.#open();
    const { SecurityGroups = [] } = await call(this.#options, 'ec2:DescribeSecurityGroups', () =>
      client.send(new DescribeSecurityGroupsCommand({ Filters: [{ Name: 'group-id', Values: [...ids] }] })),
    );
    return SecurityGroups.map(({ GroupId = '', IpPermissions, IpPermissionsEgress, VpcId = '' }) => ({
      id: GroupId,
      vpc: VpcId,
      ingress: (IpPermissions ?? []).map(rule),
      egress: (IpPermissionsEgress ?? []).map(rule),
    }));
  }

  async endpoints(vpc: string): Promise<readonly Endpoint[]> {
    const { DescribeVpcEndpointsCommand } = await import('./sdk/ec2.ts');
    const client = await this.#open();
    const found: Endpoint[] = [];
    const pages = new Pages('ec2:DescribeVpcEndpoints');
    do {
      const page = await call(this.#options, 'ec2:DescribeVpcEndpoints', () =>
        client.send(
          new DescribeVpcEndpointsCommand({
            Filters: [{ Name: 'vpc-id', Values: [vpc] }],
            ...(pages.token === undefined ? {} : { NextToken: pages.token }),
          }),
        ),
      );
      found.push(
        ...(page.VpcEndpoints ?? []).map((one) => ({
          id: one.VpcEndpointId ?? '',
          service: one.ServiceName ?? '',
          kind: one.VpcEndpointType ?? '',
          state: (one.State ?? '').toLowerCase(),
          privateDns: one.PrivateDnsEnabled ?? false,
          routeTables: one.RouteTableIds ?? [],
          securityGroups: (one.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
        })),
      );
      pages.came(page.NextToken);
    } while (pages.more());
    return found;
  }

  async #open(): Promise<EC2Client> {
    const { EC2Client } = await import('./sdk/ec2.ts');
    return (this.#client ??= new EC2Client(this.#options));
  }
}

function route(one: SdkRoute): Route {
  return {
    to: one.DestinationCidrBlock ?? one.DestinationIpv6CidrBlock ?? one.DestinationPrefixListId ?? '',
    through:
      one.NatGatewayId ??
      one.TransitGatewayId ??
      one.NetworkInterfaceId ??
      one.VpcPeeringConnectionId ??
      one.EgressOnlyInternetGatewayId ??
      one.LocalGatewayId ??
      one.CarrierGatewayId ??
      one.CoreNetworkArn ??
      one.GatewayId ??
      '',
    active: one.State !== 'blackhole',
  };
}

function rule(one: IpPermission): SecurityRule {
  return {
    protocol: one.IpProtocol ?? '-1',
    from: one.FromPort ?? 0,
    to: one.ToPort ?? 65_535,
    peers: [
      ...(one.IpRanges ?? []).flatMap(({ CidrIp }) => CidrIp ?? []),
      ...(one.Ipv6Ranges ?? []).flatMap(({ CidrIpv6 }) => CidrIpv6 ?? []),
      ...(one.UserIdGroupPairs ?? []).flatMap(({ GroupId }) => GroupId ?? []),
      ...(one.PrefixListIds ?? []).flatMap(({ PrefixListId }) => PrefixListId ?? []),
    ],
  };
}
