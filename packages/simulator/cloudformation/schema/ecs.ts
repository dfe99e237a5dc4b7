/** Resource types of AWS::ECS, in the notation of `resource-types.ts`. */
export const ecs = `
AWS::ECS::Cluster id=ClusterName
  CapacityProviders string[]
  ClusterName string create-only
  ClusterSettings ClusterSettings[]
  Configuration ClusterConfiguration
  DefaultCapacityProviderStrategy CapacityProviderStrategyItem[]
  ServiceConnectDefaults ServiceConnectDefaults
  Tags Tag[]
  attributes Arn
 ClusterSettings
  Name string
  Value string
 ClusterConfiguration
  ExecuteCommandConfiguration ExecuteCommandConfiguration
  ManagedStorageConfiguration ManagedStorageConfiguration
 CapacityProviderStrategyItem
  Base int
  CapacityProvider string
  Weight int
 ServiceConnectDefaults
  Namespace string
 Tag
  Key string
  Value string
 ExecuteCommandConfiguration
  KmsKeyId string
  LogConfiguration ExecuteCommandLogConfiguration
  Logging DEFAULT|NONE|OVERRIDE
 ManagedStorageConfiguration
  FargateEphemeralStorageKmsKeyId string
  KmsKeyId string
 ExecuteCommandLogConfiguration
  CloudWatchEncryptionEnabled bool
  CloudWatchLogGroupName string
  S3BucketName string
  S3EncryptionEnabled bool
  S3KeyPrefix string
AWS::ECS::TaskDefinition id=TaskDefinitionArn
  ContainerDefinitions ContainerDefinition[] create-only
  Cpu string create-only
  EnableFaultInjection bool create-only
  EphemeralStorage EphemeralStorage create-only
  ExecutionRoleArn string create-only
  Family string create-only
  InferenceAccelerators InferenceAccelerator[] create-only
  IpcMode host|none|task create-only
  Memory string create-only
  NetworkMode awsvpc|bridge|host|none create-only
  PidMode host|task create-only
  PlacementConstraints TaskDefinitionPlacementConstraint[] create-only
  ProxyConfiguration ProxyConfiguration create-only
  RequiresCompatibilities EC2|EXTERNAL|FARGATE|MANAGED_INSTANCES[] create-only
  RuntimePlatform RuntimePlatform create-only
  Tags Tag[]
  TaskRoleArn string create-only
  Volumes Volume[] create-only
  attributes TaskDefinitionArn
 ContainerDefinition
  Command string[]
  Cpu int
  CredentialSpecs string[]
  DependsOn ContainerDependency[]
  DisableNetworking bool
  DnsSearchDomains string[]
  DnsServers string[]
  DockerLabels {string}
  DockerSecurityOptions string[]
  EntryPoint string[]
  Environment KeyValuePair[]
  EnvironmentFiles EnvironmentFile[]
  Essential bool
  ExtraHosts HostEntry[]
  FirelensConfiguration FirelensConfiguration
  HealthCheck HealthCheck
  Hostname string
  Image! string
  Interactive bool
  Links string[]
  LinuxParameters LinuxParameters
  LogConfiguration LogConfiguration
  Memory int
  MemoryReservation int
  MountPoints MountPoint[]
  Name! string
  PortMappings PortMapping[]
  Privileged bool
  PseudoTerminal bool
  ReadonlyRootFilesystem bool
  RepositoryCredentials RepositoryCredentials
  ResourceRequirements ResourceRequirement[]
  RestartPolicy RestartPolicy
  Secrets Secret[]
  StartTimeout int
  StopTimeout int
  SystemControls SystemControl[]
  Ulimits Ulimit[]
  User string
  VersionConsistency disabled|enabled
  VolumesFrom VolumeFrom[]
  WorkingDirectory string
 EphemeralStorage
  SizeInGiB int
 InferenceAccelerator
  DeviceName string
  DeviceType string
 TaskDefinitionPlacementConstraint
  Expression string
  Type! =memberOf
 ProxyConfiguration
  ContainerName! string
  ProxyConfigurationProperties KeyValuePair[]
  Type =APPMESH
 RuntimePlatform
  CpuArchitecture ARM64|X86_64
  OperatingSystemFamily string
 Tag
  Key string
  Value string
 Volume
  ConfiguredAtLaunch bool
  DockerVolumeConfiguration DockerVolumeConfiguration
  EFSVolumeConfiguration EFSVolumeConfiguration
  FSxWindowsFileServerVolumeConfiguration FSxWindowsFileServerVolumeConfiguration
  Host HostVolumeProperties
  Name string
  S3FilesVolumeConfiguration S3FilesVolumeConfiguration
 ContainerDependency
  Condition COMPLETE|HEALTHY|START|SUCCESS
  ContainerName string
 KeyValuePair
  Name string
  Value string
 EnvironmentFile
  Type =s3
  Value string
 HostEntry
  Hostname string
  IpAddress string
 FirelensConfiguration
  Options {string}
  Type fluentbit|fluentd
 HealthCheck
  Command string[]
  Interval int
  Retries int
  StartPeriod int
  Timeout int
 LinuxParameters
  Capabilities KernelCapabilities
  Devices Device[]
  InitProcessEnabled bool
  MaxSwap int
  SharedMemorySize int
  Swappiness int
  Tmpfs Tmpfs[]
 LogConfiguration
  LogDriver! string
  Options {string}
  SecretOptions Secret[]
 MountPoint
  ContainerPath string
  ReadOnly bool
  SourceVolume string
 PortMapping
  AppProtocol grpc|http|http2
  ContainerPort int
  ContainerPortRange string
  HostPort int
  Name string
  Protocol tcp|udp
 RepositoryCredentials
  CredentialsParameter string
 ResourceRequirement
  Type! GPU|InferenceAccelerator
  Value! string
 RestartPolicy
  Enabled bool
  IgnoredExitCodes int[]
  RestartAttemptPeriod int
 Secret
  Name! string
  ValueFrom! string
 SystemControl
  Namespace string
  Value string
 Ulimit
  HardLimit! int
  Name! core|cpu|data|fsize|locks|memlock|msgqueue|nice|nofile|nproc|rss|rtprio|rttime|sigpending|stack
  SoftLimit! int
 VolumeFrom
  ReadOnly bool
  SourceContainer string
 DockerVolumeConfiguration
  Autoprovision bool
  Driver string
  DriverOpts {string}
  Labels {string}
  Scope shared|task
 EFSVolumeConfiguration
  AuthorizationConfig AuthorizationConfig
  FilesystemId! string
  RootDirectory string
  TransitEncryption DISABLED|ENABLED
  TransitEncryptionPort int
 FSxWindowsFileServerVolumeConfiguration
  AuthorizationConfig FSxAuthorizationConfig
  FileSystemId! string
  RootDirectory! string
 HostVolumeProperties
  SourcePath string
 S3FilesVolumeConfiguration
  AccessPointArn string
  FileSystemArn! string
  RootDirectory string
  TransitEncryptionPort int
 KernelCapabilities
  Add string[]
  Drop string[]
 Device
  ContainerPath string
  HostPath string
  Permissions mknod|read|write[]
 Tmpfs
  ContainerPath string
  MountOptions string[]
  Size! int
 AuthorizationConfig
  AccessPointId string
  IAM DISABLED|ENABLED
 FSxAuthorizationConfig
  CredentialsParameter! string
  Domain! string
AWS::ECS::Service id=ServiceArn,Cluster
  AvailabilityZoneRebalancing DISABLED|ENABLED
  CapacityProviderStrategy CapacityProviderStrategyItem[]
  Cluster string create-only
  DeploymentConfiguration DeploymentConfiguration
  DeploymentController DeploymentController
  DesiredCount int
  EnableECSManagedTags bool
  EnableExecuteCommand bool
  ForceNewDeployment ForceNewDeployment
  HealthCheckGracePeriodSeconds int
  LaunchType EC2|EXTERNAL|FARGATE conditional
  LoadBalancers LoadBalancer[]
  NetworkConfiguration NetworkConfiguration
  PlacementConstraints PlacementConstraint[]
  PlacementStrategies PlacementStrategy[]
  PlatformVersion string
  PropagateTags SERVICE|TASK_DEFINITION
  Role string create-only
  SchedulingStrategy DAEMON|REPLICA create-only
  ServiceConnectConfiguration ServiceConnectConfiguration
  ServiceName string create-only
  ServiceRegistries ServiceRegistry[]
  Tags Tag[]
  TaskDefinition string
  VolumeConfigurations ServiceVolumeConfiguration[]
  VpcLatticeConfigurations VpcLatticeConfiguration[]
  attributes Name ServiceArn
 CapacityProviderStrategyItem
  Base int
  CapacityProvider string
  Weight int
 DeploymentConfiguration
  Alarms DeploymentAlarms
  BakeTimeInMinutes int
  CanaryConfiguration CanaryConfiguration
  DeploymentCircuitBreaker DeploymentCircuitBreaker
  LifecycleHooks DeploymentLifecycleHook[]
  LinearConfiguration LinearConfiguration
  MaximumPercent int
  MinimumHealthyPercent int
  Strategy BLUE_GREEN|CANARY|LINEAR|ROLLING
 DeploymentController
  Type CODE_DEPLOY|ECS|EXTERNAL
 ForceNewDeployment
  EnableForceNewDeployment! bool
  ForceNewDeploymentNonce string
 LoadBalancer
  AdvancedConfiguration AdvancedConfiguration
  ContainerName string
  ContainerPort int
  LoadBalancerName string
  TargetGroupArn string
 NetworkConfiguration
  AwsvpcConfiguration AwsVpcConfiguration
 PlacementConstraint
  Expression string
  Type! distinctInstance|memberOf
 PlacementStrategy
  Field string
  Type! binpack|random|spread
 ServiceConnectConfiguration
  AccessLogConfiguration ServiceConnectAccessLogConfiguration
  Enabled! bool
  LogConfiguration LogConfiguration
  Namespace string
  Services ServiceConnectService[]
 ServiceRegistry
  ContainerName string
  ContainerPort int
  Port int
  RegistryArn string
 Tag
  Key string
  Value string
 ServiceVolumeConfiguration
  ManagedEBSVolume ServiceManagedEBSVolumeConfiguration
  Name! string
 VpcLatticeConfiguration
  PortName! string
  RoleArn! string
  TargetGroupArn! string
 DeploymentAlarms
  AlarmNames! string[]
  Enable! bool
  Rollback! bool
 CanaryConfiguration
  CanaryBakeTimeInMinutes int
  CanaryPercent number
 DeploymentCircuitBreaker
  Enable! bool
  Rollback! bool
 DeploymentLifecycleHook
  HookDetails json
  HookTargetArn string
  LifecycleStages! POST_PRODUCTION_TRAFFIC_SHIFT|POST_SCALE_UP|POST_TEST_TRAFFIC_SHIFT|PRE_PRODUCTION_TRAFFIC_SHIFT|PRE_SCALE_UP|PRODUCTION_TRAFFIC_SHIFT|RECONCILE_SERVICE|TEST_TRAFFIC_SHIFT[]
  RoleArn string
  TargetType AWS_LAMBDA|PAUSE
  TimeoutConfiguration DeploymentLifecycleHookTimeoutConfiguration
 DeploymentLifecycleHookTimeoutConfiguration
  Action CONTINUE|ROLLBACK
  TimeoutInMinutes int
 LinearConfiguration
  StepBakeTimeInMinutes int
  StepPercent number
 AdvancedConfiguration
  AlternateTargetGroupArn! string
  ProductionListenerRule string
  RoleArn string
  TestListenerRule string
 AwsVpcConfiguration
  AssignPublicIp DISABLED|ENABLED
  SecurityGroups string[]
  Subnets string[]
 ServiceConnectAccessLogConfiguration
  Format! JSON|TEXT
  IncludeQueryParameters DISABLED|ENABLED
 LogConfiguration
  LogDriver string
  Options {string}
  SecretOptions Secret[]
 ServiceConnectService
  ClientAliases ServiceConnectClientAlias[]
  DiscoveryName string
  IngressPortOverride int
  PortName! string
  Timeout TimeoutConfiguration
  Tls ServiceConnectTlsConfiguration
 ServiceManagedEBSVolumeConfiguration
  Encrypted bool
  FilesystemType ext3|ext4|ntfs|xfs
  Iops int
  KmsKeyId string
  RoleArn! string
  SizeInGiB int
  SnapshotId string
  TagSpecifications EBSTagSpecification[]
  Throughput int
  VolumeInitializationRate int
  VolumeType string
 Secret
  Name! string
  ValueFrom! string
 ServiceConnectClientAlias
  DnsName string
  Port! int
  TestTrafficRules ServiceConnectTestTrafficRules
 TimeoutConfiguration
  IdleTimeoutSeconds int
  PerRequestTimeoutSeconds int
 ServiceConnectTlsConfiguration
  IssuerCertificateAuthority! ServiceConnectTlsCertificateAuthority
  KmsKey string
  RoleArn string
 EBSTagSpecification
  PropagateTags SERVICE|TASK_DEFINITION
  ResourceType! =volume
  Tags Tag[]
 ServiceConnectTestTrafficRules
  Header! ServiceConnectTestTrafficRulesHeader
 ServiceConnectTlsCertificateAuthority
  AwsPcaAuthorityArn string
 ServiceConnectTestTrafficRulesHeader
  Name! string
  Value ServiceConnectTestTrafficRulesHeaderValue
 ServiceConnectTestTrafficRulesHeaderValue
  Exact! string
AWS::ECS::ClusterCapacityProviderAssociations id=Cluster
  CapacityProviders string[]
  Cluster! string create-only
  DefaultCapacityProviderStrategy! CapacityProviderStrategy[]
 CapacityProviderStrategy
  Base int
  CapacityProvider! string
  Weight int
`;
