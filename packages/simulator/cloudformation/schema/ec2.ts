/** Resource types of AWS::EC2, in the notation of `resource-types.ts`. */
export const ec2 = `
AWS::EC2::VPC id=VpcId
  CidrBlock string create-only
  EnableDnsHostnames bool
  EnableDnsSupport bool
  InstanceTenancy dedicated|default|host conditional
  Ipv4IpamPoolId string create-only
  Ipv4NetmaskLength int create-only
  Tags Tag[]
  attributes CidrBlockAssociations DefaultNetworkAcl DefaultSecurityGroup Ipv6CidrBlocks VpcId
 Tag
  Key! string
  Value! string
AWS::EC2::InternetGateway id=InternetGatewayId
  Tags Tag[]
  attributes InternetGatewayId
 Tag
  Key! string
  Value! string
AWS::EC2::VPCGatewayAttachment id=AttachmentType,VpcId
  InternetGatewayId string
  VpcId! string create-only
  VpnGatewayId string
  attributes AttachmentType
AWS::EC2::Subnet id=SubnetId
  AssignIpv6AddressOnCreation bool
  AvailabilityZone string create-only
  AvailabilityZoneId string create-only
  CidrBlock string create-only
  EnableDns64 bool
  EnableLniAtDeviceIndex int
  Ipv4IpamPoolId string create-only
  Ipv4NetmaskLength int create-only
  Ipv6CidrBlock string conditional
  Ipv6IpamPoolId string create-only
  Ipv6Native bool create-only
  Ipv6NetmaskLength int create-only
  MapPublicIpOnLaunch bool
  OutpostArn string create-only
  PrivateDnsNameOptionsOnLaunch PrivateDnsNameOptionsOnLaunch
  Tags Tag[]
  VpcId! string create-only
  attributes BlockPublicAccessStates Ipv6CidrBlocks NetworkAclAssociationId SubnetId
 PrivateDnsNameOptionsOnLaunch
  EnableResourceNameDnsAAAARecord bool
  EnableResourceNameDnsARecord bool
  HostnameType string
 Tag
  Key! string
  Value! string
AWS::EC2::RouteTable id=RouteTableId
  Tags Tag[]
  VpcId! string create-only
  attributes RouteTableId
 Tag
  Key! string
  Value! string
AWS::EC2::Route id=RouteTableId,CidrBlock
  CarrierGatewayId string
  CoreNetworkArn string
  DestinationCidrBlock string create-only
  DestinationIpv6CidrBlock string create-only
  DestinationPrefixListId string create-only
  EgressOnlyInternetGatewayId string
  GatewayId string
  InstanceId string
  LocalGatewayId string
  NatGatewayId string
  NetworkInterfaceId string
  RouteTableId! string create-only
  TransitGatewayId string
  VpcEndpointId string
  VpcPeeringConnectionId string
  attributes CidrBlock
AWS::EC2::SubnetRouteTableAssociation id=Id
  RouteTableId! string create-only
  SubnetId! string create-only
  attributes Id
AWS::EC2::EIP id=PublicIp,AllocationId
  Address string create-only
  Domain string
  InstanceId string
  IpamPoolId string create-only
  NetworkBorderGroup string create-only
  PublicIpv4Pool string
  Tags Tag[]
  TransferAddress string create-only
  attributes AllocationId PublicIp
 Tag
  Key! string
  Value! string
AWS::EC2::NatGateway id=NatGatewayId
  AllocationId string create-only
  AvailabilityMode regional|zonal create-only
  AvailabilityZoneAddresses AvailabilityZoneAddress[]
  ConnectivityType private|public create-only
  MaxDrainDurationSeconds int
  PrivateIpAddress string create-only
  SecondaryAllocationIds string[]
  SecondaryPrivateIpAddressCount int
  SecondaryPrivateIpAddresses string[]
  SubnetId string create-only
  Tags Tag[]
  VpcId string create-only
  attributes AutoProvisionZones AutoScalingIps EniId NatGatewayId RouteTableId
 AvailabilityZoneAddress
  AllocationIds! string[]
  AvailabilityZone string
  AvailabilityZoneId string
 Tag
  Key! string
  Value! string
AWS::EC2::VPCEndpoint id=Id
  DnsOptions DnsOptionsSpecification create-only:PrivateDnsPreference,PrivateDnsSpecifiedDomains
  IpAddressType dualstack|ipv4|ipv6|not-specified
  PolicyDocument json
  PrivateDnsEnabled bool
  ResourceConfigurationArn string create-only
  RouteTableIds string[]
  SecurityGroupIds string[]
  ServiceName string create-only
  ServiceNetworkArn string create-only
  ServiceRegion string create-only
  SubnetIds string[]
  Tags Tag[]
  VpcEndpointType Gateway|GatewayLoadBalancer|Interface|Resource|ServiceNetwork create-only
  VpcId! string create-only
  attributes CreationTimestamp DnsEntries Id NetworkInterfaceIds
 DnsOptionsSpecification
  DnsRecordIpType dualstack|ipv4|ipv6|not-specified|service-defined
  PrivateDnsOnlyForInboundResolverEndpoint AllResolvers|NotSpecified|OnlyInboundResolver
  PrivateDnsPreference ALL_DOMAINS|SPECIFIED_DOMAINS_ONLY|VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS|VERIFIED_DOMAINS_ONLY
  PrivateDnsSpecifiedDomains string[]
 Tag
  Key! string
  Value! string
AWS::EC2::SecurityGroup id=Id
  GroupDescription! string create-only
  GroupName string create-only
  SecurityGroupEgress Egress[]
  SecurityGroupIngress Ingress[]
  Tags Tag[]
  VpcId string create-only
  attributes GroupId Id
 Egress
  CidrIp string
  CidrIpv6 string
  Description string
  DestinationPrefixListId string
  DestinationSecurityGroupId string
  FromPort int
  IpProtocol! string
  ToPort int
 Ingress
  CidrIp string
  CidrIpv6 string
  Description string
  FromPort int
  IpProtocol! string
  SourcePrefixListId string
  SourceSecurityGroupId string
  SourceSecurityGroupName string
  SourceSecurityGroupOwnerId string
  ToPort int
 Tag
  Key! string
  Value! string
AWS::EC2::SecurityGroupIngress id=Id
  CidrIp string create-only
  CidrIpv6 string create-only
  Description string
  FromPort int create-only
  GroupId string create-only
  GroupName string create-only
  IpProtocol! string create-only
  SourcePrefixListId string create-only
  SourceSecurityGroupId string create-only
  SourceSecurityGroupName string create-only
  SourceSecurityGroupOwnerId string create-only
  ToPort int create-only
  attributes Id
AWS::EC2::SecurityGroupEgress id=Id
  CidrIp string create-only
  CidrIpv6 string create-only
  Description string
  DestinationPrefixListId string create-only
  DestinationSecurityGroupId string create-only
  FromPort int create-only
  GroupId! string create-only
  IpProtocol! string create-only
  ToPort int create-only
  attributes Id
AWS::EC2::FlowLog id=Id
  DeliverCrossAccountRole string create-only
  DeliverLogsPermissionArn string create-only
  DestinationOptions DestinationOptions create-only
  LogDestination string create-only
  LogDestinationType cloud-watch-logs|kinesis-data-firehose|s3 create-only
  LogFormat string create-only
  LogGroupName string create-only
  MaxAggregationInterval int create-only
  ResourceId! string create-only
  ResourceType! NetworkInterface|RegionalNatGateway|Subnet|TransitGateway|TransitGatewayAttachment|VPC create-only
  Tags Tag[]
  TrafficType ACCEPT|ALL|REJECT create-only
  attributes Id
 DestinationOptions
  FileFormat! parquet|plain-text
  HiveCompatiblePartitions! bool
  PerHourPartition! bool
 Tag
  Key! string
  Value! string
`;
