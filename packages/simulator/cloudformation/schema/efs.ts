/** Resource types of AWS::EFS, in the notation of `resource-types.ts`. */
export const efs = `
AWS::EFS::FileSystem id=FileSystemId
  AvailabilityZoneName string create-only
  BackupPolicy BackupPolicy
  BypassPolicyLockoutSafetyCheck bool
  Encrypted bool create-only
  FileSystemPolicy json
  FileSystemProtection FileSystemProtection
  FileSystemTags ElasticFileSystemTag[]
  KmsKeyId string create-only
  LifecyclePolicies LifecyclePolicy[]
  PerformanceMode generalPurpose|maxIO create-only
  ProvisionedThroughputInMibps number
  ReplicationConfiguration ReplicationConfiguration
  ThroughputMode bursting|elastic|provisioned
  attributes Arn FileSystemId ReplicationConfiguration.Destinations.*.Status ReplicationConfiguration.Destinations.*.StatusMessage
 BackupPolicy
  Status! DISABLED|ENABLED
 FileSystemProtection
  ReplicationOverwriteProtection DISABLED|ENABLED
 ElasticFileSystemTag
  Key! string
  Value! string
 LifecyclePolicy
  TransitionToArchive AFTER_14_DAYS|AFTER_180_DAYS|AFTER_1_DAY|AFTER_270_DAYS|AFTER_30_DAYS|AFTER_365_DAYS|AFTER_60_DAYS|AFTER_7_DAYS|AFTER_90_DAYS
  TransitionToIA AFTER_14_DAYS|AFTER_180_DAYS|AFTER_1_DAY|AFTER_270_DAYS|AFTER_30_DAYS|AFTER_365_DAYS|AFTER_60_DAYS|AFTER_7_DAYS|AFTER_90_DAYS
  TransitionToPrimaryStorageClass =AFTER_1_ACCESS
 ReplicationConfiguration
  Destinations ReplicationDestination[]
 ReplicationDestination
  AvailabilityZoneName string
  FileSystemId string
  KmsKeyId string
  Region string
  RoleArn string
  Status string
  StatusMessage string
AWS::EFS::MountTarget id=Id
  FileSystemId! string create-only
  IpAddress string create-only
  IpAddressType DUAL_STACK|IPV4_ONLY|IPV6_ONLY create-only
  Ipv6Address string create-only
  SecurityGroups! string[]
  SubnetId! string create-only
  attributes Id
AWS::EFS::AccessPoint id=AccessPointId
  AccessPointTags AccessPointTag[]
  ClientToken string create-only
  FileSystemId! string create-only
  PosixUser PosixUser create-only
  RootDirectory RootDirectory create-only
  attributes AccessPointId Arn
 AccessPointTag
  Key string
  Value string
 PosixUser
  Gid! string
  SecondaryGids string[]
  Uid! string
 RootDirectory
  CreationInfo CreationInfo
  Path string
 CreationInfo
  OwnerGid! string
  OwnerUid! string
  Permissions! string
`;
