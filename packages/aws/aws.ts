import { partitionOf } from '@cutover/domain/console';
import { ConfigurationError } from '@cutover/domain/errors';
import { Alarms } from './alarms.ts';
import { Backups } from './backups.ts';
import { renewExpired } from './call.ts';
import { clientOptions, type ClientOptions } from './client-options.ts';
import { DeployableRevisions } from './deployable-revisions.ts';
import { DeploymentGroups } from './deployment-groups.ts';
import { Deployments } from './deployments.ts';
import { EcsServices } from './ecs-services.ts';
import { Identity } from './identity.ts';
import { ImageScans } from './image-scans.ts';
import { Images } from './images.ts';
import { ListenerRules } from './listener-rules.ts';
import { LoadBalancing } from './load-balancing.ts';
import { LogGroups } from './log-groups.ts';
import { Logs } from './logs.ts';
import { Scaling } from './scaling.ts';
import { Network } from './network.ts';
import { Roles } from './roles.ts';
import { Secrets } from './secrets.ts';
import { PublicImages } from './public-images.ts';
import { Stacks } from './stacks.ts';
import { TaskDefinitions } from './task-definitions.ts';
import { TaskSetTasks } from './task-set-tasks.ts';
import { Tasks } from './tasks.ts';
import { WebIdentityCredentials, type WebIdentity } from './web-identity.ts';

/** The AWS edge: one module per noun. An SDK client is loaded when its module is first used. */
export interface Aws {
  readonly region: string;
  readonly partition: string;
  readonly identity: Identity;
  readonly services: EcsServices;
  readonly taskDefinitions: TaskDefinitions;
  readonly tasks: Tasks;
  readonly taskSetTasks: TaskSetTasks;
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
}

/**
 * @param identity the role to assume; without one the environment's credentials are used
 * @throws ConfigurationError when no region is known
 */
export function createAws(region: string | undefined, identity?: WebIdentity): Aws {
  if (region === undefined || !/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(region)) {
    throw new ConfigurationError({
      message: region === undefined ? 'The AWS region is not known.' : `"${region}" is not an AWS region.`,
      remedy:
        'Set the input region (or aws-region), or AWS_REGION in env: (aws-actions/configure-aws-credentials does it), to one like us-east-1.',
    });
  }
  const options = optionsFor(region, identity);
  return {
    region,
    partition: partitionOf(region),
    identity: new Identity(options),
    services: new EcsServices(options),
    taskDefinitions: new TaskDefinitions(options),
    tasks: new Tasks(options),
    taskSetTasks: new TaskSetTasks(options),
    logGroups: new LogGroups(options),
    logs: new Logs(options),
    deployableRevisions: new DeployableRevisions(options),
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
  };
}

function optionsFor(region: string, identity: WebIdentity | undefined): ClientOptions {
  const plain = clientOptions(region);
  if (identity === undefined) return plain;
  const credentials = new WebIdentityCredentials(identity, plain);
  renewExpired(() => {
    credentials.expire();
  });
  return { ...plain, credentials: credentials.provider };
}
