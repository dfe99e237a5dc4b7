import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildImage, Pusher } from '@cutover/simulator/ecr/push';
import { StackAccount } from './stack-run.ts';

const TEMPLATE = `
Resources:
  Files: { Type: AWS::S3::Bucket, DeletionPolicy: Retain, UpdateReplacePolicy: Retain }
  Images: { Type: AWS::ECR::Repository, DeletionPolicy: RetainExceptOnCreate }
  Database:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: mysql, DBInstanceClass: db.t4g.micro, AllocatedStorage: '20', MasterUsername: a, ManageMasterUserPassword: true }
  Logs: { Type: AWS::Logs::LogGroup }
`;

let account: StackAccount;

beforeEach(async () => {
  account = await StackAccount.open();
});

afterEach(async () => {
  await account.close();
});

test('a stack is deleted only when its name confirms it; what stays and what that costs is listed', async () => {
  await account.create({ template: TEMPLATE });
  for (const confirmation of [undefined, 'shop-staging']) {
    const refused = await account.run({
      mode: 'delete',
      ...(confirmation === undefined ? {} : { 'confirm-delete': confirmation }),
    });
    expect(refused.kind).toBe('failed');
    expect(refused.said).toContain(
      'Stack shop is deleted only with a confirmation: 2 resources would go, 2 would stay',
    );
    expect(refused.said).toContain('Nothing was changed.');
    expect(refused.said).toContain('add confirm-delete: shop');
    expect(refused.rows).toContainEqual(
      expect.stringMatching(/^Files \| AWS::S3::Bucket \| .+ \| it is \| about 0.023 per GB/),
    );
    expect(refused.rows).toContainEqual(expect.stringMatching(/^Images \| .+ \| it is \| about 0.10 per GB/));
    // RDS is saved by default.
    expect(refused.rows).toContainEqual(
      expect.stringMatching(/^Database \| .+ \| a snapshot \| about 0.095 per GB/),
    );
    expect(refused.rows).toContainEqual(expect.stringMatching(/^Logs \| AWS::Logs::LogGroup \| [^|]+$/));
  }
  const preview = await account.run({ mode: 'delete', 'dry-run': 'true', 'confirm-delete': 'shop' });
  expect([preview.kind, preview.rows.length]).toEqual(['unchanged', 4]);
  expect(account.calls('DeleteStack')).toEqual([]);

  const deleted = await account.run({ mode: 'delete', 'confirm-delete': 'shop' });
  expect(deleted.kind).toBe('succeeded');
  expect(deleted.said).toBe('Stack shop was deleted. Kept outside the stack: Files, Images.');
  expect(deleted.outputs.status).toBe('DELETE_COMPLETE');
  const again = await account.run({ mode: 'delete', 'confirm-delete': 'shop' });
  expect([again.kind, again.said]).toEqual(['unchanged', 'There is no stack shop in us-east-1.']);
});

test('a stack is protected after a run, and deleted then only when that is lifted, too', async () => {
  const created = await account.run({ template: TEMPLATE, 'termination-protection': 'true' });
  expect(created.said).toContain('Its termination protection is on now.');
  expect((await account.stack())?.EnableTerminationProtection).toBe(true);
  const refused = await account.run({ mode: 'delete', 'confirm-delete': 'shop' });
  expect(refused.said).toContain('its termination protection is on');
  expect(account.calls('DeleteStack')).toEqual([]);
  // It stays as it is unless a run says otherwise.
  await account.run({ template: TEMPLATE });
  expect(account.calls('UpdateTerminationProtection')).toHaveLength(1);
  const deleted = await account.run({
    mode: 'delete',
    'confirm-delete': 'shop',
    'termination-protection': 'false',
  });
  expect(deleted.kind).toBe('succeeded');
});

test('a stack that can’t be deleted says what stands in the way', async () => {
  await account.create({
    template: 'Resources: { Images: { Type: AWS::ECR::Repository, Properties: { RepositoryName: images } } }',
  });
  const { authorizationData } = await account.sim.call<{
    authorizationData: { authorizationToken: string; proxyEndpoint: string }[];
  }>('ecr', 'GetAuthorizationToken', {});
  await new Pusher(account.url, 'images', authorizationData[0]?.authorizationToken ?? '').push(
    buildImage([]),
    'v1',
  );
  const failed = await account.run({ mode: 'delete', 'confirm-delete': 'shop' });
  expect(failed.kind).toBe('failed');
  expect(failed.said).toContain(
    'Stack shop ended in DELETE_FAILED. First failure: Images (AWS::ECR::Repository)',
  );
  expect(failed.said).toContain('Run the job with mode: delete');
});
