/** Resource types of AWS::Logs, in the notation of `resource-types.ts`. */
export const logs = `
AWS::Logs::LogGroup id=LogGroupName
  BearerTokenAuthenticationEnabled bool
  DataProtectionPolicy json
  DeletionProtectionEnabled bool
  FieldIndexPolicies json[]
  KmsKeyId string
  LogGroupClass DELIVERY|INFREQUENT_ACCESS|STANDARD
  LogGroupName string create-only
  ResourcePolicyDocument json
  RetentionInDays int
  Tags Tag[]
  attributes Arn
 Tag
  Key! string
  Value! string
AWS::Logs::MetricFilter id=LogGroupName,FilterName
  ApplyOnTransformedLogs bool
  EmitSystemFieldDimensions string[]
  FieldSelectionCriteria string
  FilterName string create-only
  FilterPattern! string
  LogGroupName! string create-only
  MetricTransformations! MetricTransformation[]
 MetricTransformation
  DefaultValue number
  Dimensions Dimension[]
  MetricName! string
  MetricNamespace! string
  MetricValue! string
  Unit string
 Dimension
  Key! string
  Value! string
`;
