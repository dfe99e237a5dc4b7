import type { CapacityProviderItem, NetworkConfiguration } from './task/ecs-service.ts';

/** A deployment's surroundings; everything but the service may be unknown. */
export interface Environment {
  /** Name of the stack that it was read from. */
  readonly stack?: string;
  readonly cluster: string;
  readonly service: string;
  readonly containerName?: string;
  readonly containerPort?: number;
  readonly taskFamily?: string;
  readonly codeDeployApplication?: string;
  readonly codeDeployDeploymentGroup?: string;
  readonly deploymentConfig?: string;
  readonly executionRoleArn?: string;
  readonly taskRoleArn?: string;
  /** `123456789012.dkr.ecr.us-east-1.amazonaws.com/name` */
  readonly repositoryUri?: string;
  readonly logGroup?: string;
  readonly network?: NetworkConfiguration;
  readonly capacityProviders?: readonly CapacityProviderItem[];
  readonly cpuArchitecture?: string;
  readonly taskCpu?: string;
  readonly taskMemory?: string;
  readonly serviceUrl?: string;
  readonly testUrl?: string;
}

/**
 * The stack outputs that the actions read. Any stack with outputs of these names works, the bundled template's is one.
 * `SubnetIds` and `SecurityGroupId` are comma lists, `CapacityProviderStrategy` is JSON in ECS's spelling.
 */
export const STACK_OUTPUTS = [
  'ClusterName',
  'ServiceName',
  'ContainerName',
  'ContainerPort',
  'AppTaskFamily',
  'CodeDeployApplication',
  'CodeDeployDeploymentGroup',
  'DeploymentConfigName',
  'ExecutionRoleArn',
  'TaskRoleArn',
  'EcrRepositoryUri',
  'LogGroupName',
  'SubnetIds',
  'SecurityGroupId',
  'AssignPublicIp',
  'CapacityProviderStrategy',
  'CpuArchitecture',
  'TaskCpu',
  'TaskMemory',
  'ServiceUrl',
  'TestUrl',
] as const;

type StackOutput = (typeof STACK_OUTPUTS)[number];

/** Reads an environment from a stack's outputs; `missing` names the outputs without which no deployment is possible. */
export function environmentFromOutputs(
  stack: string,
  outputs: Readonly<Record<string, string>>,
): { readonly environment: Environment } | { readonly missing: readonly StackOutput[] } {
  const get = (name: StackOutput): string | undefined => outputs[name] || undefined;
  const cluster = get('ClusterName');
  const service = get('ServiceName');
  if (cluster === undefined || service === undefined) {
    return { missing: (['ClusterName', 'ServiceName'] as const).filter((name) => get(name) === undefined) };
  }
  const subnets = split(get('SubnetIds'));
  const optional: { [K in keyof Environment]: Environment[K] | undefined } = {
    stack,
    cluster,
    service,
    containerName: get('ContainerName'),
    containerPort: get('ContainerPort') === undefined ? undefined : Number(get('ContainerPort')),
    taskFamily: get('AppTaskFamily'),
    codeDeployApplication: get('CodeDeployApplication'),
    codeDeployDeploymentGroup: get('CodeDeployDeploymentGroup'),
    deploymentConfig: get('DeploymentConfigName'),
    executionRoleArn: get('ExecutionRoleArn'),
    taskRoleArn: get('TaskRoleArn'),
    repositoryUri: get('EcrRepositoryUri'),
    logGroup: get('LogGroupName'),
    network:
      subnets.length === 0
        ? undefined
        : {
            subnets,
            securityGroups: split(get('SecurityGroupId')),
            assignPublicIp: get('AssignPublicIp') === 'ENABLED' ? 'ENABLED' : 'DISABLED',
          },
    capacityProviders: capacityProviders(get('CapacityProviderStrategy')),
    cpuArchitecture: get('CpuArchitecture'),
    taskCpu: get('TaskCpu'),
    taskMemory: get('TaskMemory'),
    serviceUrl: get('ServiceUrl'),
    testUrl: get('TestUrl'),
  };
  return {
    environment: Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as unknown as Environment,
  };
}

function split(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

function capacityProviders(value: string | undefined): readonly CapacityProviderItem[] | undefined {
  if (value === undefined) return undefined;
  const items = JSON.parse(value) as { capacityProvider: string; weight?: number; base?: number }[];
  return items.map(({ capacityProvider, weight = 0, base = 0 }) => ({ capacityProvider, weight, base }));
}
