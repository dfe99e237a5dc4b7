import type { TaskSet } from '../task/ecs-service.ts';
import type { Place } from '../errors.ts';

/** The part of an AppSpec that says what is deployed, in CodeDeploy's spelling. */
export interface AppSpecProperties {
  readonly TaskDefinition: string;
  readonly LoadBalancerInfo: { readonly ContainerName: string; readonly ContainerPort: number };
  readonly PlatformVersion?: string;
  readonly NetworkConfiguration?: unknown;
  readonly CapacityProviderStrategy?: unknown;
}

/** Parts of a user's AppSpec file: properties that win over the live service's, and hooks. */
export interface AppSpecFile {
  readonly logicalName?: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Single-key maps, in the file's order: lifecycle event -> function. */
  readonly hooks: readonly Readonly<Record<string, string>>[];
  /** Where the file names the container and its port. */
  readonly places?: { readonly containerName?: Place; readonly containerPort?: Place };
}

export interface AppSpec {
  readonly logicalName: string;
  readonly properties: AppSpecProperties;
  readonly hooks: readonly Readonly<Record<string, string>>[];
}

/** The events of an ECS deployment to which a hook may be tied. */
export const HOOK_EVENTS = [
  'BeforeInstall',
  'AfterInstall',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AfterAllowTraffic',
] as const;

/**
 * The AppSpec of a deployment of `revision` that keeps everything else as the live task set has it: CodeDeploy resets
 * network, capacity providers and platform version to defaults when an AppSpec leaves them out.
 */
export function appSpecFor(
  live: TaskSet,
  deploy: { readonly revision: string; readonly containerName: string; readonly containerPort: number },
  file?: AppSpecFile,
): AppSpec {
  const generated = {
    ...(live.platformVersion === undefined ? {} : { PlatformVersion: live.platformVersion }),
    ...(live.network === undefined
      ? {}
      : {
          NetworkConfiguration: {
            AwsvpcConfiguration: {
              Subnets: live.network.subnets,
              SecurityGroups: live.network.securityGroups,
              AssignPublicIp: live.network.assignPublicIp,
            },
          },
        }),
    ...(live.capacityProviders.length === 0
      ? {}
      : {
          CapacityProviderStrategy: live.capacityProviders.map(({ capacityProvider, weight, base }) => ({
            CapacityProvider: capacityProvider,
            Weight: weight,
            Base: base,
          })),
        }),
  };
  return {
    logicalName: file?.logicalName ?? 'TargetService',
    properties: {
      ...generated,
      ...file?.properties,
      TaskDefinition: deploy.revision,
      LoadBalancerInfo: { ContainerName: deploy.containerName, ContainerPort: deploy.containerPort },
    },
    hooks: file?.hooks ?? [],
  };
}

/** The text that CodeDeploy gets: JSON, with the version written as CodeDeploy's documents write it. */
export function formatAppSpec({ logicalName, properties, hooks }: AppSpec): string {
  const body = JSON.stringify(
    {
      Resources: [{ [logicalName]: { Type: 'AWS::ECS::Service', Properties: properties } }],
      ...(hooks.length === 0 ? {} : { Hooks: hooks }),
    },
    null,
    2,
  );
  return `{\n  "version": 0.0,${body.slice(1)}`;
}
