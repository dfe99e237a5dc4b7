/** Resource types of AWS::Route53, in the notation of `resource-types.ts`. */
export const route53 = `
AWS::Route53::RecordSet id=Id
  AliasTarget AliasTarget
  CidrRoutingConfig CidrRoutingConfig
  Comment string
  Failover string
  GeoLocation GeoLocation
  GeoProximityLocation GeoProximityLocation
  HealthCheckId string
  HostedZoneId string create-only
  HostedZoneName string create-only
  MultiValueAnswer bool
  Name! string create-only
  Region string
  ResourceRecords string[]
  SetIdentifier string
  TTL string
  Type! string
  Weight int
  attributes Id
 AliasTarget
  DNSName! string
  EvaluateTargetHealth bool
  HostedZoneId! string
 CidrRoutingConfig
  CollectionId! string
  LocationName! string
 GeoLocation
  ContinentCode string
  CountryCode string
  SubdivisionCode string
 GeoProximityLocation
  AWSRegion string
  Bias int
  Coordinates Coordinates
  LocalZoneGroup string
 Coordinates
  Latitude! string
  Longitude! string
`;
