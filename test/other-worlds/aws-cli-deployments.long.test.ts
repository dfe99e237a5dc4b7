import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import type * as CloudFormation from '@aws-sdk/client-cloudformation';
import type * as CodeDeploy from '@aws-sdk/client-codedeploy';
import type {
  DescribeServiceDeploymentsResponse,
  ListServiceDeploymentsResponse,
  TaskDefinition,
} from '@aws-sdk/client-ecs';
import { repository } from '../bundles/action.ts';
import { findTool } from '../tools.ts';
import { inAccount } from './aws-cli.ts';

// The CLI's waiters ask every 15 or 30 seconds.
jest.setTimeout(400_000);

const program = findTool('aws');

const APPSPEC = {
  version: 0.0,
  Resources: [
    {
      TargetService: {
        Type: 'AWS::ECS::Service',
        Properties: {
          TaskDefinition: 'TASK_DEFINITION',
          LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
        },
      },
    },
  ],
};

(program === undefined ? describe.skip : describe)('aws', () => {
  test.concurrent(
    'ecs deploy: a whole blue/green deployment',
    inAccount(program, async ({ aws, account, folder }) => {
      const { taskDefinition: live } = await account.call<{ taskDefinition: TaskDefinition }>(
        'ecs',
        'DescribeTaskDefinition',
        { taskDefinition: 'web' },
      );
      const { family, networkMode, requiresCompatibilities, cpu, memory, executionRoleArn } = live;
      const [container] = live.containerDefinitions ?? [];
      const next = {
        family,
        networkMode,
        requiresCompatibilities,
        cpu,
        memory,
        executionRoleArn,
        containerDefinitions: [{ ...container, environment: [{ name: 'REVISION', value: 'two' }] }],
      };
      await writeFile(join(folder, 'task.json'), JSON.stringify(next));
      await writeFile(join(folder, 'appspec.json'), JSON.stringify(APPSPEC));
      const files = `--task-definition ${join(folder, 'task.json')} --codedeploy-appspec ${join(folder, 'appspec.json')}`;
      expect(await aws.text(`ecs deploy --cluster shop --service web ${files}`)).toContain(
        'Successfully deployed',
      );
      expect(await account.serving()).toBe('web:2');
    }),
  );

  test.concurrent(
    'deploy: creates, reads and stops a deployment',
    inAccount(
      program,
      async ({ aws, account, folder }) => {
        const content = JSON.stringify(APPSPEC).replace('TASK_DEFINITION', await account.register('web'));
        const revision = { revisionType: 'AppSpecContent', appSpecContent: { content } };
        await writeFile(join(folder, 'revision.json'), JSON.stringify(revision));
        const group = `--application-name ${account.application} --deployment-group-name ${account.group}`;
        const create = `deploy create-deployment ${group} --revision file://${join(folder, 'revision.json')}`;
        const { deploymentId = '' } = await aws.json<CodeDeploy.CreateDeploymentOutput>(
          create,
          '--description',
          'by hand',
        );
        const of = `--deployment-id ${deploymentId}`;
        expect(await aws.refusal(create)).toContain('(DeploymentLimitExceededException)');
        expect(await aws.json(`deploy get-deployment ${of}`)).toMatchObject({
          deploymentInfo: { status: 'InProgress', description: 'by hand', computePlatform: 'ECS' },
        });
        expect(await aws.json(`deploy list-deployment-targets ${of}`)).toEqual({ targetIds: ['shop:web'] });
        const { deploymentTarget } = await aws.json<CodeDeploy.GetDeploymentTargetOutput>(
          `deploy get-deployment-target ${of} --target-id shop:web`,
        );
        expect(deploymentTarget?.deploymentTargetType).toBe('ECSTarget');
        expect(
          deploymentTarget?.ecsTarget?.lifecycleEvents?.map(({ lifecycleEventName }) => lifecycleEventName),
        ).toContain('Install');
        await aws.text(`deploy stop-deployment ${of} --auto-rollback-enabled`);
        await account.until(async () =>
          (await account.deployment(deploymentId)).status === 'Stopped' ? true : undefined,
        );
        expect(await aws.json(`deploy get-deployment ${of}`)).toMatchObject({
          deploymentInfo: { status: 'Stopped', errorInformation: { code: 'MANUAL_STOP' } },
        });
        const { deployments } = await aws.json<CodeDeploy.ListDeploymentsOutput>(
          `deploy list-deployments ${group}`,
        );
        expect(deployments).toContain(deploymentId);
        expect(await account.serving()).toBe('web:1');
      },
      { timeScale: 20, config: 'CodeDeployDefault.ECSCanary10Percent15Minutes' },
    ),
  );

  test.concurrent(
    'ecs: reads, continues and refuses to stop a service deployment of the controller ECS',
    inAccount(program, async ({ aws, account }) => {
      const { taskDefinition: live } = await account.call<{ taskDefinition: TaskDefinition }>(
        'ecs',
        'DescribeTaskDefinition',
        { taskDefinition: 'web' },
      );
      await account.call('ecs', 'CreateService', {
        cluster: 'shop',
        serviceName: 'worker',
        taskDefinition: live.taskDefinitionArn,
        desiredCount: 1,
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
        deploymentConfiguration: {
          strategy: 'BLUE_GREEN',
          bakeTimeInMinutes: 0,
          lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'] }],
        },
      });
      const [arn = ''] = await account.until(async () => {
        const { serviceDeployments = [] } = await aws.json<ListServiceDeploymentsResponse>(
          'ecs list-service-deployments --cluster shop --service worker',
        );
        const arns = serviceDeployments.map(({ serviceDeploymentArn = '' }) => serviceDeploymentArn);
        return arns.length === 1 ? arns : undefined;
      });
      const describe = `ecs describe-service-deployments --service-deployment-arns ${arn}`;
      const hookId = await account.until(async () => {
        const { serviceDeployments: [found] = [] } =
          await aws.json<DescribeServiceDeploymentsResponse>(describe);
        return found?.lifecycleHookDetails?.find(({ status }) => status === 'AWAITING_ACTION')?.hookId;
      });
      await aws.text(
        `ecs continue-service-deployment --service-deployment-arn ${arn} --hook-id ${hookId} --action CONTINUE`,
      );
      const done = await account.until(async () => {
        const { serviceDeployments: [found] = [] } =
          await aws.json<DescribeServiceDeploymentsResponse>(describe);
        return found?.status === 'SUCCESSFUL' ? found : undefined;
      });
      expect(
        await aws.json(
          `ecs describe-service-revisions --service-revision-arns ${done.targetServiceRevision?.arn ?? ''}`,
        ),
      ).toMatchObject({ serviceRevisions: [{ taskDefinition: live.taskDefinitionArn }], failures: [] });
      expect(await aws.refusal(`ecs stop-service-deployment --service-deployment-arn ${arn}`)).toContain(
        '(ConflictException)',
      );
    }),
  );

  test.concurrent(
    'deploy: applications, groups and configurations',
    inAccount(program, async ({ aws, account }) => {
      expect(await aws.json('deploy list-applications')).toEqual({ applications: [account.application] });
      const group = `--application-name ${account.application} --deployment-group-name ${account.group}`;
      expect(await aws.json(`deploy get-deployment-group ${group}`)).toMatchObject({
        deploymentGroupInfo: { ecsServices: [{ clusterName: 'shop', serviceName: 'web' }] },
      });
      const config = '--deployment-config-name CodeDeployDefault.ECSCanary10Percent5Minutes';
      expect(await aws.json(`deploy get-deployment-config ${config}`)).toMatchObject({
        deploymentConfigInfo: {
          trafficRoutingConfig: { timeBasedCanary: { canaryPercentage: 10, canaryInterval: 5 } },
        },
      });
      expect(await aws.refusal('deploy get-deployment --deployment-id d-000000000')).toContain(
        '(DeploymentDoesNotExistException)',
      );
      expect(await aws.refusal('deploy get-application --application-name absent')).toContain(
        '(ApplicationDoesNotExistException)',
      );
    }),
  );

  test.concurrent(
    'cloudformation: deploys our template, reads the stack, deploys again and deletes it',
    inAccount(program, async ({ aws, folder }) => {
      const template = join(folder, 'template.json');
      await cp(join(repository, 'packages/template/template.json'), template);
      const deploy =
        `cloudformation deploy --stack-name shop --template-file ${template} --tags team=web ` +
        '--capabilities CAPABILITY_NAMED_IAM --no-fail-on-empty-changeset';
      expect(await aws.text(`${deploy} --parameter-overrides GitHubOrg=octo GitHubRepo=shop`)).toContain(
        'Successfully created/updated stack - shop',
      );
      const of = '--stack-name shop';
      const { Stacks = [] } = await aws.json<CloudFormation.DescribeStacksOutput>(
        `cloudformation describe-stacks ${of}`,
      );
      expect(Stacks).toMatchObject([
        { StackStatus: 'CREATE_COMPLETE', Tags: [{ Key: 'team', Value: 'web' }] },
      ]);
      expect(Stacks[0]?.Outputs?.map(({ OutputKey }) => OutputKey)).toContain('ClusterName');
      const { StackEvents = [] } = await aws.json<CloudFormation.DescribeStackEventsOutput>(
        `cloudformation describe-stack-events ${of}`,
      );
      expect(StackEvents[0]).toMatchObject({
        ResourceStatus: 'CREATE_COMPLETE',
        ResourceType: 'AWS::CloudFormation::Stack',
      });
      const { StackResources = [] } = await aws.json<CloudFormation.DescribeStackResourcesOutput>(
        `cloudformation describe-stack-resources ${of}`,
      );
      expect(StackResources.map(({ ResourceType }) => ResourceType)).toContain('AWS::ECS::Service');
      const stored = await aws.json<{ TemplateBody: unknown }>(`cloudformation get-template ${of}`);
      expect(JSON.stringify(stored.TemplateBody)).toContain('AWSTemplateFormatVersion');
      expect(
        await aws.json(`cloudformation validate-template --template-body file://${template}`),
      ).toMatchObject({ Capabilities: [expect.stringMatching(/^CAPABILITY_/)] });
      expect(await aws.text(deploy)).toContain('No changes to deploy');
      await aws.text(`cloudformation delete-stack ${of}`);
      await aws.text(`cloudformation wait stack-delete-complete ${of}`);
      expect(await aws.refusal(`cloudformation describe-stacks ${of}`)).toContain(
        '(ValidationError) when calling the DescribeStacks operation: Stack with id shop does not exist',
      );
    }),
  );
});
