import type { World } from './world.ts';

const TOPIC = 'arn:aws:sns:us-east-1:123456789012:alarms';
const BALANCER = 'app/shop/0123456789abcdef';
const START = new Date('2026-01-01T00:00:00Z');
const END = new Date('2026-01-01T01:00:00Z');

export async function cloudwatch(world: World): Promise<void> {
  await alarms(world);
  await metrics(world);
  const { cloudwatch: client } = world;
  const remove = (name: string, ...AlarmNames: string[]): Promise<unknown> =>
    world.see('DeleteAlarms', name, client.deleteAlarms({ AlarmNames }));
  await remove('one', 'errors');
  await remove('no such one', 'other');
}

async function alarms(world: World): Promise<void> {
  const { cloudwatch: client } = world;
  const alarm = {
    AlarmName: 'errors',
    Namespace: 'AWS/ApplicationELB',
    MetricName: 'HTTPCode_Target_5XX_Count',
    Dimensions: [{ Name: 'LoadBalancer', Value: BALANCER }],
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 5,
    ComparisonOperator: 'GreaterThanThreshold',
  } as const;
  const put = (name: string, change: object): Promise<unknown> =>
    world.see('PutMetricAlarm', name, client.putMetricAlarm({ ...alarm, ...change } as never));
  await put('new', {});
  await put('again', { Threshold: 6 });
  await put('with an action', { AlarmName: 'paging', AlarmActions: [TOPIC], TreatMissingData: 'breaching' });
  const describe = client.describeAlarms.bind(client);
  await world.see('DescribeAlarms', 'all', describe({}));
  await world.see('DescribeAlarms', 'one', describe({ AlarmNames: ['errors'] }));
  await world.see('DescribeAlarms', 'one of two', describe({ AlarmNames: ['errors', 'other'] }));
  await world.see('DescribeAlarms', 'by prefix', describe({ AlarmNamePrefix: 'pag' }));
  await world.see('DescribeAlarms', 'in ALARM', describe({ StateValue: 'ALARM' }));
  const set = (name: string, AlarmName: string, StateValue: string): Promise<unknown> =>
    world.see(
      'SetAlarmState',
      name,
      client.setAlarmState({ AlarmName, StateValue: StateValue as 'ALARM', StateReason: 'a test' }),
    );
  await set('one', 'errors', 'ALARM');
  await set('no such one', 'other', 'ALARM');
  await set('wrong state', 'errors', 'PURPLE');
  await world.see('DescribeAlarms', 'set to ALARM', describe({ AlarmNames: ['errors'] }));
  // moto keeps an alarm without a name, and then finds none any more.
  await put('no operator', { AlarmName: 'wrong', ComparisonOperator: undefined });
  await put('wrong operator', { AlarmName: 'wrong', ComparisonOperator: 'Roughly' });
  await put('no name', { AlarmName: undefined });
}

async function metrics(world: World): Promise<void> {
  const { cloudwatch: client } = world;
  const query = {
    Id: 'errors',
    MetricStat: {
      Metric: {
        Namespace: 'AWS/ApplicationELB',
        MetricName: 'HTTPCode_Target_5XX_Count',
        Dimensions: [{ Name: 'LoadBalancer', Value: BALANCER }],
      },
      Period: 60,
      Stat: 'Sum',
    },
  };
  const get = (name: string, change: object): Promise<unknown> =>
    world.see(
      'GetMetricData',
      name,
      client.getMetricData({
        MetricDataQueries: [query],
        StartTime: START,
        EndTime: END,
        ...change,
      }),
    );
  await get('no data', {});
  await get('two', { MetricDataQueries: [query, { ...query, Id: 'again', Label: 'errors' }] });
  await get('one that is not returned', { MetricDataQueries: [{ ...query, ReturnData: false }] });
  await get('no queries', { MetricDataQueries: undefined });
  await get('no end', { EndTime: undefined });
}
