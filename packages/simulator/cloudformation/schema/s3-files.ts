/** Resource types of AWS::S3Files, in the notation of `resource-types.ts`. */
export const s3Files = `
AWS::S3Files::FileSystem id=FileSystemArn
  AcceptBucketWarning bool create-only
  Bucket! string create-only
  ClientToken string create-only
  KmsKeyId string create-only
  Prefix string create-only
  RoleArn! string create-only
  SynchronizationConfiguration SynchronizationConfiguration
  Tags Tag[]
  attributes CreationTime FileSystemArn FileSystemId OwnerId Status StatusMessage SynchronizationConfiguration.LatestVersionNumber
 SynchronizationConfiguration
  ExpirationDataRules! ExpirationDataRule[]
  ImportDataRules! ImportDataRule[]
  LatestVersionNumber int
 Tag
  Key! string
  Value! string
 ExpirationDataRule
  DaysAfterLastAccess! int
 ImportDataRule
  Prefix! string
  SizeLessThan! int
  Trigger! ON_DIRECTORY_FIRST_ACCESS|ON_FILE_ACCESS
AWS::S3Files::MountTarget id=MountTargetId
  FileSystemId! string create-only
  IpAddressType DUAL_STACK|IPV4_ONLY|IPV6_ONLY create-only
  Ipv4Address string create-only
  Ipv6Address string create-only
  SecurityGroups string[]
  SubnetId! string create-only
  attributes AvailabilityZoneId MountTargetId NetworkInterfaceId OwnerId Status StatusMessage VpcId
AWS::S3Files::AccessPoint id=AccessPointId
  ClientToken string create-only
  FileSystemId! string create-only
  PosixUser PosixUser create-only
  RootDirectory RootDirectory create-only
  Tags AccessPointTag[]
  attributes AccessPointArn AccessPointId OwnerId Status
 PosixUser
  Gid! string
  SecondaryGids string[]
  Uid! string
 RootDirectory
  CreationPermissions CreationPermissions
  Path string
 AccessPointTag
  Key string
  Value string
 CreationPermissions
  OwnerGid! string
  OwnerUid! string
  Permissions! string
`;
