import type { PolicyDocument } from './document.ts';

const allow = (Action: readonly string[], Condition?: Record<string, Record<string, unknown>>) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...(Condition === undefined ? {} : { Condition }),
});

/** AWS's own policies that services on ECS use, as the guides print them. */
const DOCUMENTS: Readonly<Record<string, PolicyDocument>> = {
  'service-role/AmazonECSTaskExecutionRolePolicy': {
    Statement: [
      allow([
        'ecr:GetAuthorizationToken',
        'ecr:BatchCheckLayerAvailability',
        'ecr:GetDownloadUrlForLayer',
        'ecr:BatchGetImage',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
      ]),
    ],
  },
  AWSCodeDeployRoleForECS: {
    Statement: [
      allow([
        'ecs:DescribeServices',
        'ecs:CreateTaskSet',
        'ecs:UpdateServicePrimaryTaskSet',
        'ecs:DeleteTaskSet',
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeListeners',
        'elasticloadbalancing:ModifyListener',
        'elasticloadbalancing:DescribeRules',
        'elasticloadbalancing:ModifyRule',
        'lambda:InvokeFunction',
        'cloudwatch:DescribeAlarms',
        'sns:Publish',
        's3:GetObject',
        's3:GetObjectVersion',
      ]),
      allow(['iam:PassRole'], { StringLike: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } }),
    ],
  },
  AmazonECSInfrastructureRolePolicyForLoadBalancers: {
    Statement: [
      allow([
        'elasticloadbalancing:DescribeListeners',
        'elasticloadbalancing:DescribeRules',
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth',
      ]),
      {
        Effect: 'Allow',
        Action: ['elasticloadbalancing:RegisterTargets', 'elasticloadbalancing:DeregisterTargets'],
        Resource: 'arn:aws:elasticloadbalancing:*:*:targetgroup/*/*',
      },
      {
        Effect: 'Allow',
        Action: 'elasticloadbalancing:ModifyListener',
        Resource: [
          'arn:aws:elasticloadbalancing:*:*:listener/app/*/*/*',
          'arn:aws:elasticloadbalancing:*:*:listener/net/*/*/*',
        ],
      },
      {
        Effect: 'Allow',
        Action: 'elasticloadbalancing:ModifyRule',
        Resource: 'arn:aws:elasticloadbalancing:*:*:listener-rule/app/*/*/*/*',
      },
    ],
  },
  AdministratorAccess: { Statement: [allow(['*'])] },
  PowerUserAccess: {
    Statement: [
      { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
      allow(['iam:CreateServiceLinkedRole', 'iam:DeleteServiceLinkedRole', 'iam:ListRoles']),
    ],
  },
  ReadOnlyAccess: { Statement: [allow(['*:Describe*', '*:Get*', '*:List*'])] },
};

/** The document behind `arn:aws:iam::aws:policy/…`; one that is not known grants nothing. */
export function awsManaged(arn: string): PolicyDocument {
  return DOCUMENTS[arn.replace(/^arn:[\w-]+:iam::aws:policy\//, '')] ?? { Statement: [] };
}
