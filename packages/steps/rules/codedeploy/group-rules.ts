import { consoleLink } from '@cutover/domain/console';
import { isGroupOf, type DeploymentGroup } from '@cutover/domain/codedeploy/deployment';
import { isNetworkListener } from '@cutover/domain/target/listener';
import { failed, HOLDS, type Rule } from '../rule.ts';
import { rule, type CodeDeployFacts } from './facts.ts';

const CONFIGS =
  'CodeDeployDefault.ECSAllAtOnce, CodeDeployDefault.ECSCanary10Percent5Minutes, … or one of your own';

/** Rules about the deployment group and the deployment configuration. */
export const groupRules: readonly Rule<CodeDeployFacts>[] = [
  rule({
    id: 'group-platform',
    needs: ['controller'],
    looks: ['group', 'region'],
    judge: ({ group, region }) =>
      group.computePlatform === 'ECS' || group.computePlatform === ''
        ? HOLDS
        : failed(
            `${groupLabel(group)} is for the ${group.computePlatform} platform, not for ECS.`,
            'Create a CodeDeploy application with compute platform ECS, and the group in it; a platform can’t be changed.',
            { link: groupLink(region, group) },
          ),
  }),
  rule({
    id: 'group-service',
    needs: ['group-platform'],
    looks: ['environment', 'group', 'region'],
    judge: ({ environment: { cluster, service }, group, region }) => {
      if (isGroupOf(group, cluster, service)) return HOLDS;
      const names = group.services.map((one) => `${one.cluster}/${one.service}`).join(', ') || 'no service';
      return failed(
        `${groupLabel(group)} is for ${names}, not for ${cluster}/${service}.`,
        'Correct codedeploy-deployment-group, or leave it out to have it found.',
        { link: groupLink(region, group) },
      );
    },
  }),
  rule({
    id: 'automatic-rollback',
    needs: ['group-service'],
    looks: ['group', 'region'],
    judge: ({ group, region }) =>
      group.autoRollbackEvents.length > 0
        ? HOLDS
        : [
            {
              status: 'warned',
              what: `${groupLabel(group)} has no automatic rollback: a deployment that fails leaves both task sets as they are.`,
              fix: 'Enable autoRollbackConfiguration with DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM and DEPLOYMENT_STOP_ON_REQUEST on the group.',
              link: groupLink(region, group),
            },
          ],
  }),
  rule({
    id: 'config',
    needs: ['group-service'],
    looks: ['config', 'configName', 'group', 'region'],
    judge: ({ config, configName, group, region }) =>
      config === undefined
        ? failed(
            `CodeDeploy has no deployment configuration ${configName}.`,
            `Correct codedeploy-deployment-config: ${CONFIGS}.`,
            { link: groupLink(region, group) },
          )
        : HOLDS,
  }),
  rule({
    id: 'config-platform',
    needs: ['config'],
    looks: ['config', 'group', 'region'],
    judge: ({ config, group, region }) =>
      config?.computePlatform === undefined || config.computePlatform === 'ECS'
        ? HOLDS
        : failed(
            `Deployment configuration ${config.name} is for the ${config.computePlatform} platform, not for ECS.`,
            `Set codedeploy-deployment-config to one for ECS: ${CONFIGS}.`,
            { link: groupLink(region, group) },
          ),
  }),
  rule({
    id: 'gradual-shift',
    needs: ['config'],
    looks: ['config', 'group', 'production', 'region'],
    judge: ({ config, group, production, region }) =>
      config !== undefined &&
      config.routing.type !== 'AllAtOnce' &&
      production !== undefined &&
      isNetworkListener(production)
        ? failed(
            `${config.name} shifts traffic gradually, which a network load balancer can’t do.`,
            'Set codedeploy-deployment-config: CodeDeployDefault.ECSAllAtOnce, or use an application load balancer.',
            { link: groupLink(region, group) },
          )
        : HOLDS,
  }),
];

/** `Deployment group shop/web` */
export function groupLabel({ application, name }: DeploymentGroup): string {
  return `Deployment group ${application}/${name}`;
}

/** Page of a deployment group. */
export function groupLink(region: string, { application, name }: DeploymentGroup): string {
  return consoleLink(region, { kind: 'deploymentGroup', application, group: name });
}
