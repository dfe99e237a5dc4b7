/** Resource types of AWS::SES, in the notation of `resource-types.ts`. */
export const ses = `
AWS::SES::EmailIdentity id=EmailIdentity
  ConfigurationSetAttributes ConfigurationSetAttributes
  DkimAttributes DkimAttributes
  DkimSigningAttributes DkimSigningAttributes
  EmailIdentity! string create-only
  FeedbackAttributes FeedbackAttributes
  MailFromAttributes MailFromAttributes
  Tags Tag[]
  attributes DkimDNSTokenName1 DkimDNSTokenName2 DkimDNSTokenName3 DkimDNSTokenValue1 DkimDNSTokenValue2 DkimDNSTokenValue3
 ConfigurationSetAttributes
  ConfigurationSetName string
 DkimAttributes
  SigningEnabled bool
 DkimSigningAttributes
  DomainSigningPrivateKey string
  DomainSigningSelector string
  NextSigningKeyLength string
 FeedbackAttributes
  EmailForwardingEnabled bool
 MailFromAttributes
  BehaviorOnMxFailure string
  MailFromDomain string
 Tag
  Key! string
  Value! string
AWS::SES::ConfigurationSet id=Name
  ArchivingOptions ArchivingOptions
  DeliveryOptions DeliveryOptions
  Name string create-only
  ReputationOptions ReputationOptions
  SendingOptions SendingOptions
  SuppressionOptions SuppressionOptions
  Tags Tag[]
  TrackingOptions TrackingOptions
  VdmOptions VdmOptions
 ArchivingOptions
  ArchiveArn string
 DeliveryOptions
  MaxDeliverySeconds number
  SendingPoolName string
  TlsPolicy string
 ReputationOptions
  ReputationMetricsEnabled bool
 SendingOptions
  SendingEnabled bool
 SuppressionOptions
  SuppressedReasons string[]
  ValidationOptions ValidationOptions
 Tag
  Key! string
  Value! string
 TrackingOptions
  CustomRedirectDomain string
  HttpsPolicy string
 VdmOptions
  DashboardOptions DashboardOptions
  GuardianOptions GuardianOptions
 ValidationOptions
  ConditionThreshold! ConditionThreshold
 DashboardOptions
  EngagementMetrics! string
 GuardianOptions
  OptimizedSharedDelivery! string
 ConditionThreshold
  ConditionThresholdEnabled! string
  OverallConfidenceThreshold OverallConfidenceThreshold
 OverallConfidenceThreshold
  ConfidenceVerdictThreshold! string
`;
