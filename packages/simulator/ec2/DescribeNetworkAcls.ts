import type { DescribeNetworkAclsRequest, DescribeNetworkAclsResult, NetworkAcl } from '@aws-sdk/client-ec2';
import type { Resource } from '../kernel/resources.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { filtered, named } from './filter.ts';
import { text } from './properties.ts';

const REFUSAL = { code: 'InvalidNetworkAclID.NotFound', noun: 'networkAcl' };
const LAST_RULE = 32_767;

/** Each VPC has its default ACL, which lets all pass; all subnets are associated with it. @throws ApiError InvalidNetworkAclID.NotFound */
export function describeNetworkAcls(
  sim: Simulator,
  { NetworkAclIds, Filters }: DescribeNetworkAclsRequest,
): DescribeNetworkAclsResult {
  const all = sim.resources.of('AWS::EC2::VPC').map((vpc) => defaultAcl(sim, vpc));
  const found = filtered(
    named(all, NetworkAclIds, ({ NetworkAclId }) => NetworkAclId, REFUSAL),
    Filters,
    {
      'vpc-id': ({ VpcId }) => [VpcId],
      'network-acl-id': ({ NetworkAclId }) => [NetworkAclId],
      default: ({ IsDefault }) => [String(IsDefault)],
      'association.subnet-id': ({ Associations = [] }) => Associations.map(({ SubnetId }) => SubnetId),
    },
  );
  return { NetworkAcls: [...found] };
}

function defaultAcl(sim: Simulator, { id }: Resource): NetworkAcl {
  const suffix = id.replace(/^vpc-/, '');
  const NetworkAclId = `acl-${suffix}`;
  const rule = (Egress: boolean, RuleNumber: number, RuleAction: 'allow' | 'deny') => ({
    CidrBlock: '0.0.0.0/0',
    Egress,
    Protocol: '-1',
    RuleAction,
    RuleNumber,
  });
  return {
    NetworkAclId,
    VpcId: id,
    IsDefault: true,
    OwnerId: sim.account,
    Associations: sim.resources
      .of('AWS::EC2::Subnet')
      .filter(({ properties }) => text(properties['VpcId']) === id)
      .map((subnet) => ({
        NetworkAclAssociationId: `aclassoc-${subnet.id.replace(/^subnet-/, '')}`,
        NetworkAclId,
        SubnetId: subnet.id,
      })),
    Entries: [true, false].flatMap((egress) => [rule(egress, 100, 'allow'), rule(egress, LAST_RULE, 'deny')]),
    Tags: [],
  };
}
