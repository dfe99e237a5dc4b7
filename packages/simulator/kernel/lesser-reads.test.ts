import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeNetworkAclsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DescribeParametersCommand,
  GetParameterCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningSimulator, startSimulator } from '../start.ts';

let running: RunningSimulator;
beforeAll(async () => {
  running = await startSimulator({ timeScale: 0 });
});
afterAll(async () => {
  await running.close();
});

const config = () => ({
  endpoint: running.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  maxAttempts: 1,
});

test('GetParameter shows a SecureString only when asked for its decryption', async () => {
  const ssm = new SSMClient(config());
  await ssm.send(new PutParameterCommand({ Name: '/shop/token', Value: 'secret', Type: 'SecureString' }));
  const get = async (Name: string, WithDecryption: boolean) =>
    (await ssm.send(new GetParameterCommand({ Name, WithDecryption }))).Parameter?.Value;
  expect(await get('/shop/token', true)).toBe('secret');
  expect(await get('arn:aws:ssm:us-east-1:123456789012:parameter/shop/token', true)).toBe('secret');
  expect(await get('/shop/token', false)).not.toContain('secret');
  await expect(get('/shop/other', true)).rejects.toMatchObject({ name: 'ParameterNotFound' });
  const { Parameters } = await ssm.send(new DescribeParametersCommand({}));
  expect(Parameters).toMatchObject([{ Name: '/shop/token', KeyId: 'alias/aws/ssm' }]);
  await expect(
    ssm.send(new PutParameterCommand({ Name: '/shop/other', Value: 'x', Type: 'Blob' as 'String' })),
  ).rejects.toMatchObject({ name: 'ValidationException' });
  ssm.destroy();
});

test('GetMetricData answers each query as for a metric without data', async () => {
  const cloudwatch = new CloudWatchClient(config());
  const Metric = { Namespace: 'AWS/ECS', MetricName: 'CPUUtilization' };
  const { MetricDataResults } = await cloudwatch.send(
    new GetMetricDataCommand({
      StartTime: new Date(0),
      EndTime: new Date(60_000),
      MetricDataQueries: [{ Id: 'cpu', MetricStat: { Metric, Period: 60, Stat: 'Average' } }],
    }),
  );
  expect(MetricDataResults).toMatchObject([
    { Id: 'cpu', Label: 'CPUUtilization', Values: [], StatusCode: 'Complete' },
  ]);
  cloudwatch.destroy();
});

test('DescribeNetworkAcls shows the default one of each VPC with its subnets', async () => {
  const { resources } = running.sim;
  resources.put('AWS::EC2::VPC', 'vpc-1', { CidrBlock: '10.0.0.0/16' });
  resources.put('AWS::EC2::Subnet', 'subnet-1', { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24' });
  const ec2 = new EC2Client(config());
  const { NetworkAcls } = await ec2.send(
    new DescribeNetworkAclsCommand({ Filters: [{ Name: 'association.subnet-id', Values: ['subnet-1'] }] }),
  );
  expect(NetworkAcls).toMatchObject([
    {
      IsDefault: true,
      VpcId: 'vpc-1',
      Associations: [{ SubnetId: 'subnet-1' }],
      Entries: expect.arrayContaining([
        expect.objectContaining({ Egress: false, RuleAction: 'allow', RuleNumber: 100 }),
      ]),
    },
  ]);
  ec2.destroy();
});
