/** Names of the template's outputs, in the order in which the template declares them. */
export const outputNames = [
  'TemplateVersion',
  'ClusterName',
  'ServiceName',
  'AppTaskFamily',
  'BootstrapTaskFamily',
  'ContainerName',
  'ContainerPort',
  'CpuArchitecture',
  'TaskCpu',
  'TaskMemory',
  'CodeDeployApplication',
  'CodeDeployDeploymentGroup',
  'DeploymentConfigName',
  'ExecutionRoleArn',
  'TaskRoleArn',
  'DeployRoleArn',
  'SubnetIds',
  'SecurityGroupId',
  'AssignPublicIp',
  'CapacityProviderStrategy',
  'LogGroupName',
  'LogRegion',
  'EcrRepositoryName',
  'EcrRepositoryUri',
  'AlbDnsName',
  'ServiceUrl',
  'TestUrl',
  'ProductionListenerArn',
  'TestListenerArn',
  'BlueTargetGroupArn',
  'GreenTargetGroupArn',
  'AlarmNames',
] as const;

export type OutputName = (typeof outputNames)[number];

/** Outputs that exist only under a condition of the template; every other output is always there. */
export const conditionalOutputNames = ['DeployRoleArn', 'TestUrl'] as const satisfies readonly OutputName[];

type ConditionalOutputName = (typeof conditionalOutputNames)[number];

/** The outputs of a stack made from the template. */
export type StackOutputs = Readonly<
  Record<Exclude<OutputName, ConditionalOutputName>, string> & Partial<Record<ConditionalOutputName, string>>
>;

/** Narrows any text to the name of an output. */
export function isOutputName(name: string): name is OutputName {
  return (outputNames as readonly string[]).includes(name);
}
