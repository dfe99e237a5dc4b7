import type {
  DescribeSecurityGroupsRequest,
  DescribeSecurityGroupsResult,
  IpPermission,
  SecurityGroup,
} from '@aws-sdk/client-ec2';
import type { Properties, Resource } from '../kernel/resources.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { filtered, named } from './filter.ts';
import { objects, tagsOf, text } from './properties.ts';

const REFUSAL = { code: 'InvalidGroup.NotFound', noun: 'security group' };
/** Outgoing rule of a group that declares none. */
const EVERYWHERE: Properties = { IpProtocol: '-1', CidrIp: '0.0.0.0/0' };

/** @throws ApiError InvalidGroup.NotFound */
export function describeSecurityGroups(
  sim: Simulator,
  { GroupIds, Filters }: DescribeSecurityGroupsRequest,
): DescribeSecurityGroupsResult {
  const all = sim.resources.of('AWS::EC2::SecurityGroup').map((one) => shape(sim, one));
  const found = filtered(
    named(all, GroupIds, ({ GroupId }) => GroupId, REFUSAL),
    Filters,
    { 'group-id': ({ GroupId }) => [GroupId], 'vpc-id': ({ VpcId }) => [VpcId] },
  );
  return { SecurityGroups: [...found] };
}

function shape(sim: Simulator, { id, properties }: Resource): SecurityGroup {
  const separate = (type: string): readonly Properties[] =>
    sim.resources
      .of(type)
      .map((one) => one.properties)
      .filter(({ GroupId }) => GroupId === id);
  const egress = properties['SecurityGroupEgress'];
  const out = [
    ...(egress === undefined ? [EVERYWHERE] : objects(egress)),
    ...separate('AWS::EC2::SecurityGroupEgress'),
  ];
  const into = [
    ...objects(properties['SecurityGroupIngress']),
    ...separate('AWS::EC2::SecurityGroupIngress'),
  ];
  return {
    GroupId: id,
    GroupName: text(properties['GroupName']) || id,
    Description: text(properties['GroupDescription']),
    VpcId: text(properties['VpcId']),
    OwnerId: sim.account,
    SecurityGroupArn: sim.arn('ec2', `security-group/${id}`),
    IpPermissions: into.map((rule) => permission(sim, rule, 'Source')),
    IpPermissionsEgress: out.map((rule) => permission(sim, rule, 'Destination')),
    Tags: tagsOf(properties),
  };
}

function permission(sim: Simulator, rule: Properties, side: 'Source' | 'Destination'): IpPermission {
  const group = text(rule[`${side}SecurityGroupId`]);
  const prefixList = text(rule[`${side}PrefixListId`]);
  const protocol = `${(rule['IpProtocol'] ?? '-1') as string | number}`;
  return {
    IpProtocol: protocol,
    ...(protocol === '-1'
      ? {}
      : { FromPort: Number(rule['FromPort'] ?? 0), ToPort: Number(rule['ToPort'] ?? 65_535) }),
    IpRanges: text(rule['CidrIp']) === '' ? [] : [{ CidrIp: text(rule['CidrIp']) }],
    Ipv6Ranges: text(rule['CidrIpv6']) === '' ? [] : [{ CidrIpv6: text(rule['CidrIpv6']) }],
    UserIdGroupPairs: group === '' ? [] : [{ GroupId: group, UserId: sim.account }],
    PrefixListIds: prefixList === '' ? [] : [{ PrefixListId: prefixList }],
  };
}
