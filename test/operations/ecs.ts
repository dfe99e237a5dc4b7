import type { World } from './world.ts';

const CLUSTER = 'shop';
const ARN = 'arn:aws:ecs:us-east-1:123456789012:';
const ABSENT_TASK = '0123456789abcdef0123456789abcdef';
const TASK = {
  family: 'web',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  containerDefinitions: [
    {
      name: 'app',
      image: 'example/web:1',
      essential: true,
      memory: 512,
      portMappings: [{ containerPort: 80 }],
    },
  ],
} as const;

export async function ecs(world: World): Promise<void> {
  await clusters(world);
  await taskDefinitions(world);
  await tasks(world);
  await services(world);
  await serviceDeployments(world);
  await taskSets(world);
  await tags(world);
  await ends(world);
}

function networkOf(world: World) {
  const { subnets, securityGroup } = world.network;
  return {
    awsvpcConfiguration: {
      subnets: [...subnets],
      securityGroups: [securityGroup],
      assignPublicIp: 'ENABLED' as const,
    },
  };
}

async function clusters(world: World): Promise<void> {
  const { ecs: client } = world;
  const create = (name: string, input: object): Promise<unknown> =>
    world.see('CreateCluster', name, client.createCluster(input));
  await create('new', { clusterName: CLUSTER, tags: [{ key: 'team', value: 'shop' }] });
  await create('again', { clusterName: CLUSTER });
  await create('wrong name', { clusterName: 'a b' });
  await create('with settings', {
    clusterName: 'insights',
    settings: [{ name: 'containerInsights', value: 'enabled' }],
  });
  await create('the default one', {});
  const describe = client.describeClusters.bind(client);
  await world.see('DescribeClusters', 'one', describe({ clusters: [CLUSTER] }));
  await world.see('DescribeClusters', 'one of two', describe({ clusters: [CLUSTER, 'other'] }));
  await world.see('DescribeClusters', 'with tags', describe({ clusters: [CLUSTER], include: ['TAGS'] }));
  await world.see('DescribeClusters', 'the default one', describe({}));
  await world.see('ListClusters', 'all', client.listClusters({}));
  await world.see('ListClusters', 'by one', client.listClusters({ maxResults: 1 }));
  const capacity = { capacityProviders: ['FARGATE', 'FARGATE_SPOT'] };
  await world.see(
    'PutClusterCapacityProviders',
    'Fargate',
    client.putClusterCapacityProviders({
      cluster: CLUSTER,
      ...capacity,
      defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
    }),
  );
  await world.see(
    'PutClusterCapacityProviders',
    'no such cluster',
    client.putClusterCapacityProviders({
      cluster: 'other',
      ...capacity,
      defaultCapacityProviderStrategy: [],
    }),
  );
}

async function taskDefinitions(world: World): Promise<void> {
  const { ecs: client } = world;
  const register = (name: string, change: object): Promise<unknown> =>
    world.see('RegisterTaskDefinition', name, client.registerTaskDefinition({ ...TASK, ...change } as never));
  await register('new', {});
  await register('second revision', {});
  await register('with tags', { tags: [{ key: 'team', value: 'shop' }] });
  await register('wrong family', { family: 'a b' });
  await register('no family', { family: undefined });
  await register('no containers', { containerDefinitions: [] });
  await register('no containers member', { containerDefinitions: undefined });
  await register('no size', { cpu: undefined, memory: undefined });
  await register('a size that Fargate lacks', { cpu: '256', memory: '8192' });
  await register('a container without image', { containerDefinitions: [{ name: 'app', memory: 512 }] });
  await register('a container without name', { containerDefinitions: [{ image: 'web', memory: 512 }] });
  await register('the same name twice', {
    containerDefinitions: [...TASK.containerDefinitions, ...TASK.containerDefinitions],
  });
  await register('nothing essential', {
    containerDefinitions: [{ ...TASK.containerDefinitions[0], essential: false }],
  });
  await register('wrong network mode', { networkMode: 'wireless' });
  await register('bridge network on Fargate', { networkMode: 'bridge' });
  await register('environment and log', {
    family: 'full',
    taskRoleArn: 'arn:aws:iam::123456789012:role/task',
    containerDefinitions: [
      {
        ...TASK.containerDefinitions[0],
        environment: [{ name: 'A', value: 'b' }],
        secrets: [{ name: 'S', valueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:s' }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'web' },
        },
        healthCheck: { command: ['CMD-SHELL', 'exit 0'] },
      },
    ],
  });
  const describe = (name: string, taskDefinition: string, include?: 'TAGS'[]): Promise<unknown> =>
    world.see(
      'DescribeTaskDefinition',
      name,
      client.describeTaskDefinition({ taskDefinition, ...(include === undefined ? {} : { include }) }),
    );
  await describe('by family', 'web');
  await describe('by revision', 'web:1');
  await describe('with tags', 'web:3', ['TAGS']);
  await describe('no such family', 'other');
  await describe('no such revision', 'web:99');
  await world.see('DescribeTaskDefinition', 'no name', client.describeTaskDefinition({} as never));
  await world.see('ListTaskDefinitions', 'all', client.listTaskDefinitions({}));
  await world.see('ListTaskDefinitions', 'of a family', client.listTaskDefinitions({ familyPrefix: 'web' }));
  await world.see('ListTaskDefinitions', 'by one', client.listTaskDefinitions({ maxResults: 1 }));
  await world.see(
    'ListTaskDefinitions',
    'wrong status',
    client.listTaskDefinitions({ status: 'SLEEPING' as never }),
  );
  await world.see('ListTaskDefinitionFamilies', 'all', client.listTaskDefinitionFamilies({}));
  const deregister = (name: string, taskDefinition: string): Promise<unknown> =>
    world.see('DeregisterTaskDefinition', name, client.deregisterTaskDefinition({ taskDefinition }));
  await deregister('a revision', 'web:1');
  await deregister('without a revision', 'web');
  await deregister('no such family', 'other:1');
  await describe('deregistered', 'web:1');
}

async function tasks(world: World): Promise<void> {
  const { ecs: client } = world;
  const input = {
    cluster: CLUSTER,
    taskDefinition: 'web:2',
    launchType: 'FARGATE',
    networkConfiguration: networkOf(world),
  } as const;
  const run = (name: string, change: object) =>
    world.see('RunTask', name, client.runTask({ ...input, ...change }));
  const ran = await run('one', { tags: [{ key: 'team', value: 'shop' }], startedBy: 'suite' });
  const task = ran?.tasks?.[0]?.taskArn ?? ABSENT_TASK;
  await run('with overrides', {
    overrides: {
      containerOverrides: [{ name: 'app', command: ['true'], environment: [{ name: 'A', value: 'b' }] }],
    },
  });
  await run('overrides of no container', { overrides: { containerOverrides: [{ name: 'other' }] } });
  await run('no such cluster', { cluster: 'other' });
  await run('no such task definition', { taskDefinition: 'other' });
  await run('a deregistered one', { taskDefinition: 'web:1' });
  await run('no network', { networkConfiguration: undefined });
  await run('eleven', { count: 11 });
  await run('none', { count: 0 });
  await run('no task definition', { taskDefinition: undefined });
  await run('wrong launch type', { launchType: 'ROCKET' });
  const describe = client.describeTasks.bind(client);
  await world.see('DescribeTasks', 'one', describe({ cluster: CLUSTER, tasks: [task] }));
  await world.see('DescribeTasks', 'one of two', describe({ cluster: CLUSTER, tasks: [task, ABSENT_TASK] }));
  await world.see(
    'DescribeTasks',
    'with tags',
    describe({ cluster: CLUSTER, tasks: [task], include: ['TAGS'] }),
  );
  await world.see('DescribeTasks', 'no such cluster', describe({ cluster: 'other', tasks: [task] }));
  await world.see('DescribeTasks', 'none', describe({ cluster: CLUSTER, tasks: [] }));
  await world.see('DescribeTasks', 'no tasks member', describe({ cluster: CLUSTER } as never));
  await world.see('ListTasks', 'all', client.listTasks({ cluster: CLUSTER }));
  await world.see('ListTasks', 'of a family', client.listTasks({ cluster: CLUSTER, family: 'web' }));
  await world.see('ListTasks', 'of nobody', client.listTasks({ cluster: CLUSTER, startedBy: 'nobody' }));
  await world.see('ListTasks', 'no such cluster', client.listTasks({ cluster: 'other' }));
  await world.see(
    'ListTasks',
    'no such service',
    client.listTasks({ cluster: CLUSTER, serviceName: 'other' }),
  );
  await execute(world, task);
  await protection(world, task);
  await world.see('StopTask', 'one', client.stopTask({ cluster: CLUSTER, task, reason: 'over' }));
  await world.see('StopTask', 'no such task', client.stopTask({ cluster: CLUSTER, task: ABSENT_TASK }));
  await world.see('StopTask', 'no such cluster', client.stopTask({ cluster: 'other', task }));
}

/** No task runs with an agent: both endpoints have to refuse. */
async function execute(world: World, task: string): Promise<void> {
  const { ecs: client } = world;
  const input = { cluster: CLUSTER, task, command: 'sh', interactive: true };
  const send = (name: string, change: object): Promise<unknown> =>
    world.see('ExecuteCommand', name, client.executeCommand({ ...input, ...change }));
  await send('not enabled', {});
  await send('no such task', { task: ABSENT_TASK });
  await send('no such container', { container: 'other' });
  await send('no such cluster', { cluster: 'other' });
  await send('no command', { command: undefined });
}

async function protection(world: World, task: string): Promise<void> {
  const { ecs: client } = world;
  const get = client.getTaskProtection.bind(client);
  await world.see('GetTaskProtection', 'of no service', get({ cluster: CLUSTER, tasks: [task] }));
  await world.see('GetTaskProtection', 'no such task', get({ cluster: CLUSTER, tasks: [ABSENT_TASK] }));
  await world.see('GetTaskProtection', 'no such cluster', get({ cluster: 'other', tasks: [task] }));
  const update = (name: string, change: object): Promise<unknown> =>
    world.see(
      'UpdateTaskProtection',
      name,
      client.updateTaskProtection({ cluster: CLUSTER, tasks: [task], protectionEnabled: true, ...change }),
    );
  await update('of no service', {});
  await update('no such task', { tasks: [ABSENT_TASK] });
  await update('no such cluster', { cluster: 'other' });
  await update('no tasks', { tasks: [] });
  await update('for three days', { expiresInMinutes: 4320 });
}

async function services(world: World): Promise<void> {
  const { ecs: client } = world;
  const input = {
    cluster: CLUSTER,
    serviceName: 'rolling',
    taskDefinition: 'web:2',
    desiredCount: 0,
    launchType: 'FARGATE',
    networkConfiguration: networkOf(world),
  } as const;
  const create = (name: string, change: object): Promise<unknown> =>
    world.see('CreateService', name, client.createService({ ...input, ...change }));
  await create('new', { tags: [{ key: 'team', value: 'shop' }] });
  await create('again', { desiredCount: 1 });
  await create('no such cluster', { cluster: 'other', serviceName: 'a' });
  await create('no such task definition', { taskDefinition: 'other', serviceName: 'b' });
  await create('no task definition', { taskDefinition: undefined, serviceName: 'c' });
  await create('wrong name', { serviceName: 'a b' });
  await create('no name', { serviceName: undefined });
  await create('no network', { networkConfiguration: undefined, serviceName: 'd' });
  await create('a count below zero', { desiredCount: -1, serviceName: 'e' });
  await create('no such target group', {
    serviceName: 'f',
    loadBalancers: [
      {
        targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/no/0123456789abcdef',
        containerName: 'app',
        containerPort: 80,
      },
    ],
  });
  await create('for task sets', {
    serviceName: 'external',
    deploymentController: { type: 'EXTERNAL' },
    taskDefinition: undefined,
    launchType: undefined,
    networkConfiguration: undefined,
  });
  const describe = client.describeServices.bind(client);
  await world.see('DescribeServices', 'one', describe({ cluster: CLUSTER, services: ['rolling'] }));
  await world.see(
    'DescribeServices',
    'one of two',
    describe({ cluster: CLUSTER, services: ['rolling', 'other'] }),
  );
  await world.see(
    'DescribeServices',
    'with tags',
    describe({ cluster: CLUSTER, services: ['rolling'], include: ['TAGS'] }),
  );
  await world.see(
    'DescribeServices',
    'no such cluster',
    describe({ cluster: 'other', services: ['rolling'] }),
  );
  await world.see('DescribeServices', 'none', describe({ cluster: CLUSTER, services: [] }));
  await world.see(
    'DescribeServices',
    'eleven',
    describe({ cluster: CLUSTER, services: Array.from({ length: 11 }, (_, index) => `s${index}`) }),
  );
  await world.see('ListServices', 'all', client.listServices({ cluster: CLUSTER }));
  await world.see('ListServices', 'by one', client.listServices({ cluster: CLUSTER, maxResults: 1 }));
  await world.see('ListServices', 'no such cluster', client.listServices({ cluster: 'other' }));
  const update = (name: string, change: object): Promise<unknown> =>
    world.see(
      'UpdateService',
      name,
      client.updateService({ cluster: CLUSTER, service: 'rolling', ...change }),
    );
  await update('another revision', { taskDefinition: 'web:3' });
  await update('no such service', { service: 'other' });
  await update('no such cluster', { cluster: 'other' });
  await update('no such task definition', { taskDefinition: 'other' });
}

/** ECS's own deployments of services. */
async function serviceDeployments(world: World): Promise<void> {
  const { ecs: client } = world;
  const list = (name: string, change: object) =>
    world.see(
      'ListServiceDeployments',
      name,
      client.listServiceDeployments({ cluster: CLUSTER, service: 'rolling', ...change }),
    );
  const listed = await list('of a service', {});
  await list('of task sets', { service: 'external' });
  await list('no such service', { service: 'other' });
  await list('no such cluster', { cluster: 'other' });
  await list('101 of them', { maxResults: 101 });
  const serviceDeploymentArn = `${ARN}service-deployment/${CLUSTER}/rolling/0123456789abcdefghij0`;
  const arn = listed?.serviceDeployments?.[0]?.serviceDeploymentArn ?? serviceDeploymentArn;
  const describe = client.describeServiceDeployments.bind(client);
  await world.see('DescribeServiceDeployments', 'one', describe({ serviceDeploymentArns: [arn] }));
  const absent = [serviceDeploymentArn];
  await world.see('DescribeServiceDeployments', 'no such one', describe({ serviceDeploymentArns: absent }));
  await world.see('DescribeServiceDeployments', 'none', describe({ serviceDeploymentArns: [] }));
  const revision =
    listed?.serviceDeployments?.[0]?.targetServiceRevisionArn ??
    `${ARN}service-revision/${CLUSTER}/rolling/1234567890123456789`;
  const revisions = client.describeServiceRevisions.bind(client);
  await world.see('DescribeServiceRevisions', 'one', revisions({ serviceRevisionArns: [revision] }));
  const absentRevision = `${ARN}service-revision/${CLUSTER}/rolling/9`;
  await world.see(
    'DescribeServiceRevisions',
    'no such one',
    revisions({ serviceRevisionArns: [absentRevision] }),
  );
  await world.see('DescribeServiceRevisions', 'none', revisions({ serviceRevisionArns: [] }));
  const stop = client.stopServiceDeployment.bind(client);
  await world.see('StopServiceDeployment', 'no such one', stop({ serviceDeploymentArn }));
  const goOn = (name: string, hookId: string): Promise<unknown> =>
    world.see(
      'ContinueServiceDeployment',
      name,
      client.continueServiceDeployment({ serviceDeploymentArn, hookId }),
    );
  await goOn('no such one', 'ecs-pause-1');
  await goOn('no hook', 'other');
}

async function taskSets(world: World): Promise<void> {
  const { ecs: client } = world;
  const where = { cluster: CLUSTER, service: 'external' };
  const input = {
    ...where,
    taskDefinition: 'web:2',
    launchType: 'FARGATE',
    networkConfiguration: networkOf(world),
    scale: { unit: 'PERCENT', value: 0 },
  } as const;
  const create = (name: string, change: object) =>
    world.see('CreateTaskSet', name, client.createTaskSet({ ...input, ...change }));
  const created = await create('new', {});
  const taskSet = created?.taskSet?.id ?? 'ecs-svc/1';
  const absent = 'ecs-svc/1234567890123456789';
  await create('no such service', { service: 'other' });
  await create('no such cluster', { cluster: 'other' });
  await create('no such task definition', { taskDefinition: 'other' });
  await create('of a rolling service', { service: 'rolling' });
  const describe = client.describeTaskSets.bind(client);
  await world.see('DescribeTaskSets', 'all', describe(where));
  await world.see('DescribeTaskSets', 'one', describe({ ...where, taskSets: [taskSet] }));
  await world.see('DescribeTaskSets', 'one of two', describe({ ...where, taskSets: [taskSet, absent] }));
  await world.see('DescribeTaskSets', 'no such service', describe({ ...where, service: 'other' }));
  await world.see('DescribeTaskSets', 'no such cluster', describe({ ...where, cluster: 'other' }));
  const scale = { unit: 'PERCENT', value: 50 } as const;
  const update = client.updateTaskSet.bind(client);
  await world.see('UpdateTaskSet', 'scale', update({ ...where, taskSet, scale }));
  await world.see('UpdateTaskSet', 'no such set', update({ ...where, taskSet: absent, scale }));
  await world.see('UpdateTaskSet', 'no scale', update({ ...where, taskSet } as never));
  const promote = client.updateServicePrimaryTaskSet.bind(client);
  await world.see('UpdateServicePrimaryTaskSet', 'a set', promote({ ...where, primaryTaskSet: taskSet }));
  await world.see(
    'UpdateServicePrimaryTaskSet',
    'no such set',
    promote({ ...where, primaryTaskSet: absent }),
  );
  const remove = client.deleteTaskSet.bind(client);
  await world.see('DeleteTaskSet', 'no such set', remove({ ...where, taskSet: absent }));
  await world.see('DeleteTaskSet', 'by force', remove({ ...where, taskSet, force: true }));
}

async function tags(world: World): Promise<void> {
  const { ecs: client } = world;
  const resourceArn = `${ARN}cluster/${CLUSTER}`;
  const otherArn = `${ARN}cluster/other`;
  const given = [{ key: 'stage', value: 'test' }];
  await world.see('TagResource', 'a cluster', client.tagResource({ resourceArn, tags: given }));
  await world.see(
    'TagResource',
    'no such cluster',
    client.tagResource({ resourceArn: otherArn, tags: given }),
  );
  await world.see('TagResource', 'no ARN', client.tagResource({ resourceArn: 'shop', tags: given }));
  await world.see('ListTagsForResource', 'a cluster', client.listTagsForResource({ resourceArn }));
  await world.see(
    'ListTagsForResource',
    'a service',
    client.listTagsForResource({ resourceArn: `${ARN}service/${CLUSTER}/rolling` }),
  );
  await world.see(
    'ListTagsForResource',
    'a task definition',
    client.listTagsForResource({ resourceArn: `${ARN}task-definition/web:3` }),
  );
  await world.see(
    'ListTagsForResource',
    'no such cluster',
    client.listTagsForResource({ resourceArn: otherArn }),
  );
  await world.see('UntagResource', 'a cluster', client.untagResource({ resourceArn, tagKeys: ['stage'] }));
  await world.see(
    'UntagResource',
    'no such cluster',
    client.untagResource({ resourceArn: otherArn, tagKeys: ['stage'] }),
  );
}

async function ends(world: World): Promise<void> {
  const { ecs: client } = world;
  const remove = client.deleteService.bind(client);
  await world.see('DeleteCluster', 'with services', client.deleteCluster({ cluster: CLUSTER }));
  await client
    .updateService({ cluster: CLUSTER, service: 'rolling', desiredCount: 1 })
    .catch(() => undefined);
  await world.see('DeleteService', 'that should run', remove({ cluster: CLUSTER, service: 'rolling' }));
  await world.see('DeleteService', 'by force', remove({ cluster: CLUSTER, service: 'rolling', force: true }));
  await world.see('DeleteService', 'no such service', remove({ cluster: CLUSTER, service: 'other' }));
  await world.see('DeleteService', 'no such cluster', remove({ cluster: 'other', service: 'rolling' }));
  await world.see(
    'UpdateService',
    'deleted',
    client.updateService({ cluster: CLUSTER, service: 'rolling', desiredCount: 0 }),
  );
  const retire = client.deleteTaskDefinitions.bind(client);
  await world.see('DeleteTaskDefinitions', 'active', retire({ taskDefinitions: ['web:3'] }));
  await world.see('DeleteTaskDefinitions', 'no such one', retire({ taskDefinitions: ['other:1'] }));
  await world.see('DeleteTaskDefinitions', 'deregistered', retire({ taskDefinitions: ['web:1'] }));
  await world.see('DeleteTaskDefinitions', 'none', retire({ taskDefinitions: [] }));
  const eleven = Array.from({ length: 11 }, (_, index) => `other:${index + 1}`);
  await world.see('DeleteTaskDefinitions', 'eleven', retire({ taskDefinitions: eleven }));
  const providers = client.describeCapacityProviders.bind(client);
  await world.see('DescribeCapacityProviders', 'one', providers({ capacityProviders: ['FARGATE'] }));
  await world.see('DescribeCapacityProviders', 'all', providers({}));
  await world.see('DescribeCapacityProviders', 'no such one', providers({ capacityProviders: ['other'] }));
  await world.see('DeleteCluster', 'empty', client.deleteCluster({ cluster: 'insights' }));
  await world.see('DeleteCluster', 'no such cluster', client.deleteCluster({ cluster: 'other' }));
  await world.see('DeleteCluster', 'no name', client.deleteCluster({} as never));
}
