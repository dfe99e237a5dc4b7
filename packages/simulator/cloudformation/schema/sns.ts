/** Resource types of AWS::SNS, in the notation of `resource-types.ts`. */
export const sns = `
AWS::SNS::Topic id=TopicArn
  ArchivePolicy json
  ContentBasedDeduplication bool
  DataProtectionPolicy json
  DeliveryStatusLogging LoggingConfig[]
  DisplayName string
  FifoThroughputScope string
  FifoTopic bool create-only
  KmsMasterKeyId string
  SignatureVersion string
  Subscription Subscription[]
  Tags Tag[]
  TopicName string create-only
  TracingConfig string
  attributes TopicArn
 LoggingConfig
  FailureFeedbackRoleArn string
  Protocol! application|firehose|http/s|lambda|sqs
  SuccessFeedbackRoleArn string
  SuccessFeedbackSampleRate string
 Subscription
  Endpoint! string
  Protocol! string
 Tag
  Key! string
  Value! string
AWS::SNS::Subscription id=Arn
  DeliveryPolicy json
  Endpoint string create-only
  FilterPolicy json
  FilterPolicyScope string
  Protocol! string create-only
  RawMessageDelivery bool
  RedrivePolicy json
  Region string conditional
  ReplayPolicy json
  SubscriptionRoleArn string
  TopicArn! string create-only
  attributes Arn
AWS::SNS::TopicPolicy id=Id
  PolicyDocument! json
  Topics! string[]
  attributes Id
`;
