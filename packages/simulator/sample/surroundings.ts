import type { Simulator } from '../kernel/simulator.ts';

const EXECUTION = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';
const CODE_DEPLOY = 'arn:aws:iam::aws:policy/AWSCodeDeployRoleForECS';

/** The network of the sample: two subnets with a way to the internet, and one security group for all. */
export function createSampleNetwork({ region, resources }: Simulator, name: string, port: number): void {
  const vpc = `vpc-${name}`;
  const group = `sg-${name}`;
  const table = `rtb-${name}`;
  resources.put('AWS::EC2::VPC', vpc, { CidrBlock: '10.0.0.0/16' });
  resources.put('AWS::EC2::InternetGateway', `igw-${name}`, {});
  resources.put('AWS::EC2::RouteTable', table, { VpcId: vpc });
  resources.put('AWS::EC2::Route', `${table}-default`, {
    RouteTableId: table,
    DestinationCidrBlock: '0.0.0.0/0',
    GatewayId: `igw-${name}`,
  });
  for (const [index, zone] of ['a', 'b'].entries()) {
    const subnet = `subnet-${zone}`;
    resources.put('AWS::EC2::Subnet', subnet, {
      VpcId: vpc,
      CidrBlock: `10.0.${index}.0/24`,
      AvailabilityZone: `${region}${zone}`,
    });
    resources.put('AWS::EC2::SubnetRouteTableAssociation', `rtbassoc-${zone}`, {
      RouteTableId: table,
      SubnetId: subnet,
    });
  }
  resources.put('AWS::EC2::SecurityGroup', group, {
    VpcId: vpc,
    GroupDescription: 'Load balancer and tasks',
    SecurityGroupIngress: [
      { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0' },
      { IpProtocol: 'tcp', FromPort: port, ToPort: port, SourceSecurityGroupId: group },
    ],
  });
}

/** The roles of the sample's tasks and of its CodeDeploy group. */
export async function createSampleRoles(sim: Simulator): Promise<void> {
  await role(sim, 'ecsTaskExecutionRole', 'ecs-tasks.amazonaws.com', EXECUTION);
  await role(sim, 'ecsCodeDeployRole', 'codedeploy.amazonaws.com', CODE_DEPLOY);
}

async function role(sim: Simulator, RoleName: string, service: string, PolicyArn: string): Promise<void> {
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  };
  await sim.call('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument: JSON.stringify(trust) });
  await sim.call('iam', 'AttachRolePolicy', { RoleName, PolicyArn });
}
