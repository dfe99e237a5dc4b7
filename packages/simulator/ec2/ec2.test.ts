import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcEndpointsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { type RunningSimulator, startSimulator } from '../start.ts';

let running: RunningSimulator;
let ec2: EC2Client;

beforeAll(async () => {
  running = await startSimulator({ timeScale: 0 });
  ec2 = new EC2Client({
    endpoint: running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { resources } = running.sim;
  resources.put('AWS::EC2::VPC', 'vpc-1', { CidrBlock: '10.0.0.0/16' });
  resources.put('AWS::EC2::Subnet', 'subnet-1', { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24' });
  resources.put('AWS::EC2::Subnet', 'subnet-2', { VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24' });
  resources.put('AWS::EC2::RouteTable', 'rtb-1', { VpcId: 'vpc-1' });
  resources.put('AWS::EC2::SubnetRouteTableAssociation', 'rtbassoc-1', {
    RouteTableId: 'rtb-1',
    SubnetId: 'subnet-1',
  });
  resources.put('AWS::EC2::Route', 'r1', {
    RouteTableId: 'rtb-1',
    DestinationCidrBlock: '0.0.0.0/0',
    NatGatewayId: 'nat-1',
  });
  resources.put('AWS::EC2::SecurityGroup', 'sg-1', {
    VpcId: 'vpc-1',
    GroupDescription: 'tasks',
    SecurityGroupIngress: [
      { IpProtocol: 'tcp', FromPort: 8080, ToPort: '8080', SourceSecurityGroupId: 'sg-2' },
    ],
  });
  resources.put('AWS::EC2::VPCEndpoint', 'vpce-1', {
    VpcId: 'vpc-1',
    ServiceName: 'com.amazonaws.us-east-1.s3',
    RouteTableIds: ['rtb-1'],
  });
});

afterAll(async () => {
  ec2.destroy();
  await running.close();
});

test('subnets, by id and by filter', async () => {
  const { Subnets } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: ['subnet-2'] }));
  expect(Subnets).toMatchObject([
    {
      SubnetId: 'subnet-2',
      VpcId: 'vpc-1',
      AvailableIpAddressCount: 251,
      AvailabilityZoneId: 'use1-az1',
      Tags: [],
    },
  ]);
  const { Subnets: found } = await ec2.send(
    new DescribeSubnetsCommand({
      Filters: [{ Name: 'subnet-id', Values: ['subnet-1', 'subnet-9'] }],
    }),
  );
  expect(found?.map(({ SubnetId }) => SubnetId)).toEqual(['subnet-1']);
  const unknown = ec2.send(new DescribeSubnetsCommand({ SubnetIds: ['subnet-1', 'subnet-9'] }));
  await expect(unknown).rejects.toThrow(
    expect.objectContaining({
      name: 'InvalidSubnetID.NotFound',
      message: "The subnet ID 'subnet-9' does not exist",
    }),
  );
});

test('route tables: the VPC’s own, and one whose way out is gone', async () => {
  const { RouteTables = [] } = await ec2.send(
    new DescribeRouteTablesCommand({ Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }] }),
  );
  expect(
    RouteTables.map(({ Associations }) => Associations?.map(({ Main, SubnetId }) => SubnetId ?? Main)),
  ).toEqual([[true], ['subnet-1']]);
  expect(RouteTables[1]?.Routes).toMatchObject([
    { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' },
    { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'blackhole' },
  ]);
});

test('security groups let everything out unless they say otherwise', async () => {
  const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: ['sg-1'] }));
  expect(SecurityGroups).toMatchObject([
    {
      Description: 'tasks',
      IpPermissions: [
        { IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, UserIdGroupPairs: [{ GroupId: 'sg-2' }] },
      ],
      IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
  ]);
});

test('endpoints', async () => {
  const { VpcEndpoints } = await ec2.send(new DescribeVpcEndpointsCommand({}));
  expect(VpcEndpoints).toMatchObject([
    { VpcEndpointId: 'vpce-1', VpcEndpointType: 'Gateway', RouteTableIds: ['rtb-1'], State: 'available' },
  ]);
});
