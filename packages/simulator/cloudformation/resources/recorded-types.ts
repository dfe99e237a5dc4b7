import { randomBytes, randomInt } from 'node:crypto';
import { ApiError } from '../../kernel/api-error.ts';
import type { Simulator } from '../../kernel/simulator.ts';
import { type Properties, type ResourceContext, string } from './handler.ts';

/** How a type that no simulated service stands behind gets its identifier and attributes. */
export interface Recorded {
  /** `vpc-` and the like: the id is the prefix and 17 hexadecimal digits. */
  readonly prefix?: string;
  /** The property that names the resource; without it a name is generated. */
  readonly name?: string;
  readonly maxName?: number;
  readonly lowerCase?: boolean;
  /** The ARN, from the name. */
  readonly arn?: (context: ResourceContext, name: string) => string;
  /** Ref is the ARN instead of the name. */
  readonly refIsArn?: boolean;
  readonly attributes?: (context: ResourceContext, name: string, properties: Properties) => object;
  /** Registers the resource elsewhere in the account once it exists, and removes it again. */
  readonly keep?: (sim: Simulator, id: string, properties: Properties) => void;
  readonly forget?: (sim: Simulator, id: string) => void;
  /** Refuses properties before the resource is there. */
  readonly check?: (sim: Simulator, properties: Properties) => Promise<void> | void;
  /** Refuses the deletion. */
  readonly protect?: (sim: Simulator, id: string, properties: Properties) => void;
  /** Makes the last snapshot before the deletion. */
  readonly save?: (context: ResourceContext, id: string, properties: Properties) => Promise<void>;
  /** How long creation takes, in AWS milliseconds (assumption: typical times, not documented). */
  readonly ms?: number;
}

export const hex = (length: number): string => randomBytes(length).toString('hex').slice(0, length);
const upper = (length: number): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
};
const iam =
  (kind: string) =>
  (context: ResourceContext, name: string): string =>
    context.sim.arn('iam', `${kind}/${name}`, '');
const regional =
  (service: string, kind: string) =>
  (context: ResourceContext, name: string): string =>
    context.sim.arn(service, `${kind}${name}`);
const host = (name: string, suffix: string, { sim }: ResourceContext): string =>
  `${name}.${hex(12)}.${sim.region}.${suffix}`;

export const TYPES: Readonly<Record<string, Recorded>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': {
    attributes: ({ sim }) => ({ Id: `${sim.account}-${hex(8)}` }),
  },
  'AWS::ApplicationAutoScaling::ScalingPolicy': {
    name: 'PolicyName',
    arn: regional('autoscaling', `scalingPolicy:${hex(8)}:policyName/`),
    refIsArn: true,
  },
  'AWS::CertificateManager::Certificate': {
    arn: (context) =>
      context.sim.arn('acm', `certificate/${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`),
    refIsArn: true,
    ms: 60_000,
  },
  'AWS::CloudWatch::Alarm': { name: 'AlarmName', maxName: 255, arn: regional('cloudwatch', 'alarm:') },
  'AWS::CloudWatch::CompositeAlarm': {
    name: 'AlarmName',
    maxName: 255,
    arn: regional('cloudwatch', 'alarm:'),
  },
  'AWS::EC2::EIP': {
    // Ref is the address.
    attributes: () => {
      const address = [52, randomInt(256), randomInt(256), randomInt(256)].join('.');
      return { AllocationId: `eipalloc-${hex(17)}`, PublicIp: address, physicalId: address };
    },
  },
  'AWS::EC2::FlowLog': { prefix: 'fl-' },
  'AWS::EC2::InternetGateway': { prefix: 'igw-', ms: 15_000 },
  'AWS::EC2::NatGateway': { prefix: 'nat-', ms: 90_000 },
  'AWS::EC2::RouteTable': { prefix: 'rtb-', ms: 10_000 },
  'AWS::EC2::SecurityGroup': {
    prefix: 'sg-',
    attributes: (_context, id, properties) => ({ GroupId: id, Id: id, VpcId: properties['VpcId'] }),
    ms: 6000,
  },
  'AWS::EC2::SecurityGroupEgress': { prefix: 'sgr-' },
  'AWS::EC2::SecurityGroupIngress': { prefix: 'sgr-' },
  'AWS::EC2::Subnet': {
    prefix: 'subnet-',
    attributes: (_context, id, properties) => ({
      SubnetId: id,
      AvailabilityZone: properties['AvailabilityZone'],
      CidrBlock: properties['CidrBlock'],
      VpcId: properties['VpcId'],
      NetworkAclAssociationId: `aclassoc-${hex(17)}`,
      Ipv6CidrBlocks: [],
    }),
  },
  'AWS::EC2::SubnetRouteTableAssociation': { prefix: 'rtbassoc-' },
  'AWS::EC2::VPC': {
    prefix: 'vpc-',
    attributes: (_context, id, properties) => ({
      VpcId: id,
      CidrBlock: properties['CidrBlock'],
      CidrBlockAssociations: [`vpc-cidr-assoc-${hex(17)}`],
      DefaultNetworkAcl: `acl-${hex(17)}`,
      DefaultSecurityGroup: `sg-${hex(17)}`,
      Ipv6CidrBlocks: [],
    }),
    ms: 12_000,
  },
  'AWS::EC2::VPCEndpoint': { prefix: 'vpce-', ms: 30_000 },
  'AWS::EFS::AccessPoint': { prefix: 'fsap-' },
  'AWS::EFS::FileSystem': { prefix: 'fs-' },
  'AWS::EFS::MountTarget': { prefix: 'fsmt-', ms: 90_000 },
  'AWS::ElastiCache::ReplicationGroup': {
    name: 'ReplicationGroupId',
    maxName: 40,
    lowerCase: true,
    ms: 300_000,
    attributes: (context, name) => ({
      'PrimaryEndPoint.Address': host(`master.${name}`, 'cache.amazonaws.com', context),
      'PrimaryEndPoint.Port': '6379',
      'ReaderEndPoint.Address': host(`replica.${name}`, 'cache.amazonaws.com', context),
      'ReaderEndPoint.Port': '6379',
    }),
  },
  'AWS::Events::Rule': { name: 'Name', maxName: 64, arn: regional('events', 'rule/') },
  'AWS::IAM::InstanceProfile': { name: 'InstanceProfileName', maxName: 128, arn: iam('instance-profile') },
  'AWS::IAM::ManagedPolicy': { name: 'ManagedPolicyName', maxName: 128, arn: iam('policy'), refIsArn: true },
  'AWS::IAM::OIDCProvider': {
    arn: ({ sim }, url) => sim.arn('iam', `oidc-provider/${url.replace(/^https?:\/\//, '')}`, ''),
    name: 'Url',
    refIsArn: true,
  },
  'AWS::IAM::Role': {
    name: 'RoleName',
    maxName: 64,
    arn: iam('role'),
    attributes: () => ({ RoleId: `AROA${upper(17)}` }),
    ms: 15_000,
  },
  'AWS::KMS::Key': { arn: regional('kms', 'key/') },
  'AWS::RDS::DBCluster': {
    check: async (sim, properties) => {
      const id = string(properties, 'SnapshotIdentifier');
      if (id !== undefined)
        await sim.call('rds', 'DescribeDBClusterSnapshots', { DBClusterSnapshotIdentifier: id });
    },
    protect: (_sim, _id, properties) => {
      refuseProtected(properties, 'Cluster');
    },
    save: async ({ sim, stackName, logicalId }, id) => {
      await sim.call('rds', 'CreateDBClusterSnapshot', {
        DBClusterIdentifier: id,
        DBClusterSnapshotIdentifier: `${stackName}-snapshot-${logicalId}-${hex(12)}`.toLowerCase(),
      });
    },
    keep: (sim, id, properties) => {
      database(sim, { id, kind: 'cluster', engine: string(properties, 'Engine') });
    },
    forget: (sim, id) => {
      database(sim, { id, kind: 'cluster', status: 'deleted' });
    },
    name: 'DBClusterIdentifier',
    maxName: 63,
    lowerCase: true,
    ms: 120_000,
    arn: regional('rds', 'cluster:'),
    attributes: (context, name, properties) => ({
      'Endpoint.Address': host(`${name}.cluster-${hex(12)}`, 'rds.amazonaws.com', context),
      'Endpoint.Port': databasePort(properties),
      'ReadEndpoint.Address': host(`${name}.cluster-ro-${hex(12)}`, 'rds.amazonaws.com', context),
      'MasterUserSecret.SecretArn': context.sim.arn(
        'secretsmanager',
        `secret:rds!cluster-${hex(8)}-${hex(6)}`,
      ),
    }),
  },
  'AWS::RDS::DBInstance': {
    check: async (sim, properties) => {
      const id = string(properties, 'DBSnapshotIdentifier');
      if (id !== undefined) await sim.call('rds', 'DescribeDBSnapshots', { DBSnapshotIdentifier: id });
    },
    protect: (_sim, _id, properties) => {
      refuseProtected(properties, 'Instance');
    },
    save: async ({ sim, stackName, logicalId }, id, properties) => {
      if (string(properties, 'DBClusterIdentifier') !== undefined) return;
      await sim.call('rds', 'CreateDBSnapshot', {
        DBInstanceIdentifier: id,
        DBSnapshotIdentifier: `${stackName}-snapshot-${logicalId}-${hex(12)}`.toLowerCase(),
      });
    },
    keep: (sim, id, properties) => {
      const cluster = string(properties, 'DBClusterIdentifier');
      database(sim, {
        id,
        engine: string(properties, 'Engine'),
        ...(cluster === undefined ? {} : { cluster }),
      });
    },
    forget: (sim, id) => {
      database(sim, { id, status: 'deleted' });
    },
    name: 'DBInstanceIdentifier',
    maxName: 63,
    lowerCase: true,
    ms: 300_000,
    arn: regional('rds', 'db:'),
    attributes: (context, name, properties) => ({
      'Endpoint.Address': host(name, 'rds.amazonaws.com', context),
      'Endpoint.Port': databasePort(properties),
      'MasterUserSecret.SecretArn': context.sim.arn('secretsmanager', `secret:rds!db-${hex(8)}-${hex(6)}`),
      DbiResourceId: `db-${upper(26)}`,
    }),
  },
  'AWS::S3::Bucket': {
    name: 'BucketName',
    maxName: 63,
    lowerCase: true,
    ms: 20_000,
    arn: ({ sim }, name) => `arn:${sim.partition}:s3:::${name}`,
    attributes: ({ sim }, name) => ({
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${sim.region}.amazonaws.com`,
      DualStackDomainName: `${name}.s3.dualstack.${sim.region}.amazonaws.com`,
      WebsiteURL: `http://${name}.s3-website-${sim.region}.amazonaws.com`,
    }),
  },
  'AWS::Scheduler::Schedule': { name: 'Name', maxName: 64, arn: regional('scheduler', 'schedule/default/') },
  'AWS::SecretsManager::Secret': {
    name: 'Name',
    maxName: 256,
    arn: (context, name) => context.sim.arn('secretsmanager', `secret:${name}-${upper(6)}`),
    refIsArn: true,
    keep: ({ secrets }, id, properties) => {
      const given = string(properties, 'SecretString');
      if (given !== undefined) secrets.set(id, given);
      else if (!secrets.has(id)) secrets.set(id, generated(properties['GenerateSecretString']));
    },
    forget: ({ secrets }, id) => secrets.delete(id),
  },
  'AWS::SecretsManager::SecretTargetAttachment': {
    name: 'SecretId',
    check: (sim, properties) => {
      const [secret, target, type] = [
        string(properties, 'SecretId') ?? '',
        string(properties, 'TargetId') ?? '',
        string(properties, 'TargetType') ?? '',
      ];
      if (!sim.secrets.has(secret))
        throw new ApiError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
      if (sim.resources.find(type, target) === undefined)
        throw new ApiError('InvalidRequestException', `Failed to find the target ${target} (${type})`);
    },
    keep: (sim, id, properties) => {
      const [target, type] = [string(properties, 'TargetId') ?? '', string(properties, 'TargetType') ?? ''];
      const found = sim.resources.find(type, target);
      const attributes = found?.attributes;
      const { DatabaseName, DBName, Engine } = found?.properties ?? {};
      const name = DBName ?? DatabaseName;
      const secret = JSON.parse(sim.secrets.get(id) ?? '{}') as object;
      sim.secrets.set(
        id,
        JSON.stringify({
          ...secret,
          engine: String(Engine).includes('postgres') ? 'postgres' : 'mysql',
          host: attributes?.['Endpoint.Address'],
          port: Number(attributes?.['Endpoint.Port']),
          ...(name === undefined ? {} : { dbname: name }),
          [type === 'AWS::RDS::DBCluster' ? 'dbClusterIdentifier' : 'dbInstanceIdentifier']: target,
        }),
      );
    },
  },
  'AWS::SNS::Topic': { name: 'TopicName', maxName: 256, arn: regional('sns', ''), refIsArn: true },
  'AWS::SQS::Queue': {
    name: 'QueueName',
    maxName: 80,
    arn: regional('sqs', ''),
    attributes: ({ sim }, name) => ({
      QueueName: name,
      QueueUrl: `https://sqs.${sim.region}.amazonaws.com/${sim.account}/${name}`,
    }),
  },
  'AWS::SSM::Parameter': {
    name: 'Name',
    maxName: 1011,
    keep: ({ secrets }, id, properties) => secrets.set(id, string(properties, 'Value') ?? ''),
    forget: ({ secrets }, id) => secrets.delete(id),
  },
};

/** @throws ApiError of RDS while deletion protection is on */
function refuseProtected(properties: Properties, kind: 'Cluster' | 'Instance'): void {
  if (String(properties['DeletionProtection']) !== 'true') return;
  throw new ApiError(
    'InvalidParameterCombination',
    `Cannot delete protected ${kind === 'Cluster' ? 'Cluster' : 'DB Instance'}, please disable deletion protection and try again.`,
  );
}

/** A generated password alone, or within the template's JSON. */
function generated(rules: unknown): string {
  const { GenerateStringKey, PasswordLength, SecretStringTemplate } = (rules ?? {}) as Record<
    string,
    unknown
  >;
  const password = upper(Number(PasswordLength ?? 32));
  if (typeof GenerateStringKey !== 'string' || typeof SecretStringTemplate !== 'string') return password;
  const template = JSON.parse(SecretStringTemplate) as Record<string, unknown>;
  return JSON.stringify({ ...template, [GenerateStringKey]: password });
}

/** Has RDS know a database, or forget it. A generated name may be none that RDS takes. */
function database(sim: Simulator, body: Readonly<Record<string, string | undefined>>): void {
  if (!/^[a-z](-?[a-z0-9])*$/i.test(body['id'] ?? '')) return;
  void sim.service('rds').controls?.['POST /_simulator/databases']?.(body);
}

function databasePort(properties: Properties): string {
  const given = properties['Port'];
  if (typeof given === 'string' || typeof given === 'number') return String(given);
  return (string(properties, 'Engine') ?? '').includes('postgres') ? '5432' : '3306';
}
