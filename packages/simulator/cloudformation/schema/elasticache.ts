/** Resource types of AWS::ElastiCache, in the notation of `resource-types.ts`. */
export const elasticache = `
AWS::ElastiCache::ReplicationGroup id=ReplicationGroupId
  AtRestEncryptionEnabled bool create-only
  AuthToken string conditional
  AutoMinorVersionUpgrade bool
  AutomaticFailoverEnabled bool
  CacheNodeType string
  CacheParameterGroupName string
  CacheSecurityGroupNames string[]
  CacheSubnetGroupName string create-only
  ClusterMode compatible|disabled|enabled
  DataTieringEnabled bool create-only
  Engine string
  EngineVersion string
  GlobalReplicationGroupId string create-only
  IpDiscovery ipv4|ipv6
  KmsKeyId string create-only
  LogDeliveryConfigurations LogDeliveryConfigurationRequest[]
  MultiAZEnabled bool
  NetworkType dual_stack|ipv4|ipv6 create-only
  NodeGroupConfiguration NodeGroupConfiguration[] conditional
  NotificationTopicArn string
  NumCacheClusters int
  NumNodeGroups int
  Port int create-only
  PreferredCacheClusterAZs string[] create-only
  PreferredMaintenanceWindow string
  PrimaryClusterId string
  ReplicasPerNodeGroup int create-only
  ReplicationGroupDescription! string
  ReplicationGroupId string create-only
  SecurityGroupIds string[]
  SnapshotArns string[] create-only
  SnapshotName string create-only
  SnapshotRetentionLimit int
  SnapshotWindow string
  SnapshottingClusterId string
  Tags Tag[]
  TransitEncryptionEnabled bool
  TransitEncryptionMode preferred|required
  UserGroupIds string[]
  attributes ConfigurationEndPoint ConfigurationEndPoint.Address ConfigurationEndPoint.Port PrimaryEndPoint PrimaryEndPoint.Address PrimaryEndPoint.Port ReadEndPoint ReadEndPoint.Addresses ReadEndPoint.AddressesList ReadEndPoint.Ports ReadEndPoint.PortsList ReaderEndPoint ReaderEndPoint.Address ReaderEndPoint.Port
 LogDeliveryConfigurationRequest
  DestinationDetails! DestinationDetails
  DestinationType! cloudwatch-logs|kinesis-firehose
  LogFormat! json|text
  LogType! engine-log|slow-log
 NodeGroupConfiguration
  NodeGroupId string
  PrimaryAvailabilityZone string
  ReplicaAvailabilityZones string[]
  ReplicaCount int
  Slots string
 Tag
  Key! string
  Value! string
 DestinationDetails
  CloudWatchLogsDetails CloudWatchLogsDestinationDetails
  KinesisFirehoseDetails KinesisFirehoseDestinationDetails
 CloudWatchLogsDestinationDetails
  LogGroup! string
 KinesisFirehoseDestinationDetails
  DeliveryStream! string
AWS::ElastiCache::SubnetGroup id=CacheSubnetGroupName
  CacheSubnetGroupName string create-only
  Description! string
  SubnetIds! string[]
  Tags Tag[]
 Tag
  Key! string
  Value! string
AWS::ElastiCache::ParameterGroup id=CacheParameterGroupName
  CacheParameterGroupFamily! string create-only
  Description! string
  Properties {string}
  Tags Tag[]
  attributes CacheParameterGroupName
 Tag
  Key! string
  Value! string
`;
