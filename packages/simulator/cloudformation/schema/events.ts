/** Resource types of AWS::Events, in the notation of `resource-types.ts`. */
export const events = `
AWS::Events::Rule id=Arn
  Description string
  EventBusName string conditional
  EventPattern json
  Name string create-only
  RoleArn string
  ScheduleExpression string
  State DISABLED|ENABLED|ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS
  Tags Tag[]
  Targets Target[]
  attributes Arn
 Tag
  Key string
  Value string
 Target
  AppSyncParameters AppSyncParameters
  Arn! string
  BatchParameters BatchParameters
  DeadLetterConfig DeadLetterConfig
  EcsParameters EcsParameters
  HttpParameters HttpParameters
  Id! string
  Input string
  InputPath string
  InputTransformer InputTransformer
  KinesisParameters KinesisParameters
  RedshiftDataParameters RedshiftDataParameters
  RetryPolicy RetryPolicy
  RoleArn string
  RunCommandParameters RunCommandParameters
  SageMakerPipelineParameters SageMakerPipelineParameters
  SqsParameters SqsParameters
 AppSyncParameters
  GraphQLOperation! string
 BatchParameters
  ArrayProperties BatchArrayProperties
  JobDefinition! string
  JobName! string
  RetryStrategy BatchRetryStrategy
 DeadLetterConfig
  Arn string
 EcsParameters
  CapacityProviderStrategy CapacityProviderStrategyItem[]
  EnableECSManagedTags bool
  EnableExecuteCommand bool
  Group string
  LaunchType EC2|EXTERNAL|FARGATE
  NetworkConfiguration NetworkConfiguration
  PlacementConstraints PlacementConstraint[]
  PlacementStrategies PlacementStrategy[]
  PlatformVersion string
  PropagateTags =TASK_DEFINITION
  ReferenceId string
  TagList Tag[]
  TaskCount int
  TaskDefinitionArn! string
 HttpParameters
  HeaderParameters {string}
  PathParameterValues string[]
  QueryStringParameters {string}
 InputTransformer
  InputPathsMap {string}
  InputTemplate! string
 KinesisParameters
  PartitionKeyPath! string
 RedshiftDataParameters
  Database! string
  DbUser string
  SecretManagerArn string
  Sql string
  Sqls string[]
  StatementName string
  WithEvent bool
 RetryPolicy
  MaximumEventAgeInSeconds int
  MaximumRetryAttempts int
 RunCommandParameters
  RunCommandTargets! RunCommandTarget[]
 SageMakerPipelineParameters
  PipelineParameterList SageMakerPipelineParameter[]
 SqsParameters
  MessageGroupId! string
 BatchArrayProperties
  Size int
 BatchRetryStrategy
  Attempts int
 CapacityProviderStrategyItem
  Base int
  CapacityProvider! string
  Weight int
 NetworkConfiguration
  AwsVpcConfiguration AwsVpcConfiguration
 PlacementConstraint
  Expression string
  Type distinctInstance|memberOf
 PlacementStrategy
  Field string
  Type string
 RunCommandTarget
  Key! string
  Values! string[]
 SageMakerPipelineParameter
  Name! string
  Value! string
 AwsVpcConfiguration
  AssignPublicIp DISABLED|ENABLED
  SecurityGroups string[]
  Subnets! string[]
`;
