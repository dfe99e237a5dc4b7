import type { World } from './world.ts';

/** What a stack's network is looked at by. */
export async function ec2(world: World): Promise<void> {
  const { ec2: client, network } = world;
  const subnets = [...network.subnets];
  const ofVpc = [{ Name: 'vpc-id', Values: [network.vpc] }];
  const absent = '0123456789abcdef0';
  const subnet = client.describeSubnets.bind(client);
  await world.see('DescribeSubnets', 'two', subnet({ SubnetIds: subnets }));
  await world.see('DescribeSubnets', 'of a VPC', subnet({ Filters: ofVpc }));
  await world.see('DescribeSubnets', 'no such one', subnet({ SubnetIds: [`subnet-${absent}`] }));
  const group = client.describeSecurityGroups.bind(client);
  await world.see('DescribeSecurityGroups', 'one', group({ GroupIds: [network.securityGroup] }));
  await world.see('DescribeSecurityGroups', 'of a VPC', group({ Filters: ofVpc }));
  await world.see('DescribeSecurityGroups', 'no such one', group({ GroupIds: [`sg-${absent}`] }));
  const table = client.describeRouteTables.bind(client);
  await world.see('DescribeRouteTables', 'of a VPC', table({ Filters: ofVpc }));
  await world.see('DescribeRouteTables', 'no such one', table({ RouteTableIds: [`rtb-${absent}`] }));
  const endpoint = client.describeVpcEndpoints.bind(client);
  await world.see('DescribeVpcEndpoints', 'of a VPC', endpoint({ Filters: ofVpc }));
  await world.see('DescribeVpcEndpoints', 'no such one', endpoint({ VpcEndpointIds: [`vpce-${absent}`] }));
  const acl = client.describeNetworkAcls.bind(client);
  const seen = await world.see('DescribeNetworkAcls', 'of a VPC', acl({ Filters: ofVpc }));
  const NetworkAclIds = [seen?.NetworkAcls?.[0]?.NetworkAclId ?? 'acl-none'];
  await world.see('DescribeNetworkAcls', 'one', acl({ NetworkAclIds }));
  await world.see(
    'DescribeNetworkAcls',
    'of a subnet',
    acl({ Filters: [{ Name: 'association.subnet-id', Values: subnets.slice(0, 1) }] }),
  );
  await world.see(
    'DescribeNetworkAcls',
    'the default one',
    acl({ Filters: [...ofVpc, { Name: 'default', Values: ['true'] }] }),
  );
  await world.see('DescribeNetworkAcls', 'no such one', acl({ NetworkAclIds: [`acl-${absent}`] }));
  await world.see(
    'DescribeNetworkAcls',
    'wrong filter',
    acl({ Filters: [{ Name: 'colour', Values: ['blue'] }] }),
  );
}
