import { parseAppSpecFile } from '@cutover/domain/codedeploy/appspec-file';
import type { AppSpecFile } from '@cutover/domain/codedeploy/appspec';
import type { WantedContainer } from '../../rules/rule.ts';
import type { World } from '../../world.ts';
import type { EngineInputs, EngineOptions } from '../engine-inputs.ts';
import type { Trouble } from '@cutover/domain/trouble';

/** A step's inputs that only CodeDeploy reads. */
export interface CodeDeployOptions extends EngineOptions {
  readonly application: string | undefined;
  readonly group: string | undefined;
  /** The group's own when undefined. */
  readonly config: string | undefined;
  readonly appSpec: AppSpecFile | undefined;
  /** The user's words about the deployment. */
  readonly description: string | undefined;
  /** None given: the group's, and those without which a failed deployment would stay half shifted. */
  readonly autoRollbackEvents: readonly string[];
  readonly ignorePollAlarmFailure: boolean;
}

/** CodeDeploy's limit for one deployment. */
const MOST_ALARMS = 10;

/** Requests that no CodeDeploy deployment can fulfil. */
export function problemsIn({
  alarms = [],
  'auto-rollback-events': events = [],
}: EngineInputs): readonly Trouble[] {
  return [
    ...(events.includes('none') && events.length > 1
      ? [
          {
            what: `auto-rollback-events has none beside ${events.filter((one) => one !== 'none').join(', ')}.`,
            fix: 'Keep the one or the others.',
          },
        ]
      : []),
    ...(alarms.length > MOST_ALARMS
      ? [
          {
            what: `alarms names ${alarms.length} alarms; CodeDeploy watches ${MOST_ALARMS} at most.`,
            fix: 'Name fewer, or put several into one composite alarm.',
          },
        ]
      : []),
  ];
}

/** @throws ConfigurationError with everything that is wrong in the AppSpec file, and its places */
export async function readOptions(given: EngineInputs, files: World['files']): Promise<CodeDeployOptions> {
  const path = given['codedeploy-appspec'];
  const appSpec =
    path === undefined ? undefined : parseAppSpecFile(await files.read(path, 'codedeploy-appspec'), path);
  return {
    application: given['codedeploy-application'],
    group: given['codedeploy-deployment-group'],
    config: given['codedeploy-deployment-config'],
    appSpec,
    description: given['codedeploy-deployment-description'],
    autoRollbackEvents: given['auto-rollback-events'] ?? [],
    ignorePollAlarmFailure: given['ignore-poll-alarm-failure'] ?? false,
    container: containerOf(appSpec),
    hooks: appSpec?.hooks.length ?? 0,
  };
}

/** Container and port of the AppSpec, with their places. */
function containerOf(file: AppSpecFile | undefined): WantedContainer {
  const balancer = file?.properties['LoadBalancerInfo'] as
    | { readonly ContainerName?: string; readonly ContainerPort?: number | string }
    | undefined;
  return {
    name: balancer?.ContainerName,
    port: balancer?.ContainerPort === undefined ? undefined : Number(balancer.ContainerPort),
    namePlace: file?.places?.containerName,
    portPlace: file?.places?.containerPort,
  };
}
