import type { StackResource } from '@cutover/aws/stacks';
import type { Template } from './template.ts';

/** Fate of a resource when its stack is deleted. */
export interface Fate {
  readonly resource: StackResource;
  readonly kind: 'deleted' | 'kept' | 'snapshot';
  /** Monthly price of what is kept; empty for what is deleted. */
  readonly cost: string;
}

/**
 * Price of keeping a resource: list prices of us-east-1 in USD before tax, as of 2026, an estimate. Other Regions cost up to
 * a quarter more.
 */
const COSTS: Readonly<Record<string, string>> = {
  'AWS::Backup::BackupVault': 'about 0.05 per GB a month',
  'AWS::CloudFront::Distribution': 'nothing without requests',
  'AWS::DynamoDB::Table': 'about 0.25 per GB a month, and its provisioned capacity',
  'AWS::EC2::EIP': 'about 3.65 a month',
  'AWS::EC2::NatGateway': 'about 33 a month',
  'AWS::EC2::Volume': 'about 0.08 per GB a month',
  'AWS::ECR::Repository': 'about 0.10 per GB of images a month',
  'AWS::ECS::TaskDefinition': 'nothing',
  'AWS::EFS::FileSystem': 'about 0.30 per GB a month',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'about 16 a month',
  'AWS::IAM::OIDCProvider': 'nothing',
  'AWS::IAM::Role': 'nothing',
  'AWS::KMS::Key': 'about 1 a month',
  'AWS::Logs::LogGroup': 'about 0.03 per GB of logs a month, until they expire',
  'AWS::Route53::HostedZone': 'about 0.50 a month',
  'AWS::S3::Bucket': 'about 0.023 per GB a month',
  'AWS::S3Files::FileSystem': 'the price of the bucket behind it',
  'AWS::SecretsManager::Secret': 'about 0.40 a month',
};

const SNAPSHOT_COSTS: Readonly<Record<string, string>> = {
  'AWS::DocDB::DBCluster': 'about 0.02 per GB a month',
  'AWS::EC2::Volume': 'about 0.05 per GB a month',
  'AWS::ElastiCache::CacheCluster': 'about 0.085 per GB a month',
  'AWS::ElastiCache::ReplicationGroup': 'about 0.085 per GB a month',
  'AWS::Neptune::DBCluster': 'about 0.02 per GB a month',
  'AWS::RDS::DBCluster': 'about 0.02 per GB a month',
  'AWS::RDS::DBInstance': 'about 0.095 per GB a month',
  'AWS::Redshift::Cluster': 'about 0.023 per GB a month',
};

/** Sorts the resources of a stack by what its deletion does with them, what stays first. */
export function fatesOf(
  resources: readonly StackResource[],
  template: Pick<Template, 'deletionPolicyOf'>,
): readonly Fate[] {
  const order = ['kept', 'snapshot', 'deleted'];
  return resources
    .map((resource): Fate => {
      const policy = template.deletionPolicyOf(resource.logicalId);
      if (policy === 'Retain' || policy === 'RetainExceptOnCreate')
        return { resource, kind: 'kept', cost: COSTS[resource.type] ?? 'its ordinary price' };
      if (policy === 'Snapshot')
        return { resource, kind: 'snapshot', cost: SNAPSHOT_COSTS[resource.type] ?? 'its ordinary price' };
      return { resource, kind: 'deleted', cost: '' };
    })
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
