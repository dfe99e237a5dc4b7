/** Resource types of AWS::ElasticLoadBalancingV2, in the notation of `resource-types.ts`. */
export const elasticLoadBalancing = `
AWS::ElasticLoadBalancingV2::LoadBalancer id=LoadBalancerArn
  EnableCapacityReservationProvisionStabilize bool
  EnablePrefixForIpv6SourceNat off|on
  EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic string
  IpAddressType dualstack|dualstack-without-public-ipv4|ipv4
  Ipv4IpamPoolId string
  LoadBalancerAttributes LoadBalancerAttribute[]
  MinimumLoadBalancerCapacity MinimumLoadBalancerCapacity
  Name string create-only
  Scheme internal|internet-facing create-only
  SecurityGroups string[]
  SubnetMappings SubnetMapping[]
  Subnets string[]
  Tags Tag[]
  Type application|gateway|network create-only
  attributes CanonicalHostedZoneID DNSName LoadBalancerArn LoadBalancerFullName LoadBalancerName
 LoadBalancerAttribute
  Key string
  Value string
 MinimumLoadBalancerCapacity
  CapacityUnits! int
 SubnetMapping
  AllocationId string
  IPv6Address string
  PrivateIPv4Address string
  SourceNatIpv6Prefix string
  SubnetId! string
 Tag
  Key! string
  Value string
AWS::ElasticLoadBalancingV2::TargetGroup id=TargetGroupArn
  HealthCheckEnabled bool
  HealthCheckIntervalSeconds int
  HealthCheckPath string
  HealthCheckPort string
  HealthCheckProtocol GENEVE|HTTP|HTTPS|QUIC|TCP|TCP_QUIC|TCP_UDP|TLS|UDP
  HealthCheckTimeoutSeconds int
  HealthyThresholdCount int
  IpAddressType ipv4|ipv6 create-only
  Matcher Matcher
  Name string create-only
  Port int create-only
  Protocol GENEVE|HTTP|HTTPS|QUIC|TCP|TCP_QUIC|TCP_UDP|TLS|UDP create-only
  ProtocolVersion string create-only
  Tags Tag[]
  TargetControlPort int
  TargetGroupAttributes TargetGroupAttribute[]
  TargetType alb|instance|ip|lambda create-only
  Targets TargetDescription[]
  UnhealthyThresholdCount int
  VpcId string create-only
  attributes LoadBalancerArns TargetGroupArn TargetGroupFullName TargetGroupName
 Matcher
  GrpcCode string
  HttpCode string
 Tag
  Key! string
  Value! string
 TargetGroupAttribute
  Key string
  Value string
 TargetDescription
  AvailabilityZone string
  Id! string
  Port int
  QuicServerId string
AWS::ElasticLoadBalancingV2::Listener id=ListenerArn
  AlpnPolicy string[]
  Certificates Certificate[]
  DefaultActions! Action[]
  ListenerAttributes ListenerAttribute[]
  LoadBalancerArn! string create-only
  MutualAuthentication MutualAuthentication
  Port int
  Protocol GENEVE|HTTP|HTTPS|QUIC|TCP|TCP_QUIC|TCP_UDP|TLS|UDP
  SslPolicy string
  attributes ListenerArn
 Certificate
  CertificateArn string
 Action
  AuthenticateCognitoConfig AuthenticateCognitoConfig
  AuthenticateOidcConfig AuthenticateOidcConfig
  FixedResponseConfig FixedResponseConfig
  ForwardConfig ForwardConfig
  JwtValidationConfig JwtValidationConfig
  Order int
  RedirectConfig RedirectConfig
  TargetGroupArn string
  Type! authenticate-cognito|authenticate-oidc|fixed-response|forward|jwt-validation|redirect
 ListenerAttribute
  Key string
  Value string
 MutualAuthentication
  AdvertiseTrustStoreCaNames off|on
  IgnoreClientCertificateExpiry bool
  Mode string
  TrustStoreArn string
 AuthenticateCognitoConfig
  AuthenticationRequestExtraParams {string}
  OnUnauthenticatedRequest allow|authenticate|deny
  Scope string
  SessionCookieName string
  SessionTimeout string
  UserPoolArn! string
  UserPoolClientId! string
  UserPoolDomain! string
 AuthenticateOidcConfig
  AuthenticationRequestExtraParams {string}
  AuthorizationEndpoint! string
  ClientId! string
  ClientSecret string
  Issuer! string
  OnUnauthenticatedRequest allow|authenticate|deny
  Scope string
  SessionCookieName string
  SessionTimeout string
  TokenEndpoint! string
  UseExistingClientSecret bool
  UserInfoEndpoint! string
 FixedResponseConfig
  ContentType string
  MessageBody string
  StatusCode! string
 ForwardConfig
  TargetGroupStickinessConfig TargetGroupStickinessConfig
  TargetGroups TargetGroupTuple[]
 JwtValidationConfig
  AdditionalClaims JwtValidationActionAdditionalClaim[]
  Issuer! string
  JwksEndpoint! string
 RedirectConfig
  Host string
  Path string
  Port string
  Protocol string
  Query string
  StatusCode! HTTP_301|HTTP_302
 TargetGroupStickinessConfig
  DurationSeconds int
  Enabled bool
 TargetGroupTuple
  TargetGroupArn string
  Weight int
 JwtValidationActionAdditionalClaim
  Format! single-string|space-separated-values|string-array
  Name! string
  Values! string[]
AWS::ElasticLoadBalancingV2::ListenerRule id=RuleArn
  Actions! Action[]
  Conditions! RuleCondition[]
  ListenerArn string create-only
  Priority! int
  Transforms Transform[]
  attributes IsDefault RuleArn
 Action
  AuthenticateCognitoConfig AuthenticateCognitoConfig
  AuthenticateOidcConfig AuthenticateOidcConfig
  FixedResponseConfig FixedResponseConfig
  ForwardConfig ForwardConfig
  JwtValidationConfig JwtValidationConfig
  Order int
  RedirectConfig RedirectConfig
  TargetGroupArn string
  Type! authenticate-cognito|authenticate-oidc|fixed-response|forward|jwt-validation|redirect
 RuleCondition
  Field string
  HostHeaderConfig HostHeaderConfig
  HttpHeaderConfig HttpHeaderConfig
  HttpRequestMethodConfig HttpRequestMethodConfig
  PathPatternConfig PathPatternConfig
  QueryStringConfig QueryStringConfig
  RegexValues string[]
  SourceIpConfig SourceIpConfig
  Values string[]
 Transform
  HostHeaderRewriteConfig RewriteConfigObject
  Type! host-header-rewrite|url-rewrite
  UrlRewriteConfig RewriteConfigObject
 AuthenticateCognitoConfig
  AuthenticationRequestExtraParams {string}
  OnUnauthenticatedRequest allow|authenticate|deny
  Scope string
  SessionCookieName string
  SessionTimeout int
  UserPoolArn! string
  UserPoolClientId! string
  UserPoolDomain! string
 AuthenticateOidcConfig
  AuthenticationRequestExtraParams {string}
  AuthorizationEndpoint! string
  ClientId! string
  ClientSecret string
  Issuer! string
  OnUnauthenticatedRequest allow|authenticate|deny
  Scope string
  SessionCookieName string
  SessionTimeout int
  TokenEndpoint! string
  UseExistingClientSecret bool
  UserInfoEndpoint! string
 FixedResponseConfig
  ContentType string
  MessageBody string
  StatusCode! string
 ForwardConfig
  TargetGroupStickinessConfig TargetGroupStickinessConfig
  TargetGroups TargetGroupTuple[]
 JwtValidationConfig
  AdditionalClaims JwtValidationActionAdditionalClaim[]
  Issuer! string
  JwksEndpoint! string
 RedirectConfig
  Host string
  Path string
  Port string
  Protocol string
  Query string
  StatusCode! HTTP_301|HTTP_302
 HostHeaderConfig
  RegexValues string[]
  Values string[]
 HttpHeaderConfig
  HttpHeaderName string
  RegexValues string[]
  Values string[]
 HttpRequestMethodConfig
  Values string[]
 PathPatternConfig
  RegexValues string[]
  Values string[]
 QueryStringConfig
  Values QueryStringKeyValue[]
 SourceIpConfig
  Values string[]
 RewriteConfigObject
  Rewrites! RewriteConfig[]
 TargetGroupStickinessConfig
  DurationSeconds int
  Enabled bool
 TargetGroupTuple
  TargetGroupArn string
  Weight int
 JwtValidationActionAdditionalClaim
  Format! single-string|space-separated-values|string-array
  Name! string
  Values! string[]
 QueryStringKeyValue
  Key string
  Value string
 RewriteConfig
  Regex! string
  Replace! string
AWS::ElasticLoadBalancingV2::ListenerCertificate id=Id
  Certificates! Certificate[]
  ListenerArn! string create-only
  attributes Id
 Certificate
  CertificateArn string
`;
