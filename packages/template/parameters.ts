/** Names of the template's parameters, in the order in which the template declares them. */
export const parameterNames = [
  'VpcCidr',
  'AllowedIngressCidr',
  'ListenerPort',
  'HttpsListenerPort',
  'CertificateArn',
  'TestListenerPort',
  'TestListenerCidr',
  'DeregistrationDelaySeconds',
  'LiveColor',
  'ContainerName',
  'ContainerPort',
  'PlaceholderImage',
  'CpuArchitecture',
  'TaskCpu',
  'TaskMemory',
  'HealthCheckPath',
  'HealthCheckMatcher',
  'HealthCheckIntervalSeconds',
  'HealthCheckTimeoutSeconds',
  'HealthyThreshold',
  'UnhealthyThreshold',
  'DeploymentConfigName',
  'ReadyWaitMinutes',
  'BlueTerminationWaitMinutes',
  'RollbackOnAlarm',
  'Alarm5xxThreshold',
  'FargateSpotWeight',
  'TaskRolePolicyArns',
  'SecretArns',
  'SsmParameterArns',
  'PermissionsBoundaryArn',
  'GitHubOrg',
  'GitHubRepo',
  'GitHubEnvironment',
  'GitHubSubjectClaims',
  'CreateOidcProvider',
  'LogRetentionDays',
  'KeepImages',
] as const;

export type ParameterName = (typeof parameterNames)[number];

/**
 * Parameters that the service resource is made from. Under the CODE_DEPLOY controller an update of that resource fails
 * or undoes a deployment, so these keep the values with which the stack was created.
 */
export const fixedParameterNames = [
  'VpcCidr',
  'ContainerName',
  'ContainerPort',
] as const satisfies readonly ParameterName[];

/** Narrows any text to the name of a parameter. */
export function isParameterName(name: string): name is ParameterName {
  return (parameterNames as readonly string[]).includes(name);
}
