// Renders the rights of the template's roles as a table for the documents.
import { readTemplate, roleStatements } from './template.mjs';

/** Conditions of the template in the words of their parameters. */
const WHEN = {
  HasDatabase: '`DatabaseEngine` or `DatabaseArn` is given',
  OwnsDatabase: '`DatabaseEngine` is given',
  HasSecrets: '`SecretArns` is given',
  HasSsmParameters: '`SsmParameterArns` is given',
};

/** Rows of a table: statement, actions, resources, conditions. */
export function rightsRows(role, template = readTemplate()) {
  return roleStatements(template)
    .filter((one) => one.role === role)
    .map(({ statement, when }) => [
      `${statement.Sid}${when === undefined ? '' : `, if ${WHEN[when] ?? when}`}`,
      [statement.Action].flat().map(code).join(', '),
      [statement.Resource].flat().map(resource).join(', '),
      Object.entries(statement.Condition ?? {})
        .flatMap(([operator, keys]) =>
          Object.entries(keys).map(([key, value]) => `${code(key)} ${words(operator)} ${code(shown(value))}`),
        )
        .join('; '),
    ]);
}

function code(text) {
  return `\`${text}\``;
}

function resource(value) {
  return value === '*' ? 'everything' : code(shown(value).replace(/^arn:\$\{AWS::Partition\}:/, ''));
}

/** A value as the template writes it, without account and Region, which are always the stack's own. */
function shown(value) {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(shown).join(', ');
  const [[name, argument]] = Object.entries(value);
  switch (name) {
    case 'Ref':
      return argument === 'AWS::Region' ? 'the stack’s Region' : argument;
    case 'Fn::GetAtt':
      return argument;
    case 'Fn::Sub': {
      const text = Array.isArray(argument) ? argument[0] : argument;
      return text.replace(':${AWS::Region}:${AWS::AccountId}:', ' ').replace('::${AWS::AccountId}:', ' ');
    }
    // The last branch is the one for a database outside the stack.
    case 'Fn::If':
      return shown(argument.at(-1)).replace('name in DatabaseArn', 'the database’s name');
    case 'Fn::Select':
      return 'name in DatabaseArn';
    default:
      throw new Error(`a statement uses ${name}, which the documents can't show`);
  }
}

function words(operator) {
  switch (operator) {
    case 'ForAllValues:StringEquals':
      return 'only';
    case 'StringEqualsIfExists':
      return 'absent or';
    default:
      return '=';
  }
}

/** What stands for the template's resources in a policy of somebody's own. */
const EXAMPLES = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'ap-northeast-1',
  'AWS::AccountId': '123456789012',
  'AWS::StackName': 'my-app',
  Application: 'AppECS-shop-web',
  DeploymentGroup: 'DgpECS-shop-web',
  Cluster: 'shop',
  'Cluster.Arn': 'arn:aws:ecs:ap-northeast-1:123456789012:cluster/shop',
  'CodeDeployRole.Arn': 'arn:aws:iam::123456789012:role/web-codedeploy',
  DatabaseArn: 'arn:aws:rds:ap-northeast-1:123456789012:db:shop',
  'ExecutionRole.Arn': 'arn:aws:iam::123456789012:role/web-execution',
  Id: 'shop',
  'LoadBalancer.LoadBalancerFullName': 'app/shop/0123456789abcdef',
  'LogGroup.Arn': 'arn:aws:logs:ap-northeast-1:123456789012:log-group:/shop/web',
  'Repository.Arn': 'arn:aws:ecr:ap-northeast-1:123456789012:repository/shop',
  SecretArns: 'arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:shop-??????',
  Service: 'arn:aws:ecs:ap-northeast-1:123456789012:service/shop/web',
  'TaskRole.Arn': 'arn:aws:iam::123456789012:role/web-task',
};

function example(name) {
  const value = EXAMPLES[name];
  if (value === undefined) throw new Error(`rights.mjs has no example for ${name}`);
  return value;
}

function resolved(value) {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(resolved);
  const [[name, argument]] = Object.entries(value);
  switch (name) {
    case 'Ref':
    case 'Fn::GetAtt':
      return example(argument);
    case 'Fn::Sub':
      return (Array.isArray(argument) ? argument[0] : argument).replaceAll(/\$\{([^}]+)\}/g, (_, one) =>
        example(one),
      );
    case 'Fn::If':
      return resolved(argument.at(-1));
    case 'Fn::Select':
      return example('Id');
    default:
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one)]));
  }
}

/** A role's rights as a policy for a service that the template did not make: cluster `shop`, service `web`. */
export function policyDocument(role, template = readTemplate()) {
  const statements = roleStatements(template)
    .filter(
      (one) => one.role === role && one.statement.Sid !== 'DiscoverStack' && one.when !== 'OwnsDatabase',
    )
    .map(({ statement }) =>
      Object.fromEntries(
        Object.entries(statement).map(([key, value]) => [
          key,
          key === 'Condition'
            ? Object.fromEntries(
                Object.entries(value).map(([operator, keys]) => [
                  operator,
                  Object.fromEntries(Object.entries(keys).map(([name, one]) => [name, resolved(one)])),
                ]),
              )
            : resolved(value),
        ]),
      ),
    );
  return { Version: '2012-10-17', Statement: statements };
}
