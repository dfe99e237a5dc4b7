import { isSameArn } from '@cutover/domain/identity/home';
import { lastSegment, parseArn } from '@cutover/domain/identity/arn';
import { trusts, type Permission } from '@cutover/domain/identity/role';
import { textOf } from '@cutover/domain/text/json';
import { failed, passed, type Item, type Verdict } from '../../../checklist/item.ts';
import { actionsOf, advice, conditional } from '../../../checklist/refused.ts';
import { ownRights, passing, roleLink } from '../../../checklist/rights.ts';
import type { GroupFacts } from './group-facts.ts';

const CODE_DEPLOY = 'codedeploy.amazonaws.com';

/** Rights of CodeDeploy and of these credentials. */
export function rightItems(facts: GroupFacts): readonly Item[] {
  return [
    {
      id: 'codedeploy-role',
      title: 'Role of CodeDeploy',
      needs: ['deployment-group'],
      check: async () => await codeDeployRole(facts),
    },
    {
      id: 'permissions',
      title: 'Rights of these credentials',
      needs: ['deployment-group'],
      check: async () => await permissions(facts),
    },
  ];
}

async function codeDeployRole(facts: GroupFacts): Promise<Verdict> {
  const { serviceRole } = await facts.group();
  if (serviceRole === undefined || serviceRole === '')
    return failed('The deployment group has no service role.', 'Set serviceRoleArn of the deployment group.');
  const role = await facts.checked.aws.roles.describe(serviceRole);
  const name = lastSegment(serviceRole);
  const link = roleLink(facts.checked, name);
  if (role === undefined) {
    return failed(
      `The deployment group’s service role ${serviceRole} does not exist.`,
      'Create it with the policy AWSCodeDeployRoleForECS, or set serviceRoleArn of the group to one that exists (aws deploy update-deployment-group --service-role-arn …).',
      link,
    );
  }
  if (!isSameArn(serviceRole, role.arn)) {
    return failed(
      `The deployment group’s service role ${serviceRole} is not the role of that name in this account, which is ${role.arn}.`,
      'Set serviceRoleArn of the group to the role’s whole ARN (aws deploy update-deployment-group --service-role-arn …).',
      link,
    );
  }
  if (trusts(role, CODE_DEPLOY) === false) {
    return failed(
      `Role ${name} does not trust ${CODE_DEPLOY}, so CodeDeploy can’t use it.`,
      `Add to its trust policy: ${JSON.stringify({ Effect: 'Allow', Principal: { Service: CODE_DEPLOY }, Action: 'sts:AssumeRole' })}`,
      link,
    );
  }
  const refused = await facts.checked.aws.roles.refusals(role.arn, await codeDeployNeeds(facts));
  if (refused.length > 0 && refused.every(({ depends }) => depends.length > 0))
    return conditional(name, refused);
  return refused.length === 0
    ? passed(`Role ${name} trusts CodeDeploy and allows what a deployment does.`)
    : failed(`Role ${name} does not allow CodeDeploy ${actionsOf(refused)}.`, advice(name, refused), link);
}

/** Source: the managed policy AWSCodeDeployRoleForECS, without what hooks, triggers and revisions in S3 would need. */
async function codeDeployNeeds(facts: GroupFacts): Promise<readonly Permission[]> {
  const service = await facts.checked.service();
  const [production, test] = await Promise.all([facts.production(), facts.test()]);
  const listeners = [production?.arn, test?.arn].filter((arn) => arn !== undefined);
  const definition = await facts.checked.definition().catch(() => undefined);
  const roles = [definition?.['executionRoleArn'], definition?.['taskRoleArn']]
    .map((role) => textOf(role))
    .filter((role) => parseArn(role) !== undefined);
  return [
    { actions: ['ecs:DescribeServices', 'ecs:UpdateServicePrimaryTaskSet'], resources: [service.arn] },
    // IAM checks the creation against the task set, too, which has no id yet.
    {
      actions: ['ecs:CreateTaskSet', 'ecs:DeleteTaskSet'],
      resources: [await facts.checked.arn('ecs', `task-set/${service.cluster}/${service.name}/ecs-svc/1`)],
    },
    {
      actions: [
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeListeners',
        'elasticloadbalancing:DescribeRules',
      ],
      resources: ['*'],
    },
    ...(listeners.length === 0
      ? []
      : [{ actions: ['elasticloadbalancing:ModifyListener'], resources: listeners }]),
    ...(roles.length === 0 ? [] : [passing(roles)]),
  ];
}

/**
 * Source of actions and resources: the service authorization reference, "Actions, resources, and condition keys". Where an
 * action knows no resource, policies name one all the same: what is asked for fits either.
 */
async function permissions(facts: GroupFacts): Promise<Verdict> {
  const { application, config, name } = await facts.group();
  const { cluster } = await facts.checked.service();
  const inCluster = { 'ecs:cluster': await facts.checked.arn('ecs', `cluster/${cluster}`) };
  const definition = await facts.checked.definition().catch(() => undefined);
  return await ownRights(
    facts.checked,
    [
      {
        actions: [
          'codedeploy:CreateDeployment',
          'codedeploy:GetDeployment',
          'codedeploy:ListDeployments',
          'codedeploy:GetDeploymentTarget',
          'codedeploy:ListDeploymentTargets',
          'codedeploy:StopDeployment',
        ],
        resources: [await facts.checked.arn('codedeploy', `deploymentgroup:${application}/${name}`)],
      },
      {
        actions: ['codedeploy:RegisterApplicationRevision', 'codedeploy:GetApplicationRevision'],
        resources: [await facts.checked.arn('codedeploy', `application:${application}`)],
      },
      {
        actions: ['codedeploy:GetDeploymentConfig'],
        resources: [await facts.checked.arn('codedeploy', `deploymentconfig:${facts.configName ?? config}`)],
      },
      {
        actions: ['ecs:RegisterTaskDefinition'],
        resources: [
          await facts.checked.arn('ecs', `task-definition/${textOf(definition?.['family'] ?? 'app')}:1`),
        ],
      },
      {
        actions: ['ecs:ListTasks'],
        resources: [await facts.checked.arn('ecs', `container-instance/${cluster}/0`)],
        context: inCluster,
      },
      {
        actions: ['ecs:DescribeTasks'],
        resources: [await facts.checked.arn('ecs', `task/${cluster}/0`)],
        context: inCluster,
      },
      { actions: ['elasticloadbalancing:DescribeTargetHealth'], resources: ['*'] },
    ],
    'These credentials may register, deploy, follow and stop.',
  );
}
