/** Resource types of AWS::ServiceDiscovery, in the notation of `resource-types.ts`. */
export const serviceDiscovery = `
AWS::ServiceDiscovery::PrivateDnsNamespace id=Id
  Description string
  Name! string create-only
  Properties Properties
  Tags Tag[]
  Vpc! string create-only
  attributes Arn HostedZoneId Id
 Properties
  DnsProperties PrivateDnsPropertiesMutable
 Tag
  Key! string
  Value! string
 PrivateDnsPropertiesMutable
  SOA SOA
 SOA
  TTL number
AWS::ServiceDiscovery::Service id=Id
  Description string
  DnsConfig DnsConfig
  HealthCheckConfig HealthCheckConfig
  HealthCheckCustomConfig HealthCheckCustomConfig create-only
  Name string create-only
  NamespaceId string create-only
  ServiceAttributes json
  Tags Tag[]
  Type string create-only
  attributes Arn Id
 DnsConfig
  DnsRecords! DnsRecord[]
  NamespaceId string
  RoutingPolicy string
 HealthCheckConfig
  FailureThreshold number
  ResourcePath string
  Type! string
 HealthCheckCustomConfig
  FailureThreshold number
 Tag
  Key! string
  Value! string
 DnsRecord
  TTL! number
  Type! string
`;
