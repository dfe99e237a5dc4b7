import { describe, expect, jest, test } from '@jest/globals';
import { startLoad } from '@cutover/demo/load';
import { LiveService } from '../bundles/live-service.ts';
import { DockerAccount } from './account.ts';
import { Docker, engine } from './engine.ts';

jest.setTimeout(400_000);

const withEngine = engine === undefined ? describe.skip : describe;

withEngine('a service on a Docker engine', () => {
  test('goes from blue to green under load without a failed request', async () => {
    const docker = await Docker.open();
    const account = await DockerAccount.open(30);
    try {
      const digest = await account.push(docker, 'v1');
      const container = (revision: string): object => ({
        image: `${account.repository}@${digest}`,
        command: ['serve', '8080'],
        environment: [{ name: 'REVISION', value: JSON.stringify({ version: revision }) }],
      });
      const live = await LiveService.open({
        running: account.running,
        container: container('1'),
        config: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
        desiredCount: 2,
      });
      const load = startLoad(await listener(account, live.production), 4, 5);
      const taskDefinition = await live.register('web', container('2'));
      const { deploymentId } = await live.call<{ deploymentId: string }>('codedeploy', 'CreateDeployment', {
        applicationName: live.application,
        deploymentGroupName: live.group,
        revision: {
          revisionType: 'AppSpecContent',
          appSpecContent: { content: appSpec(taskDefinition) },
        },
      });
      const { status } = await account.until(async () => {
        const info = await live.deployment(deploymentId);
        return ['Succeeded', 'Failed', 'Stopped'].includes(info.status ?? '') ? info : undefined;
      });
      expect(status).toBe('Succeeded');
      const traffic = await load.stop();
      expect(traffic.failures).toEqual([]);
      expect(traffic.requests).toBeGreaterThan(500);
      expect(Object.keys(traffic.byVersion).toSorted()).toEqual(['1', '2']);
      expect(await live.serving()).toBe('web:2');
    } finally {
      await account.close();
      await docker.close();
    }
  });
});

function appSpec(taskDefinition: string): string {
  return JSON.stringify({
    version: 0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: taskDefinition,
            LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
          },
        },
      },
    ],
  });
}

/** Where the listener really answers. */
async function listener(account: DockerAccount, arn: string): Promise<string> {
  const response = await fetch(`${account.running.url}/_simulator/state`);
  const { elasticloadbalancing: state } = (await response.json()) as {
    elasticloadbalancing: { loadBalancers: { listeners: { arn: string; address: string }[] }[] };
  };
  const found = state.loadBalancers.flatMap(({ listeners }) => listeners).find((one) => one.arn === arn);
  if (found === undefined) throw new Error(`no listener ${arn}`);
  return found.address;
}
