import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startSimulator, type RunningSimulator } from '../start.ts';

let running: RunningSimulator;
let client: CloudWatchClient;

beforeEach(async () => {
  running = await startSimulator({ timeScale: 0 });
  client = new CloudWatchClient({
    endpoint: running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIASIMULATOR', secretAccessKey: 'simulator' },
  });
});

afterEach(async () => {
  client.destroy();
  await running.close();
});

async function put(AlarmName: string): Promise<void> {
  await client.send(
    new PutMetricAlarmCommand({
      AlarmName,
      Namespace: 'AWS/ApplicationELB',
      MetricName: 'HTTPCode_Target_5XX_Count',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 5,
      ComparisonOperator: 'GreaterThanThreshold',
    }),
  );
}

async function states(input: ConstructorParameters<typeof DescribeAlarmsCommand>[0] = {}) {
  const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand(input));
  return MetricAlarms.map(({ AlarmName, StateValue }) => `${AlarmName} ${StateValue}`);
}

async function control(body: object): Promise<Response> {
  return await fetch(`${running.url}/_simulator/alarms`, { method: 'POST', body: JSON.stringify(body) });
}

test('an alarm has insufficient data until its state is set, and keeps the state when it is put again', async () => {
  await put('errors');
  expect(await states()).toEqual(['errors INSUFFICIENT_DATA']);
  await running.sim.clock.advance(60_000);
  await client.send(
    new SetAlarmStateCommand({ AlarmName: 'errors', StateValue: 'ALARM', StateReason: '7 > 5' }),
  );
  await put('errors');
  const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand({ AlarmNames: ['errors'] }));
  expect(MetricAlarms).toMatchObject([
    {
      AlarmArn: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:errors',
      StateValue: 'ALARM',
      StateReason: '7 > 5',
      Threshold: 5,
    },
  ]);
  const [alarm] = MetricAlarms;
  expect(alarm?.StateUpdatedTimestamp?.getTime()).toBe(Math.floor(running.sim.clock.now()));
});

test('alarms are found by names, prefix and state, page by page', async () => {
  for (const name of ['web-b', 'api', 'web-a']) await put(name);
  await client.send(new SetAlarmStateCommand({ AlarmName: 'web-b', StateValue: 'OK', StateReason: 'fine' }));
  expect(await states({ AlarmNames: ['web-b', 'missing'] })).toEqual(['web-b OK']);
  expect(await states({ AlarmNamePrefix: 'web-' })).toEqual(['web-a INSUFFICIENT_DATA', 'web-b OK']);
  expect(await states({ StateValue: 'OK' })).toEqual(['web-b OK']);
  expect(await states({ AlarmTypes: ['CompositeAlarm'] })).toEqual([]);
  const first = await client.send(new DescribeAlarmsCommand({ MaxRecords: 2 }));
  expect(first.MetricAlarms).toHaveLength(2);
  expect(await states({ MaxRecords: 2, NextToken: first.NextToken })).toEqual(['web-b OK']);
});

test('an alarm that is not there can be neither set nor deleted, and nothing else is deleted with it', async () => {
  await put('errors');
  const set = new SetAlarmStateCommand({ AlarmName: 'none', StateValue: 'OK', StateReason: 'fine' });
  await expect(client.send(set)).rejects.toMatchObject({ name: 'ResourceNotFound' });
  await expect(
    client.send(new DeleteAlarmsCommand({ AlarmNames: ['errors', 'none'] })),
  ).rejects.toMatchObject({ name: 'ResourceNotFound' });
  expect(await states()).toHaveLength(1);
  await client.send(new DeleteAlarmsCommand({ AlarmNames: ['errors'] }));
  expect(await states()).toEqual([]);
  const wrong = new SetAlarmStateCommand({
    AlarmName: 'errors',
    StateValue: 'RED' as 'ALARM',
    StateReason: 'x',
  });
  await expect(client.send(wrong)).rejects.toMatchObject({ name: expect.stringMatching(/^Validation/) });
});

test('the control interface and the API see one state', async () => {
  await put('errors');
  expect(await (await control({ name: 'errors', state: 'ALARM' })).json()).toEqual({ active: ['errors'] });
  expect(await states()).toEqual(['errors ALARM']);
  await client.send(new SetAlarmStateCommand({ AlarmName: 'errors', StateValue: 'OK', StateReason: 'fine' }));
  expect(await (await control({ name: 'made', state: 'ALARM' })).json()).toEqual({ active: ['made'] });
  expect(await states()).toEqual(['errors OK', 'made ALARM']);
  expect((await control({ name: 'errors', state: 'RED' })).status).toBe(400);
});
