import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { StackAccount, type StackRun } from './stack-run.ts';

/** A deployment of this stack waits for hours before it shifts. */
const WAITING = { 'parameter-overrides': 'ReadyWaitMinutes=2880' };

let account: StackAccount;
let outputs: StackRun['outputs'];

beforeEach(async () => {
  account = await StackAccount.open();
  ({ outputs } = await account.create(WAITING));
});

afterEach(async () => {
  await account.close();
});

/** Starts a deployment of what runs already. */
async function startDeployment(): Promise<string> {
  const { services } = await account.sim.call<{ services: { taskDefinition: string }[] }>(
    'ecs',
    'DescribeServices',
    { cluster: outputs['ClusterName'], services: [outputs['ServiceName']] },
  );
  const content = JSON.stringify({
    version: 0.0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: services[0]?.taskDefinition,
            LoadBalancerInfo: {
              ContainerName: outputs['ContainerName'],
              ContainerPort: Number(outputs['ContainerPort']),
            },
          },
        },
      },
    ],
  });
  const { deploymentId } = await account.sim.call<{ deploymentId: string }>(
    'codedeploy',
    'CreateDeployment',
    {
      applicationName: outputs['CodeDeployApplication'],
      deploymentGroupName: outputs['CodeDeployDeploymentGroup'],
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
    },
  );
  return deploymentId;
}

const liveColor = async (): Promise<string | undefined> =>
  (await account.stack())?.Parameters?.find(({ ParameterKey }) => ParameterKey === 'LiveColor')
    ?.ParameterValue;

describe('while a deployment runs', () => {
  test('the stack is not updated, and a preview says so', async () => {
    const id = await startDeployment();
    const refused = await account.run({ 'parameter-overrides': 'TestListenerPort=9090' });
    expect(refused.kind).toBe('failed');
    expect(refused.said).toContain(`CodeDeploy deployment ${id} of group`);
    expect(refused.said).toContain('Nothing was changed.');
    expect(account.calls('CreateChangeSet')).toHaveLength(1);
    const preview = await account.run({ 'parameter-overrides': 'TestListenerPort=9090', mode: 'preview' });
    expect(preview.kind).toBe('unchanged');
    expect(preview.notes.join('\n')).toContain('mode: apply would be refused now.');
    expect(account.calls('ExecuteChangeSet')).toHaveLength(1);
  });

  test('that began after the change set was made, nothing is executed', async () => {
    let begun: Promise<string> | undefined;
    const refused = await account.run(
      { 'parameter-overrides': 'TestListenerPort=9090' },
      {
        onProgress: ({ type }) => {
          if (type === 'document') begun ??= startDeployment();
        },
      },
    );
    expect(refused.said).toContain(`CodeDeploy deployment ${await begun} of group`);
    expect(account.calls('ExecuteChangeSet')).toHaveLength(1);
    expect(account.calls('DeleteChangeSet')).toHaveLength(1);
  });
});

describe('the live colour', () => {
  beforeEach(async () => {
    await account.serve(outputs, 'green');
  });

  test('is not written for a change set that is refused', async () => {
    const refused = await account.run({ 'parameter-overrides': 'ContainerPort=9999' });
    expect(refused.kind).toBe('failed');
    expect(refused.said).toContain(
      'The change set would modify Service (AWS::ECS::Service) because of LoadBalancers (parameter ContainerPort).',
    );
    expect(refused.said).toContain('Nothing was changed. Take ContainerPort (parameter-overrides:1:1) back.');
    expect(refused.said).toContain('create a second stack');
    expect(await liveColor()).toBe('blue');
    expect(account.calls('ExecuteChangeSet')).toHaveLength(1);
  });

  test('is written alone when nothing else changes, and that is said', async () => {
    const told = await account.run({});
    expect(told.kind).toBe('succeeded');
    expect(told.said).toBe(
      'Stack shop was told that green serves production (LiveColor=green). There is nothing else to change.',
    );
    expect(await liveColor()).toBe('green');
    expect(await account.weights(outputs)).toEqual([0, 100]);
  });

  test('was written: a refusal after that does not say that nothing was changed', async () => {
    account.sim.faults.add({
      operation: 'CreateChangeSet',
      error: { code: 'ValidationError', message: 'Template format error: late', status: 400 },
      skip: 2,
    });
    const refused = await account.run({ 'parameter-overrides': 'TestListenerPort=9090' });
    expect(refused.kind).toBe('refused');
    expect(refused.said).toContain('(LiveColor=green). Nothing else was changed.');
    expect(refused.said).not.toContain('Nothing was changed');
  });

  test('names the parameter behind several resources', async () => {
    const refused = await account.run({ 'parameter-overrides': 'VpcCidr=10.1.0.0/16' });
    expect(refused.said).toMatch(/modify Service .*NetworkConfiguration \(through .*parameter VpcCidr\)/);
    expect(refused.said).toContain(
      'would replace Vpc (AWS::EC2::VPC) because of CidrBlock (parameter VpcCidr)',
    );
  });
});

test('remains that were deleted are not called unchanged', async () => {
  const template = (properties: string): string =>
    `Resources: { Logs: { Type: AWS::Logs::LogGroup, Properties: { ${properties} } } }`;
  await account.sim.call('logs', 'CreateLogGroup', { logGroupName: '/taken' });
  const failed = await account.run({ name: 'other', template: template('LogGroupName: /taken') });
  expect(failed.kind).toBe('rolledBack');
  const refused = await account.run({ name: 'other', template: template('LogGroup: /free') });
  expect(refused.said).toContain('The empty remains of stack other were deleted. Nothing else was changed.');
  expect(refused.said).not.toContain('Nothing was changed');
});
