/** Resource types of AWS::CloudWatch, in the notation of `resource-types.ts`. */
export const cloudwatch = `
AWS::CloudWatch::Alarm id=AlarmName
  ActionsEnabled bool
  AlarmActions string[]
  AlarmDescription string
  AlarmName string create-only
  ComparisonOperator string
  DatapointsToAlarm int
  Dimensions Dimension[]
  EvaluateLowSampleCountPercentile string
  EvaluationCriteria EvaluationCriteria
  EvaluationInterval int
  EvaluationPeriods int
  ExtendedStatistic string
  InsufficientDataActions string[]
  MetricName string
  Metrics MetricDataQuery[]
  Namespace string
  OKActions string[]
  Period int
  Statistic Average|Maximum|Minimum|SampleCount|Sum
  Tags Tag[]
  Threshold number
  ThresholdMetricId string
  TreatMissingData breaching|ignore|missing|notBreaching
  Unit string
  attributes Arn
 Dimension
  Name! string
  Value! string
 EvaluationCriteria
  PromQLCriteria AlarmPromQLCriteria
 MetricDataQuery
  AccountId string
  Expression string
  Id! string
  Label string
  MetricStat MetricStat
  Period int
  ReturnData bool
 Tag
  Key! string
  Value! string
 AlarmPromQLCriteria
  PendingPeriod int
  Query string
  RecoveryPeriod int
 MetricStat
  Metric! Metric
  Period! int
  Stat! string
  Unit string
 Metric
  Dimensions Dimension[]
  MetricName string
  Namespace string
AWS::CloudWatch::CompositeAlarm id=AlarmName
  ActionsEnabled bool
  ActionsSuppressor string
  ActionsSuppressorExtensionPeriod int
  ActionsSuppressorWaitPeriod int
  AlarmActions string[]
  AlarmDescription string
  AlarmName string create-only
  AlarmRule! string
  InsufficientDataActions string[]
  OKActions string[]
  Tags Tag[]
  attributes Arn
 Tag
  Key! string
  Value! string
AWS::CloudWatch::Dashboard id=DashboardName
  DashboardBody! string
  DashboardName string create-only
`;
