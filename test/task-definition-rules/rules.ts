import type { JsonObject } from '@cutover/domain/text/json';

/**
 * A rule of RegisterTaskDefinition that our check knows: where it comes from, an input that breaks it and one that
 * just keeps it.
 */
export interface Rule {
  readonly rule: string;
  /** A sentence of the SDK's own description of `member`, or public reports in which ECS said it. */
  readonly from: { readonly member: string; readonly says: string } | { readonly reports: readonly string[] };
  readonly refused: JsonObject;
  readonly taken: JsonObject;
  /** What ECS does with `refused`: its API refuses it, or takes it and no task starts. */
  readonly ecs: 'refuses' | 'starts no task';
  /** What our message has. */
  readonly message: string;
}

const APP: JsonObject = { name: 'app', image: 'registry.example.com/app:1' };
const ROLE = 'arn:aws:iam::123456789012:role/execution';
const FARGATE: JsonObject = {
  family: 'ruled',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  executionRoleArn: ROLE,
  taskRoleArn: ROLE,
};
const EC2: JsonObject = { family: 'ruled' };

const fargate = (container: JsonObject, task: JsonObject = {}): JsonObject => ({
  ...FARGATE,
  ...task,
  containerDefinitions: [{ ...APP, ...container }],
});
const ec2 = (container: JsonObject, task: JsonObject = {}): JsonObject => ({
  ...EC2,
  ...task,
  containerDefinitions: [{ ...APP, memory: 128, ...container }],
});
const two = (first: JsonObject, second: JsonObject, task: JsonObject = FARGATE): JsonObject => ({
  ...task,
  containerDefinitions: [
    { ...APP, ...(task === EC2 ? { memory: 64 } : {}), ...first },
    {
      name: 'other',
      image: 'registry.example.com/other:1',
      ...(task === EC2 ? { memory: 64 } : {}),
      ...second,
    },
  ],
});
const port = (mapping: JsonObject, networkMode: string): JsonObject =>
  ec2({ portMappings: [mapping] }, { networkMode });
const efs = (configuration: JsonObject, task: JsonObject = {}): JsonObject =>
  fargate(
    {},
    {
      volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-0a1b2c3d', ...configuration } }],
      ...task,
    },
  );
const health = (members: JsonObject): JsonObject =>
  fargate({ healthCheck: { command: ['CMD-SHELL', 'true'], ...members } });
const linux = (linuxParameters: JsonObject): JsonObject => fargate({ linuxParameters });
const SENDS: JsonObject = { logConfiguration: { logDriver: 'awsfirelens' } };
const routes = (options?: JsonObject): JsonObject => ({
  firelensConfiguration: { type: 'fluentbit', ...(options === undefined ? {} : { options }) },
});
const POINT: JsonObject = { accessPointId: 'fsap-0123456789abcdef0' };
const TLS: JsonObject = { transitEncryption: 'ENABLED' };
const AWSLOGS: JsonObject = {
  'awslogs-group': 'g',
  'awslogs-region': 'us-east-1',
  'awslogs-stream-prefix': 'p',
};
const logs = (options: JsonObject): JsonObject =>
  fargate({ logConfiguration: { logDriver: 'awslogs', options: { ...AWSLOGS, ...options } } });
const many = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => of(at));

export const RULES: readonly Rule[] = [
  {
    rule: 'memory is at least memoryReservation',
    // The description says "greater than"; the guide was corrected, and registered revisions have equal values.
    from: { reports: ['awsdocs/amazon-ecs-developer-guide#242'] },
    refused: fargate({ memory: 128, memoryReservation: 129 }),
    taken: fargate({ memory: 256, memoryReservation: 256 }),
    ecs: 'refuses',
    message: 'reserves 129 MiB and may use 128',
  },
  {
    rule: 'a container has memory where the task has none',
    from: {
      member: 'ContainerDefinition.memory',
      says: 'If using the EC2 launch type, you must specify either a task-level memory value or a container-level memory value.',
    },
    refused: { ...EC2, containerDefinitions: [APP] },
    taken: { ...EC2, memory: '128', containerDefinitions: [APP] },
    ecs: 'refuses',
    message: 'neither memory nor memoryReservation',
  },
  {
    rule: 'memoryReservation alone is enough memory',
    from: {
      member: 'ContainerDefinition.memoryReservation',
      says: 'If a task-level memory value is not specified, you must specify a non-zero integer for one or both of memory or memoryReservation in a container definition.',
    },
    refused: two({ memoryReservation: 64 }, {}, { ...EC2 }),
    taken: { ...EC2, containerDefinitions: [{ ...APP, memoryReservation: 64 }] },
    ecs: 'refuses',
    message: 'neither memory nor memoryReservation',
  },
  {
    rule: 'the containers fit into the memory of the task',
    from: {
      member: 'ContainerDefinition.memory',
      says: 'The total amount of memory reserved for all containers within a task must be lower than the task memory value, if one is specified.',
    },
    refused: two({ memoryReservation: 256 }, { memoryReservation: 257 }),
    taken: two({ memoryReservation: 256 }, { memoryReservation: 256 }),
    ecs: 'refuses',
    message: 'reserve 513 MiB',
  },
  {
    rule: 'the containers fit into the cpu of the task',
    from: {
      member: 'ContainerDefinition.cpu',
      says: 'the total amount of CPU reserved for all containers within a task be lower than the task-level cpu value.',
    },
    refused: two({ cpu: 128 }, { cpu: 129 }),
    taken: two({ cpu: 128 }, { cpu: 128 }),
    ecs: 'refuses',
    message: 'reserve 257 units',
  },
  {
    rule: 'a container has at least 6 MiB of memory',
    from: {
      member: 'ContainerDefinition.memory',
      says: "So, don't specify less than 6 MiB of memory for your containers.",
    },
    refused: ec2({ memory: 5 }),
    taken: ec2({ memory: 6 }),
    ecs: 'refuses',
    message: 'is 5 MiB',
  },
  {
    rule: 'awsfirelens needs a router',
    from: { reports: ['fabfuel/ecs-deploy#164', 'OctopusDeploy/Issues#7821'] },
    refused: two(SENDS, {}),
    taken: two(SENDS, routes()),
    ecs: 'refuses',
    message: 'no container has firelensConfiguration',
  },
  {
    rule: 'a router needs awsfirelens',
    from: {
      reports: [
        'cloudposse/terraform-aws-ecs-container-definition#47',
        'aws/amazon-cloudwatch-logs-for-fluent-bit#20',
      ],
    },
    refused: two({}, routes()),
    taken: two(SENDS, routes()),
    ecs: 'refuses',
    message: 'no container uses the log driver awsfirelens',
  },
  {
    rule: 'a router of Fargate has no configuration in S3',
    from: {
      member: 'FirelensConfiguration.options',
      says: 'Tasks hosted on Fargate only support the file configuration file type.',
    },
    refused: two(
      SENDS,
      routes({ 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::bucket/a.conf' }),
    ),
    taken: two(SENDS, routes({ 'config-file-type': 'file', 'config-file-value': '/a.conf' })),
    ecs: 'refuses',
    message: 'Fargate reads the file type only',
  },
  {
    rule: 'a router’s configuration in S3 is an ARN',
    from: { reports: ['aws/aws-sdk#311'] },
    refused: two(SENDS, routes({ 'config-file-type': 's3', 'config-file-value': 's3://bucket/a.conf' }), EC2),
    taken: two(
      SENDS,
      routes({ 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::bucket/a.conf' }),
      EC2,
    ),
    ecs: 'refuses',
    message: 'is no ARN of an object in S3',
  },
  {
    rule: 'an access point of EFS has no other root directory',
    from: {
      member: 'EFSAuthorizationConfig.accessPointId',
      says: 'If an access point is specified, the root directory value specified in the EFSVolumeConfiguration must either be omitted or set to / which will enforce the path set on the EFS access point.',
    },
    refused: efs({ ...TLS, rootDirectory: '/data', authorizationConfig: POINT }),
    taken: efs({ ...TLS, rootDirectory: '/', authorizationConfig: POINT }),
    ecs: 'refuses',
    message: 'has an access point and rootDirectory "/data"',
  },
  {
    rule: 'an access point of EFS needs transit encryption',
    from: {
      member: 'EFSAuthorizationConfig.accessPointId',
      says: 'If an access point is used, transit encryption must be on in the EFSVolumeConfiguration.',
    },
    refused: efs({ authorizationConfig: POINT }),
    taken: efs({ ...TLS, authorizationConfig: POINT }),
    ecs: 'refuses',
    message: 'an access point of EFS without transit encryption',
  },
  {
    rule: 'IAM authorization of EFS needs transit encryption',
    from: {
      member: 'EFSAuthorizationConfig.iam',
      says: 'If it is turned on, transit encryption must be turned on in the EFSVolumeConfiguration.',
    },
    refused: efs({ transitEncryption: 'DISABLED', authorizationConfig: { iam: 'ENABLED' } }),
    taken: efs({ transitEncryption: 'DISABLED', authorizationConfig: { iam: 'DISABLED' } }),
    ecs: 'refuses',
    message: 'IAM authorization of EFS without transit encryption',
  },
  {
    rule: 'an access point of S3 Files has no other root directory',
    from: {
      member: 'S3FilesVolumeConfiguration.accessPointArn',
      says: 'If an access point is specified, the root directory value specified in the S3FilesVolumeConfiguration must either be omitted or set to / which will enforce the path set on the S3 Files access point.',
    },
    refused: fargate(
      {},
      {
        volumes: [
          {
            name: 'data',
            s3filesVolumeConfiguration: {
              fileSystemArn: 'arn:aws:s3files:us-east-1:123456789012:file-system/fs-1',
              accessPointArn: 'arn:aws:s3files:us-east-1:123456789012:file-system/fs-1/access-point/fsap-1',
              rootDirectory: '/data',
            },
          },
        ],
      },
    ),
    taken: fargate(
      {},
      {
        volumes: [
          {
            name: 'data',
            s3filesVolumeConfiguration: {
              fileSystemArn: 'arn:aws:s3files:us-east-1:123456789012:file-system/fs-1',
              accessPointArn: 'arn:aws:s3files:us-east-1:123456789012:file-system/fs-1/access-point/fsap-1',
              rootDirectory: '/',
            },
          },
        ],
      },
    ),
    ecs: 'refuses',
    message: 'has an access point and rootDirectory "/data"',
  },
  {
    rule: 'one volume is configured at launch',
    from: {
      member: 'Volume.configuredAtLaunch',
      says: 'Each task definition revision may only have one volume configured at launch in the volume configuration.',
    },
    refused: fargate(
      {},
      {
        volumes: [
          { name: 'a', configuredAtLaunch: true },
          { name: 'b', configuredAtLaunch: true },
        ],
      },
    ),
    taken: fargate({}, { volumes: [{ name: 'a', configuredAtLaunch: true }, { name: 'b' }] }),
    ecs: 'refuses',
    message: 'both configured at launch',
  },
  {
    rule: 'Fargate has no volumes of a host',
    from: {
      member: 'HostVolumeProperties.sourcePath',
      says: "If you're using the Fargate launch type, the sourcePath parameter is not supported.",
    },
    refused: fargate({}, { volumes: [{ name: 'data', host: { sourcePath: '/data' } }] }),
    taken: fargate({}, { volumes: [{ name: 'data', host: {} }] }),
    ecs: 'refuses',
    message: 'tasks on Fargate have no host',
  },
  {
    rule: 'Fargate has no volumes of Docker',
    from: {
      member: 'Volume.dockerVolumeConfiguration',
      says: "Docker volumes aren't supported by tasks run on Fargate.",
    },
    refused: fargate({}, { volumes: [{ name: 'data', dockerVolumeConfiguration: { scope: 'task' } }] }),
    taken: ec2({}, { volumes: [{ name: 'data', dockerVolumeConfiguration: { scope: 'task' } }] }),
    ecs: 'refuses',
    message: 'tasks on Fargate have no host',
  },
  {
    rule: 'Fargate needs awsvpc',
    from: {
      member: 'RegisterTaskDefinitionRequest.networkMode',
      says: 'For Amazon ECS tasks on Fargate, the awsvpc network mode is required.',
    },
    refused: fargate({}, { networkMode: 'bridge' }),
    taken: fargate({}),
    ecs: 'refuses',
    message: 'Fargate needs networkMode awsvpc',
  },
  {
    rule: 'Fargate needs cpu of the task',
    from: { member: 'RegisterTaskDefinitionRequest.cpu', says: 'This field is required for Fargate.' },
    refused: {
      ...EC2,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      memory: '512',
      containerDefinitions: [APP],
    },
    taken: fargate({}),
    ecs: 'refuses',
    message: 'Fargate needs cpu of the whole task',
  },
  {
    rule: 'Fargate has certain sizes',
    from: {
      member: 'RegisterTaskDefinitionRequest.memory',
      says: '512 (0.5 GB), 1024 (1 GB), 2048 (2 GB) - Available cpu values: 256 (.25 vCPU)',
    },
    refused: fargate({}, { memory: '4096' }),
    taken: fargate({}, { memory: '2048' }),
    ecs: 'refuses',
    message: 'Fargate has no memory "4096" for cpu 256',
  },
  {
    rule: 'Fargate shares no namespace of processes with a host',
    from: {
      member: 'RegisterTaskDefinitionRequest.pidMode',
      says: 'On Fargate for Linux containers, the only valid value is task.',
    },
    refused: fargate({}, { pidMode: 'host' }),
    taken: fargate({}, { pidMode: 'task' }),
    ecs: 'refuses',
    message: 'pidMode is host',
  },
  {
    rule: 'Fargate has no ipcMode',
    from: {
      member: 'RegisterTaskDefinitionRequest.ipcMode',
      says: 'This parameter is not supported for Windows containers or tasks run on Fargate.',
    },
    refused: fargate({}, { ipcMode: 'task' }),
    taken: ec2({}, { ipcMode: 'task' }),
    ecs: 'refuses',
    message: 'ipcMode is task, which Fargate does not allow',
  },
  {
    rule: 'Fargate runs nothing privileged',
    from: {
      member: 'ContainerDefinition.privileged',
      says: 'This parameter is not supported for Windows containers or tasks run on Fargate.',
    },
    refused: fargate({ privileged: true }),
    taken: fargate({ privileged: false }),
    ecs: 'refuses',
    message: 'is privileged',
  },
  {
    rule: 'Fargate adds SYS_PTRACE only',
    from: {
      member: 'KernelCapabilities.add',
      says: 'Tasks launched on Fargate only support adding the SYS_PTRACE kernel capability.',
    },
    refused: linux({ capabilities: { add: ['NET_ADMIN'] } }),
    taken: linux({ capabilities: { add: ['SYS_PTRACE'] } }),
    ecs: 'refuses',
    message: 'wants the capability NET_ADMIN',
  },
  ...(
    [
      [
        'devices',
        "If you're using tasks that use the Fargate launch type, the devices parameter isn't supported.",
        [{ hostPath: '/dev/null' }],
      ],
      [
        'sharedMemorySize',
        'If you are using tasks that use the Fargate launch type, the sharedMemorySize parameter is not supported.',
        64,
      ],
      [
        'maxSwap',
        "If you're using tasks that use the Fargate launch type, the maxSwap parameter isn't supported.",
        64,
      ],
      [
        'swappiness',
        "If you're using tasks that use the Fargate launch type, the swappiness parameter isn't supported.",
        50,
      ],
    ] as const
  ).map(([member, says, value]): Rule => ({
    rule: `Fargate has no ${member}`,
    from: { member: `LinuxParameters.${member}`, says },
    refused: linux({ [member]: value }),
    taken: ec2({ linuxParameters: { [member]: value, ...(member === 'swappiness' ? { maxSwap: 64 } : {}) } }),
    ecs: 'refuses',
    message: `has ${member}, which Fargate does not allow`,
  })),
  {
    rule: 'Fargate has no security options of Docker',
    from: {
      member: 'ContainerDefinition.dockerSecurityOptions',
      says: "This field isn't valid for containers in tasks using the Fargate launch type.",
    },
    refused: fargate({ dockerSecurityOptions: ['no-new-privileges'] }),
    taken: ec2({ dockerSecurityOptions: ['no-new-privileges'] }),
    ecs: 'refuses',
    message: 'has dockerSecurityOptions',
  },
  {
    rule: 'Fargate has three log drivers',
    from: {
      member: 'LogConfiguration.logDriver',
      says: 'For tasks on Fargate, the supported log drivers are awslogs, splunk, and awsfirelens.',
    },
    refused: fargate({ logConfiguration: { logDriver: 'json-file' } }),
    taken: fargate({
      logConfiguration: { logDriver: 'splunk', options: { 'splunk-url': 'https://example.com' } },
    }),
    ecs: 'refuses',
    message: 'Fargate has no log driver json-file',
  },
  {
    rule: 'awslogs on Fargate has a prefix',
    from: {
      member: 'LogConfiguration.options',
      says: 'Required: Yes, when using Fargate.Optional when using EC2.',
    },
    refused: logs({ 'awslogs-stream-prefix': '' }),
    taken: logs({}),
    ecs: 'refuses',
    message: 'has no awslogs-stream-prefix',
  },
  {
    rule: 'awslogs has a Region, on EC2 too',
    from: {
      member: 'LogConfiguration.options',
      says: 'awslogs-region Required: Yes Specify the Amazon Web Services Region that the awslogs log driver is to send',
    },
    refused: ec2({ logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'g' } } }),
    taken: ec2({
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': 'g', 'awslogs-region': 'us-east-1' },
      },
    }),
    ecs: 'refuses',
    message: 'has no awslogs-region',
  },
  {
    rule: 'awslogs has a group, on EC2 too',
    from: {
      member: 'LogConfiguration.options',
      says: 'awslogs-group Required: Yes Make sure to specify a log group',
    },
    refused: ec2({ logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-region': 'us-east-1' } } }),
    taken: ec2({
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': 'g', 'awslogs-region': 'us-east-1' },
      },
    }),
    ecs: 'refuses',
    message: 'has no awslogs-group',
  },
  {
    rule: 'awslogs has one way to tell lines apart',
    from: {
      member: 'LogConfiguration.options',
      says: 'You cannot configure both the awslogs-datetime-format and awslogs-multiline-pattern options.',
    },
    refused: logs({ 'awslogs-datetime-format': '%Y', 'awslogs-multiline-pattern': '^x' }),
    taken: logs({ 'awslogs-datetime-format': '%Y' }),
    ecs: 'starts no task',
    message: 'awslogs-datetime-format and awslogs-multiline-pattern',
  },
  {
    rule: 'ephemeral storage has bounds',
    from: {
      member: 'EphemeralStorage.sizeInGiB',
      says: 'The minimum supported value is 21 GiB and the maximum supported value is 200 GiB.',
    },
    refused: fargate({}, { ephemeralStorage: { sizeInGiB: 201 } }),
    taken: fargate({}, { ephemeralStorage: { sizeInGiB: 200 } }),
    ecs: 'refuses',
    message: 'ephemeralStorage.sizeInGiB is 201',
  },
  {
    rule: 'a task has an essential container',
    from: {
      member: 'ContainerDefinition.essential',
      says: 'All tasks must have at least one essential container.',
    },
    refused: fargate({ essential: false }),
    taken: fargate({ essential: true }),
    ecs: 'refuses',
    message: 'no container is essential',
  },
  {
    rule: 'what others wait for to end is not essential',
    from: {
      member: 'ContainerDependency.condition',
      says: "This condition can't be set on an essential container.",
    },
    refused: two({ dependsOn: [{ containerName: 'other', condition: 'SUCCESS' }] }, {}),
    taken: two({ dependsOn: [{ containerName: 'other', condition: 'SUCCESS' }] }, { essential: false }),
    ecs: 'refuses',
    message: 'which is essential',
  },
  {
    rule: 'what others wait for to be healthy has a health check',
    from: {
      member: 'ContainerDependency.condition',
      says: 'HEALTHY - This condition validates that the dependent container passes its Docker health check before permitting other containers to start. This requires that the dependent container has health checks configured.',
    },
    refused: two({ dependsOn: [{ containerName: 'other', condition: 'HEALTHY' }] }, {}),
    taken: two(
      { dependsOn: [{ containerName: 'other', condition: 'HEALTHY' }] },
      { healthCheck: { command: ['CMD', 'true'] } },
    ),
    ecs: 'refuses',
    message: 'which has no healthCheck',
  },
  {
    rule: 'a health check’s command begins with CMD or CMD-SHELL',
    from: {
      member: 'HealthCheck.command',
      says: "The string array must start with CMD to run the command arguments directly, or CMD-SHELL to run the command with the container's default shell.",
    },
    refused: health({ command: ['curl', '-f', 'http://localhost'] }),
    taken: health({ command: ['CMD', 'curl', '-f', 'http://localhost'] }),
    ecs: 'refuses',
    message: 'command begins with "curl"',
  },
  ...(
    [
      ['interval', 'You may specify between 5 and 300 seconds.', 300],
      ['timeout', 'You may specify between 2 and 60 seconds.', 60],
      ['retries', 'You may specify between 1 and 10 retries.', 10],
      ['startPeriod', 'You can specify between 0 and 300 seconds.', 300],
    ] as const
  ).map(([member, says, most]): Rule => ({
    rule: `${member} of a health check has bounds`,
    from: { member: `HealthCheck.${member}`, says },
    refused: health({ [member]: most + 1 }),
    taken: health({ [member]: most }),
    ecs: 'refuses',
    message: `${member} is ${most + 1}`,
  })),
  {
    rule: 'restartAttemptPeriod has bounds',
    from: {
      member: 'ContainerRestartPolicy.restartAttemptPeriod',
      says: 'You can set a minimum restartAttemptPeriod of 60 seconds and a maximum restartAttemptPeriod of 1800 seconds.',
    },
    refused: fargate({ restartPolicy: { enabled: true, restartAttemptPeriod: 59 } }),
    taken: fargate({ restartPolicy: { enabled: true, restartAttemptPeriod: 60 } }),
    ecs: 'refuses',
    message: 'restartAttemptPeriod is 59',
  },
  {
    rule: 'a restart policy ignores at most 50 exit codes',
    from: {
      member: 'ContainerRestartPolicy.ignoredExitCodes',
      says: 'You can specify a maximum of 50 container exit codes.',
    },
    refused: fargate({ restartPolicy: { enabled: true, ignoredExitCodes: many(51, (at) => at) } }),
    taken: fargate({ restartPolicy: { enabled: true, ignoredExitCodes: many(50, (at) => at) } }),
    ecs: 'refuses',
    message: 'ignores 51 exit codes',
  },
  {
    rule: 'startTimeout on Fargate has bounds',
    from: {
      member: 'ContainerDefinition.startTimeout',
      says: 'The valid values for Fargate are 2-120 seconds.',
    },
    refused: fargate({ startTimeout: 121 }),
    taken: fargate({ startTimeout: 120 }),
    ecs: 'refuses',
    message: 'startTimeout is 121',
  },
  {
    rule: 'stopTimeout on Fargate has a bound',
    from: {
      member: 'ContainerDefinition.stopTimeout',
      says: 'For tasks that use the Fargate launch type, the max stop timeout value is 120 seconds and if the parameter is not specified, the default value of 30 seconds is used.',
    },
    refused: fargate({ stopTimeout: 121 }),
    taken: fargate({ stopTimeout: 120 }),
    ecs: 'refuses',
    message: 'stopTimeout is 121',
  },
  {
    rule: 'a container has at most ten environment files',
    from: {
      member: 'ContainerDefinition.environmentFiles',
      says: 'You can specify up to ten environment files.',
    },
    refused: fargate({
      environmentFiles: many(11, (at) => ({ type: 's3', value: `arn:aws:s3:::bucket/${at}.env` })),
    }),
    taken: fargate({
      environmentFiles: many(10, (at) => ({ type: 's3', value: `arn:aws:s3:::bucket/${at}.env` })),
    }),
    ecs: 'refuses',
    message: 'has 11 environment files',
  },
  {
    rule: 'an environment file ends in .env',
    from: {
      member: 'ContainerDefinition.environmentFiles',
      says: 'The file must have a .env file extension.',
    },
    refused: fargate({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::bucket/app.txt' }] }),
    taken: fargate({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::bucket/app.env' }] }),
    ecs: 'refuses',
    message: 'does not end in .env',
  },
  {
    rule: 'awsvpc maps no other port of a host',
    from: {
      member: 'ContainerDefinition.portMappings',
      says: 'The hostPort can be left blank or it must be the same value as the containerPort.',
    },
    refused: port({ containerPort: 80, hostPort: 8080 }, 'awsvpc'),
    taken: port({ containerPort: 80, hostPort: 80 }, 'awsvpc'),
    ecs: 'refuses',
    message: 'which awsvpc does not allow',
  },
  {
    rule: 'host maps no other port of a host',
    from: {
      member: 'ContainerDefinition.portMappings',
      says: 'If the network mode of a task definition is set to host, then host ports must either be undefined or they must match the container port in the port mapping.',
    },
    refused: port({ containerPort: 80, hostPort: 8080 }, 'host'),
    taken: port({ containerPort: 80, hostPort: 80 }, 'host'),
    ecs: 'refuses',
    message: 'which host does not allow',
  },
  {
    rule: 'none maps no port',
    from: {
      member: 'ContainerDefinition.portMappings',
      says: "If the network mode of a task definition is set to none, then you can't specify port mappings.",
    },
    refused: port({ containerPort: 80 }, 'none'),
    taken: port({ containerPort: 80 }, 'bridge'),
    ecs: 'refuses',
    message: 'networkMode none has no network',
  },
  {
    rule: 'a range of ports needs bridge or awsvpc',
    from: {
      member: 'PortMapping.containerPortRange',
      says: 'You must use either the bridge network mode or the awsvpc network mode.',
    },
    refused: port({ containerPortRange: '8000-8010' }, 'host'),
    taken: port({ containerPortRange: '8000-8010' }, 'bridge'),
    ecs: 'refuses',
    message: 'containerPortRange needs networkMode bridge or awsvpc',
  },
  {
    rule: 'a range of ports goes upwards',
    from: {
      member: 'PortMapping.containerPortRange',
      says: 'The first port in the range must be less than last port in the range.',
    },
    refused: port({ containerPortRange: '8010-8000' }, 'awsvpc'),
    taken: port({ containerPortRange: '8000-8001' }, 'awsvpc'),
    ecs: 'refuses',
    message: 'is no range of ports',
  },
  {
    rule: 'ranges of ports do not overlap',
    from: { member: 'PortMapping.containerPortRange', says: 'You cannot specify overlapping port ranges.' },
    refused: ec2({ portMappings: [{ containerPortRange: '80-90' }, { containerPort: 85 }] }),
    taken: ec2({ portMappings: [{ containerPortRange: '80-90' }, { containerPort: 91 }] }),
    ecs: 'refuses',
    message: 'has the port 85/tcp twice',
  },
  {
    rule: 'the name of a port begins with no hyphen',
    from: { member: 'PortMapping.name', says: "The name can't start with a hyphen." },
    refused: port({ containerPort: 80, name: '-web' }, 'awsvpc'),
    taken: port({ containerPort: 80, name: 'web-1' }, 'awsvpc'),
    ecs: 'refuses',
    message: '"-web" is no name of a port',
  },
  {
    rule: 'links are of bridge',
    from: {
      member: 'ContainerDefinition.links',
      says: 'This parameter is only supported if the network mode of a task definition is bridge.',
    },
    refused: two({ links: ['other'] }, {}, { ...FARGATE }),
    taken: two({ links: ['other'] }, {}, EC2),
    ecs: 'refuses',
    message: 'has links',
  },
  {
    rule: 'awsvpc has no hostname of a container',
    from: {
      member: 'ContainerDefinition.hostname',
      says: "The hostname parameter is not supported if you're using the awsvpc network mode.",
    },
    refused: fargate({ hostname: 'web' }),
    taken: ec2({ hostname: 'web' }),
    ecs: 'refuses',
    message: 'has hostname',
  },
  {
    rule: 'awsvpc has no extra hosts',
    from: {
      member: 'ContainerDefinition.extraHosts',
      says: "This parameter isn't supported for Windows containers or tasks that use the awsvpc network mode.",
    },
    refused: fargate({ extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.1' }] }),
    taken: ec2({ extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.1' }] }),
    ecs: 'refuses',
    message: 'has extraHosts',
  },
  {
    rule: 'swappiness has bounds',
    from: {
      member: 'LinuxParameters.swappiness',
      says: 'Accepted values are whole numbers between 0 and 100.',
    },
    refused: ec2({ linuxParameters: { maxSwap: 64, swappiness: 101 } }),
    taken: ec2({ linuxParameters: { maxSwap: 64, swappiness: 100 } }),
    ecs: 'refuses',
    message: 'swappiness is 101',
  },
  {
    rule: 'a family is a name',
    from: {
      member: 'RegisterTaskDefinitionRequest.family',
      says: 'Up to 255 letters (uppercase and lowercase), numbers, underscores, and hyphens are allowed.',
    },
    refused: fargate({}, { family: 'my app' }),
    taken: fargate({}, { family: 'my_app-1' }),
    ecs: 'refuses',
    message: 'family "my app" is no valid name',
  },
];
