import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import type * as AutoScaling from '@aws-sdk/client-application-auto-scaling';
import type * as CloudWatch from '@aws-sdk/client-cloudwatch';
import type * as Logs from '@aws-sdk/client-cloudwatch-logs';
import type * as Ecr from '@aws-sdk/client-ecr';
import type * as Ecs from '@aws-sdk/client-ecs';
import type * as Elb from '@aws-sdk/client-elastic-load-balancing-v2';
import { writeLayout } from '../bundles/oci-layout.ts';
import { findTool } from '../tools.ts';
import { inAccount } from './aws-cli.ts';

// The CLI's waiters ask every 6 to 15 seconds.
jest.setTimeout(400_000);

const program = findTool('aws');

(program === undefined ? describe.skip : describe)('aws', () => {
  test.concurrent(
    'sts: who am I, and another role',
    inAccount(program, async ({ aws }) => {
      expect(await aws.json('sts get-caller-identity')).toMatchObject({ Account: '123456789012' });
      const role = '--role-arn arn:aws:iam::123456789012:role/deploy --role-session-name cli';
      expect(await aws.json(`sts assume-role ${role}`)).toMatchObject({
        AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/deploy/cli' },
        Credentials: { Expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
      });
      expect(await aws.refusal('sts get-session-token')).toContain('(InvalidAction)');
    }),
  );

  test.concurrent(
    'cloudwatch: alarms, found by name and state',
    inAccount(program, async ({ aws }) => {
      const metric =
        '--namespace AWS/ApplicationELB --metric-name HTTPCode_Target_5XX_Count --statistic Sum --period 60';
      const rule = '--evaluation-periods 1 --threshold 5 --comparison-operator GreaterThanThreshold';
      await aws.text(`cloudwatch put-metric-alarm --alarm-name errors ${metric} ${rule}`);
      await aws.text('cloudwatch set-alarm-state --alarm-name errors --state-value ALARM --state-reason 7');
      const { MetricAlarms } = await aws.json<CloudWatch.DescribeAlarmsOutput>(
        'cloudwatch describe-alarms --alarm-names errors absent --state-value ALARM',
      );
      expect(MetricAlarms).toMatchObject([
        { AlarmName: 'errors', StateValue: 'ALARM', StateReason: '7', Threshold: 5 },
      ]);
      expect(await aws.refusal('cloudwatch delete-alarms --alarm-names absent')).toContain(
        '(ResourceNotFound)',
      );
    }),
  );

  test.concurrent(
    'application-autoscaling: a service that is scaled, and its suspension',
    inAccount(program, async ({ aws }) => {
      const target =
        '--service-namespace ecs --resource-id service/shop/web --scalable-dimension ecs:service:DesiredCount';
      expect(await aws.refusal(`application-autoscaling register-scalable-target ${target}`)).toContain(
        '(ValidationException)',
      );
      await aws.text(
        `application-autoscaling register-scalable-target ${target} --min-capacity 1 --max-capacity 3`,
      );
      await aws.text(
        `application-autoscaling register-scalable-target ${target} --suspended-state DynamicScalingInSuspended=true`,
      );
      const { ScalableTargets } = await aws.json<AutoScaling.DescribeScalableTargetsResponse>(
        'application-autoscaling describe-scalable-targets --service-namespace ecs',
      );
      expect(ScalableTargets).toMatchObject([
        {
          ResourceId: 'service/shop/web',
          MinCapacity: 1,
          MaxCapacity: 3,
          SuspendedState: { DynamicScalingInSuspended: true, DynamicScalingOutSuspended: false },
        },
      ]);
    }),
  );

  test.concurrent(
    'ecs: looks at a service and its tasks',
    inAccount(program, async ({ aws }) => {
      const { services, failures: absent } = await aws.json<Ecs.DescribeServicesResponse>(
        'ecs describe-services --cluster shop --services web absent',
      );
      expect(services).toMatchObject([
        {
          serviceName: 'web',
          runningCount: 1,
          deploymentController: { type: 'CODE_DEPLOY' },
          taskSets: [{ status: 'PRIMARY', stabilityStatus: 'STEADY_STATE' }],
        },
      ]);
      expect(absent).toMatchObject([{ reason: 'MISSING' }]);
      expect(await aws.text('ecs list-clusters --output text')).toContain('cluster/shop');
      expect(await aws.text('ecs list-services --cluster shop --output text')).toContain('service/shop/web');
      const { taskArns = [] } = await aws.json<Ecs.ListTasksResponse>(
        'ecs list-tasks --cluster shop --service-name web',
      );
      expect(taskArns).toHaveLength(1);
      const { tasks, failures } = await aws.json<Ecs.DescribeTasksResponse>(
        `ecs describe-tasks --cluster shop --tasks ${taskArns[0]} ${'0'.repeat(32)}`,
      );
      expect(tasks).toMatchObject([
        { lastStatus: 'RUNNING', containers: [{ name: 'app', lastStatus: 'RUNNING' }] },
      ]);
      expect(failures).toMatchObject([{ reason: 'MISSING' }]);
      expect(await aws.json('ecs describe-task-definition --task-definition web')).toMatchObject({
        taskDefinition: { family: 'web', revision: 1, status: 'ACTIVE' },
      });
      expect(await aws.refusal('ecs describe-services --cluster absent --services web')).toContain(
        '(ClusterNotFoundException)',
      );
      expect(await aws.refusal('ecs describe-task-definition --task-definition absent')).toContain(
        '(ClientException)',
      );
    }),
  );

  test.concurrent(
    'ecs: registers, tags, lists and deregisters a task definition',
    inAccount(program, async ({ aws, folder }) => {
      const definition = {
        family: 'job',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        containerDefinitions: [{ name: 'app', image: 'test/web', environment: [{ name: 'A', value: 'ä€' }] }],
        tags: [{ key: 'team', value: 'web' }],
      };
      await writeFile(join(folder, 'task.json'), JSON.stringify(definition));
      const { taskDefinition } = await aws.json<Ecs.RegisterTaskDefinitionResponse>(
        `ecs register-task-definition --cli-input-json file://${join(folder, 'task.json')}`,
      );
      expect(taskDefinition).toMatchObject({
        revision: 1,
        containerDefinitions: definition.containerDefinitions,
      });
      const arn = taskDefinition?.taskDefinitionArn ?? '';
      await aws.text(`ecs tag-resource --resource-arn ${arn} --tags key=stage,value=prod`);
      const { tags } = await aws.json<Ecs.ListTagsForResourceResponse>(
        `ecs list-tags-for-resource --resource-arn ${arn}`,
      );
      expect(tags?.map(({ key, value }) => `${key}=${value}`).toSorted()).toEqual(['stage=prod', 'team=web']);
      await aws.text('ecs deregister-task-definition --task-definition job:1');
      expect(await aws.json('ecs list-task-definitions --status INACTIVE')).toEqual({
        taskDefinitionArns: [arn],
      });
      expect(await aws.json('ecs list-task-definition-families --status ACTIVE')).toEqual({
        families: ['web'],
      });
    }),
  );

  test.concurrent(
    'ecs: changes the count and waits until the service is stable',
    inAccount(
      program,
      async ({ aws, account }) => {
        await aws.text('ecs update-service --cluster shop --service web --desired-count 2');
        await aws.text('ecs wait services-stable --cluster shop --services web');
        expect(await account.service()).toMatchObject({ desiredCount: 2, runningCount: 2 });
      },
      { controller: 'ECS' },
    ),
  );

  test.concurrent(
    'ecs: runs a task, finds it, stops it and waits for its end',
    inAccount(program, async ({ aws }) => {
      const network = 'awsvpcConfiguration={subnets=[subnet-1],assignPublicIp=ENABLED}';
      const overrides = { containerOverrides: [{ name: 'app', environment: [{ name: 'A', value: 'b c' }] }] };
      const { tasks = [], failures } = await aws.json<Ecs.RunTaskResponse>(
        'ecs run-task --cluster shop --task-definition web --launch-type FARGATE --started-by cli',
        '--network-configuration',
        network,
        '--overrides',
        JSON.stringify(overrides),
      );
      expect(failures).toEqual([]);
      expect(tasks[0]?.overrides?.containerOverrides).toEqual(overrides.containerOverrides);
      const task = tasks[0]?.taskArn ?? '';
      await aws.text(`ecs wait tasks-running --cluster shop --tasks ${task}`);
      expect(await aws.json('ecs list-tasks --cluster shop --started-by cli')).toEqual({ taskArns: [task] });
      await aws.text(`ecs stop-task --cluster shop --task ${task} --reason enough`);
      await aws.text(`ecs wait tasks-stopped --cluster shop --tasks ${task}`);
      const end = { lastStatus: 'STOPPED', stopCode: 'UserInitiated', stoppedReason: 'enough' };
      expect(await aws.json(`ecs describe-tasks --cluster shop --tasks ${task}`)).toMatchObject({
        tasks: [{ ...end, containers: [{ exitCode: 0 }] }],
      });
    }),
  );

  test.concurrent(
    'logs: groups, streams and events',
    inAccount(program, async ({ aws, account }) => {
      await account.call('ecs', 'RunTask', {
        cluster: 'shop',
        taskDefinition: await account.register('crash'),
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      });
      const { events = [] } = await account.until(async () => {
        const found = await aws.json<Logs.FilterLogEventsResponse>(
          'logs filter-log-events --log-group-name /shop --filter-pattern Error',
        );
        return found.events?.length === 0 ? undefined : found;
      });
      expect(events).toMatchObject([{ message: 'Error: Cannot find module express' }]);
      const stream = events[0]?.logStreamName ?? '';
      const inStream = `--log-group-name /shop --log-stream-name ${stream}`;
      expect(await aws.json(`logs get-log-events ${inStream} --start-from-head`)).toMatchObject({
        events: [{ message: 'reading the settings' }, { message: 'Error: Cannot find module express' }],
        nextForwardToken: expect.stringMatching(/^f\//),
      });
      const byTime = '--order-by LastEventTime --descending';
      const { logStreams = [] } = await aws.json<Logs.DescribeLogStreamsResponse>(
        `logs describe-log-streams --log-group-name /shop ${byTime}`,
      );
      expect(logStreams.map(({ logStreamName }) => logStreamName)).toContain(stream);

      await aws.text('logs create-log-group --log-group-name /own --tags team=web');
      await aws.text('logs put-retention-policy --log-group-name /own --retention-in-days 14');
      expect(await aws.json('logs describe-log-groups --log-group-name-prefix /own')).toMatchObject({
        logGroups: [{ logGroupName: '/own', retentionInDays: 14 }],
      });
      await aws.text('logs create-log-stream --log-group-name /own --log-stream-name a');
      const at = Math.floor(account.running.sim.clock.now());
      await aws.text(
        `logs put-log-events --log-group-name /own --log-stream-name a --log-events timestamp=${at},message=hello`,
      );
      expect(await aws.json('logs get-log-events --log-group-name /own --log-stream-name a')).toMatchObject({
        events: [{ timestamp: at, message: 'hello' }],
      });
      await aws.text('logs delete-log-group --log-group-name /own');
      expect(await aws.refusal('logs get-log-events --log-group-name /own --log-stream-name a')).toContain(
        '(ResourceNotFoundException)',
      );
    }),
  );

  test.concurrent(
    'elbv2: health, listeners, weights, rules, attributes and tags',
    inAccount(program, async ({ aws, account }) => {
      const health = 'elbv2 describe-target-health --target-group-arn';
      expect(await aws.json(`${health} ${account.blue}`)).toMatchObject({
        TargetHealthDescriptions: [{ Target: { Port: 8080 }, TargetHealth: { State: 'healthy' } }],
      });
      expect(await aws.json(`${health} ${account.green}`)).toEqual({ TargetHealthDescriptions: [] });
      const { LoadBalancers = [] } = await aws.json<Elb.DescribeLoadBalancersOutput>(
        'elbv2 describe-load-balancers --names web',
      );
      expect(LoadBalancers).toMatchObject([{ State: { Code: 'active' }, Type: 'application' }]);
      const { Listeners = [] } = await aws.json<Elb.DescribeListenersOutput>(
        `elbv2 describe-listeners --load-balancer-arn ${LoadBalancers[0]?.LoadBalancerArn}`,
      );
      expect(Listeners.map(({ Port }) => Port)).toEqual([80, 8080]);
      const listener = `--listener-arn ${Listeners[0]?.ListenerArn}`;

      const group = await aws.json<Elb.CreateTargetGroupOutput>(
        'elbv2 create-target-group --name own --protocol HTTP --port 80 --vpc-id vpc-1 --target-type ip ' +
          '--health-check-path /health --matcher HttpCode=200-299 --tags Key=team,Value=web',
      );
      expect(group.TargetGroups).toMatchObject([
        { HealthCheckPath: '/health', Matcher: { HttpCode: '200-299' } },
      ]);
      const own = group.TargetGroups?.[0]?.TargetGroupArn ?? '';
      expect(await aws.json(`elbv2 describe-tags --resource-arns ${own}`)).toEqual({
        TagDescriptions: [{ ResourceArn: own, Tags: [{ Key: 'team', Value: 'web' }] }],
      });
      const rule = await aws.json<Elb.CreateRuleOutput>(
        `elbv2 create-rule ${listener} --priority 5 --conditions Field=path-pattern,Values=/admin/* ` +
          `--actions Type=forward,TargetGroupArn=${own}`,
      );
      expect(rule.Rules).toMatchObject([{ Priority: '5', IsDefault: false }]);
      const { Rules = [] } = await aws.json<Elb.DescribeRulesOutput>(`elbv2 describe-rules ${listener}`);
      expect(Rules.map(({ Priority }) => Priority)).toEqual(['5', 'default']);
      const TargetGroups = [
        { TargetGroupArn: account.blue, Weight: 90 },
        { TargetGroupArn: account.green, Weight: 10 },
      ];
      const actions = [{ Type: 'forward', ForwardConfig: { TargetGroups } }];
      expect(
        await aws.json(`elbv2 modify-listener ${listener} --default-actions ${JSON.stringify(actions)}`),
      ).toMatchObject({ Listeners: [{ DefaultActions: actions }] });
      const { Attributes } = await aws.json<Elb.ModifyTargetGroupAttributesOutput>(
        `elbv2 modify-target-group-attributes --target-group-arn ${account.blue} ` +
          '--attributes Key=deregistration_delay.timeout_seconds,Value=30',
      );
      expect(Attributes).toContainEqual({ Key: 'deregistration_delay.timeout_seconds', Value: '30' });
      await aws.text(`elbv2 delete-rule --rule-arn ${rule.Rules?.[0]?.RuleArn}`);
      await aws.text(`elbv2 delete-target-group --target-group-arn ${own}`);
      expect(await aws.refusal(`${health} ${own}`)).toContain('(TargetGroupNotFound)');
      expect(await aws.refusal(`elbv2 delete-target-group --target-group-arn ${account.blue}`)).toContain(
        '(ResourceInUse)',
      );
    }),
  );

  test.concurrent(
    'ecr: a repository and an image',
    inAccount(program, async ({ aws, account, folder }) => {
      const of = '--repository-name team/app';
      expect(
        await aws.json(
          `ecr create-repository ${of} --image-tag-mutability IMMUTABLE --image-scanning-configuration scanOnPush=true`,
        ),
      ).toMatchObject({ repository: { repositoryName: 'team/app', imageTagMutability: 'IMMUTABLE' } });
      const password = await aws.text('ecr get-login-password');
      const registry = await fetch(`${account.running.url}/v2/`, {
        headers: { authorization: `Basic ${Buffer.from(`AWS:${password}`).toString('base64')}` },
      });
      expect(registry.status).toBe(200);

      const layout = await writeLayout(join(folder, 'layout'), [Buffer.from('layer')]);
      const blob = (digest: string): string => join(folder, 'layout/blobs', digest.replace(':', '/'));
      for (const digest of [...layout.layers, layout.config]) {
        const { uploadId } = await aws.json<Ecr.InitiateLayerUploadResponse>(
          `ecr initiate-layer-upload ${of}`,
        );
        const last = (await readFile(blob(digest))).length - 1;
        await aws.text(
          `ecr upload-layer-part ${of} --upload-id ${uploadId} --part-first-byte 0 --part-last-byte ${last} ` +
            `--layer-part-blob fileb://${blob(digest)}`,
        );
        await aws.text(`ecr complete-layer-upload ${of} --upload-id ${uploadId} --layer-digests ${digest}`);
      }
      const put =
        `ecr put-image ${of} --image-tag v1 --image-manifest file://${blob(layout.digest)} ` +
        '--image-manifest-media-type application/vnd.oci.image.manifest.v1+json';
      const id = { imageDigest: layout.digest, imageTag: 'v1' };
      expect(await aws.json(put)).toMatchObject({ image: { imageId: id } });
      expect(await aws.refusal(put)).toContain('(ImageAlreadyExistsException)');
      expect(await aws.json(`ecr describe-images ${of} --image-ids imageTag=v1`)).toMatchObject({
        imageDetails: [{ imageDigest: layout.digest, imageTags: ['v1'] }],
      });
      expect(await aws.json(`ecr list-images ${of}`)).toEqual({ imageIds: [id] });
      const got = await aws.json<Ecr.BatchGetImageResponse>(
        `ecr batch-get-image ${of} --image-ids imageTag=v1`,
      );
      expect(got.images?.[0]?.imageManifest).toBe(await readFile(blob(layout.digest), 'utf8'));
      expect(await aws.refusal(`ecr describe-images ${of} --image-ids imageTag=v2`)).toContain(
        '(ImageNotFoundException)',
      );
      expect(await aws.refusal(`ecr delete-repository ${of}`)).toContain('(RepositoryNotEmptyException)');
      await aws.text(`ecr delete-repository ${of} --force`);
      expect(await aws.json('ecr describe-repositories')).toEqual({ repositories: [] });
    }),
  );
});
