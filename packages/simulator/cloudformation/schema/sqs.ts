/** Resource types of AWS::SQS, in the notation of `resource-types.ts`. */
export const sqs = `
AWS::SQS::Queue id=QueueUrl
  ContentBasedDeduplication bool
  DeduplicationScope string
  DelaySeconds int
  FifoQueue bool create-only
  FifoThroughputLimit string
  KmsDataKeyReusePeriodSeconds int
  KmsMasterKeyId string
  MaximumMessageSize int
  MessageRetentionPeriod int
  QueueName string create-only
  ReceiveMessageWaitTimeSeconds int
  RedriveAllowPolicy json
  RedrivePolicy json
  SqsManagedSseEnabled bool
  Tags Tag[]
  VisibilityTimeout int
  attributes Arn QueueUrl
 Tag
  Key! string
  Value! string
`;
