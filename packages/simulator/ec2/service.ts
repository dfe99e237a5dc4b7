import type { Operation, QueryService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { describeNetworkAcls } from './DescribeNetworkAcls.ts';
import { describeRouteTables } from './DescribeRouteTables.ts';
import { describeSecurityGroups } from './DescribeSecurityGroups.ts';
import { describeSubnets } from './DescribeSubnets.ts';
import { describeVpcEndpoints } from './DescribeVpcEndpoints.ts';
import { encodeAnswer, encodeRefusal, fromWire } from './dialect.ts';

const NAMESPACE = 'http://ec2.amazonaws.com/doc/2016-11-15';

/** EC2: the networks that stacks made, to be looked at. Answers are never so long that they come in pages. */
export function createEc2(sim: Simulator): QueryService {
  const bind =
    <I>(run: (sim: Simulator, input: I) => object): Operation =>
    (input: I) =>
      run(sim, input);
  return {
    name: 'ec2',
    protocol: 'query',
    version: '2016-11-15',
    xmlNamespace: NAMESPACE,
    dialect: {
      input: (form) => fromWire(form) as object,
      answer: (operation, output, requestId) => encodeAnswer(NAMESPACE, operation, output, requestId),
      refusal: encodeRefusal,
    },
    operations: {
      DescribeNetworkAcls: bind(describeNetworkAcls),
      DescribeRouteTables: bind(describeRouteTables),
      DescribeSecurityGroups: bind(describeSecurityGroups),
      DescribeSubnets: bind(describeSubnets),
      DescribeVpcEndpoints: bind(describeVpcEndpoints),
    },
    snapshot: () =>
      Object.fromEntries(
        ['Subnet', 'RouteTable', 'SecurityGroup', 'VPCEndpoint'].map((kind) => [
          kind,
          sim.resources.of(`AWS::EC2::${kind}`).map(({ id }) => id),
        ]),
      ),
  };
}
