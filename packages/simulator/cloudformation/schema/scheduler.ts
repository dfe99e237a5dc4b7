/** Resource types of AWS::Scheduler, in the notation of `resource-types.ts`. */
export const scheduler = `
AWS::Scheduler::Schedule id=Name
  Description string
  EndDate string
  FlexibleTimeWindow! FlexibleTimeWindow
  GroupName string
  KmsKeyArn string
  Name string create-only
  ScheduleExpression! string
  ScheduleExpressionTimezone string
  StartDate string
  State DISABLED|ENABLED
  Target! Target
  attributes Arn
 FlexibleTimeWindow
  MaximumWindowInMinutes number
  Mode! FLEXIBLE|OFF
 Target
  Arn! string
  DeadLetterConfig DeadLetterConfig
  EcsParameters EcsParameters
  EventBridgeParameters EventBridgeParameters
  Input string
  KinesisParameters KinesisParameters
  RetryPolicy RetryPolicy
  RoleArn! string
  SageMakerPipelineParameters SageMakerPipelineParameters
  SqsParameters SqsParameters
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
  PlacementStrategy PlacementStrategy[]
  PlatformVersion string
  PropagateTags =TASK_DEFINITION
  ReferenceId string
  Tags {string}[]
  TaskCount number
  TaskDefinitionArn! string
 EventBridgeParameters
  DetailType! string
  Source! string
 KinesisParameters
  PartitionKey! string
 RetryPolicy
  MaximumEventAgeInSeconds number
  MaximumRetryAttempts number
 SageMakerPipelineParameters
  PipelineParameterList SageMakerPipelineParameter[]
 SqsParameters
  MessageGroupId string
 CapacityProviderStrategyItem
  Base number
  CapacityProvider! string
  Weight number
 NetworkConfiguration
  AwsvpcConfiguration AwsVpcConfiguration
 PlacementConstraint
  Expression string
  Type distinctInstance|memberOf
 PlacementStrategy
  Field string
  Type binpack|random|spread
 SageMakerPipelineParameter
  Name! string
  Value! string
 AwsVpcConfiguration
  AssignPublicIp DISABLED|ENABLED
  SecurityGroups string[]
  Subnets! string[]
`;
