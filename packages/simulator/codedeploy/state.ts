import type { AppSpecContent, DeploymentConfigInfo, DeploymentGroupInfo } from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { predefinedConfigs } from './configs.ts';
import type { Deployment } from './deployment.ts';
import { checkedName } from './names.ts';

export interface RegisteredRevision {
  readonly appSpec: Required<AppSpecContent>;
  readonly registerTime: Date;
  description: string | undefined;
  firstUsedTime: Date | undefined;
  lastUsedTime: Date | undefined;
  readonly deploymentGroups: Set<string>;
}

export interface Application {
  readonly id: string;
  readonly name: string;
  readonly computePlatform: string;
  readonly createTime: Date;
  readonly groups: Map<string, DeploymentGroupInfo>;
  /** By SHA-256 of the content. */
  readonly revisions: Map<string, RegisteredRevision>;
}

/** All that exists of CodeDeploy in the account. */
export class CodeDeployState {
  readonly sim: Simulator;
  readonly applications = new Map<string, Application>();
  readonly configs: Map<string, DeploymentConfigInfo>;
  /** In the order of their creation. */
  readonly deployments = new Map<string, Deployment>();
  readonly #tags = new Map<string, Map<string, string>>();

  constructor(sim: Simulator) {
    this.sim = sim;
    this.configs = predefinedConfigs(sim.clock.date());
  }

  application(name: string | undefined): Application {
    const found = this.applications.get(checkedName('Application', name));
    if (found === undefined) {
      throw new ApiError('ApplicationDoesNotExistException', `No application found for name: ${name ?? ''}`);
    }
    return found;
  }

  group(applicationName: string | undefined, name: string | undefined): DeploymentGroupInfo {
    const application = this.application(applicationName);
    const found = application.groups.get(checkedName('DeploymentGroup', name));
    if (found === undefined) {
      throw new ApiError(
        'DeploymentGroupDoesNotExistException',
        `No Deployment Group found for name: ${name ?? ''}`,
      );
    }
    return found;
  }

  config(name: string | undefined): DeploymentConfigInfo {
    const found = this.configs.get(checkedName('DeploymentConfig', name));
    if (found === undefined) {
      throw new ApiError(
        'DeploymentConfigDoesNotExistException',
        `No deployment configuration found for name: ${name ?? ''}`,
      );
    }
    return found;
  }

  deployment(id: string | undefined): Deployment {
    if (id === undefined || id === '')
      throw new ApiError('DeploymentIdRequiredException', 'Deployment ID is required');
    if (!/^d-[A-Z0-9]{9}$/.test(id)) {
      throw new ApiError(
        'InvalidDeploymentIdException',
        `Specified DeploymentId is not in the valid format: ${id}`,
      );
    }
    const found = this.deployments.get(id);
    if (found === undefined)
      throw new ApiError('DeploymentDoesNotExistException', `The deployment ${id} could not be found`);
    return found;
  }

  /** Tags of an application or deployment group. @throws ApiError when the ARN names neither */
  tagsOf(arn: string | undefined): Map<string, string> {
    const [, kind, name = ''] = /:(application|deploymentgroup):(.+)$/.exec(arn ?? '') ?? [];
    if (arn === undefined || arn === '') {
      throw new ApiError('ResourceArnRequiredException', 'The ARN of a resource must be specified');
    }
    if (kind === undefined) throw new ApiError('InvalidArnException', `The ARN '${arn}' is not valid`);
    const [application, group] = name.split('/');
    if (kind === 'application') this.application(application);
    else this.group(application, group);
    const tags = this.#tags.get(arn) ?? new Map<string, string>();
    this.#tags.set(arn, tags);
    return tags;
  }

  /** Deployments of a group, newest first. */
  deploymentsOf(applicationName: string, groupName: string): readonly Deployment[] {
    return [...this.deployments.values()]
      .filter(
        ({ info }) => info.applicationName === applicationName && info.deploymentGroupName === groupName,
      )
      .toReversed();
  }
}
