import type { DescribeAlarmsOutput } from '@aws-sdk/client-cloudwatch';
import { ApiError } from '../../kernel/api-error.ts';
import { tagsOf } from './api-names.ts';
import { type Properties, type ResourceContext, type ResourceHandler, string } from './handler.ts';

const MAX_NAME = 255;
const CREATION_MS = 3000;
/** A parameter of a template is text. */
const NUMBERS = ['DatapointsToAlarm', 'EvaluationPeriods', 'Period', 'Threshold'];

async function put({ sim }: ResourceContext, AlarmName: string, properties: Properties): Promise<void> {
  const { Tags: _, ...settings } = properties;
  const numbers = NUMBERS.filter((name) => settings[name] !== undefined);
  await sim.call('cloudwatch', 'PutMetricAlarm', {
    ...settings,
    ...Object.fromEntries(numbers.map((name) => [name, Number(settings[name])])),
    AlarmName,
    Tags: tagsOf(properties['Tags']),
  });
}

/** AWS::CloudWatch::Alarm */
export const alarm: ResourceHandler = {
  create: async (context, properties) => {
    const { sim, physicalName, created, sleep } = context;
    const name = string(properties, 'AlarmName') ?? physicalName(MAX_NAME);
    const { MetricAlarms = [] } = await sim.call<DescribeAlarmsOutput>('cloudwatch', 'DescribeAlarms', {
      AlarmNames: [name],
    });
    if (MetricAlarms.length > 0)
      throw new ApiError('AlreadyExists', `Alarm with name ${name} already exists.`);
    await put(context, name, properties);
    created(name);
    await sleep(CREATION_MS);
    return { physicalId: name, attributes: { Arn: sim.arn('cloudwatch', `alarm:${name}`) } };
  },
  update: async (context, name, properties) => {
    await put(context, name, properties);
    await context.sleep(CREATION_MS);
  },
  delete: async ({ sim, sleep }, name) => {
    try {
      await sim.call('cloudwatch', 'DeleteAlarms', { AlarmNames: [name] });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'ResourceNotFound') throw error;
    }
    await sleep(CREATION_MS);
  },
};
