import { ECSClient, ListClustersCommand } from '@aws-sdk/client-ecs';
import { STSClient, AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startSimulator, type RunningSimulator } from '../start.ts';

let running: RunningSimulator;
let sts: STSClient;

beforeEach(async () => {
  running = await startSimulator({ timeScale: 0 });
  sts = new STSClient({
    endpoint: running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIASIMULATOR', secretAccessKey: 'simulator' },
  });
});

afterEach(async () => {
  sts.destroy();
  await running.close();
});

test('a role can be assumed with keys, for as long as asked', async () => {
  const { Credentials, AssumedRoleUser, PackedPolicySize } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: 'arn:aws:iam::123456789012:role/service/deploy',
      RoleSessionName: 'GitHubActions',
      DurationSeconds: 900,
      Tags: [{ Key: 'Repository', Value: 'octo/shop' }],
    }),
  );
  expect(AssumedRoleUser?.Arn).toBe('arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions');
  expect(Credentials?.Expiration?.getTime()).toBe(Math.floor(running.sim.clock.now()) + 900_000);
  expect(Credentials).toMatchObject({ AccessKeyId: expect.stringMatching(/^ASIA/) });
  expect(PackedPolicySize).toBe(3);
  const plain = new AssumeRoleCommand({
    RoleArn: 'arn:aws:iam::123456789012:role/deploy',
    RoleSessionName: 'plain',
  });
  expect((await sts.send(plain)).PackedPolicySize).toBeUndefined();
});

test('a role for less than a quarter of an hour is refused', async () => {
  const short = new AssumeRoleCommand({
    RoleArn: 'arn:aws:iam::123456789012:role/deploy',
    RoleSessionName: 'GitHubActions',
    DurationSeconds: 60,
  });
  await expect(sts.send(short)).rejects.toMatchObject({ name: 'ValidationError' });
});

test('every caller is in the account', async () => {
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: '123456789012' });
});

test('keys of a role do until their end, in AWS time, and then nowhere', async () => {
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: 'arn:aws:iam::123456789012:role/deploy',
      RoleSessionName: 'short',
      DurationSeconds: 900,
    }),
  );
  const options = {
    endpoint: running.url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    },
  };
  const own = new STSClient(options);
  const ecs = new ECSClient(options);
  await running.sim.clock.advance(899_000);
  await own.send(new GetCallerIdentityCommand({}));
  await running.sim.clock.advance(1000);
  await expect(own.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: expect.stringMatching(/^ExpiredToken/),
  });
  await expect(ecs.send(new ListClustersCommand({}))).rejects.toMatchObject({
    name: 'ExpiredTokenException',
  });
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: '123456789012' });
  own.destroy();
  ecs.destroy();
});
