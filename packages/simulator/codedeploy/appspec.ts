import type { AwsVpcConfiguration, CapacityProviderStrategyItem } from '@aws-sdk/client-ecs';
import { parse } from 'yaml';
import { ApiError } from '../kernel/api-error.ts';

/** Lifecycle events that may name a Lambda function. */
export const HOOKABLE = [
  'BeforeInstall',
  'AfterInstall',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AfterAllowTraffic',
] as const;

export interface AppSpec {
  readonly taskDefinition: string;
  readonly containerName: string;
  readonly containerPort: number;
  readonly platformVersion: string | undefined;
  readonly network: AwsVpcConfiguration | undefined;
  readonly capacityProviders: CapacityProviderStrategyItem[] | undefined;
  /** Lambda function by event. */
  readonly hooks: ReadonlyMap<string, string>;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads an AppSpec for ECS, YAML or JSON; keys count whatever their case.
 * @throws ApiError InvalidRevisionException that names the field.
 */
export function parseAppSpec(content: string): AppSpec {
  let document: unknown;
  try {
    document = parse(content);
  } catch {
    throw new ApiError(
      'InvalidRevisionException',
      'The deployment failed because the AppSpec file that specifies the deployment configuration is missing or has an ' +
        'invalid configuration. The input AppSpec file is a not well-formed yaml. The template cannot be parsed.',
    );
  }
  const root = fields(document, 'the document');
  if (Number(root['version'] ?? Number.NaN) !== 0) throw refused("'version' must be 0.0");
  const resources = root['resources'];
  if (!Array.isArray(resources) || resources.length !== 1) {
    throw refused("'Resources' must be a list with exactly one entry");
  }
  const [resource] = Object.values(fields(resources[0], "'Resources'"));
  const service = fields(resource, 'the resource');
  if (service['type'] !== 'AWS::ECS::Service') throw refused("'Type' must be AWS::ECS::Service");
  const properties = fields(service['properties'], "'Properties'");
  const taskDefinition = text(properties['taskdefinition'], "'TaskDefinition'");
  if (!/^arn:[^:]+:ecs:[^:]+:\d{12}:task-definition\/[^:]+(:\d+)?$/.test(taskDefinition)) {
    throw refused(`'TaskDefinition' must be the ARN of a task definition, not '${taskDefinition}'`);
  }
  const loadBalancer = fields(properties['loadbalancerinfo'], "'LoadBalancerInfo'");
  const containerPort = Number(loadBalancer['containerport'] ?? Number.NaN);
  if (!Number.isInteger(containerPort)) throw refused("'ContainerPort' must be a number");
  const platformVersion = properties['platformversion'];
  return {
    taskDefinition,
    containerName: text(loadBalancer['containername'], "'ContainerName'"),
    containerPort,
    platformVersion:
      platformVersion === undefined || platformVersion === null
        ? undefined
        : text(platformVersion, "'PlatformVersion'"),
    network: network(properties['networkconfiguration']),
    capacityProviders: capacityProviders(properties['capacityproviderstrategy']),
    hooks: hooks(root['hooks']),
  };
}

function network(value: unknown): AwsVpcConfiguration | undefined {
  if (value === undefined || value === null) return undefined;
  const vpc = fields(fields(value, "'NetworkConfiguration'")['awsvpcconfiguration'], "'AwsvpcConfiguration'");
  const { subnets, securitygroups, assignpublicip } = vpc;
  if (!Array.isArray(subnets) || !Array.isArray(securitygroups) || assignpublicip === undefined) {
    throw refused("'AwsvpcConfiguration' must have Subnets, SecurityGroups and AssignPublicIp");
  }
  return {
    subnets: subnets.map(String),
    securityGroups: securitygroups.map(String),
    assignPublicIp: assignpublicip as 'ENABLED' | 'DISABLED',
  };
}

function capacityProviders(value: unknown): CapacityProviderStrategyItem[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw refused("'CapacityProviderStrategy' must be a list");
  return value.map((item) => {
    const { capacityprovider, weight, base } = fields(item, "'CapacityProviderStrategy'");
    return {
      capacityProvider: text(capacityprovider, "'CapacityProvider'"),
      weight: Number(weight ?? 0),
      base: Number(base ?? 0),
    };
  });
}

function hooks(value: unknown): Map<string, string> {
  const found = new Map<string, string>();
  if (value === undefined || value === null) return found;
  if (!Array.isArray(value)) throw refused("'Hooks' must be a list");
  for (const item of value) {
    if (typeof item !== 'object' || item === null) throw refused("'Hooks' must hold maps");
    for (const [name, lambda] of Object.entries(item)) {
      const event = HOOKABLE.find((one) => one.toLowerCase() === name.toLowerCase());
      if (event === undefined) throw refused(`'${name}' is not a lifecycle event with a hook`);
      found.set(event, text(lambda, `the hook '${name}'`));
    }
  }
  return found;
}

function fields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refused(`${what} must be a map`);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toLowerCase(), member]));
}

function text(value: unknown, what: string): string {
  if (typeof value === 'number') return `${value}`;
  if (typeof value !== 'string' || value === '') throw refused(`${what} must be a text`);
  return value;
}

function refused(reason: string): ApiError {
  return new ApiError(
    'InvalidRevisionException',
    `The AppSpec content is invalid: ${reason}. See the AppSpec reference for ECS compute platforms.`,
  );
}
