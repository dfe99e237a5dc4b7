import { AwsCallError } from '@cutover/domain/errors';
import { lastSegment, parseArn } from '@cutover/domain/arn';
import { consoleLink } from '@cutover/domain/console';
import { textOf } from '@cutover/domain/json';
import { trusts, type Permission } from '@cutover/domain/role';
import { checkExecutionRole, checkRoles } from '../requirements/roles.ts';
import { secretUses } from '../requirements/secrets.ts';
import type { Facts } from './facts.ts';
import { failed, gravest, passed, unknown, type Item, type Verdict } from './item.ts';
import { actionsOf, advice, conditional } from './refused.ts';
import { verdictsOf } from './requirements.ts';

const TASKS = 'ecs-tasks.amazonaws.com';
const CODE_DEPLOY = 'codedeploy.amazonaws.com';

/** Who may do what: CodeDeploy, ECS, the tasks, and we ourselves. */
export function roleItems(facts: Facts): readonly Item[] {
  return [
    {
      id: 'codedeploy-role',
      title: 'Role of CodeDeploy',
      needs: ['deployment-group'],
      check: async () => await codeDeployRole(facts),
    },
    {
      id: 'execution-role',
      title: 'Execution role',
      needs: ['task-definition'],
      check: async () => await taskRole(facts, 'executionRoleArn'),
    },
    {
      id: 'task-role',
      title: 'Task role',
      needs: ['task-definition'],
      check: async () => await taskRole(facts, 'taskRoleArn'),
    },
    {
      id: 'pass-role',
      title: 'Right to pass the roles',
      needs: ['task-definition', 'execution-role', 'task-role'],
      check: async () => await passRole(facts),
    },
    {
      id: 'permissions',
      title: 'Rights of these credentials',
      needs: ['deployment-group'],
      check: async () => await permissions(facts),
    },
  ];
}

async function codeDeployRole(facts: Facts): Promise<Verdict> {
  const { serviceRole } = await facts.group();
  if (serviceRole === undefined || serviceRole === '')
    return failed('The deployment group has no service role.', 'Set serviceRoleArn of the deployment group.');
  const role = await facts.aws.roles.describe(serviceRole);
  const name = lastSegment(serviceRole);
  const link = roleLink(facts, name);
  if (role === undefined) {
    return failed(
      `The deployment group’s service role ${serviceRole} does not exist.`,
      'Create it with the policy AWSCodeDeployRoleForECS, or set serviceRoleArn of the group to one that exists (aws deploy update-deployment-group --service-role-arn …).',
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
  const refused = await facts.aws.roles.refusals(role.arn, await codeDeployNeeds(facts));
  if (refused.length > 0 && refused.every(({ depends }) => depends.length > 0))
    return conditional(name, refused);
  return refused.length === 0
    ? passed(`Role ${name} trusts CodeDeploy and allows what a deployment does.`)
    : failed(`Role ${name} does not allow CodeDeploy ${actionsOf(refused)}.`, advice(name, refused), link);
}

/** Source: the managed policy AWSCodeDeployRoleForECS, without what hooks, triggers and revisions in S3 would need. */
async function codeDeployNeeds(facts: Facts): Promise<readonly Permission[]> {
  const service = await facts.service();
  const [production, test] = await Promise.all([facts.production(), facts.test()]);
  const listeners = [production?.arn, test?.arn].filter((arn) => arn !== undefined);
  const definition = await facts.definition().catch(() => undefined);
  const roles = [definition?.['executionRoleArn'], definition?.['taskRoleArn']]
    .map((role) => textOf(role))
    .filter((role) => parseArn(role) !== undefined);
  return [
    {
      actions: ['ecs:DescribeServices', 'ecs:CreateTaskSet', 'ecs:UpdateServicePrimaryTaskSet'],
      resources: [service.arn],
    },
    {
      actions: ['ecs:DeleteTaskSet'],
      resources: [await facts.arn('ecs', `task-set/${service.cluster}/${service.name}/ecs-svc/1`)],
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

async function taskRole(facts: Facts, member: 'executionRoleArn' | 'taskRoleArn'): Promise<Verdict> {
  const { aws } = facts;
  const definition = await facts.definition();
  const name = lastSegment(textOf(definition[member]));
  if (name === '') {
    return passed(
      member === 'taskRoleArn'
        ? 'The containers call AWS with no role, or not at all.'
        : 'Nothing in the task definition needs one.',
    );
  }
  const link = roleLink(facts, name);
  const found = verdictsOf(
    (await checkRoles(definition, aws)).filter(({ path }) => path[0] === member),
    link,
  );
  if (member === 'taskRoleArn' || found.some(({ status }) => status === 'failed')) return gravest(found, '');
  const uses = secretUses(definition);
  const looks = await facts.secrets();
  const rights = await checkExecutionRole(
    definition,
    uses,
    looks instanceof AwsCallError ? new Map<string, never>() : looks,
    aws,
  );
  const verdict = gravest([...found, ...verdictsOf(rights, link)], '');
  return verdict.status === 'passed'
    ? passed(`Role ${name} trusts ${TASKS} and allows what starting a task needs.`)
    : verdict;
}

async function passRole(facts: Facts): Promise<Verdict> {
  const definition = await facts.definition();
  const names = [definition['executionRoleArn'], definition['taskRoleArn']].map((role) => textOf(role));
  const roles = await Promise.all(
    [...new Set(names.filter((name) => name !== ''))].map(async (name) =>
      parseArn(name) === undefined ? await facts.arn('iam', `role/${name}`) : name,
    ),
  );
  if (roles.length === 0) return passed('There is no role to pass.');
  return await ownRights(
    facts,
    [passing(roles)],
    `These credentials may pass ${roles.map(lastSegment).join(' and ')}.`,
  );
}

function passing(roles: readonly string[]): Permission {
  return {
    actions: ['iam:PassRole'],
    resources: [...new Set(roles)],
    context: { 'iam:PassedToService': TASKS },
  };
}

/**
 * Source of actions and resources: the service authorization reference, "Actions, resources, and condition keys". Where an
 * action knows no resource, policies name one all the same: what is asked for fits either.
 */
async function permissions(facts: Facts): Promise<Verdict> {
  const { application, config, name } = await facts.group();
  const { cluster } = await facts.service();
  const inCluster = { 'ecs:cluster': await facts.arn('ecs', `cluster/${cluster}`) };
  const definition = await facts.definition().catch(() => undefined);
  return await ownRights(
    facts,
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
        resources: [await facts.arn('codedeploy', `deploymentgroup:${application}/${name}`)],
      },
      {
        actions: ['codedeploy:RegisterApplicationRevision', 'codedeploy:GetApplicationRevision'],
        resources: [await facts.arn('codedeploy', `application:${application}`)],
      },
      {
        actions: ['codedeploy:GetDeploymentConfig'],
        resources: [await facts.arn('codedeploy', `deploymentconfig:${facts.request.config ?? config}`)],
      },
      {
        actions: ['ecs:RegisterTaskDefinition'],
        resources: [await facts.arn('ecs', `task-definition/${textOf(definition?.['family'] ?? 'app')}:1`)],
      },
      {
        actions: ['ecs:ListTasks'],
        resources: [await facts.arn('ecs', `container-instance/${cluster}/0`)],
        context: inCluster,
      },
      {
        actions: ['ecs:DescribeTasks'],
        resources: [await facts.arn('ecs', `task/${cluster}/0`)],
        context: inCluster,
      },
      { actions: ['elasticloadbalancing:DescribeTargetHealth'], resources: ['*'] },
    ],
    'These credentials may register, deploy, follow and stop.',
  );
}

/** What the identity behind our credentials may do. Policies of an organisation and of sessions are not in it. */
async function ownRights(facts: Facts, wanted: readonly Permission[], fine: string): Promise<Verdict> {
  const { aws } = facts;
  const { arn } = await aws.identity.caller();
  if (arn.endsWith(':root')) return passed(fine);
  const [, session] = /:assumed-role\/([^/]+)\//.exec(arn) ?? [];
  let principal = arn;
  if (session !== undefined) {
    const role = await aws.roles.describe(session);
    if (role === undefined)
      return unknown(
        `Role ${session} of these credentials is not in this account, so its rights are not known here.`,
      );
    principal = role.arn;
  }
  const refused = await aws.roles.refusals(principal, wanted);
  if (refused.length === 0) return passed(fine);
  const name = lastSegment(principal);
  if (refused.every(({ depends }) => depends.length > 0)) return conditional(name, refused);
  return failed(
    `${session === undefined ? 'User' : 'Role'} ${name}, whose credentials these are, is not allowed ${actionsOf(refused)}.`,
    advice(name, refused),
    session === undefined ? undefined : roleLink(facts, name),
  );
}

function roleLink({ aws }: Facts, name: string): string {
  return consoleLink(aws.region, { kind: 'role', name });
}
