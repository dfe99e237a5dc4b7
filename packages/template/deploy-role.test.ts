import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** IAM's name of a service by the name of its client. */
const services: Readonly<Record<string, string>> = {
  'application-auto-scaling': 'application-autoscaling',
  cloudformation: 'cloudformation',
  cloudwatch: 'cloudwatch',
  'cloudwatch-logs': 'logs',
  codedeploy: 'codedeploy',
  ec2: 'ec2',
  ecr: 'ecr',
  'ecr-public': 'ecr-public',
  ecs: 'ecs',
  'elastic-load-balancing-v2': 'elasticloadbalancing',
  iam: 'iam',
  rds: 'rds',
  'secrets-manager': 'secretsmanager',
  ssm: 'ssm',
  sts: 'sts',
};

/**
 * Calls that need no permission; that only deploy-stack makes, which runs with a role of its own; the creation of a
 * repository, which the stack has, and public repositories; the container instances of services that don't run on Fargate;
 * and ECS's own deployments, as the stack's service has CodeDeploy's.
 */
const exempt =
  /^(sts:.*|ecr:CreateRepository|ecr:PutLifecyclePolicy|ecr-public:.*|ecs:DescribeContainerInstances|ecs:\w+Service(?:Deployments?|Revisions)|iam:(?!GetRole$|SimulatePrincipalPolicy$).*|cloudformation:(?!DescribeStacks$).*)$/;

/** Rights that no call of the SDK shows. */
const implied = [
  // A push speaks the registry's protocol, behind which ECR checks these.
  'ecr:BatchCheckLayerAvailability',
  'ecr:CompleteLayerUpload',
  'ecr:InitiateLayerUpload',
  'ecr:UploadLayerPart',
  // CreateDeployment registers the AppSpec that it is given.
  'codedeploy:RegisterApplicationRevision',
  // Tags that a create call carries, and roles that a task definition names.
  'ecs:TagResource',
  'rds:AddTagsToResource',
  // Application Auto Scaling checks it for whoever registers a scalable target.
  'ecs:UpdateService',
  'iam:PassRole',
];

const folder = new URL('../aws/sdk/', import.meta.url);

/** IAM actions of the commands that the AWS edge takes from the SDK. */
const called = readdirSync(folder)
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .flatMap((source) => [...source.matchAll(/export \{([^}]+)\} from '@aws-sdk\/client-([a-z0-9-]+)'/g)])
  .flatMap(([, names = '', client = '']) =>
    [...names.matchAll(/(\w+)Command\b/g)].map(([, operation]) => `${services[client]}:${operation}`),
  );

interface Reader {
  readonly readTemplate: () => object;
  readonly roleStatements: (
    template: object,
  ) => readonly { role: string; statement: { Action: string | string[] } }[];
}

const { readTemplate, roleStatements } = (await import(
  new URL('../build/template.mjs', import.meta.url).href
)) as Reader;
const allowed = new Set(
  roleStatements(readTemplate())
    .filter(({ role }) => role === 'DeployRole')
    .flatMap(({ statement }) => statement.Action),
);
const wanted = new Set(called.filter((action) => !exempt.test(action)));

test('the calls of the actions are found', () => {
  expect(called).toContain('codedeploy:CreateDeployment');
  expect(called.filter((action) => action.startsWith('undefined:'))).toEqual([]);
});

test('the deploy role may do what the actions call', () => {
  expect([...wanted, ...implied].filter((action) => !allowed.has(action)).toSorted()).toEqual([]);
});

test('the deploy role may do nothing else', () => {
  expect(
    [...allowed].filter((action) => !wanted.has(action) && !implied.includes(action)).toSorted(),
  ).toEqual([]);
});
