import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { StackAccount } from './stack-run.ts';

/** A database whose name can't change, a bucket that may be left out, and a repository. */
const TEMPLATE = `
Parameters:
  DbName: { Type: String, Default: shop }
  Zone: { Type: String, Default: a }
  HasBucket: { Type: String, Default: 'yes' }
  Days: { Type: Number, Default: 7 }
Conditions:
  WithBucket: !Equals [!Ref HasBucket, 'yes']
  InZone: !Equals [!Ref Zone, a]
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      Engine: mysql
      DBInstanceClass: db.t4g.micro
      AllocatedStorage: '20'
      DBName: !Ref DbName
      AvailabilityZone: !If [InZone, us-east-1a, us-east-1b]
      MasterUsername: admin
      ManageMasterUserPassword: true
  Files:
    Type: AWS::S3::Bucket
    Condition: WithBucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
  Logs:
    Type: AWS::Logs::LogGroup
    Properties: { RetentionInDays: !Ref Days }
  Note:
    Type: AWS::SSM::Parameter
    Properties: { Name: !Sub '/\${DbName}/note', Type: String, Value: a }
`;

let account: StackAccount;

beforeEach(async () => {
  account = await StackAccount.open();
  await account.create({ template: TEMPLATE });
});

afterEach(async () => {
  await account.close();
});

describe('a resource that holds data', () => {
  test('is not replaced: the refusal names resource, property, parameter and its place', async () => {
    const refused = await account.run(
      { template: TEMPLATE, 'parameters-file': 'production.yml' },
      { files: { 'production.yml': 'Days: 14\nDbName: store\n' } },
    );
    expect(refused.kind).toBe('failed');
    expect(refused.said).toContain(
      'The change set would replace Database (AWS::RDS::DBInstance) because of DBName (parameter DbName); it holds data, and the new one begins without. A snapshot of the present one is kept.',
    );
    expect(refused.said).toContain('Nothing was changed. Take DbName (production.yml:2:9) back');
    expect(refused.said).toContain('allow-replacement: Database.');
    // What can be made anew is nobody's loss.
    expect(refused.said).not.toContain('Note');
    expect(account.calls('ExecuteChangeSet')).toHaveLength(1);
    expect(account.calls('DeleteChangeSet')).toHaveLength(1);
    // A stack without deployments needs no right to list its resources.
    expect(account.calls('ListStackResources')).toEqual([]);
    expect((await account.stack())?.StackStatus).toBe('CREATE_COMPLETE');
  });

  test('is replaced when its logical id permits it, and no other', async () => {
    const other = await account.run({
      template: TEMPLATE,
      'parameter-overrides': 'DbName=store',
      'allow-replacement': 'Files, database',
    });
    expect(other.kind).toBe('failed');
    expect(other.said).toContain(
      'allow-replacement names Files, database, and logical ids are compared letter by letter',
    );
    const replaced = await account.run({
      template: TEMPLATE,
      'parameter-overrides': 'DbName=store',
      'allow-replacement': 'Database, Files',
    });
    expect(replaced.kind).toBe('succeeded');
    expect(replaced.notes).toContain(
      'Input allow-replacement names Files, which this change set leaves in place. Remove it from the workflow.',
    );
  });

  test('that may be replaced is not changed either; a parameter is found behind a condition', async () => {
    const refused = await account.run({ template: TEMPLATE, 'parameter-overrides': 'Zone=b' });
    expect(refused.said).toMatch(
      /(may|would) replace Database \(AWS::RDS::DBInstance\) because of AvailabilityZone \(parameter Zone\)/,
    );
    expect(account.calls('ExecuteChangeSet')).toHaveLength(1);
  });

  test('is not removed from the stack', async () => {
    const refused = await account.run({ template: TEMPLATE, 'parameter-overrides': 'HasBucket=no' });
    expect(refused.kind).toBe('failed');
    expect(refused.said).toContain(
      'The change set would remove Files (AWS::S3::Bucket) from the stack; it holds data. The present one is kept outside the stack.',
    );
    expect(account.calls('ExecuteChangeSet')).toHaveLength(1);
    const removed = await account.run({
      template: TEMPLATE,
      'parameter-overrides': 'HasBucket=no',
      'allow-removal': 'Files',
    });
    expect(removed.kind).toBe('succeeded');
  });

  test('is judged in a preview, too', async () => {
    const refused = await account.run({
      template: TEMPLATE,
      'parameter-overrides': 'DbName=store',
      mode: 'preview',
    });
    expect(refused.kind).toBe('failed');
    expect(refused.said).toContain('would replace Database');
    const shown = await account.run({
      template: TEMPLATE,
      'parameter-overrides': 'Days=14',
      'dry-run': 'true',
    });
    expect(shown.kind).toBe('unchanged');
    expect(shown.notes).toContain('Input dry-run: true is the same as mode: preview.');
    expect(account.calls('ExecuteChangeSet')).toHaveLength(1);
  });
});
