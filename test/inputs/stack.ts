import type { Stack } from '@aws-sdk/client-cloudformation';
import { startSimulator } from '@cutover/simulator/start';
import { deployStack as step } from '@cutover/steps/deploy-stack/step';
import { sceneIn, simulators, STACK, TEMPLATE } from './account.ts';
import { hides, shows, type InputProofs, type Scene } from './proof.ts';

const GROUP = { name: 'logs', template: 'logs.yml' };
const DATABASE = { name: 'data', template: 'data.yml', mode: 'preview' };
const files = {
  'logs.yml': `
Parameters:
  ServiceName: { Type: String, Default: none }
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    Properties: { Tags: [{ Key: service, Value: !Ref ServiceName }] }
`,
  'data.yml': `
Parameters:
  DbName: { Type: String, Default: shop }
  HasBucket: { Type: String, Default: 'yes' }
Conditions:
  WithBucket: !Equals [!Ref HasBucket, 'yes']
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
      MasterUsername: admin
      ManageMasterUserPassword: true
  Files:
    Type: AWS::S3::Bucket
    Condition: WithBucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
`,
  'parameters.yml': 'ServiceName: api\n',
};

/** An account whose time passes only while the step sleeps; its stacks are there, and their operations have ended. */
async function open(): Promise<Scene> {
  const simulator = await startSimulator({ timeScale: 0 });
  simulators.push(simulator);
  const { sim } = simulator;
  const stacks = {
    [STACK]: TEMPLATE,
    data: files['data.yml'],
    old: files['logs.yml'],
    steady: files['logs.yml'],
  };
  for (const [StackName, TemplateBody] of Object.entries(stacks))
    await sim.call('cloudformation', 'CreateStack', { StackName, TemplateBody });
  for (;;) {
    const { Stacks = [] } = await sim.call<{ Stacks?: Stack[] }>('cloudformation', 'DescribeStacks', {});
    if (Stacks.every(({ StackStatus }) => StackStatus === 'CREATE_COMPLETE')) break;
    await sim.clock.advance(1000);
  }
  return sceneIn(simulator, step, {
    files,
    pauseMs: 1,
    onSleep: async (ms) => {
      await sim.clock.advance(ms);
    },
  });
}

const ROLE = 'arn:aws:iam::123456789012:role/simulator';
const PREVIEW = { ...GROUP, mode: 'preview' };

export const stack: InputProofs = {
  action: 'deploy-stack',
  open,
  proofs: [
    shows('mode', 'preview', { ...GROUP, name: 'shown' }, '"kind":"unchanged"'),
    shows('name', 'logs', { template: 'logs.yml', mode: 'preview' }, 'calls CreateChangeSet'),
    shows('template', 'logs.yml', { name: 'logs', mode: 'preview' }, /calls CreateChangeSet .*Default: none/),
    shows(
      'parameter-overrides',
      'ServiceName=api',
      PREVIEW,
      /calls CreateChangeSet .*"ParameterValue":"api"/,
    ),
    shows('capabilities', 'CAPABILITY_NAMED_IAM', PREVIEW, /calls CreateChangeSet .*"CAPABILITY_NAMED_IAM"/),
    shows('role-arn', ROLE, PREVIEW, `"RoleARN":"${ROLE}"`),
    shows('parameters-file', 'parameters.yml', PREVIEW, /calls CreateChangeSet .*"ParameterValue":"api"/),
    shows('parameters-from', STACK, PREVIEW, /calls CreateChangeSet .*"ParameterValue":"web"/),
    shows('change-set', 'reviewed', { name: 'steady', mode: 'preview' }, 'has no change set reviewed'),
    hides(
      'allow-replacement',
      'Database',
      { ...DATABASE, 'parameter-overrides': 'DbName=store' },
      'would replace Database',
    ),
    hides(
      'allow-removal',
      'Files',
      { ...DATABASE, 'parameter-overrides': 'HasBucket=no' },
      'would remove Files',
    ),
    shows('confirm-delete', 'old', { name: 'old', mode: 'delete' }, 'calls DeleteStack'),
    shows(
      'termination-protection',
      'true',
      { ...GROUP, name: 'steady' },
      'calls UpdateTerminationProtection',
    ),
    shows('tags', 'team=shop', PREVIEW, /calls CreateChangeSet .*"Key":"team","Value":"shop"/),
    hides('no-execute-changeset', 'true', { ...GROUP, name: 'left' }, 'calls ExecuteChangeSet'),
    shows('fail-on-empty-changeset', 'true', { ...GROUP, name: 'steady' }, '"kind":"failed"'),
    shows('wait-for-minutes', '0.05', { name: 'hurried', template: 'data.yml' }, '"kind":"timedOut"'),
    shows('poll-interval-seconds', '9', { name: 'steady', mode: 'drift' }, 'sleeps 9000'),
    hides('dry-run', 'true', { ...GROUP, name: 'dry' }, 'calls ExecuteChangeSet'),
    shows('region', 'eu-west-1', PREVIEW, 'region "eu-west-1"'),
  ],
};
