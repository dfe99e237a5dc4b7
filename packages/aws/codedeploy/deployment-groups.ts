import type { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import type { DeploymentConfig, DeploymentGroup } from '@cutover/domain/codedeploy/deployment';
import { AwsCallError } from '@cutover/domain/errors';
import { predefinedConfig } from '@cutover/domain/codedeploy/predefined-config';
import { call } from '../client/call.ts';
import type { ClientOptions } from '../client/options.ts';
import { Pages } from '../client/pages.ts';
import { configState, groupState } from './deployment-shapes.ts';

/** CodeDeploy applications, deployment groups and configurations, read only. */
export class DeploymentGroups {
  readonly #options: ClientOptions;
  #client: CodeDeployClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** The deployment group; undefined when application or group do not exist. */
  async describe(application: string, group: string): Promise<DeploymentGroup | undefined> {
    const { GetDeploymentGroupCommand } = await import('../sdk/codedeploy.ts');
    const client = await this.#open();
    try {
      const { deploymentGroupInfo } = await call(this.#options, 'codedeploy:GetDeploymentGroup', () =>
        client.send(
          new GetDeploymentGroupCommand({ applicationName: application, deploymentGroupName: group }),
        ),
      );
      return deploymentGroupInfo === undefined ? undefined : groupState(deploymentGroupInfo);
    } catch (error) {
      if (
        error instanceof AwsCallError &&
        (error.code === 'ApplicationDoesNotExistException' ||
          error.code === 'DeploymentGroupDoesNotExistException')
      ) {
        return undefined;
      }
      throw error;
    }
  }

  /** Names of all applications of the ECS platform. */
  async applications(): Promise<readonly string[]> {
    const { ListApplicationsCommand } = await import('../sdk/codedeploy.ts');
    const client = await this.#open();
    const found: string[] = [];
    const pages = new Pages('codedeploy:ListApplications');
    do {
      const page = await call(this.#options, 'codedeploy:ListApplications', () =>
        client.send(new ListApplicationsCommand(pages.token === undefined ? {} : { nextToken: pages.token })),
      );
      const applicationNames = page.applications ?? [];
      found.push(...(await this.#ofEcs(applicationNames)));
      pages.came(page.nextToken);
    } while (pages.more());
    return found;
  }

  /** One that was deleted since it was listed makes the whole batch fail, so what is left is asked for in halves. */
  async #ofEcs(applicationNames: readonly string[]): Promise<readonly string[]> {
    if (applicationNames.length === 0) return [];
    const { BatchGetApplicationsCommand } = await import('../sdk/codedeploy.ts');
    const client = await this.#open();
    try {
      const { applicationsInfo = [] } = await call(this.#options, 'codedeploy:BatchGetApplications', () =>
        client.send(new BatchGetApplicationsCommand({ applicationNames: [...applicationNames] })),
      );
      return applicationsInfo.flatMap(({ applicationName, computePlatform }) =>
        computePlatform === 'ECS' && applicationName !== undefined ? [applicationName] : [],
      );
    } catch (error) {
      if (!(error instanceof AwsCallError) || error.code !== 'ApplicationDoesNotExistException') throw error;
      if (applicationNames.length === 1) return [];
      const middle = Math.ceil(applicationNames.length / 2);
      return [
        ...(await this.#ofEcs(applicationNames.slice(0, middle))),
        ...(await this.#ofEcs(applicationNames.slice(middle))),
      ];
    }
  }

  /** All groups of an application; none when it does not exist. */
  async of(application: string): Promise<readonly DeploymentGroup[]> {
    const { BatchGetDeploymentGroupsCommand, ListDeploymentGroupsCommand } =
      await import('../sdk/codedeploy.ts');
    const client = await this.#open();
    const found: DeploymentGroup[] = [];
    const pages = new Pages('codedeploy:ListDeploymentGroups');
    try {
      do {
        const page = await call(this.#options, 'codedeploy:ListDeploymentGroups', () =>
          client.send(
            new ListDeploymentGroupsCommand({
              applicationName: application,
              ...(pages.token === undefined ? {} : { nextToken: pages.token }),
            }),
          ),
        );
        const deploymentGroupNames = page.deploymentGroups ?? [];
        if (deploymentGroupNames.length > 0) {
          const { deploymentGroupsInfo = [] } = await call(
            this.#options,
            'codedeploy:BatchGetDeploymentGroups',
            () =>
              client.send(
                new BatchGetDeploymentGroupsCommand({ applicationName: application, deploymentGroupNames }),
              ),
          );
          found.push(...deploymentGroupsInfo.map(groupState));
        }
        pages.came(page.nextToken);
      } while (pages.more());
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'ApplicationDoesNotExistException') return [];
      throw error;
    }
    return found;
  }

  /** How a deployment configuration moves traffic; undefined when it does not exist. */
  async config(name: string): Promise<DeploymentConfig | undefined> {
    const known = predefinedConfig(name);
    if (known !== undefined) return known;
    const { GetDeploymentConfigCommand } = await import('../sdk/codedeploy.ts');
    const client = await this.#open();
    try {
      const { deploymentConfigInfo } = await call(this.#options, 'codedeploy:GetDeploymentConfig', () =>
        client.send(new GetDeploymentConfigCommand({ deploymentConfigName: name })),
      );
      return configState(name, deploymentConfigInfo ?? {});
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'DeploymentConfigDoesNotExistException')
        return undefined;
      throw error;
    }
  }

  async #open(): Promise<CodeDeployClient> {
    const { CodeDeployClient } = await import('../sdk/codedeploy.ts');
    return (this.#client ??= new CodeDeployClient(this.#options));
  }
}
