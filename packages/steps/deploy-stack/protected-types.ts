import { ENGINE_RESOURCE_TYPES } from '../deployment/engine-for.ts';

/** Content of a resource that its replacement or removal loses; completes "it holds …". */
const HOLDINGS: Readonly<Record<string, readonly string[]>> = {
  data: [
    'AWS::AmazonMQ::Broker',
    'AWS::Backup::BackupVault',
    'AWS::Cassandra::Table',
    'AWS::Cognito::UserPool',
    'AWS::DocDB::DBCluster',
    'AWS::DocDB::DBInstance',
    'AWS::DynamoDB::GlobalTable',
    'AWS::DynamoDB::Table',
    'AWS::EC2::Volume',
    'AWS::EFS::FileSystem',
    'AWS::ElastiCache::CacheCluster',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::ServerlessCache',
    'AWS::Elasticsearch::Domain',
    'AWS::FSx::FileSystem',
    'AWS::Kinesis::Stream',
    'AWS::Logs::LogGroup',
    'AWS::MSK::Cluster',
    'AWS::MemoryDB::Cluster',
    'AWS::Neptune::DBCluster',
    'AWS::Neptune::DBInstance',
    'AWS::OpenSearchService::Domain',
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBInstance',
    'AWS::RDS::GlobalCluster',
    'AWS::Redshift::Cluster',
    'AWS::S3::Bucket',
    'AWS::S3Express::DirectoryBucket',
    'AWS::S3Files::FileSystem',
    'AWS::S3Tables::TableBucket',
    'AWS::SDB::Domain',
    'AWS::SQS::Queue',
    'AWS::Timestream::Table',
  ],
  'the images that tasks are started from': ['AWS::ECR::Repository'],
  'a secret value': ['AWS::SecretsManager::Secret'],
  'a key without which encrypted data is lost': ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  'the running tasks': ['AWS::ECS::Cluster', 'AWS::ECS::Service'],
  'the deployments of the service': ENGINE_RESOURCE_TYPES,
  'the traffic of users': [
    'AWS::ElasticLoadBalancing::LoadBalancer',
    'AWS::ElasticLoadBalancingV2::Listener',
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'AWS::ElasticLoadBalancingV2::TargetGroup',
  ],
  'an address that others use': [
    'AWS::ApiGateway::DomainName',
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGatewayV2::DomainName',
    'AWS::CloudFront::Distribution',
    'AWS::EC2::EIP',
    'AWS::EC2::NatGateway',
    'AWS::GlobalAccelerator::Accelerator',
    'AWS::Route53::HostedZone',
    'AWS::Route53::RecordSet',
    'AWS::SES::EmailIdentity',
    'AWS::SNS::Topic',
    'AWS::ServiceDiscovery::PrivateDnsNamespace',
    'AWS::ServiceDiscovery::PublicDnsNamespace',
    'AWS::ServiceDiscovery::Service',
  ],
  'the network that everything else is in': ['AWS::EC2::Subnet', 'AWS::EC2::VPC'],
  'the trust of other roles': ['AWS::IAM::OIDCProvider'],
  'stacks of its own': ['AWS::CloudFormation::Stack'],
};

const BY_TYPE: ReadonlyMap<string, string> = new Map(
  Object.entries(HOLDINGS).flatMap(([what, types]) => types.map((type) => [type, what] as const)),
);

/** Content of a resource of this type, as in "data"; undefined for a type that can be made anew without a loss. */
export function holdingOf(type: string): string | undefined {
  return BY_TYPE.get(type);
}
