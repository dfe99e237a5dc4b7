import { type Account, type Input, needs, type Row, type Table, text } from './call.ts';

/** Roles are of the whole account, so that their ARNs name no Region. */
function role(input: Input, account: Account): string {
  const name = text(input['RoleName']);
  return (
    account.lookup('iam', 'role', name) ?? account.arn('iam', `role/${name}`).replace(/:iam:[^:]*:/, ':iam::')
  );
}

const onRole =
  (action: string): Row =>
  (input, account) => [needs(`iam:${action}`, [role(input, account)])];

/** Source: the service authorization reference of IAM. */
export const iam: Table = {
  AttachRolePolicy: (input, account) => [
    needs('iam:AttachRolePolicy', [role(input, account)], { 'iam:PolicyARN': text(input['PolicyArn']) }),
  ],
  CreateRole: onRole('CreateRole'),
  DeleteRole: onRole('DeleteRole'),
  DeleteRolePolicy: onRole('DeleteRolePolicy'),
  DetachRolePolicy: (input, account) => [
    needs('iam:DetachRolePolicy', [role(input, account)], { 'iam:PolicyARN': text(input['PolicyArn']) }),
  ],
  GetRole: onRole('GetRole'),
  PutRolePolicy: onRole('PutRolePolicy'),
  SimulatePrincipalPolicy: (input) => [
    needs('iam:SimulatePrincipalPolicy', [text(input['PolicySourceArn'])]),
  ],
  UpdateAssumeRolePolicy: onRole('UpdateAssumeRolePolicy'),
};

/** A secret that is given by name may have any six characters behind it. */
function secret(input: Input, account: Account): string {
  const id = text(input['SecretId']);
  return id.startsWith('arn:') ? id : account.arn('secretsmanager', `secret:${id}-*`);
}

/** Source: the service authorization reference of Secrets Manager. */
export const secretsmanager: Table = {
  CreateSecret: (input, account) => [
    needs('secretsmanager:CreateSecret', [account.arn('secretsmanager', `secret:${text(input['Name'])}-*`)], {
      'secretsmanager:Name': text(input['Name']),
    }),
  ],
  DeleteSecret: (input, account) => [needs('secretsmanager:DeleteSecret', [secret(input, account)])],
  DescribeSecret: (input, account) => [needs('secretsmanager:DescribeSecret', [secret(input, account)])],
};

const onParameter =
  (action: string): Row =>
  (input, account) => [
    needs(`ssm:${action}`, [account.arn('ssm', `parameter/${text(input['Name']).replace(/^\//, '')}`)]),
  ];

/** Source: the service authorization reference of Systems Manager; DescribeParameters knows no resource. */
export const ssm: Table = {
  DeleteParameter: onParameter('DeleteParameter'),
  DescribeParameters: () => [needs('ssm:DescribeParameters', [])],
  GetParameter: onParameter('GetParameter'),
  PutParameter: onParameter('PutParameter'),
};
