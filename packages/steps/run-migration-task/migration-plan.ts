import type { ContainerOverride } from '@cutover/aws/ecs/tasks';
import type { CapacityProviderItem, NetworkConfiguration } from '@cutover/domain/task/ecs-service';
import type { EbsVolume } from './ebs-volume.ts';

/** Where the container's output goes. */
export type LogSource =
  | { readonly kind: 'stream'; readonly group: string; readonly prefix: string; readonly region: string }
  | { readonly kind: 'elsewhere'; readonly why: string };

export interface MigrationPlan {
  readonly cluster: string;
  readonly taskDefinition: string;
  readonly family: string;
  readonly container: string;
  readonly essential: boolean;
  /** Argument vectors, in order; undefined for the container's own command. */
  readonly commands: readonly (readonly string[] | undefined)[];
  readonly environment: ReadonlyMap<string, string>;
  /** For the containers beside the command and variables above. */
  readonly containerOverrides: readonly ContainerOverride[];
  readonly tags: ReadonlyMap<string, string>;
  readonly volume: EbsVolume | undefined;
  readonly network: NetworkConfiguration | undefined;
  readonly launchType: string | undefined;
  readonly capacityProviders: readonly CapacityProviderItem[];
  readonly platformVersion: string | undefined;
  readonly log: LogSource;
  /** The task's other containers, whose logs are read when one of them ended the task. */
  readonly others: readonly { readonly name: string; readonly essential: boolean; readonly log: LogSource }[];
  /** Note on the choice of capacity. */
  readonly capacityNote: { readonly what: string; readonly fix?: string } | undefined;
}
