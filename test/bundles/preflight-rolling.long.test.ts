import { describe, expect, jest, test } from '@jest/globals';
import { Account } from './preflight-account.ts';

jest.setTimeout(400_000);

/** Makes the account's subject a service that ECS rolls. */
async function roll(account: Account, changes: object = {}): Promise<void> {
  await account.call('ecs', 'CreateService', {
    cluster: 'sample',
    serviceName: 'rolling',
    taskDefinition: 'sample:1',
    desiredCount: 2,
    launchType: 'FARGATE',
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: ['subnet-a'],
        securityGroups: ['sg-sample'],
        assignPublicIp: 'ENABLED',
      },
    },
    deploymentConfiguration: BREAKER,
    ...changes,
  });
  account.inputs['service'] = 'rolling';
}

const BREAKER = { deploymentCircuitBreaker: { enable: true, rollback: true } };

async function web(account: Account, changes: object = {}): Promise<void> {
  await roll(account, {
    loadBalancers: [
      { targetGroupArn: await account.targetGroup('sample-blue'), containerName: 'app', containerPort: 8080 },
    ],
    ...changes,
  });
}

/** Waits until no deployment of the service is under way: its creation is one. */
async function settled(account: Account): Promise<void> {
  await listed(account, (all) => all.every((status) => status === 'SUCCESSFUL'));
}

/** Waits until the statuses of the service's deployments are as wanted; ECS lists a new one after seconds. */
async function listed(account: Account, wanted: (statuses: readonly string[]) => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const { serviceDeployments } = await account.call<{ serviceDeployments: { status: string }[] }>(
      'ecs',
      'ListServiceDeployments',
      { cluster: 'sample', service: 'rolling' },
    );
    const statuses = serviceDeployments.map(({ status }) => status);
    if (statuses.length > 0 && wanted(statuses)) return;
    if (Date.now() > end) throw new Error(`the deployments never were as wanted: ${statuses.join(' ')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The deployment configuration with an alarm, which is in this state. */
async function watchedBy(account: Account, state: 'ALARM' | 'OK'): Promise<object> {
  await account.alarm('web-5xx', state);
  return {
    deploymentConfiguration: {
      ...BREAKER,
      alarms: { enable: true, rollback: true, alarmNames: ['web-5xx'] },
    },
  };
}

async function inAccount(look: (account: Account) => Promise<void>): Promise<void> {
  const account = await Account.open();
  try {
    await look(account);
  } finally {
    await account.close();
  }
}

describe('preflight on a service that ECS rolls', () => {
  test.each<[string, (account: Account) => Promise<void>]>([
    ['behind a load balancer', async (account) => await web(account)],
    ['a worker without one', async (account) => await roll(account)],
  ])('passes everything: %s', async (_, create) => {
    await inAccount(async (account) => {
      await create(account);
      await settled(account);
      const said = await account.preflight();
      expect([said.of('failed'), said.of('unknown'), said.of('warned'), said.of('skipped')]).toEqual([
        [],
        [],
        [],
        [],
      ]);
      expect(said.exitCode).toBe(0);
      expect(said.item('controller').found).toBe('It is ECS.');
      expect(said.items.map(({ id }) => id)).not.toContain('codedeploy-role');
    });
  });

  test.each<
    [
      name: string,
      spoil: (account: Account) => Promise<void>,
      status: 'failed' | 'warned',
      item: string,
      found: RegExp,
    ]
  >([
    [
      'no circuit breaker',
      async (account) => await web(account, { deploymentConfiguration: {} }),
      'warned',
      'deployment-config',
      /Service rolling has no circuit breaker/,
    ],
    [
      'no room to roll',
      async (account) =>
        await web(account, {
          deploymentConfiguration: { ...BREAKER, minimumHealthyPercent: 100, maximumPercent: 100 },
        }),
      'failed',
      'deployment-config',
      /can't roll/,
    ],
    [
      'inputs of CodeDeploy',
      async (account) => {
        await web(account);
        account.inputs['codedeploy-deployment-group'] = 'DgpECS-sample-sample';
      },
      'failed',
      'deployment-config',
      /codedeploy-deployment-group has no meaning/,
    ],
    [
      'a wait before a shift that there is not',
      async (account) => {
        await web(account);
        account.inputs['wait-until'] = 'ready';
      },
      'failed',
      'wait-before-shift',
      /wait-until: ready needs new tasks/,
    ],
    [
      'an alarm that fires',
      async (account) => await web(account, await watchedBy(account, 'ALARM')),
      'failed',
      'alarms',
      /Alarm web-5xx of service rolling fires now/,
    ],
    [
      'an alarm that CloudWatch does not have',
      async (account) => {
        const watched = await watchedBy(account, 'OK');
        await web(account, watched);
        await settled(account);
        await account.call('cloudwatch', 'DeleteAlarms', { AlarmNames: ['web-5xx'] });
      },
      'failed',
      'alarms',
      /CloudWatch has no alarm web-5xx/,
    ],
    [
      'a role that may not update the service',
      async (account) => {
        await web(account);
        account.allowOnly('simulator', [
          'iam:*',
          'ecs:Describe*',
          'ecs:List*',
          'ecs:Reg*',
          'elasticloadbalancing:*',
        ]);
      },
      'failed',
      'permissions',
      /is not allowed .*ecs:UpdateService.*ecs:StopServiceDeployment/,
    ],
  ])('tells of %s', async (_, spoil, status, item, found) => {
    await inAccount(async (account) => {
      await spoil(account);
      await settled(account);
      const said = await account.preflight();
      expect(said.of('failed')).toEqual(status === 'failed' ? [item] : []);
      expect(said.item(item)).toMatchObject({ status });
      expect(said.item(item).found).toMatch(found);
      expect(said.exitCode).toBe(status === 'failed' ? 1 : 0);
    });
  });

  test('fails while a deployment is under way, and says how to stop it', async () => {
    await inAccount(async (account) => {
      // Without a circuit breaker its failing tasks never end it.
      await web(account, { deploymentConfiguration: {} });
      await settled(account);
      account.fault({ task: 'slow-start', resource: 'sample:2', afterSeconds: 3600 });
      await account.call('ecs', 'UpdateService', {
        cluster: 'sample',
        service: 'rolling',
        taskDefinition: 'sample:2',
      });
      await listed(account, (all) => all.includes('IN_PROGRESS'));
      const said = await account.preflight();
      expect(said.item('active-deployment')).toMatchObject({ status: 'failed' });
      expect(said.item('active-deployment').fix).toContain('aws ecs stop-service-deployment');
    });
  });
});
