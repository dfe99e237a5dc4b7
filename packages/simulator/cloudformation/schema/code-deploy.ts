/** Resource types of AWS::CodeDeploy, in the notation of `resource-types.ts`. */
export const codeDeploy = `
AWS::CodeDeploy::Application id=ApplicationName
  ApplicationName string create-only
  ComputePlatform ECS|Lambda|Server create-only
  Tags Tag[]
 Tag
  Key! string
  Value! string
AWS::CodeDeploy::DeploymentGroup id=ApplicationName,DeploymentGroupName
  AlarmConfiguration AlarmConfiguration
  ApplicationName! string create-only
  AutoRollbackConfiguration AutoRollbackConfiguration
  AutoScalingGroups string[]
  BlueGreenDeploymentConfiguration BlueGreenDeploymentConfiguration
  Deployment Deployment
  DeploymentConfigName string
  DeploymentGroupName string create-only
  DeploymentStyle DeploymentStyle
  ECSServices ECSService[]
  Ec2TagFilters EC2TagFilter[]
  Ec2TagSet EC2TagSet
  LoadBalancerInfo LoadBalancerInfo
  OnPremisesInstanceTagFilters TagFilter[]
  OnPremisesTagSet OnPremisesTagSet
  OutdatedInstancesStrategy IGNORE|UPDATE
  ServiceRoleArn! string
  Tags Tag[]
  TerminationHookEnabled bool
  TriggerConfigurations TriggerConfig[]
 AlarmConfiguration
  Alarms Alarm[]
  Enabled bool
  IgnorePollAlarmFailure bool
 AutoRollbackConfiguration
  Enabled bool
  Events DEPLOYMENT_FAILURE|DEPLOYMENT_STOP_ON_ALARM|DEPLOYMENT_STOP_ON_REQUEST[]
 BlueGreenDeploymentConfiguration
  DeploymentReadyOption DeploymentReadyOption
  GreenFleetProvisioningOption GreenFleetProvisioningOption
  TerminateBlueInstancesOnDeploymentSuccess BlueInstanceTerminationOption
 Deployment
  Description string
  IgnoreApplicationStopFailures bool
  Revision! RevisionLocation
 DeploymentStyle
  DeploymentOption WITHOUT_TRAFFIC_CONTROL|WITH_TRAFFIC_CONTROL
  DeploymentType BLUE_GREEN|IN_PLACE
 ECSService
  ClusterName! string
  ServiceName! string
 EC2TagFilter
  Key string
  Type KEY_AND_VALUE|KEY_ONLY|VALUE_ONLY
  Value string
 EC2TagSet
  Ec2TagSetList EC2TagSetListObject[]
 LoadBalancerInfo
  ElbInfoList ELBInfo[]
  TargetGroupInfoList TargetGroupInfo[]
  TargetGroupPairInfoList TargetGroupPairInfo[]
 TagFilter
  Key string
  Type KEY_AND_VALUE|KEY_ONLY|VALUE_ONLY
  Value string
 OnPremisesTagSet
  OnPremisesTagSetList OnPremisesTagSetListObject[]
 Tag
  Key! string
  Value! string
 TriggerConfig
  TriggerEvents string[]
  TriggerName string
  TriggerTargetArn string
 Alarm
  Name string
 DeploymentReadyOption
  ActionOnTimeout CONTINUE_DEPLOYMENT|STOP_DEPLOYMENT
  WaitTimeInMinutes int
 GreenFleetProvisioningOption
  Action COPY_AUTO_SCALING_GROUP|DISCOVER_EXISTING
 BlueInstanceTerminationOption
  Action KEEP_ALIVE|TERMINATE
  TerminationWaitTimeInMinutes int
 RevisionLocation
  GitHubLocation GitHubLocation
  RevisionType string
  S3Location S3Location
 EC2TagSetListObject
  Ec2TagGroup EC2TagFilter[]
 ELBInfo
  Name string
 TargetGroupInfo
  Name string
 TargetGroupPairInfo
  ProdTrafficRoute TrafficRoute
  TargetGroups TargetGroupInfo[]
  TestTrafficRoute TrafficRoute
 OnPremisesTagSetListObject
  OnPremisesTagGroup TagFilter[]
 GitHubLocation
  CommitId! string
  Repository! string
 S3Location
  Bucket! string
  BundleType string
  ETag string
  Key! string
  Version string
 TrafficRoute
  ListenerArns string[]
AWS::CodeDeploy::DeploymentConfig id=DeploymentConfigName
  ComputePlatform ECS|Lambda|Server create-only
  DeploymentConfigName string create-only
  MinimumHealthyHosts MinimumHealthyHosts create-only
  TrafficRoutingConfig TrafficRoutingConfig create-only
  ZonalConfig ZonalConfig create-only
 MinimumHealthyHosts
  Type! FLEET_PERCENT|HOST_COUNT
  Value! int
 TrafficRoutingConfig
  TimeBasedCanary TimeBasedCanary
  TimeBasedLinear TimeBasedLinear
  Type! AllAtOnce|TimeBasedCanary|TimeBasedLinear
 ZonalConfig
  FirstZoneMonitorDurationInSeconds int
  MinimumHealthyHostsPerZone MinimumHealthyHostsPerZone
  MonitorDurationInSeconds int
 TimeBasedCanary
  CanaryInterval! int
  CanaryPercentage! int
 TimeBasedLinear
  LinearInterval! int
  LinearPercentage! int
 MinimumHealthyHostsPerZone
  Type! FLEET_PERCENT|HOST_COUNT
  Value! int
`;
