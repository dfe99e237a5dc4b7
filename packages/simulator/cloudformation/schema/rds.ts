/** Resource types of AWS::RDS, in the notation of `resource-types.ts`. */
export const rds = `
AWS::RDS::DBInstance id=DBInstanceIdentifier
  AdditionalStorageVolumes AdditionalStorageVolume[]
  AllocatedStorage string
  AllowMajorVersionUpgrade bool
  ApplyImmediately bool
  AssociatedRoles DBInstanceRole[]
  AutoMinorVersionUpgrade bool conditional
  AutomaticBackupReplicationKmsKeyId string
  AutomaticBackupReplicationRegion string
  AutomaticBackupReplicationRetentionPeriod int
  AvailabilityZone string conditional
  BackupRetentionPeriod int conditional
  BackupTarget string create-only
  CACertificateIdentifier string
  CertificateRotationRestart bool
  CharacterSetName string create-only
  CopyTagsToSnapshot bool
  CustomIAMInstanceProfile string create-only
  DBClusterIdentifier string create-only
  DBClusterSnapshotIdentifier string conditional
  DBInstanceClass string
  DBInstanceIdentifier string create-only
  DBName string create-only
  DBParameterGroupName string conditional
  DBSecurityGroups string[]
  DBSnapshotIdentifier string conditional
  DBSubnetGroupName string create-only
  DBSystemId string create-only
  DatabaseInsightsMode advanced|standard
  DedicatedLogVolume bool
  DeleteAutomatedBackups bool
  DeletionProtection bool
  Domain string
  DomainAuthSecretArn string
  DomainDnsIps string[]
  DomainFqdn string
  DomainIAMRoleName string
  DomainOu string
  EnableCloudwatchLogsExports string[]
  EnableIAMDatabaseAuthentication bool
  EnablePerformanceInsights bool
  Engine string conditional
  EngineLifecycleSupport string
  EngineVersion string
  Iops int
  KmsKeyId string create-only
  LicenseModel string
  ManageMasterUserPassword bool
  MasterUserAuthenticationType iam-db-auth|password
  MasterUserPassword string
  MasterUserSecret MasterUserSecret
  MasterUsername string create-only
  MaxAllocatedStorage int
  MonitoringInterval int
  MonitoringRoleArn string
  MultiAZ bool conditional
  NcharCharacterSetName string create-only
  NetworkType string
  OptionGroupName string
  PerformanceInsightsKMSKeyId string conditional
  PerformanceInsightsRetentionPeriod int
  Port string
  PreferredBackupWindow string
  PreferredMaintenanceWindow string conditional
  ProcessorFeatures ProcessorFeature[]
  PromotionTier int
  PubliclyAccessible bool
  ReplicaMode string
  RestoreTime string conditional
  SourceDBClusterIdentifier string conditional
  SourceDBInstanceAutomatedBackupsArn string conditional
  SourceDBInstanceIdentifier string conditional
  SourceDbiResourceId string conditional
  SourceRegion string create-only
  StorageEncrypted bool create-only
  StorageThroughput int
  StorageType string conditional
  Tags Tag[]
  TdeCredentialArn string
  TdeCredentialPassword string
  Timezone string create-only
  UseDefaultProcessorFeatures bool
  UseLatestRestorableTime bool conditional
  VPCSecurityGroups string[]
  attributes AutomaticRestartTime CertificateDetails CertificateDetails.CAIdentifier CertificateDetails.ValidTill DBInstanceArn DBInstanceStatus DbiResourceId Endpoint Endpoint.Address Endpoint.HostedZoneId Endpoint.Port InstanceCreateTime IsStorageConfigUpgradeAvailable LatestRestorableTime ListenerEndpoint ListenerEndpoint.Address ListenerEndpoint.HostedZoneId ListenerEndpoint.Port MasterUserSecret.SecretArn PercentProgress ReadReplicaDBClusterIdentifiers ReadReplicaDBInstanceIdentifiers ResumeFullAutomationModeTime SecondaryAvailabilityZone StatusInfos
 AdditionalStorageVolume
  AllocatedStorage string
  Iops int
  MaxAllocatedStorage int
  StorageThroughput int
  StorageType string
  VolumeName string
 DBInstanceRole
  FeatureName! string
  RoleArn! string
 MasterUserSecret
  KmsKeyId string
  SecretArn string
 ProcessorFeature
  Name coreCount|threadsPerCore
  Value string
 Tag
  Key! string
  Value string
AWS::RDS::DBCluster id=DBClusterIdentifier
  AllocatedStorage int
  AssociatedRoles DBClusterRole[]
  AutoMinorVersionUpgrade bool
  AvailabilityZones string[] create-only
  BacktrackWindow int
  BackupRetentionPeriod int
  ClusterScalabilityType limitless|standard create-only
  CopyTagsToSnapshot bool
  DBClusterIdentifier string create-only
  DBClusterInstanceClass string
  DBClusterParameterGroupName string
  DBInstanceParameterGroupName string
  DBSubnetGroupName string create-only
  DBSystemId string create-only
  DatabaseInsightsMode advanced|standard
  DatabaseName string create-only
  DeleteAutomatedBackups bool
  DeletionProtection bool
  Domain string
  DomainIAMRoleName string
  EnableCloudwatchLogsExports string[]
  EnableGlobalWriteForwarding bool
  EnableHttpEndpoint bool
  EnableIAMDatabaseAuthentication bool
  EnableLocalWriteForwarding bool
  Engine string conditional
  EngineLifecycleSupport string
  EngineMode string create-only
  EngineVersion string
  GlobalClusterIdentifier string conditional
  Iops int
  KmsKeyId string create-only
  ManageMasterUserPassword bool
  MasterUserAuthenticationType iam-db-auth|password
  MasterUserPassword string
  MasterUserSecret MasterUserSecret
  MasterUsername string conditional
  MonitoringInterval int
  MonitoringRoleArn string
  NetworkType string
  PerformanceInsightsEnabled bool
  PerformanceInsightsKmsKeyId string
  PerformanceInsightsRetentionPeriod int
  Port int
  PreferredBackupWindow string
  PreferredMaintenanceWindow string
  PubliclyAccessible bool create-only
  ReplicationSourceIdentifier string
  RestoreToTime string create-only
  RestoreType string create-only
  ScalingConfiguration ScalingConfiguration
  ServerlessV2ScalingConfiguration ServerlessV2ScalingConfiguration
  SnapshotIdentifier string create-only
  SourceDBClusterIdentifier string create-only
  SourceDbClusterResourceId string create-only
  SourceRegion string create-only
  StorageEncrypted bool create-only
  StorageType string
  Tags Tag[]
  UseLatestRestorableTime bool create-only
  VpcSecurityGroupIds string[]
  attributes DBClusterArn DBClusterResourceId Endpoint Endpoint.Address Endpoint.Port MasterUserSecret.SecretArn ReadEndpoint ReadEndpoint.Address StorageEncryptionType StorageThroughput
 DBClusterRole
  FeatureName string
  RoleArn! string
 MasterUserSecret
  KmsKeyId string
  SecretArn string
 ScalingConfiguration
  AutoPause bool
  MaxCapacity int
  MinCapacity int
  SecondsBeforeTimeout int
  SecondsUntilAutoPause int
  TimeoutAction string
 ServerlessV2ScalingConfiguration
  MaxCapacity number
  MinCapacity number
  SecondsUntilAutoPause int
 Tag
  Key! string
  Value string
AWS::RDS::DBSubnetGroup id=DBSubnetGroupName
  DBSubnetGroupDescription! string
  DBSubnetGroupName string create-only
  SubnetIds! string[]
  Tags Tag[]
 Tag
  Key! string
  Value string
AWS::RDS::DBParameterGroup id=DBParameterGroupName
  DBParameterGroupName string create-only
  Description! string create-only
  Family! string create-only
  Parameters json
  Tags Tag[]
 Tag
  Key! string
  Value string
AWS::RDS::DBClusterParameterGroup id=DBClusterParameterGroupName
  DBClusterParameterGroupName string create-only
  Description! string create-only
  Family! string create-only
  Parameters! json
  Tags Tag[]
 Tag
  Key! string
  Value string
`;
