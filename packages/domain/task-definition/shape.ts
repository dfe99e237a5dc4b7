/** Shape of a member of RegisterTaskDefinition's request. */
export type Shape =
  | 'string'
  | 'integer'
  | 'boolean'
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly of: Shape }
  | { readonly kind: 'struct'; readonly members: Readonly<Record<string, Member>> };

interface Member {
  readonly shape: Shape;
  readonly required: boolean;
}

const list = (of: Shape): Shape => ({ kind: 'list', of });
const map = (of: Shape): Shape => ({ kind: 'map', of });
const required = (shape: Shape): Member => ({ shape, required: true });

function struct(members: Readonly<Record<string, Shape | Member>>): Shape {
  return {
    kind: 'struct',
    members: Object.fromEntries(
      Object.entries(members).map(([name, one]) => [
        name,
        typeof one === 'object' && 'shape' in one ? one : { shape: one, required: false },
      ]),
    ),
  };
}

/** RegisterTaskDefinition's request, after the service's API model of August 2026. */
export const TASK_DEFINITION_SHAPE: Shape = struct({
  family: required('string'),
  containerDefinitions: required(
    list(
      struct({
        name: 'string',
        image: 'string',
        repositoryCredentials: struct({
          credentialsParameter: required('string'),
        }),
        cpu: 'integer',
        memory: 'integer',
        memoryReservation: 'integer',
        links: list('string'),
        portMappings: list(
          struct({
            containerPort: 'integer',
            hostPort: 'integer',
            protocol: 'string',
            name: 'string',
            appProtocol: 'string',
            containerPortRange: 'string',
          }),
        ),
        essential: 'boolean',
        restartPolicy: struct({
          enabled: required('boolean'),
          ignoredExitCodes: list('integer'),
          restartAttemptPeriod: 'integer',
        }),
        entryPoint: list('string'),
        command: list('string'),
        environment: list(
          struct({
            name: 'string',
            value: 'string',
          }),
        ),
        environmentFiles: list(
          struct({
            value: required('string'),
            type: required('string'),
          }),
        ),
        mountPoints: list(
          struct({
            sourceVolume: 'string',
            containerPath: 'string',
            readOnly: 'boolean',
          }),
        ),
        volumesFrom: list(
          struct({
            sourceContainer: 'string',
            readOnly: 'boolean',
          }),
        ),
        linuxParameters: struct({
          capabilities: struct({
            add: list('string'),
            drop: list('string'),
          }),
          devices: list(
            struct({
              hostPath: required('string'),
              containerPath: 'string',
              permissions: list('string'),
            }),
          ),
          initProcessEnabled: 'boolean',
          sharedMemorySize: 'integer',
          tmpfs: list(
            struct({
              containerPath: required('string'),
              size: required('integer'),
              mountOptions: list('string'),
            }),
          ),
          maxSwap: 'integer',
          swappiness: 'integer',
        }),
        secrets: list(
          struct({
            name: required('string'),
            valueFrom: required('string'),
          }),
        ),
        dependsOn: list(
          struct({
            containerName: required('string'),
            condition: required('string'),
          }),
        ),
        startTimeout: 'integer',
        stopTimeout: 'integer',
        versionConsistency: 'string',
        hostname: 'string',
        user: 'string',
        workingDirectory: 'string',
        disableNetworking: 'boolean',
        privileged: 'boolean',
        readonlyRootFilesystem: 'boolean',
        dnsServers: list('string'),
        dnsSearchDomains: list('string'),
        extraHosts: list(
          struct({
            hostname: required('string'),
            ipAddress: required('string'),
          }),
        ),
        dockerSecurityOptions: list('string'),
        interactive: 'boolean',
        pseudoTerminal: 'boolean',
        dockerLabels: map('string'),
        ulimits: list(
          struct({
            name: required('string'),
            softLimit: required('integer'),
            hardLimit: required('integer'),
          }),
        ),
        logConfiguration: struct({
          logDriver: required('string'),
          options: map('string'),
          secretOptions: list(
            struct({
              name: required('string'),
              valueFrom: required('string'),
            }),
          ),
        }),
        healthCheck: struct({
          command: required(list('string')),
          interval: 'integer',
          timeout: 'integer',
          retries: 'integer',
          startPeriod: 'integer',
        }),
        systemControls: list(
          struct({
            namespace: 'string',
            value: 'string',
          }),
        ),
        resourceRequirements: list(
          struct({
            type: required('string'),
            value: 'string',
            sharingStrategy: struct({
              nvidiaMps: struct({
                memory: required('integer'),
                maxComputePercent: 'integer',
              }),
            }),
          }),
        ),
        firelensConfiguration: struct({
          type: required('string'),
          options: map('string'),
        }),
        credentialSpecs: list('string'),
      }),
    ),
  ),
  taskRoleArn: 'string',
  executionRoleArn: 'string',
  networkMode: 'string',
  volumes: list(
    struct({
      name: 'string',
      host: struct({
        sourcePath: 'string',
      }),
      dockerVolumeConfiguration: struct({
        scope: 'string',
        autoprovision: 'boolean',
        driver: 'string',
        driverOpts: map('string'),
        labels: map('string'),
      }),
      efsVolumeConfiguration: struct({
        fileSystemId: required('string'),
        rootDirectory: 'string',
        transitEncryption: 'string',
        transitEncryptionPort: 'integer',
        authorizationConfig: struct({
          accessPointId: 'string',
          iam: 'string',
        }),
      }),
      s3filesVolumeConfiguration: struct({
        fileSystemArn: required('string'),
        rootDirectory: 'string',
        transitEncryptionPort: 'integer',
        accessPointArn: 'string',
      }),
      fsxWindowsFileServerVolumeConfiguration: struct({
        fileSystemId: required('string'),
        rootDirectory: required('string'),
        authorizationConfig: required(
          struct({
            credentialsParameter: required('string'),
            domain: required('string'),
          }),
        ),
      }),
      configuredAtLaunch: 'boolean',
    }),
  ),
  placementConstraints: list(
    struct({
      type: 'string',
      expression: 'string',
    }),
  ),
  requiresCompatibilities: list('string'),
  cpu: 'string',
  memory: 'string',
  tags: list(
    struct({
      key: 'string',
      value: 'string',
    }),
  ),
  pidMode: 'string',
  ipcMode: 'string',
  proxyConfiguration: struct({
    containerName: required('string'),
    type: 'string',
    properties: list(
      struct({
        name: 'string',
        value: 'string',
      }),
    ),
  }),
  inferenceAccelerators: list(
    struct({
      deviceName: required('string'),
      deviceType: required('string'),
    }),
  ),
  ephemeralStorage: struct({
    sizeInGiB: required('integer'),
  }),
  runtimePlatform: struct({
    cpuArchitecture: 'string',
    operatingSystemFamily: 'string',
  }),
  enableFaultInjection: 'boolean',
});

/** Members that DescribeTaskDefinition adds and RegisterTaskDefinition refuses. */
export const READ_ONLY_MEMBERS: ReadonlySet<string> = new Set([
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'deregisteredAt',
  'deleteRequestedAt',
  'registeredBy',
]);
