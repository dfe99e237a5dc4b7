/** Resource types of AWS::S3, in the notation of `resource-types.ts`. */
export const s3 = `
AWS::S3::Bucket id=BucketName
  AbacStatus Disabled|Enabled
  AccelerateConfiguration AccelerateConfiguration
  AccessControl AuthenticatedRead|AwsExecRead|BucketOwnerFullControl|BucketOwnerRead|LogDeliveryWrite|Private|PublicRead|PublicReadWrite
  AnalyticsConfigurations AnalyticsConfiguration[]
  BucketEncryption BucketEncryption
  BucketName string create-only
  BucketNamePrefix string create-only
  BucketNamespace account-regional|global create-only
  CorsConfiguration CorsConfiguration
  IntelligentTieringConfigurations IntelligentTieringConfiguration[]
  InventoryConfigurations InventoryConfiguration[]
  LifecycleConfiguration LifecycleConfiguration
  LoggingConfiguration LoggingConfiguration
  MetadataConfiguration MetadataConfiguration
  MetadataTableConfiguration MetadataTableConfiguration
  MetricsConfigurations MetricsConfiguration[]
  NotificationConfiguration NotificationConfiguration
  ObjectLockConfiguration ObjectLockConfiguration
  ObjectLockEnabled bool
  OwnershipControls OwnershipControls
  PublicAccessBlockConfiguration PublicAccessBlockConfiguration
  ReplicationConfiguration ReplicationConfiguration
  Tags Tag[]
  VersioningConfiguration VersioningConfiguration
  WebsiteConfiguration WebsiteConfiguration
  attributes Arn DomainName DualStackDomainName MetadataConfiguration.Destination MetadataConfiguration.InventoryTableConfiguration.TableArn MetadataConfiguration.InventoryTableConfiguration.TableName MetadataConfiguration.JournalTableConfiguration.TableArn MetadataConfiguration.JournalTableConfiguration.TableName MetadataTableConfiguration.S3TablesDestination.TableArn MetadataTableConfiguration.S3TablesDestination.TableNamespace RegionalDomainName WebsiteURL
 AccelerateConfiguration
  AccelerationStatus! Enabled|Suspended
 AnalyticsConfiguration
  Id! string
  Prefix string
  StorageClassAnalysis! StorageClassAnalysis
  TagFilters TagFilter[]
 BucketEncryption
  ServerSideEncryptionConfiguration! ServerSideEncryptionRule[]
 CorsConfiguration
  CorsRules! CorsRule[]
 IntelligentTieringConfiguration
  Id! string
  Prefix string
  Status! Disabled|Enabled
  TagFilters TagFilter[]
  Tierings! Tiering[]
 InventoryConfiguration
  Destination! Destination
  Enabled! bool
  Id! string
  IncludedObjectVersions! All|Current
  OptionalFields string[]
  Prefix string
  ScheduleFrequency! Daily|Weekly
 LifecycleConfiguration
  Rules! Rule[]
  TransitionDefaultMinimumObjectSize all_storage_classes_128K|varies_by_storage_class
 LoggingConfiguration
  DestinationBucketName string
  LogFilePrefix string
  TargetObjectKeyFormat TargetObjectKeyFormat
 MetadataConfiguration
  Destination MetadataDestination
  InventoryTableConfiguration InventoryTableConfiguration
  JournalTableConfiguration! JournalTableConfiguration
 MetadataTableConfiguration
  S3TablesDestination! S3TablesDestination
 MetricsConfiguration
  AccessPointArn string
  Id! string
  Prefix string
  TagFilters TagFilter[]
 NotificationConfiguration
  EventBridgeConfiguration EventBridgeConfiguration
  LambdaConfigurations LambdaConfiguration[]
  QueueConfigurations QueueConfiguration[]
  TopicConfigurations TopicConfiguration[]
 ObjectLockConfiguration
  ObjectLockEnabled =Enabled
  Rule ObjectLockRule
 OwnershipControls
  Rules! OwnershipControlsRule[]
 PublicAccessBlockConfiguration
  BlockPublicAcls bool
  BlockPublicPolicy bool
  IgnorePublicAcls bool
  RestrictPublicBuckets bool
 ReplicationConfiguration
  Role! string
  Rules! ReplicationRule[]
 Tag
  Key! string
  Value! string
 VersioningConfiguration
  Status! Enabled|Suspended
 WebsiteConfiguration
  ErrorDocument string
  IndexDocument string
  RedirectAllRequestsTo RedirectAllRequestsTo
  RoutingRules RoutingRule[]
 StorageClassAnalysis
  DataExport DataExport
 TagFilter
  Key! string
  Value! string
 ServerSideEncryptionRule
  BlockedEncryptionTypes BlockedEncryptionTypes
  BucketKeyEnabled bool
  ServerSideEncryptionByDefault ServerSideEncryptionByDefault
 CorsRule
  AllowedHeaders string[]
  AllowedMethods! DELETE|GET|HEAD|POST|PUT[]
  AllowedOrigins! string[]
  ExposedHeaders string[]
  Id string
  MaxAge int
 Tiering
  AccessTier! ARCHIVE_ACCESS|DEEP_ARCHIVE_ACCESS
  Days! int
 Destination
  BucketAccountId string
  BucketArn! string
  Format! CSV|ORC|Parquet
  Prefix string
 Rule
  AbortIncompleteMultipartUpload AbortIncompleteMultipartUpload
  ExpirationDate string
  ExpirationInDays int
  ExpiredObjectDeleteMarker bool
  Id string
  NoncurrentVersionExpiration NoncurrentVersionExpiration
  NoncurrentVersionExpirationInDays int
  NoncurrentVersionTransition NoncurrentVersionTransition
  NoncurrentVersionTransitions NoncurrentVersionTransition[]
  ObjectSizeGreaterThan string
  ObjectSizeLessThan string
  Prefix string
  Status! Disabled|Enabled
  TagFilters TagFilter[]
  Transition Transition
  Transitions Transition[]
 TargetObjectKeyFormat
  PartitionedPrefix PartitionedPrefix
  SimplePrefix json
 MetadataDestination
  TableBucketArn string
  TableBucketType! aws|customer
  TableNamespace string
 InventoryTableConfiguration
  ConfigurationState! DISABLED|ENABLED
  EncryptionConfiguration MetadataTableEncryptionConfiguration
  TableArn string
  TableName string
 JournalTableConfiguration
  EncryptionConfiguration MetadataTableEncryptionConfiguration
  RecordExpiration! RecordExpiration
  TableArn string
  TableName string
 S3TablesDestination
  TableArn string
  TableBucketArn! string
  TableName! string
  TableNamespace string
 EventBridgeConfiguration
  EventBridgeEnabled! bool
 LambdaConfiguration
  Event! string
  Filter NotificationFilter
  Function! string
 QueueConfiguration
  Event! string
  Filter NotificationFilter
  Queue! string
 TopicConfiguration
  Event! string
  Filter NotificationFilter
  Topic! string
 ObjectLockRule
  DefaultRetention DefaultRetention
 OwnershipControlsRule
  ObjectOwnership BucketOwnerEnforced|BucketOwnerPreferred|ObjectWriter
 ReplicationRule
  DeleteMarkerReplication DeleteMarkerReplication
  Destination! ReplicationDestination
  Filter ReplicationRuleFilter
  Id string
  Prefix string
  Priority int
  SourceSelectionCriteria SourceSelectionCriteria
  Status! Disabled|Enabled
 RedirectAllRequestsTo
  HostName! string
  Protocol http|https
 RoutingRule
  RedirectRule! RedirectRule
  RoutingRuleCondition RoutingRuleCondition
 DataExport
  Destination! Destination
  OutputSchemaVersion! string
 BlockedEncryptionTypes
  EncryptionType NONE|SSE-C[]
 ServerSideEncryptionByDefault
  KMSMasterKeyID string
  SSEAlgorithm! AES256|aws:kms|aws:kms:dsse
 AbortIncompleteMultipartUpload
  DaysAfterInitiation! int
 NoncurrentVersionExpiration
  NewerNoncurrentVersions int
  NoncurrentDays! int
 NoncurrentVersionTransition
  NewerNoncurrentVersions int
  StorageClass! DEEP_ARCHIVE|GLACIER|GLACIER_IR|Glacier|INTELLIGENT_TIERING|ONEZONE_IA|STANDARD_IA
  TransitionInDays! int
 Transition
  StorageClass! DEEP_ARCHIVE|GLACIER|GLACIER_IR|Glacier|INTELLIGENT_TIERING|ONEZONE_IA|STANDARD_IA
  TransitionDate string
  TransitionInDays int
 PartitionedPrefix
  PartitionDateSource DeliveryTime|EventTime
 MetadataTableEncryptionConfiguration
  KmsKeyArn string
  SseAlgorithm! AES256|aws:kms
 RecordExpiration
  Days int
  Expiration! DISABLED|ENABLED
 NotificationFilter
  S3Key! S3KeyFilter
 DefaultRetention
  Days int
  Mode COMPLIANCE|GOVERNANCE
  Years int
 DeleteMarkerReplication
  Status Disabled|Enabled
 ReplicationDestination
  AccessControlTranslation AccessControlTranslation
  Account string
  Bucket! string
  EncryptionConfiguration EncryptionConfiguration
  Metrics Metrics
  ReplicationTime ReplicationTime
  StorageClass DEEP_ARCHIVE|GLACIER|GLACIER_IR|INTELLIGENT_TIERING|ONEZONE_IA|REDUCED_REDUNDANCY|STANDARD|STANDARD_IA
 ReplicationRuleFilter
  And ReplicationRuleAndOperator
  Prefix string
  TagFilter TagFilter
 SourceSelectionCriteria
  ReplicaModifications ReplicaModifications
  SseKmsEncryptedObjects SseKmsEncryptedObjects
 RedirectRule
  HostName string
  HttpRedirectCode string
  Protocol http|https
  ReplaceKeyPrefixWith string
  ReplaceKeyWith string
 RoutingRuleCondition
  HttpErrorCodeReturnedEquals string
  KeyPrefixEquals string
 S3KeyFilter
  Rules! FilterRule[]
 AccessControlTranslation
  Owner! =Destination
 EncryptionConfiguration
  ReplicaKmsKeyID! string
 Metrics
  EventThreshold ReplicationTimeValue
  Status! Disabled|Enabled
 ReplicationTime
  Status! Disabled|Enabled
  Time! ReplicationTimeValue
 ReplicationRuleAndOperator
  Prefix string
  TagFilters TagFilter[]
 ReplicaModifications
  Status! Disabled|Enabled
 SseKmsEncryptedObjects
  Status! Disabled|Enabled
 FilterRule
  Name! string
  Value! string
 ReplicationTimeValue
  Minutes! int
AWS::S3::BucketPolicy id=Bucket
  Bucket! string create-only
  PolicyDocument! json
`;
