/** Resource types of AWS::ApplicationAutoScaling, in the notation of `resource-types.ts`. */
export const applicationAutoscaling = `
AWS::ApplicationAutoScaling::ScalableTarget id=ResourceId,ScalableDimension,ServiceNamespace
  MaxCapacity! int
  MinCapacity! int
  ResourceId! string create-only
  RoleARN string
  ScalableDimension! string create-only
  ScheduledActions ScheduledAction[]
  ServiceNamespace! appstream|cassandra|comprehend|custom-resource|dynamodb|ec2|ecs|elasticache|elasticmapreduce|kafka|lambda|neptune|rds|sagemaker|workspaces create-only
  SuspendedState SuspendedState
  attributes Id
 ScheduledAction
  EndTime string
  ScalableTargetAction ScalableTargetAction
  Schedule! string
  ScheduledActionName! string
  StartTime string
  Timezone string
 SuspendedState
  DynamicScalingInSuspended bool
  DynamicScalingOutSuspended bool
  ScheduledScalingSuspended bool
 ScalableTargetAction
  MaxCapacity int
  MinCapacity int
AWS::ApplicationAutoScaling::ScalingPolicy id=Arn,ScalableDimension
  PolicyName! string create-only
  PolicyType! PredictiveScaling|StepScaling|TargetTrackingScaling
  PredictiveScalingPolicyConfiguration PredictiveScalingPolicyConfiguration
  ResourceId string create-only
  ScalableDimension string create-only
  ScalingTargetId string create-only
  ServiceNamespace appstream|cassandra|comprehend|custom-resource|dynamodb|ec2|ecs|elasticache|elasticmapreduce|kafka|lambda|neptune|rds|sagemaker|workspaces create-only
  StepScalingPolicyConfiguration StepScalingPolicyConfiguration
  TargetTrackingScalingPolicyConfiguration TargetTrackingScalingPolicyConfiguration
  attributes Arn
 PredictiveScalingPolicyConfiguration
  MaxCapacityBreachBehavior HonorMaxCapacity|IncreaseMaxCapacity
  MaxCapacityBuffer int
  MetricSpecifications! PredictiveScalingMetricSpecification[]
  Mode ForecastAndScale|ForecastOnly
  SchedulingBufferTime int
 StepScalingPolicyConfiguration
  AdjustmentType ChangeInCapacity|ExactCapacity|PercentChangeInCapacity
  Cooldown int
  MetricAggregationType Average|Maximum|Minimum
  MinAdjustmentMagnitude int
  StepAdjustments StepAdjustment[]
 TargetTrackingScalingPolicyConfiguration
  CustomizedMetricSpecification CustomizedMetricSpecification
  DisableScaleIn bool
  PredefinedMetricSpecification PredefinedMetricSpecification
  ScaleInCooldown int
  ScaleOutCooldown int
  TargetValue! number
 PredictiveScalingMetricSpecification
  CustomizedCapacityMetricSpecification PredictiveScalingCustomizedCapacityMetric
  CustomizedLoadMetricSpecification PredictiveScalingCustomizedLoadMetric
  CustomizedScalingMetricSpecification PredictiveScalingCustomizedScalingMetric
  PredefinedLoadMetricSpecification PredictiveScalingPredefinedLoadMetric
  PredefinedMetricPairSpecification PredictiveScalingPredefinedMetricPair
  PredefinedScalingMetricSpecification PredictiveScalingPredefinedScalingMetric
  TargetValue! number
 StepAdjustment
  MetricIntervalLowerBound number
  MetricIntervalUpperBound number
  ScalingAdjustment! int
 CustomizedMetricSpecification
  Dimensions MetricDimension[]
  MetricName string
  Metrics TargetTrackingMetricDataQuery[]
  Namespace string
  Statistic Average|Maximum|Minimum|SampleCount|Sum
  Unit string
 PredefinedMetricSpecification
  PredefinedMetricType! string
  ResourceLabel string
 PredictiveScalingCustomizedCapacityMetric
  MetricDataQueries! PredictiveScalingMetricDataQuery[]
 PredictiveScalingCustomizedLoadMetric
  MetricDataQueries! PredictiveScalingMetricDataQuery[]
 PredictiveScalingCustomizedScalingMetric
  MetricDataQueries! PredictiveScalingMetricDataQuery[]
 PredictiveScalingPredefinedLoadMetric
  PredefinedMetricType! string
  ResourceLabel string
 PredictiveScalingPredefinedMetricPair
  PredefinedMetricType! string
  ResourceLabel string
 PredictiveScalingPredefinedScalingMetric
  PredefinedMetricType! string
  ResourceLabel string
 MetricDimension
  Name! string
  Value! string
 TargetTrackingMetricDataQuery
  Expression string
  Id string
  Label string
  MetricStat TargetTrackingMetricStat
  ReturnData bool
 PredictiveScalingMetricDataQuery
  Expression string
  Id string
  Label string
  MetricStat PredictiveScalingMetricStat
  ReturnData bool
 TargetTrackingMetricStat
  Metric TargetTrackingMetric
  Stat string
  Unit string
 PredictiveScalingMetricStat
  Metric PredictiveScalingMetric
  Stat string
  Unit string
 TargetTrackingMetric
  Dimensions TargetTrackingMetricDimension[]
  MetricName string
  Namespace string
 PredictiveScalingMetric
  Dimensions PredictiveScalingMetricDimension[]
  MetricName string
  Namespace string
 TargetTrackingMetricDimension
  Name string
  Value string
 PredictiveScalingMetricDimension
  Name string
  Value string
`;
