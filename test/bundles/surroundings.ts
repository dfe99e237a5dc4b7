import type { Simulator } from '@cutover/simulator/kernel/simulator';

const trust = (service: string): object => ({
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
});

/**
 * What a service stands on beside ECS, its load balancer and CodeDeploy: a network with a way out, and the roles of its
 * tasks, of CodeDeploy and of whoever calls, all of which may do everything.
 */
export function surround({ resources }: Simulator): void {
  resources.put('AWS::EC2::VPC', 'vpc-1', { CidrBlock: '10.0.0.0/16' });
  resources.put('AWS::EC2::InternetGateway', 'igw-1', {});
  resources.put('AWS::EC2::RouteTable', 'rtb-1', { VpcId: 'vpc-1' });
  resources.put('AWS::EC2::Route', 'rtb-1-default', {
    RouteTableId: 'rtb-1',
    DestinationCidrBlock: '0.0.0.0/0',
    GatewayId: 'igw-1',
  });
  for (const number of [1, 2]) {
    resources.put('AWS::EC2::Subnet', `subnet-${number}`, {
      VpcId: 'vpc-1',
      CidrBlock: `10.0.${number}.0/24`,
    });
    resources.put('AWS::EC2::SubnetRouteTableAssociation', `rtbassoc-${number}`, {
      RouteTableId: 'rtb-1',
      SubnetId: `subnet-${number}`,
    });
  }
  resources.put('AWS::EC2::SecurityGroup', 'sg-1', {
    VpcId: 'vpc-1',
    GroupDescription: 'tasks',
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 0, ToPort: 65_535, CidrIp: '10.0.0.0/16' }],
  });
  const roles = {
    execution: 'ecs-tasks.amazonaws.com',
    task: 'ecs-tasks.amazonaws.com',
    codedeploy: 'codedeploy.amazonaws.com',
    simulator: 'ec2.amazonaws.com',
  };
  for (const [name, service] of Object.entries(roles)) {
    resources.put('AWS::IAM::Role', name, {
      AssumeRolePolicyDocument: trust(service),
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    });
  }
}
