import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Simulator } from '@cutover/simulator/kernel/simulator';
import { startSimulator } from '@cutover/simulator/start';
import { startMoto, type Moto } from '../other-worlds/moto.ts';
import { findTool } from '../tools.ts';
import { cloudformation } from './cloudformation.ts';
import { cloudwatch } from './cloudwatch.ts';
import { codedeploy } from './codedeploy.ts';
import { compare } from './compare.ts';
import { DIFFERENCES } from './differences.ts';
import { ec2 } from './ec2.ts';
import { ecr } from './ecr.ts';
import { ecs } from './ecs.ts';
import { elbv2 } from './elbv2.ts';
import { events } from './events.ts';
import { logs } from './logs.ts';
import { ssm } from './ssm.ts';
import { sts } from './sts.ts';
import { networkOfMoto, World } from './world.ts';

jest.setTimeout(400_000);

const SCRIPTS = { sts, ecr, ecs, elbv2, codedeploy, logs, cloudformation, cloudwatch, ec2, ssm, events };
const program = findTool('moto-server');

(program === undefined ? describe.skip : describe)('the simulator and moto-server', () => {
  let moto: Moto;

  beforeAll(async () => {
    moto = await startMoto(program ?? '');
  });

  afterAll(async () => {
    await moto?.close();
  });

  test.each(Object.entries(SCRIPTS))('differ only where it is listed in %s', async (service, script) => {
    // What tasks and deployments show depends on their state, so time stands still; stacks need it to get ready.
    const simulator = await startSimulator({ timeScale: service === 'cloudformation' ? 100 : 0 });
    await fetch(`${moto.url}/moto-api/reset`, { method: 'POST' });
    addNetwork(simulator.sim);
    const network = { vpc: 'vpc-1', subnets: ['subnet-1', 'subnet-2'], securityGroup: 'sg-1' };
    const here = new World(simulator.url, network);
    const there = new World(moto.url, await networkOfMoto(moto.url));
    let ours;
    let theirs;
    try {
      ours = await here.play(service, script);
      theirs = await there.play(service, script);
    } finally {
      here.close();
      there.close();
      await simulator.close();
    }
    const found = compare(ours, theirs);
    const known = DIFFERENCES.filter(({ operation }) => operation.startsWith(`${service}:`)).flatMap(
      ({ operation, where, ...said }) => where.map((what) => ({ operation, what, ...said })),
    );
    const lines = (differences: typeof found): string[] =>
      differences.map((one) => `${one.operation} | ${one.what} | ${one.simulator} | ${one.moto}`);
    const foundLines = lines(found);
    const knownLines = lines(known);
    expect({
      unlisted: foundLines.filter((line) => !knownLines.includes(line)),
      listedInVain: knownLines.filter((line) => !foundLines.includes(line)),
    }).toEqual({ unlisted: [], listedInVain: [] });
    expect(ours.length).toBeGreaterThan(10);
  });
});

/** A VPC of two subnets, as moto's account has one by default. */
function addNetwork({ resources }: Simulator): void {
  const VpcId = 'vpc-1';
  resources.put('AWS::EC2::VPC', VpcId, { CidrBlock: '10.0.0.0/16' });
  for (const number of [1, 2]) {
    resources.put('AWS::EC2::Subnet', `subnet-${number}`, {
      VpcId,
      CidrBlock: `10.0.${number}.0/24`,
      AvailabilityZone: `us-east-1${number === 1 ? 'a' : 'b'}`,
      MapPublicIpOnLaunch: true,
    });
  }
  resources.put('AWS::EC2::RouteTable', 'rtb-1', { VpcId });
  resources.put('AWS::EC2::SecurityGroup', 'sg-1', { VpcId, GroupDescription: 'default VPC security group' });
}
