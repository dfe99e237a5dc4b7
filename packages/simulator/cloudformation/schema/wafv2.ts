/** Resource types of AWS::WAFv2, in the notation of `resource-types.ts`. */
export const wafv2 = `
AWS::WAFv2::WebACL id=Name,Id,Scope
  ApplicationConfig ApplicationConfig
  AssociationConfig AssociationConfig
  CaptchaConfig CaptchaConfig
  ChallengeConfig ChallengeConfig
  CustomResponseBodies {CustomResponseBody}
  DataProtectionConfig DataProtectionConfig
  DefaultAction! DefaultAction
  Description string
  Name string create-only
  OnSourceDDoSProtectionConfig OnSourceDDoSProtectionConfig
  Rules Rule[]
  Scope! CLOUDFRONT|REGIONAL create-only
  Tags Tag[]
  TokenDomains string[]
  VisibilityConfig! VisibilityConfig
  attributes Arn Capacity Id LabelNamespace
 ApplicationConfig
  Attributes! ApplicationAttribute[]
 AssociationConfig
  RequestBody {RequestBodyAssociatedResourceTypeConfig}
 CaptchaConfig
  ImmunityTimeProperty ImmunityTimeProperty
 ChallengeConfig
  ImmunityTimeProperty ImmunityTimeProperty
 CustomResponseBody
  Content! string
  ContentType! APPLICATION_JSON|TEXT_HTML|TEXT_PLAIN
 DataProtectionConfig
  DataProtections! DataProtect[]
 DefaultAction
  Allow AllowAction
  Block BlockAction
 OnSourceDDoSProtectionConfig
  ALBLowReputationMode! ACTIVE_UNDER_DDOS|ALWAYS_ON
 Rule
  Action RuleAction
  CaptchaConfig CaptchaConfig
  ChallengeConfig ChallengeConfig
  Name! string
  OverrideAction OverrideAction
  Priority! int
  RuleLabels Label[]
  Statement! Statement
  VisibilityConfig! VisibilityConfig
 Tag
  Key string
  Value string
 VisibilityConfig
  CloudWatchMetricsEnabled! bool
  MetricName! string
  SampledRequestsEnabled! bool
 ApplicationAttribute
  Name! string
  Values! string[]
 RequestBodyAssociatedResourceTypeConfig
  DefaultSizeInspectionLimit! KB_16|KB_32|KB_48|KB_64
 ImmunityTimeProperty
  ImmunityTime! int
 DataProtect
  Action! HASH|SUBSTITUTION
  ExcludeRateBasedDetails bool
  ExcludeRuleMatchDetails bool
  Field! FieldToProtect
 AllowAction
  CustomRequestHandling CustomRequestHandling
 BlockAction
  CustomResponse CustomResponse
 RuleAction
  Allow AllowAction
  Block BlockAction
  Captcha CaptchaAction
  Challenge ChallengeAction
  Count CountAction
 OverrideAction
  Count json
  None json
 Label
  Name! string
 Statement
  AndStatement AndStatement
  AsnMatchStatement AsnMatchStatement
  ByteMatchStatement ByteMatchStatement
  GeoMatchStatement GeoMatchStatement
  IPSetReferenceStatement IPSetReferenceStatement
  LabelMatchStatement LabelMatchStatement
  ManagedRuleGroupStatement ManagedRuleGroupStatement
  NotStatement NotStatement
  OrStatement OrStatement
  RateBasedStatement RateBasedStatement
  RegexMatchStatement RegexMatchStatement
  RegexPatternSetReferenceStatement RegexPatternSetReferenceStatement
  RuleGroupReferenceStatement RuleGroupReferenceStatement
  SizeConstraintStatement SizeConstraintStatement
  SqliMatchStatement SqliMatchStatement
  XssMatchStatement XssMatchStatement
 FieldToProtect
  FieldKeys string[]
  FieldType! BODY|QUERY_STRING|SINGLE_COOKIE|SINGLE_HEADER|SINGLE_QUERY_ARGUMENT
 CustomRequestHandling
  InsertHeaders! CustomHTTPHeader[]
 CustomResponse
  CustomResponseBodyKey string
  ResponseCode! int
  ResponseHeaders CustomHTTPHeader[]
 CaptchaAction
  CustomRequestHandling CustomRequestHandling
 ChallengeAction
  CustomRequestHandling CustomRequestHandling
 CountAction
  CustomRequestHandling CustomRequestHandling
 AndStatement
  Statements! Statement[]
 AsnMatchStatement
  AsnList int[]
  ForwardedIPConfig ForwardedIPConfiguration
 ByteMatchStatement
  FieldToMatch! FieldToMatch
  PositionalConstraint! CONTAINS|CONTAINS_WORD|ENDS_WITH|EXACTLY|STARTS_WITH
  SearchString string
  SearchStringBase64 string
  TextTransformations! TextTransformation[]
 GeoMatchStatement
  CountryCodes string[]
  ForwardedIPConfig ForwardedIPConfiguration
 IPSetReferenceStatement
  Arn! string
  IPSetForwardedIPConfig IPSetForwardedIPConfiguration
 LabelMatchStatement
  Key! string
  Scope! LABEL|NAMESPACE
 ManagedRuleGroupStatement
  ExcludedRules ExcludedRule[]
  ManagedRuleGroupConfigs ManagedRuleGroupConfig[]
  Name! string
  RuleActionOverrides RuleActionOverride[]
  ScopeDownStatement Statement
  VendorName! string
  Version string
 NotStatement
  Statement! Statement
 OrStatement
  Statements! Statement[]
 RateBasedStatement
  AggregateKeyType! CONSTANT|CUSTOM_KEYS|FORWARDED_IP|IP
  CustomKeys RateBasedStatementCustomKey[]
  EvaluationWindowSec int
  ForwardedIPConfig ForwardedIPConfiguration
  Limit! int
  ScopeDownStatement Statement
 RegexMatchStatement
  FieldToMatch! FieldToMatch
  RegexString! string
  TextTransformations! TextTransformation[]
 RegexPatternSetReferenceStatement
  Arn! string
  FieldToMatch! FieldToMatch
  TextTransformations! TextTransformation[]
 RuleGroupReferenceStatement
  Arn! string
  ExcludedRules ExcludedRule[]
  RuleActionOverrides RuleActionOverride[]
 SizeConstraintStatement
  ComparisonOperator! EQ|GE|GT|LE|LT|NE
  FieldToMatch! FieldToMatch
  Size! number
  TextTransformations! TextTransformation[]
 SqliMatchStatement
  FieldToMatch! FieldToMatch
  SensitivityLevel HIGH|LOW
  TextTransformations! TextTransformation[]
 XssMatchStatement
  FieldToMatch! FieldToMatch
  TextTransformations! TextTransformation[]
 CustomHTTPHeader
  Name! string
  Value! string
 ForwardedIPConfiguration
  FallbackBehavior! MATCH|NO_MATCH
  HeaderName! string
 FieldToMatch
  AllQueryArguments json
  Body Body
  Cookies Cookies
  HeaderOrder HeaderOrder
  Headers Headers
  JA3Fingerprint JA3Fingerprint
  JA4Fingerprint JA4Fingerprint
  JsonBody JsonBody
  Method json
  QueryString json
  SingleHeader SingleHeaderObject
  SingleQueryArgument SingleQueryArgumentObject
  UriFragment UriFragment
  UriPath json
 TextTransformation
  Priority! int
  Type! string
 IPSetForwardedIPConfiguration
  FallbackBehavior! MATCH|NO_MATCH
  HeaderName! string
  Position! ANY|FIRST|LAST
 ExcludedRule
  Name! string
 ManagedRuleGroupConfig
  AWSManagedRulesACFPRuleSet AWSManagedRulesACFPRuleSet
  AWSManagedRulesATPRuleSet AWSManagedRulesATPRuleSet
  AWSManagedRulesAntiDDoSRuleSet AWSManagedRulesAntiDDoSRuleSet
  AWSManagedRulesBotControlRuleSet AWSManagedRulesBotControlRuleSet
  LoginPath string
  PasswordField FieldIdentifier
  PayloadType FORM_ENCODED|JSON
  UsernameField FieldIdentifier
 RuleActionOverride
  ActionToUse! RuleAction
  Name! string
 RateBasedStatementCustomKey
  ASN json
  Cookie RateLimitCookie
  ForwardedIP json
  HTTPMethod json
  Header RateLimitHeader
  IP json
  JA3Fingerprint RateLimitJA3Fingerprint
  JA4Fingerprint RateLimitJA4Fingerprint
  LabelNamespace RateLimitLabelNamespace
  QueryArgument RateLimitQueryArgument
  QueryString RateLimitQueryString
  UriPath RateLimitUriPath
 Body
  OversizeHandling CONTINUE|MATCH|NO_MATCH
 Cookies
  MatchPattern! CookieMatchPattern
  MatchScope! ALL|KEY|VALUE
  OversizeHandling! CONTINUE|MATCH|NO_MATCH
 HeaderOrder
  OversizeHandling! CONTINUE|MATCH|NO_MATCH
 Headers
  MatchPattern! HeaderMatchPattern
  MatchScope! ALL|KEY|VALUE
  OversizeHandling! CONTINUE|MATCH|NO_MATCH
 JA3Fingerprint
  FallbackBehavior! MATCH|NO_MATCH
 JA4Fingerprint
  FallbackBehavior! MATCH|NO_MATCH
 JsonBody
  InvalidFallbackBehavior EVALUATE_AS_STRING|MATCH|NO_MATCH
  MatchPattern! JsonMatchPattern
  MatchScope! ALL|KEY|VALUE
  OversizeHandling CONTINUE|MATCH|NO_MATCH
 SingleHeaderObject
  Name! string
 SingleQueryArgumentObject
  Name! string
 UriFragment
  FallbackBehavior MATCH|NO_MATCH
 AWSManagedRulesACFPRuleSet
  CreationPath! string
  EnableRegexInPath bool
  RegistrationPagePath! string
  RequestInspection! RequestInspectionACFP
  ResponseInspection ResponseInspection
 AWSManagedRulesATPRuleSet
  EnableRegexInPath bool
  LoginPath! string
  RequestInspection RequestInspection
  ResponseInspection ResponseInspection
 AWSManagedRulesAntiDDoSRuleSet
  ClientSideActionConfig! ClientSideActionConfig
  SensitivityToBlock HIGH|LOW|MEDIUM
 AWSManagedRulesBotControlRuleSet
  EnableMachineLearning bool
  InspectionLevel! COMMON|TARGETED
 FieldIdentifier
  Identifier! string
 RateLimitCookie
  Name! string
  TextTransformations! TextTransformation[]
 RateLimitHeader
  Name! string
  TextTransformations! TextTransformation[]
 RateLimitJA3Fingerprint
  FallbackBehavior! MATCH|NO_MATCH
 RateLimitJA4Fingerprint
  FallbackBehavior! MATCH|NO_MATCH
 RateLimitLabelNamespace
  Namespace! string
 RateLimitQueryArgument
  Name! string
  TextTransformations! TextTransformation[]
 RateLimitQueryString
  TextTransformations! TextTransformation[]
 RateLimitUriPath
  TextTransformations! TextTransformation[]
 CookieMatchPattern
  All json
  ExcludedCookies string[]
  IncludedCookies string[]
 HeaderMatchPattern
  All json
  ExcludedHeaders string[]
  IncludedHeaders string[]
 JsonMatchPattern
  All json
  IncludedPaths string[]
 RequestInspectionACFP
  AddressFields FieldIdentifier[]
  EmailField FieldIdentifier
  PasswordField FieldIdentifier
  PayloadType! FORM_ENCODED|JSON
  PhoneNumberFields FieldIdentifier[]
  UsernameField FieldIdentifier
 ResponseInspection
  BodyContains ResponseInspectionBodyContains
  Header ResponseInspectionHeader
  Json ResponseInspectionJson
  StatusCode ResponseInspectionStatusCode
 RequestInspection
  PasswordField! FieldIdentifier
  PayloadType! FORM_ENCODED|JSON
  UsernameField! FieldIdentifier
 ClientSideActionConfig
  Challenge! ClientSideAction
 ResponseInspectionBodyContains
  FailureStrings! string[]
  SuccessStrings! string[]
 ResponseInspectionHeader
  FailureValues! string[]
  Name! string
  SuccessValues! string[]
 ResponseInspectionJson
  FailureValues! string[]
  Identifier! string
  SuccessValues! string[]
 ResponseInspectionStatusCode
  FailureCodes! int[]
  SuccessCodes! int[]
 ClientSideAction
  ExemptUriRegularExpressions Regex[]
  Sensitivity HIGH|LOW|MEDIUM
  UsageOfAction! DISABLED|ENABLED
 Regex
  RegexString string
AWS::WAFv2::WebACLAssociation id=ResourceArn,WebACLArn
  ResourceArn! string create-only
  WebACLArn! string create-only
AWS::WAFv2::LoggingConfiguration id=ResourceArn
  LogDestinationConfigs! string[]
  LoggingFilter LoggingFilter
  RedactedFields FieldToMatch[]
  ResourceArn! string create-only
  attributes ManagedByFirewallManager
 LoggingFilter
  DefaultBehavior! DROP|KEEP
  Filters! Filter[]
 FieldToMatch
  Method json
  QueryString json
  SingleHeader SingleHeader
  UriPath json
 Filter
  Behavior! DROP|KEEP
  Conditions! Condition[]
  Requirement! MEETS_ALL|MEETS_ANY
 SingleHeader
  Name! string
 Condition
  ActionCondition ActionCondition
  LabelNameCondition LabelNameCondition
 ActionCondition
  Action! ALLOW|BLOCK|CAPTCHA|CHALLENGE|COUNT|EXCLUDED_AS_COUNT
 LabelNameCondition
  LabelName! string
`;
