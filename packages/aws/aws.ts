import { ConfigurationError } from '@cutover/domain/errors';
import { misplaced } from '@cutover/domain/identity/home';
import { partitionOf, requireRegion } from '@cutover/domain/identity/region';
import { Alarms } from './alarms.ts';
import { Backups } from './backups.ts';
import type { Connection } from './client/connection.ts';
import { clientOptions, type ClientOptions } from './client/options.ts';
import { DeployableRevisions } from './ecs/deployable-revisions.ts';
import { DeploymentGroups } from './codedeploy/deployment-groups.ts';
import { Deployments } from './codedeploy/deployments.ts';
import { EcsServices } from './ecs/services.ts';
import { Identity } from './identity.ts';
import { ImageScans } from './ecr/image-scans.ts';
import { Images } from './ecr/images.ts';
import { ListenerRules } from './elb/listener-rules.ts';
import { LoadBalancing } from './elb/load-balancing.ts';
import { LogGroups } from './log-groups.ts';
import { Logs } from './logs.ts';
import { Scaling } from './scaling.ts';
import { Network } from './network.ts';
import { RoleCredentials, type RoleIdentity } from './client/role-credentials.ts';
import { Roles } from './roles.ts';
import { Secrets } from './secrets.ts';
import { PublicImages } from './ecr/public-images.ts';
import { Stacks } from './stacks.ts';
import { TaskDefinitions } from './ecs/task-definitions.ts';
import { ServiceDeployments } from './ecs/service-deployments.ts';
import { ServiceTasks } from './ecs/service-tasks.ts';
import { Tasks } from './ecs/tasks.ts';

/** The AWS edge: one module per noun. An SDK client is loaded when its module is first used. */
export interface Aws {
  readonly region: string;
  readonly partition: string;
  readonly identity: Identity;
  readonly services: EcsServices;
  readonly taskDefinitions: TaskDefinitions;
  readonly tasks: Tasks;
  readonly serviceDeployments: ServiceDeployments;
  readonly serviceTasks: ServiceTasks;
  readonly logGroups: LogGroups;
  readonly logs: Logs;
  readonly deployableRevisions: DeployableRevisions;
  readonly deploymentGroups: DeploymentGroups;
  readonly deployments: Deployments;
  readonly loadBalancing: LoadBalancing;
  readonly listenerRules: ListenerRules;
  readonly backups: Backups;
  readonly images: Images;
  readonly publicImages: PublicImages;
  readonly imageScans: ImageScans;
  readonly stacks: Stacks;
  readonly roles: Roles;
  readonly secrets: Secrets;
  readonly network: Network;
  readonly alarms: Alarms;
  readonly scaling: Scaling;
  /** The same account for a look that has an end: the signal ends the reads under way and refuses every later call. */
  until(closed: AbortSignal): Aws;
}

/**
 * @param identity the role to assume; without one the environment's credentials are used
 * @param hide is told the secrets that stand in the variables of task definitions
 * @throws ConfigurationError when no region is known, when it is none of AWS, or when the role is of another partition
 */
export function createAws(
  region: string | undefined,
  connection: Connection,
  identity?: RoleIdentity,
  hide?: (secret: string) => void,
): Aws {
  const known = requireRegion(region);
  // The role decides about the account, so only its partition can be wrong.
  const astray =
    identity === undefined
      ? undefined
      : misplaced('Input role-to-assume', identity.roleArn, { partition: partitionOf(known), region: known });
  if (astray !== undefined) throw new ConfigurationError(astray);
  const options = optionsFor(known, connection, identity);
  return {
    region: known,
    partition: partitionOf(known),
    identity: new Identity(options),
    services: new EcsServices(options),
    taskDefinitions: new TaskDefinitions(options, hide),
    tasks: new Tasks(options),
    serviceDeployments: new ServiceDeployments(options),
    serviceTasks: new ServiceTasks(options),
    logGroups: new LogGroups(options),
    logs: new Logs(options),
    deployableRevisions: new DeployableRevisions(options, hide),
    deploymentGroups: new DeploymentGroups(options),
    deployments: new Deployments(options),
    loadBalancing: new LoadBalancing(options),
    listenerRules: new ListenerRules(options),
    backups: new Backups(options),
    images: new Images(options),
    publicImages: new PublicImages(options),
    imageScans: new ImageScans(options),
    stacks: new Stacks(options),
    roles: new Roles(options),
    secrets: new Secrets(options),
    network: new Network(options),
    alarms: new Alarms(options),
    scaling: new Scaling(options),
    until: (closed) =>
      createAws(
        known,
        { ...connection, closed, signal: AbortSignal.any([connection.signal, closed]) },
        identity,
        hide,
      ),
  };
}

function optionsFor(
  region: string,
  connection: Connection,
  identity: RoleIdentity | undefined,
): ClientOptions {
  const plain = clientOptions(region, connection);
  if (identity === undefined) return plain;
  const credentials = new RoleCredentials(identity, plain);
  return {
    ...plain,
    credentials: credentials.provider,
    expire: () => {
      credentials.expire();
    },
  };
}
