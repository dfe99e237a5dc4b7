import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { StackAccount, type StackRun } from './stack-run.ts';

jest.setTimeout(400_000);

let account: StackAccount;
let outputs: StackRun['outputs'];

beforeEach(async () => {
  account = await StackAccount.open();
  ({ outputs } = await account.create({}));
});

afterEach(async () => {
  await account.close();
});

/** Updates the stack with these parameters. @throws Error with what was said when that fails */
async function update(...parameters: readonly string[]): Promise<StackRun> {
  const run = await account.run({ 'parameter-overrides': parameters.join('\n') });
  if (run.kind !== 'succeeded') throw new Error(run.said);
  return run;
}

/** Resources of the change set that a run of deploy-stack executed, with what was done to them. */
const changed = ({ rows }: StackRun): readonly string[] =>
  rows
    .filter((row) => /^(?:Add|Modify|Remove) \| /.test(row))
    .map((row) => row.split(' | ').slice(0, 2).join(' '));

const target = async (): Promise<{ MinCapacity?: number; MaxCapacity?: number } | undefined> => {
  const { ScalableTargets } = await account.sim.call<{ ScalableTargets: object[] }>(
    'application-autoscaling',
    'DescribeScalableTargets',
    { ServiceNamespace: 'ecs' },
  );
  return ScalableTargets[0];
};

test('auto scaling, mail and shells come and go without a change of the service', async () => {
  const on = await update(
    'MinTasks=2',
    'MaxTasks=6',
    'RequestsPerTaskTarget=600',
    'AlarmEmail=ops@example.com',
    'EnableExecuteCommand=true',
  );
  expect(changed(on)).toEqual(
    expect.arrayContaining([
      'Add ScalableTarget',
      'Add CpuScaling',
      'Add RequestScaling',
      'Add AlarmTopic',
      'Modify BlueErrors',
      'Modify GreenErrors',
      'Modify TaskRole',
    ]),
  );
  expect(changed(on).filter((one) => one.endsWith(' Service'))).toEqual([]);
  expect(await target()).toMatchObject({ MinCapacity: 2, MaxCapacity: 6 });
  const more = await update('MaxTasks=8', 'CpuTarget=50');
  expect(changed(more).toSorted()).toEqual(['Modify CpuScaling', 'Modify ScalableTarget']);
  expect(await target()).toMatchObject({ MaxCapacity: 8 });
  const off = await account.run({
    'parameter-overrides': 'MaxTasks=0\nRequestsPerTaskTarget=0\nAlarmEmail=\nEnableExecuteCommand=false',
    'allow-removal': 'AlarmTopic',
  });
  expect(off.kind).toBe('succeeded');
  expect(await target()).toBeUndefined();
  expect(off.outputs['ServiceName']).toBe(outputs['ServiceName']);
});

test('scaling on requests without a number of tasks is refused', async () => {
  const { said } = await account.run({ 'parameter-overrides': 'RequestsPerTaskTarget=600' });
  expect(said).toContain('RequestsPerTaskTarget needs MaxTasks');
});

test('a longer idle timeout changes the load balancer in place', async () => {
  const longer = await update('IdleTimeoutSeconds=120');
  expect(changed(longer)).toContain('Modify LoadBalancer');
  expect(changed(longer).filter((one) => / (?:Service|ProductionListener)$/.test(one))).toEqual([]);
  expect(longer.outputs['AlbDnsName']).toBe(outputs['AlbDnsName']);
});

test('the network is told, for a second stack beside this one', () => {
  expect(outputs['VpcId']).toMatch(/^vpc-/);
});
